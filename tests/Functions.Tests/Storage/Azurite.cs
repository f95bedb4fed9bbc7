using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Curbside.Functions.Storage;

/// <summary>
/// The storage emulator's table service (https://github.com/Azure/Azurite), started once for all tests that want it, with nothing on disk. It ends
/// with this process: when its input closes.
/// </summary>
internal static class Azurite
{
    private const string Account = "devstoreaccount1";

    /// <summary>The account key that every emulator has; no secret.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Lazy<Task<string>> Running = new(StartAsync);

    /// <summary>Kept, since its input would close with it.</summary>
    private static Process? _process;

    public static Task<string> ConnectionStringAsync() => Running.Value;

    private static async Task<string> StartAsync()
    {
        var folder = Folder();
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules", "azurite")),
            "The storage emulator is not installed. Run ./test, or npm ci in tests/Functions.Tests; both need Node.js 20 or later.");
        var port = FreePort();
        string[] arguments = ["azurite.js", "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--inMemoryPersistence", "--silent", "--disableTelemetry"];
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        var azurite = _process = Process.Start(start)!;
        await AnswersAsync(port, azurite);
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/{Account};";
    }

    private static async Task AnswersAsync(int port, Process azurite)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                Assert.False(azurite.HasExited, $"The storage emulator ended at once, with {(azurite.HasExited ? azurite.ExitCode : 0)}.");
                Assert.True(waited.Elapsed < Patience, "The storage emulator does not answer.");

                // A process of its own has no time that could be advanced by hand.
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The project's own folder, which has the packages beside it.</summary>
    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, ".."));
}
