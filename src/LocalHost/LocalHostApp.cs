using System.Net;
using System.Net.Sockets;
using Curbside.Consults;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Clock;
using Curbside.LocalHost.Pages;
using Curbside.LocalHost.Storage;
using Curbside.LocalHost.Timekeeping;
using Curbside.Links;
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

    /// <summary>Takes the data folder and the port, imports what was given, and answers. Stop and dispose it to give both back.</summary>
    /// <exception cref="StartException">The port is taken, or a given file is wrong.</exception>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    public static async Task<WebApplication> StartAsync(Options options)
    {
        var app = Build(options);
        try
        {
            await app.StartAsync();
            await app.Services.GetRequiredService<Opening>().Opened;
            return app;
        }
        catch
        {
            await app.StopAsync();
            await app.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(Options options)
    {
        // Reading the default policy takes a good part of the start, and nothing needs it before the store is open.
        var policy = Task.Run(() => PolicyFile.Default);
        var given = GivenFiles.Read(options);
        var socket = Bind(options.Port);
        try
        {
            return Build(options, given, policy, socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static WebApplication Build(Options options, GivenFiles given, Task<Policy> policy, Socket socket)
    {
        // An empty builder reads no settings from files and variables, so that nothing but the options says how it runs, and it starts at once.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Curbside.LocalHost" });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore().Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        Listen(builder.WebHost, socket);
        AddPorts(builder.Services, options, policy, $"http://localhost:{((IPEndPoint)socket.LocalEndPoint!).Port}");
        builder.Services.AddCurbside().AddCurbsidePages();
        AddHost(builder.Services, options, given);

        var app = builder.Build();
        try
        {
            // Opened now and not at the first request, so that whoever starts the program is told what is wrong.
            app.Services.GetRequiredService<SqliteStore>();
            app.Services.GetRequiredService<CarrierDatabase>();
            app.Services.GetRequiredService<IClock>();
            Routes.Map(app);
            return app;
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    /// <summary>The port is taken before anything else: links need to know it, and one that is in use is told plainly.</summary>
    private static Socket Bind(int port)
    {
        try
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException e)
        {
            throw new StartException($"Port {port} cannot be used: {e.Message}. Choose another with --port; 0 takes any that is free.");
        }
    }

    private static void Listen(IWebHostBuilder host, Socket socket) => host
        .UseKestrelCore()
        .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket)
        .ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
            kestrel.Listen(socket.LocalEndPoint!);
        });

    /// <summary>What <see cref="ServiceRegistration"/> asks of a host.</summary>
    private static void AddPorts(IServiceCollection services, Options options, Task<Policy> policy, string url)
    {
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
            .AddSingleton(_ => new CurbsideOptions(TrustFor, At(url, policy.GetAwaiter().GetResult())));
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

    private static Policy At(string url, Policy policy) => policy with { Practice = policy.Practice with { PublicUrl = url } };

    /// <summary>What runs beside the use cases. Services start in this order, then Kestrel, and stop in reverse.</summary>
    private static void AddHost(IServiceCollection services, Options options, GivenFiles given)
    {
        services.AddSingleton(given)
            .AddSingleton<ReportPump>()
            .AddSingleton<IncomingTexts>()
            .AddSingleton(new WebhookTrust(options.AuthToken, UnsignedFromLoopback: true))
            .AddSingleton<TextReceiver>(found => found.GetRequiredService<IncomingTexts>().ReceiveAsync)
            .AddSingleton<TwilioWebhooks>()
            .AddSingleton(new EventTrust(PublicKey: null))
            .AddSingleton<EmailEvents>()
            .AddSingleton<Management>()
            .AddSingleton(found => new HealthOptions(
            [
                new("texts", "simulated"),
                new("mail", "simulated"),
                new("clock", options.ManualClock ? "manual" : "real"),
                new("signatures", string.IsNullOrEmpty(options.AuthToken) ? "not checked; this machine only" : "checked"),
            ])
            {
                Opened = () => found.GetRequiredService<Opening>().Opened,
                FirstAtOnce = true,
            })
            .AddSingleton<Health>()
            .AddSingleton<ConsultList>()
            .AddSingleton<LocalApi>()
            .AddSingleton<LocalPages>()
            .AddSingleton<Opening>()
            .AddHostedService(found => found.GetRequiredService<Opening>())
            .AddHostedService(found => found.GetRequiredService<ReportPump>());
        if (!options.ManualClock)
        {
            services.AddHostedService<TimekeepingLoop>();
        }
    }
}
