using System.Net;
using System.Net.Sockets;
using Curbside.Consults;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Clock;
using Curbside.LocalHost.Pages;
using Curbside.LocalHost.Storage;
using Curbside.LocalHost.Timekeeping;
using Curbside.Links;
using Curbside.People;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Curbside.Web;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using NodaTime;

namespace Curbside.LocalHost;

/// <summary>The whole of Curbside on one machine: Kestrel, SQLite, simulated phones and mailboxes.</summary>
public static class LocalHostApp
{
    /// <summary>Larger than any file that is put here; each handler has a bound of its own.</summary>
    private const int MostRequestBytes = 2_000_000;

    /// <summary>Nothing stays the same in memory for longer, though on one machine nobody else changes it.</summary>
    private static readonly Duration TrustFor = Duration.FromHours(1);

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    /// <summary>Takes the data folder and the port. Start it to import what was given and to answer; dispose it to give both back.</summary>
    /// <exception cref="StartException">The port is taken, or a given file is wrong.</exception>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    public static WebApplication Build(Options options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var given = GivenFiles.Read(options);

        // An empty builder reads no settings from files and variables, so that nothing but the options says how it runs, and it starts at once.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Curbside.LocalHost" });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore().Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        var url = Listen(builder, options.Port);
        AddPorts(builder.Services, options, url);
        builder.Services.AddCurbside().AddCurbsidePages();
        AddHost(builder.Services, options, given);

        var app = builder.Build();
        try
        {
            // Opened now and not at the first request, so that whoever starts the program is told what is wrong.
            app.Services.GetRequiredService<SqliteStore>();
            app.Services.GetRequiredService<CarrierDatabase>();
            app.Services.GetRequiredService<IClock>();
            Map(app);
            return app;
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    /// <returns>Where people reach it.</returns>
    private static string Listen(WebApplicationBuilder builder, int port)
    {
        // The port is taken before anything else: links need to know it, and one that is in use is told plainly.
        var socket = Bind(port);
        var endpoint = (IPEndPoint)socket.LocalEndPoint!;
        builder.WebHost.UseKestrelCore()
            .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
                kestrel.Listen(endpoint);
            });
        builder.Services.AddSingleton(_ => socket);
        return $"http://localhost:{endpoint.Port}";
    }

    private static Socket Bind(int port)
    {
        try
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException e)
        {
            throw new StartException($"Port {port} cannot be used: {e.Message}. Choose another with --port; 0 takes any free one.");
        }
    }

    /// <summary>What <see cref="ServiceRegistration"/> asks of a host.</summary>
    private static void AddPorts(IServiceCollection services, Options options, string url)
    {
        var policy = PolicyFile.Default;
        services.AddSingleton(_ => DataFolder.Open(options.Data))
            .AddSingleton(found => SqliteStore.Open(found.GetRequiredService<DataFolder>()))
            .AddSingleton<IStore>(found => found.GetRequiredService<SqliteStore>())
            .AddSingleton(found => CarrierDatabase.Open(found.GetRequiredService<DataFolder>()))
            .AddSingleton<TextTable>().AddSingleton<PhoneTable>().AddSingleton<ReportSignal>()
            .AddSingleton<SimulatedCarrier>().AddSingleton<SimulatedMail>()
            .AddSingleton<ITextSender>(found => found.GetRequiredService<SimulatedCarrier>())
            .AddSingleton<IMailSender>(found => found.GetRequiredService<SimulatedMail>())
            .AddSingleton<ITimekeeper, StoredDeadlines>()
            .AddSingleton(found => new LinkKey(found.GetRequiredService<DataFolder>().LinkKey.ToArray()))
            .AddSingleton(new CurbsideOptions(TrustFor, policy with { Practice = policy.Practice with { PublicUrl = url } }));
        if (options.ManualClock)
        {
            services.AddSingleton(found => ManualClock.Open(found.GetRequiredService<DataFolder>(), options.Start))
                .AddSingleton<IClock>(found => found.GetRequiredService<ManualClock>())
                .AddSingleton<ClockAdvance>();
        }
        else
        {
            services.AddSingleton<IClock>(SystemClock.Instance);
        }
    }

    /// <summary>What runs beside the use cases. Services start in this order, then Kestrel, and stop in reverse.</summary>
    private static void AddHost(IServiceCollection services, Options options, GivenFiles given)
    {
        var authToken = Environment.GetEnvironmentVariable("TWILIO_AUTH_TOKEN");
        services.AddSingleton(given)
            .AddSingleton<ReportPump>()
            .AddSingleton<IncomingTexts>()
            .AddSingleton(new WebhookTrust(authToken, UnsignedFromLoopback: true))
            .AddSingleton<TextReceiver>(found => found.GetRequiredService<IncomingTexts>().ReceiveAsync)
            .AddSingleton<TwilioWebhooks>()
            .AddSingleton<Management>()
            .AddSingleton(found => new Health(found.GetRequiredService<PeopleBook>(), found.GetRequiredService<PolicyBook>(),
            [
                new("texts", "simulated"),
                new("mail", "simulated"),
                new("clock", options.ManualClock ? "manual" : "real"),
                new("signatures", string.IsNullOrEmpty(authToken) ? "not checked; this machine only" : "checked"),
            ]))
            .AddSingleton<ConsultList>()
            .AddSingleton<LocalApi>()
            .AddHostedService<Opening>()
            .AddHostedService(found => found.GetRequiredService<ReportPump>());
        if (!options.ManualClock)
        {
            services.AddHostedService<TimekeepingLoop>();
        }
    }

    private static void Map(WebApplication app)
    {
        app.Use(LoopbackGuard.InvokeAsync);
        var webhooks = app.Services.GetRequiredService<TwilioWebhooks>();
        var management = app.Services.GetRequiredService<Management>();
        app.MapPost("/sms/inbound", webhooks.InboundAsync);
        app.MapPost("/sms/status", webhooks.StatusAsync);
        app.MapPut("/manage/roster", management.PutRosterAsync);
        app.MapPut("/manage/policy", management.PutPolicyAsync);
        app.MapGet("/healthz", app.Services.GetRequiredService<Health>().GetAsync);
        app.MapCurbsidePages();
        app.Services.GetRequiredService<LocalApi>().Map(app);
    }
}
