using System.Net;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Links;
using Curbside.Messages;
using Curbside.People;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Curbside.Web;

/// <summary>The pages over a store, a carrier and a mail service in memory. It is Monday 5 January 2026, 13:00 in California.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Maya = "+14155550101";
    public const string Noor = "+14155550102";
    public const string Omar = "+14155550103";
    public const string Theo = "+14155550105";
    public const string Coach = "+14155550107";
    public const string Stranger = "+14155550199";

    private readonly WebApplication _app;
    private int _events;

    private Site(WebApplication app, StoppedClock clock, FakeProviders providers, MemoryStore store)
    {
        (_app, Clock, Providers, Store) = (app, clock, providers, store);
    }

    public StoppedClock Clock { get; }

    public FakeProviders Providers { get; }

    public MemoryStore Store { get; }

    /// <summary>A browser that keeps no cookies but those that a test sends, and follows no redirects.</summary>
    public HttpClient Browser => field ??= NewBrowser();

    /// <summary>Where the next request comes from.</summary>
    public IPAddress RemoteAddress { get; set; } = IPAddress.Parse("203.0.113.7");

    public static async Task<Site> OpenAsync(TimeProvider? time = null, TimeSpan heldAnswerAfter = default, string policy = "{}")
    {
        var clock = new StoppedClock(Instant.FromUtc(2026, 1, 5, 21, 0));
        var providers = new FakeProviders();
        var store = new MemoryStore();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        builder.Services
            .AddSingleton<IStore>(store)
            .AddSingleton<IClock>(clock)
            .AddSingleton<ITextSender>(providers)
            .AddSingleton<IMailSender>(providers)
            .AddSingleton<ITimekeeper>(new NoTimekeeper())
            .AddSingleton(new LinkKey([.. Enumerable.Range(1, 32).Select(value => (byte)value)]))
            .AddSingleton(new CurbsideOptions(Duration.FromDays(365), ((PolicyReading.Accepted)PolicyFile.Read(policy)).Policy))
            .AddSingleton(time ?? TimeProvider.System)
            .AddCurbside()
            .AddCurbsidePages(new PageOptions { HeldAnswerAfter = heldAnswerAfter });
        var app = builder.Build();
        var site = new Site(app, clock, providers, store);
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = site.RemoteAddress;
            return next();
        });
        app.MapCurbsidePages();
        await app.StartAsync();
        var coach = Rosters.Row("Marcus Bell", "PCC", Coach, "clinician", "coach", licences: "");
        var rows = Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Ines, Rosters.Theo, coach);
        await site.Get<PeopleBook>().ImportAsync(((RosterReading.Accepted)RosterFile.Read($"{RosterFile.Header}\n{rows}")).People);
        return site;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Posts a form.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Field, string Value)[] fields) => SendAsync(path, null, null, fields);

    public Task<HttpResponseMessage> PostJsonAsync(string path, params (string Field, string Value)[] fields) =>
        SendAsync(path, "application/json", null, fields);

    public async Task<HttpResponseMessage> SendAsync(string path, string? accept, string? cookie, params (string Field, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        request.Headers.TryAddWithoutValidation("Accept", accept ?? "text/html,*/*;q=0.8");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"curbside={cookie}");
        }

        return await Browser.SendAsync(request);
    }

    public async Task<string> GetAsync(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"curbside={cookie}");
        }

        using var response = await Browser.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Browser.GetAsync(path);
        return response.StatusCode;
    }

    /// <summary>A consult that is being asked, and the token of its asker's link.</summary>
    public async Task<(ConsultId Id, string Token)> AskAsync(
        string asker = Maya, Kind kind = Kind.Medication, Urgency urgency = Urgency.Today, string? question = null)
    {
        var id = ConsultId.From($"test {Interlocked.Increment(ref _events)}");
        var person = (await Get<PeopleBook>().CurrentAsync())[PersonOf(asker)];
        var draft = new RequestDraft { Kind = kind, Urgency = urgency };
        await Get<Requests>().AskAsync(id, draft.For(person, PolicyFile.Default.Practice, Clock.Now), question);
        return (id, await TokenAsync(id, asker));
    }

    public Task<string> TokenAsync(ConsultId id, string phone) => Get<LinkBook>().OpenAsync(id, PersonOf(phone));

    public Task AnswerAsync(ConsultId id, string phone, AnswerKind kind, Instant? at = null) =>
        HappensAsync(id, new ConsultEvent.Answered(PersonOf(phone), "test", new Messages.Answer(kind, at)));

    public Task HappensAsync(ConsultId id, ConsultEvent happened) =>
        Get<ConsultDesk>().HandleAsync(id, $"test {Interlocked.Increment(ref _events)}", happened, null, default);

    public async Task<Consult> ConsultAsync(ConsultId id) => (await Get<ConsultAccess>().FindAsync(id))!;

    public static PersonId PersonOf(string phone) => PersonId.Of(PhoneNumber.Parse(phone));

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>The value of a hidden field.</summary>
    public static string Hidden(string page, string field) =>
        Regex.Match(page, $"<input type=\"hidden\" name=\"{field}\" value=\"([^\"]*)\">") is { Success: true } found ? found.Groups[1].Value : "";

    private HttpClient NewBrowser()
    {
        var client = _app.GetTestClient();
        client.BaseAddress = new Uri("http://localhost:5080");
        return client;
    }
}
