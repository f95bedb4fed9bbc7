using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Curbside.Bench.Practice;

/// <summary>The published program as a process of its own, on a free port of this machine.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    private static readonly ConcurrentDictionary<int, Process> Running = new();

    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory,
#if !DEBUG
        "host",
#endif
        OperatingSystem.IsWindows() ? "Curbside.LocalHost.exe" : "Curbside.LocalHost");

    private readonly Process _process;

    private HostProcess(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first 200 of its health page.</summary>
    public TimeSpan StartedIn { get; private init; }

    public static async Task<HostProcess> StartAsync(string folder, params string[] options)
    {
        var port = FreePort();
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
        var start = new ProcessStartInfo(Program, ["--port", port.ToString(CultureInfo.InvariantCulture), "--data", folder, .. options])
        {
            RedirectStandardOutput = true,
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        Running[process.Id] = process;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            while (!await IsHealthyAsync(client))
            {
                if (process.HasExited || watch.Elapsed > LongestStart)
                {
                    throw new InvalidOperationException("The program did not start.");
                }

                await Task.Delay(LookEvery);
            }

            return new HostProcess(process, client) { StartedIn = watch.Elapsed };
        }
        catch
        {
            Kill(process);
            throw;
        }
    }

    /// <summary>What the process has in memory now; MB.</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    /// <summary>What the process has computed so far, on all cores: unlike the time on the clock, it depends little on what else runs.</summary>
    public TimeSpan Computing
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Kill(_process);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Nothing that was started here outlives this program, however it ends.</summary>
    public static void KillAll()
    {
        foreach (var process in Running.Values)
        {
            Kill(process);
        }
    }

    private static void Kill(Process process)
    {
        if (Running.TryRemove(process.Id, out _))
        {
            process.Kill();
        }
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
