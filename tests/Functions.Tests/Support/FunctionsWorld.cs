using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Durable;
using Curbside.Links;
using Curbside.People;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside.Functions.Support;

/// <summary>
/// The functions of the Azure host over HTTP, with a hub of orchestrations, a store, a carrier and a mail service in memory. The platform lives on when the
/// program is started again.
/// </summary>
internal sealed class FunctionsWorld : World
{
    public const string AuthToken = "a token that only the carrier knows";
    public const string PublicUrl = "https://bay.example.org";
    private const string Us = "+14155550190";

    private static readonly LinkKey Key = new([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);

    private static readonly Regex Link = new("/c/(?<token>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant);

    private readonly StoppedClock _clock;
    private readonly ConcurrentDictionary<string, byte> _answered;
    private readonly SemaphoreSlim _settling;
    private WebApplication _app;
    private HttpClient _browser;

    private FunctionsWorld(Instant start)
    {
        (_clock, _answered, _settling) = (new StoppedClock(start), new(), new SemaphoreSlim(1, 1));
        (Store, Providers, Log) = (new MortalStore(new MemoryStore()), new FakeProviders(), new LogBook());
        Hub = new Hub(
            _clock,
            FunctionMap.Orchestrators,
            (name, input) => FunctionMap.RunAsync(_app!.Services, name, Client!, JsonSerializer.Deserialize<string>(input)!));
        Client = new HubClient(Hub);
        (_app, _browser) = (null!, null!);
    }

    private FunctionsWorld(FunctionsWorld other)
    {
        (_clock, _answered, _settling) = (other._clock, other._answered, other._settling);
        (Store, Providers, Log, Hub, Client) = (other.Store, other.Providers, other.Log, other.Hub, other.Client);
        (_app, _browser) = (null!, null!);
    }

    public override Instant Now => _clock.Now;

    public MortalStore Store { get; }

    public FakeProviders Providers { get; }

    public Hub Hub { get; }

    public HubClient Client { get; }

    /// <summary>What the worker logged.</summary>
    public LogBook Log { get; }

    /// <summary>The sweep does not run, as if the platform's timers had stopped.</summary>
    public bool WithoutSweep { get; set; }

    /// <summary>Whether spans and measurements of requests belong to the test that makes them.</summary>
    public bool KeepsContext { get; init; }

    /// <summary>The key of the mail service's events; without one, none is believed.</summary>
    public string? EventKey { get; init; }

    public Policy Policy { get; set; } = PolicyFile.Default;

    public static async Task<FunctionsWorld> OpenAsync(
        Instant start, Policy policy, IReadOnlyCollection<Person> roster, bool keepsContext = false, string? eventKey = null)
    {
        var world = new FunctionsWorld(start) { KeepsContext = keepsContext, Policy = policy, EventKey = eventKey };
        await world.StartAsync();
        await world.Get<PeopleBook>().ImportAsync(roster);
        return world;
    }

    /// <summary>A second deployment beside the first, on the same platform.</summary>
    public async Task<FunctionsWorld> OpenAnotherAsync()
    {
        var world = new FunctionsWorld(this) { KeepsContext = KeepsContext, Policy = Policy };
        await world.StartAsync();
        return world;
    }

    public override Task<IReadOnlyList<string>> TextAsync(string from, string messageSid, string body, string? optOutType) =>
        TextAsync(from, messageSid, body, optOutType, media: 0);

    public override Task SendPictureAsync(string from, string messageSid) => TextAsync(from, messageSid, "", null, media: 1);

    private async Task<IReadOnlyList<string>> TextAsync(string from, string messageSid, string body, string? optOutType, int media)
    {
        var twiML = await CallAsync("/sms/inbound", new()
        {
            ["From"] = from, ["To"] = Us, ["Body"] = body, ["MessageSid"] = messageSid, ["OptOutType"] = optOutType, ["NumMedia"] = $"{media}",
        });
        var replies = XElement.Parse(twiML).Elements("Message")
            .Select(message => (Key: message.Attribute("action")!.Value.Split("?m=")[1], Body: message.Value)).ToList();

        // A carrier calls again until it has an answer, and takes what is in that one. Whoever calls after that is not the carrier.
        if (_answered.TryAdd(messageSid, 0))
        {
            replies.ForEach(reply => Providers.Take(from, reply.Key, reply.Body));
        }

        await SettleAsync();
        return [.. replies.Select(reply => reply.Body)];
    }

    public override async Task<string> SubmitAsync(IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/requests");
        request.Content = new FormUrlEncodedContent(fields);
        request.Headers.Add("Accept", "application/json");
        using var response = await _browser.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, answer);
        await SettleAsync();
        return JsonElement.Parse(answer).GetProperty("id").GetString()!;
    }

    public override async Task<bool> PageAsync(string phone, string action)
    {
        using var response = await _browser.PostAsync($"/c/{LastToken(phone)}/{action}", new FormUrlEncodedContent([]));
        await SettleAsync();
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    /// <summary>A person fills in a form of the page behind the last link that was texted to them.</summary>
    public async Task WriteAsync(string phone, string form, params (string Field, string Value)[] fields)
    {
        var link = Providers.Thread(phone).Select(heard => Link.Match(heard.Body)).Last(match => match.Success);
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        using var response = await _browser.PostAsync($"/c/{link.Groups["token"].Value}/{form}", content);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        await SettleAsync();
    }

    public override async Task KeepApartAsync(string phone, IReadOnlyCollection<string> names)
    {
        var page = await _browser.GetStringAsync(new Uri($"/c/{LastToken(phone)}", UriKind.Relative));
        var handles = names.Select(name => Regex.Match(page, $"""name="(?<field>\w+)" value="(?<handle>[^"]+)"[^>]*>\s*{name}"""));
        using var response = await _browser.PostAsync(
            $"/c/{LastToken(phone)}/exclude",
            new FormUrlEncodedContent(handles.Select(found => KeyValuePair.Create(found.Groups["field"].Value, found.Groups["handle"].Value))));
        Assert.True(response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.SeeOther);
    }

    public override Task<IReadOnlyList<Heard>> ThreadAsync(string phone) => Task.FromResult(Providers.Thread(phone));

    public override Task<IReadOnlyList<Received>> MailboxAsync(string address) => Task.FromResult(Providers.Mailbox(address));

    public override Task SetReachableAsync(string phone, bool reachable)
    {
        Providers.SetReachable(phone, reachable);
        return Task.CompletedTask;
    }

    /// <summary>Orchestrations wake at their timers, and the sweep runs at each full minute at which there is something for it.</summary>
    public override async Task AdvanceAsync(Duration by)
    {
        var target = _clock.Now + by;
        for (var steps = 0; await NextAsync() is { } next && next <= target; steps++)
        {
            Assert.True(steps < 10_000, $"Something due at {next} does not move on.");
            _clock.Now = Instant.Max(_clock.Now, next);
            await SettleAsync();
            if (_clock.Now == FullMinute(_clock.Now))
            {
                await SweepAsync();
            }
        }

        _clock.Now = target;
    }

    /// <summary>The clock of the machine jumps, and nothing that fell due on the way was handled when it should have been.</summary>
    public Task JumpAsync(Duration by)
    {
        _clock.Now += by;
        return SettleAsync();
    }

    public async Task SweepAsync()
    {
        if (!WithoutSweep)
        {
            await FunctionMap.RunAsync(_app.Services, "sweep", Client, new TimerInfo());
            await SettleAsync();
        }
    }

    public Task RunAsync(string function) => FunctionMap.RunAsync(_app.Services, function, Client, new TimerInfo());

    public override async Task<IReadOnlyList<Listed>> ConsultsAsync() =>
    [
        .. from consult in await new ConsultList(Store, Get<PeopleBook>()).ReadAsync()
           select new Listed(
               consult.Id.Value, consult.Kind.Name(), consult.State, consult.Clinician, consult.Consultant,
               consult.State == "booked" ? consult.StartsAt : null, consult.PromiseAt, consult.Wave),
    ];

    /// <summary>The program dies and is started again by the platform; the minute has passed in which the dead one could still have been at it.</summary>
    public override async Task RestartAsync()
    {
        await StopAsync();
        Store.Revive();
        await StartAsync();
        await SettleAsync();
    }

    /// <summary>A request of the carrier, signed as its own are.</summary>
    public async Task<string> CallAsync(string path, Dictionary<string, string?> fields)
    {
        using var response = await PostSignedAsync(path, fields, AuthToken);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {response.StatusCode}: {answer}");
        return answer;
    }

    public async Task<HttpResponseMessage> PostSignedAsync(string path, Dictionary<string, string?> fields, string token)
    {
        var form = fields.Where(field => field.Value is not null).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(form!);
        var signature = TwilioSignature.Of(token, PublicUrl + path, form.ToLookup(field => field.Key, field => field.Value!));
        request.Headers.Add(TwilioSignature.Header, signature);
        return await _browser.SendAsync(request);
    }

    public HttpClient Browser => _browser;

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        Hub.Dispose();
        _settling.Dispose();
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>The platform does what it can do right now: orchestrations run, and the carrier reports what became of its texts.</summary>
    public async Task SettleAsync()
    {
        await _settling.WaitAsync();
        try
        {
            await Hub.RunAsync();
            while (Providers.Reports.TryPeek(out var report))
            {
                var delivered = report.Report == DeliveryReport.Delivered;
                await CallAsync($"/sms/status?m={report.Key}", new()
                {
                    ["To"] = report.To,
                    ["MessageStatus"] = delivered ? "delivered" : "undelivered",
                    ["ErrorCode"] = delivered ? null : "30003",
                });
                Providers.Reports.TryDequeue(out _);
                await Hub.RunAsync();
            }
        }
        finally
        {
            _settling.Release();
        }
    }

    private string LastToken(string phone) =>
        Providers.Thread(phone).Select(heard => Link.Match(heard.Body)).Last(match => match.Success).Groups["token"].Value;

    private async Task<Instant?> NextAsync()
    {
        var forSweep = WithoutSweep ? null : await Get<Sweep>().NextAsync(default);
        var sweepAt = forSweep is { } due ? FullMinute(Instant.Max(due, _clock.Now + Duration.FromTicks(1))) : (Instant?)null;
        return Hub.NextAt is { } timer && !(sweepAt < timer) ? timer : sweepAt;
    }

    private static Instant FullMinute(Instant at) =>
        Instant.FromUnixTimeSeconds((at.ToUnixTimeTicks() + NodaConstants.TicksPerMinute - 1) / NodaConstants.TicksPerMinute * 60);

    private async Task StartAsync()
    {
        var policy = Policy with { Practice = Policy.Practice with { PublicUrl = PublicUrl } };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer(server => server.PreserveExecutionContext = KeepsContext);
        builder.Logging.AddProvider(Log);
        builder.Services.AddRoutingCore();
        builder.Services
            .AddCurbsideHost(policy, Key, AuthToken, EventKey, new PageOptions { HeldAnswerAfter = TimeSpan.Zero })
            .AddSingleton<IStore>(Store)
            .AddSingleton<IClock>(_clock)
            .AddSingleton<ITextSender>(Providers)
            .AddSingleton<IMailSender>(Providers);
        _app = builder.Build();
        _app.MapFunctions(Client);
        await _app.StartAsync();
        _browser = _app.GetTestClient();
        _browser.BaseAddress = new Uri(PublicUrl);
    }

    private async Task StopAsync()
    {
        _browser.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
