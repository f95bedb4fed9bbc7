using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Links;
using Curbside.People;
using Curbside.Phones;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Xunit.Sdk;

namespace Curbside.Conversations;

/// <summary>The use cases over a store, a carrier and a mail service in memory: the whole of Curbside but for hosts.</summary>
internal sealed class ServiceWorld : World
{
    private static readonly LinkKey Key = new([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);

    private static readonly Regex Link = new("/c/(?<token>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant);

    private readonly MortalStore _store = new(new MemoryStore());
    private readonly FakeProviders _providers = new();
    private readonly StoppedClock _clock;
    private readonly Policy _policy;
    private readonly ConcurrentDictionary<string, byte> _answered = new();
    private readonly SemaphoreSlim _reporting = new(1, 1);
    private ServiceProvider _services;

    private ServiceWorld(Instant start, Policy policy)
    {
        _clock = new StoppedClock(start);
        _policy = policy;
        _services = Start();
    }

    public override Instant Now => _clock.Now;

    /// <summary>What the program writes to, for stories in which it dies while it writes.</summary>
    public MortalStore Store => _store;

    public static async Task<ServiceWorld> OpenAsync(Instant start, Policy policy, IReadOnlyCollection<Person> roster)
    {
        var world = new ServiceWorld(start, policy);
        await world.Get<PeopleBook>().ImportAsync(roster);
        return world;
    }

    public override Task<IReadOnlyList<string>> TextAsync(string from, string messageSid, string body, string? optOutType) =>
        TextAsync(from, messageSid, body, optOutType, hasMedia: false);

    public override Task SendPictureAsync(string from, string messageSid) => TextAsync(from, messageSid, "", null, hasMedia: true);

    private async Task<IReadOnlyList<string>> TextAsync(string from, string messageSid, string body, string? optOutType, bool hasMedia)
    {
        var replies = await Get<Inbox>().TextReceivedAsync(PhoneNumber.Parse(from), messageSid, body, optOutType, hasMedia: hasMedia);

        // A carrier calls again until it has an answer, and takes what is in that one. Whoever calls after that is not the carrier.
        if (_answered.TryAdd(messageSid, 0))
        {
            foreach (var reply in replies)
            {
                _providers.Take(from, reply.Key, reply.Body);
            }
        }

        await ReportAsync();
        return [.. replies.Select(reply => reply.Body)];
    }

    public override async Task<string> SubmitAsync(IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        var phone = PhoneNumber.Parse(Field("phone")!);
        var id = ConsultId.From($"form {Field("form") ?? Guid.NewGuid().ToString()}");
        var roster = await Get<PeopleBook>().CurrentAsync();
        if (roster.TryFind(phone, out var colleague))
        {
            Assert.True(KindNames.TryParseKind(Field("kind"), out var kind));
            Assert.True(KindNames.TryParseUrgency(Field("urgency"), out var urgency));
            Assert.True(KindNames.TryParseModality(Field("modality") ?? "phone", out var modality));
            var asker = colleague.Person;
            var request = new Request
            {
                Asker = asker.Id,
                Kind = kind,
                Urgency = urgency,
                Modality = modality,
                ClientState = !kind.IsClinical() ? null
                    : Field("client_state") is { } state ? UsState.Parse(state)
                    : asker.Licences is [var first, ..] ? first : _policy.Practice.State,
                Topics = [.. fields.Where(field => field.Key == "topic").Select(field => field.Value)],
                When =
                [
                    .. fields.Where(field => field.Key == "when")
                        .Select(field => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(field.Value).Value)
                        .Select(local => local.InZoneLeniently(asker.Zone).ToInstant()),
                ],
                ConsentDate = Field("consent_date") is { } date ? LocalDatePattern.Iso.Parse(date).Value : null,
            };
            await Get<Requests>().HoldAsync(id, request, Field("question"), phone);
        }

        await ReportAsync();
        return id.Value;

        string? Field(string name) => fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();
    }

    public override async Task KeepApartAsync(string phone, IReadOnlyCollection<string> names) =>
        Assert.True(await Get<ConsultAccess>().KeepApartAsync(
            LastToken(phone),
            view => [.. view.Roster.Present.Where(colleague => names.Contains(colleague.Person.Name)).Select(colleague => colleague.Id)]));

    public override async Task<bool> PageAsync(string phone, string action)
    {
        var opened = await Get<ConsultAccess>().DoAsync(LastToken(phone), Guid.NewGuid().ToString(), by => action switch
        {
            "step-out" => new ConsultEvent.SteppedOut(by),
            "withdraw" => new ConsultEvent.CalledOff(by),
            "other-time" => new ConsultEvent.OtherTimeAsked(by),
            _ => throw new XunitException($"There is no button for {action}."),
        });
        await ReportAsync();
        return opened;
    }

    public override Task<IReadOnlyList<Heard>> ThreadAsync(string phone) => Task.FromResult(_providers.Thread(phone));

    public override Task<IReadOnlyList<Received>> MailboxAsync(string address) => Task.FromResult(_providers.Mailbox(address));

    public override Task SetReachableAsync(string phone, bool reachable)
    {
        _providers.SetReachable(phone, reachable);
        return Task.CompletedTask;
    }

    public override async Task AdvanceAsync(Duration by)
    {
        var target = _clock.Now + by;
        var sweep = Get<Sweep>();
        for (var passes = 0; await sweep.NextAsync(default) is { } next && next <= target; passes++)
        {
            Assert.True(passes < 10_000, $"Something due at {next} does not move on.");
            _clock.Now = Instant.Max(_clock.Now, next);
            await sweep.HandleDueAsync(default);
            await ReportAsync();
        }

        _clock.Now = target;
    }

    public override async Task<IReadOnlyList<Listed>> ConsultsAsync()
    {
        var everyone = await Get<PeopleBook>().CurrentAsync();
        var rows = await _store.ScanAsync(Table.Consults, RowKeys.State, RowKeys.State + "~");
        var consults = new List<Listed>();
        foreach (var row in rows)
        {
            var consult = (await Get<ConsultAccess>().FindAsync(new ConsultId(row.Partition)))!;
            var roster = Drill.RosterFor(consult.Request, everyone);
            var booking = consult.Stage is Stage.Booked booked ? booked.Booking : null;
            consults.Add(new Listed(
                consult.Id.Value,
                consult.Request.Kind.Name(),
                consult.Stage.GetType().Name.ToLowerInvariant(),
                roster[consult.Request.Asker].Name,
                consult.Confirmed is { } consultant ? roster[consultant].Name : null,
                booking?.Start,
                consult.PromiseAt,
                consult.Wave));
        }

        return consults;
    }

    public override async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _store.Revive();
        _services = Start();
        await Get<Sweep>().RecoverAsync(default);
        await ReportAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _reporting.Dispose();
    }

    private ServiceProvider Start() => new ServiceCollection()
        .AddSingleton<IStore>(_store)
        .AddSingleton<IClock>(_clock)
        .AddSingleton<ITextSender>(_providers)
        .AddSingleton<IMailSender>(_providers)
        .AddSingleton<ITimekeeper>(new NoTimekeeper())
        .AddSingleton(Key)
        .AddSingleton(new CurbsideOptions(Duration.FromDays(365), _policy))
        .AddCurbside()
        .BuildServiceProvider();

    /// <summary>One report after the other; one that nobody took is made again.</summary>
    private async Task ReportAsync()
    {
        await _reporting.WaitAsync();
        try
        {
            while (_providers.Reports.TryPeek(out var report))
            {
                var reason = report.Report == DeliveryReport.Delivered ? null : "30003";
                await Get<Inbox>().ReportedAsync(PhoneNumber.Parse(report.To), report.Key, report.Report, reason);
                _providers.Reports.TryDequeue(out _);
            }
        }
        finally
        {
            _reporting.Release();
        }
    }

    private string LastToken(string phone) =>
        _providers.Thread(phone).Select(heard => Link.Match(heard.Body)).Last(match => match.Success).Groups["token"].Value;

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
