using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.People;
using NodaTime;
using NodaTime.Text;
using Xunit.Sdk;

namespace Curbside.Conversations;

/// <summary>A practice with simulated phones: text arrives, reply, expect, an hour later.</summary>
internal sealed class Practice : IAsyncDisposable
{
    /// <summary>A Monday, at 1 in the afternoon in California.</summary>
    public const string Monday = "2026-01-05T13:00:00-08:00";

    private readonly World _world;
    private readonly Dictionary<string, Phone> _phones;
    private readonly Dictionary<string, Person> _people;
    private int _texts;

    private Practice(World world, IReadOnlyCollection<Person> people)
    {
        _world = world;
        _people = people.ToDictionary(person => person.Name);
        _phones = people.ToDictionary(person => person.Name, person => new Phone(this, person.Phone.Value, person.Name));
    }

    public World World => _world;

    /// <summary>The phone of a person by name, as in <c>practice["Maya Lee"]</c>.</summary>
    public Phone this[string name] => _phones[name];

    /// <param name="roster">CSV rows without the header; names of <see cref="Rosters"/> help.</param>
    /// <param name="policy">A policy file's JSON; what it leaves out is as the defaults.</param>
    /// <param name="at">An ISO time with its offset.</param>
    public static async Task<Practice> OpenAsync(string roster, string at = Monday, string policy = "{}")
    {
        var people = RosterFile.Read($"{RosterFile.Header}\n{roster}") is RosterReading.Accepted accepted
            ? accepted.People
            : throw new XunitException($"The story's roster is wrong: {RosterFile.Read($"{RosterFile.Header}\n{roster}")}");
        var read = PolicyFile.Read(policy) is PolicyReading.Accepted { Policy: var own } ? own : throw new XunitException("The story's policy is wrong.");
        var start = OffsetDateTimePattern.ExtendedIso.Parse(at).Value.ToInstant();
        return new Practice(await Worlds.OpenAsync(start, read, people), people);
    }

    /// <summary>A phone that the roster does not know.</summary>
    public Phone Stranger(string number = "+14155550199") => new(this, number, "a stranger");

    public Task After(string time) => _world.AdvanceAsync(DurationPattern.CreateWithInvariantCulture("-H:mm").Parse(time).Value);

    /// <summary>Lets time pass until this local time in California.</summary>
    public Task Until(string local)
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        var at = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneLeniently(zone).ToInstant();
        return _world.AdvanceAsync(at - _world.Now);
    }

    public Task Restart() => _world.RestartAsync();

    /// <summary>The request form, from a browser that nobody knows: <c>("kind", "case")</c> and so on.</summary>
    public Task<string> Submits(string name, params (string Field, string Value)[] fields) => _world.SubmitAsync(
        [new("phone", _people[name].Phone.Value), .. fields.Select(field => new KeyValuePair<string, string>(field.Field, field.Value))]);

    /// <summary>The only consult that there is.</summary>
    public async Task<Listed> Consult() => Assert.Single(await _world.ConsultsAsync());

    public async Task Expect(string state, string? consultant = null)
    {
        var consult = await Consult();
        Assert.Equal((state, consultant ?? consult.Consultant), (consult.State, consult.Consultant));
    }

    /// <summary>Everybody has read everything, and nobody was told more.</summary>
    public async Task NobodyHearsMore()
    {
        foreach (var phone in _phones.Values)
        {
            await phone.HearsNothing();
        }
    }

    public async ValueTask DisposeAsync() => await _world.DisposeAsync();

    /// <summary>One phone, and how far its owner has read.</summary>
    internal sealed class Phone(Practice practice, string number, string owner)
    {
        private int _read;

        public string Number => number;

        public Task<IReadOnlyList<string>> Texts(string body, string? optOutType = null) =>
            TextsAs($"SM{Interlocked.Increment(ref practice._texts):D32}", body, optOutType);

        public Task SendsAPicture() => practice._world.SendPictureAsync(number, $"SM{Interlocked.Increment(ref practice._texts):D32}");

        /// <summary>The carrier delivers this very text, perhaps again.</summary>
        public Task<IReadOnlyList<string>> TextsAs(string messageSid, string body, string? optOutType = null) =>
            practice._world.TextAsync(number, messageSid, body, optOutType);

        /// <summary>
        /// The next unread texts are these, to the letter, each without the practice's name before it. <c>…</c> stands for anything, and the welcome is
        /// passed over unless it is expected.
        /// </summary>
        public async Task Hears(params string[] expected)
        {
            foreach (var text in expected)
            {
                var next = await NextAsync(passWelcome: !text.StartsWith("consult texts", StringComparison.Ordinal));
                Assert.True(next is not null, $"{owner} expected \"{text}\" and heard nothing.");
                var pattern = $"^Bay Curbside:? ?{Regex.Escape(text).Replace("…", ".*", StringComparison.Ordinal)}$";
                Assert.True(Regex.IsMatch(next, pattern, RegexOptions.Singleline), $"{owner}\n expected {text}\n and heard {next}");
            }
        }

        public async Task HearsNothing()
        {
            var next = await NextAsync(passWelcome: true);
            Assert.True(next is null, $"{owner} expected silence and heard {next}");
        }

        /// <summary>Reads everything without looking at it.</summary>
        public async Task ReadsAll() => _read = (await practice._world.ThreadAsync(number)).Count;

        /// <summary>Nothing was ever mailed to this person.</summary>
        public async Task HasNoMail() => Assert.Empty(await practice._world.MailboxAsync(practice._people[owner].Email!));

        public Task<IReadOnlyList<Heard>> Thread() => practice._world.ThreadAsync(number);

        /// <summary>Presses a button on the page behind the last link in the thread.</summary>
        /// <returns>Whether the link still opened anything.</returns>
        public Task<bool> Presses(string action) => practice._world.PageAsync(number, action);

        public Task WouldRatherNotBeWith(params string[] names) => practice._world.KeepApartAsync(number, names);

        public Task IsReachable(bool reachable) => practice._world.SetReachableAsync(number, reachable);

        private async Task<string?> NextAsync(bool passWelcome)
        {
            var thread = await practice._world.ThreadAsync(number);
            while (passWelcome && _read < thread.Count && thread[_read].Body.Contains("STOP", StringComparison.Ordinal) && thread[_read].Body.Contains("HELP", StringComparison.Ordinal))
            {
                _read++;
            }

            return _read < thread.Count ? thread[_read++].Body : null;
        }
    }
}
