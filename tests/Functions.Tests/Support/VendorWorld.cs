using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Email;
using Curbside.Functions.Sms;
using Curbside.Links;
using Curbside.People;
using Curbside.Phones;
using Curbside.Preflight;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Curbside.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Twilio.Clients;

namespace Curbside.Functions;

/// <summary>The use cases over a store in memory and the real adapters to a Twilio and a SendGrid that a test plays. It is Monday 5 January 2026, 13:00 in California.</summary>
internal sealed class VendorWorld : IAsyncDisposable
{
    private static readonly CurbsideOptions Trust = new(Duration.FromDays(365), PolicyFile.Default);

    private readonly ServiceProvider _services;

    private VendorWorld()
    {
        Clock = new StoppedClock(Instant.FromUtc(2026, 1, 5, 21, 0));
        Twilio = new FakeTwilio(Clock);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IStore>(Store)
            .AddSingleton<IClock>(Clock)
            .AddSingleton(FakeTwilio.Options)
            .AddSingleton<ITwilioRestClient>(new TwilioRestClient(FakeTwilio.Options.AccountSid, FakeTwilio.Options.AuthToken, httpClient: Twilio))
            .AddSingleton(new SendingPace(FakeTwilio.Options.TextsPerSecond, TimeProvider.System))
            .AddSingleton<ITextSender, TwilioTexts>()
            .AddSingleton(FakeSendGrid.Options)
            .AddSingleton(SendGridMail.Open(FakeSendGrid.Options, new HttpClient(SendGrid)))
            .AddSingleton<IMailSender, SendGridMail>()
            .AddSingleton(new EventTrust(FakeSendGrid.Options.EventPublicKey))
            .AddSingleton<EmailEvents>()
            .AddSingleton<MissedTexts>()
            .AddSingleton<ITimekeeper>(new NoTimekeeper())
            .AddSingleton(new LinkKey([.. Enumerable.Range(1, 32).Select(value => (byte)value)]))
            .AddSingleton(Trust)
            .AddSingleton(new SightingBook(Store, Clock, Duration.Zero))
            .AddCurbside()
            .BuildServiceProvider();
    }

    public StoppedClock Clock { get; }

    public FakeTwilio Twilio { get; }

    public FakeSendGrid SendGrid { get; } = new();

    public MortalStore Store { get; } = new(new MemoryStore());

    public static Task<VendorWorld> OpenAsync() => OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Omar);

    /// <param name="rows">The roster.</param>
    public static async Task<VendorWorld> OpenAsync(params string[] rows)
    {
        var world = new VendorWorld();
        await world.Get<PeopleBook>().ImportAsync(Rosters.People(rows));
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A text comes in by the webhook; its answer goes back in it.</summary>
    public async Task TextAsync(string from, string sid, string body)
    {
        Twilio.Texts.Enqueue(new KeptText(sid, from, "+14155550100", body, "inbound", Clock.Now, "received"));
        foreach (var reply in await Get<Inbox>().TextReceivedAsync(PhoneNumber.Parse(from), sid, body, null))
        {
            Twilio.Keep("+14155550100", from, reply.Body, "outbound-reply");
        }
    }

    /// <summary>Lets time pass; whatever falls due on the way is handled in order.</summary>
    public async Task AdvanceAsync(Duration by)
    {
        var target = Clock.Now + by;
        var sweep = Get<Sweep>();
        for (var passes = 0; await sweep.NextAsync(default) is { } next && next <= target; passes++)
        {
            Assert.True(passes < 10_000, $"Something due at {next} does not move on.");
            Clock.Now = Instant.Max(Clock.Now, next);
            await sweep.HandleDueAsync(default);
        }

        Clock.Now = target;
    }

    /// <summary>The texts that a phone got, oldest first.</summary>
    public IReadOnlyList<string> Thread(string phone) => [.. Twilio.Texts.Where(text => text.To == phone).Select(text => text.Body)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SendGrid.Dispose();
    }
}
