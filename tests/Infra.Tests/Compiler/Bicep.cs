using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Curbside.Infra.Tests.Compiler;

/// <summary>
/// The real Bicep compiler, kept running for all tests: it takes longer to start than to compile. It speaks JSON-RPC over its standard streams.
/// https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-cli#jsonrpc
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "There is one, for as long as the tests run.")]
internal sealed class Bicep
{
    /// <summary>Where the repository is.</summary>
    public static readonly string Repository = Metadata("Repository");

    /// <summary>infra/main.bicep with all that it is made of, compiled once for all tests.</summary>
    public static Task<Compiled> Main => MainOnce.Value;

    private static readonly Lazy<Bicep> Running = new(() => new Bicep());
    private static readonly Lazy<Task<Compiled>> MainOnce = new(() => CompileAsync(InfraFile("main.bicep")));

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Process _process;
    private int _asked;

    private Bicep()
    {
        var packaged = Metadata("BicepPath");
        var start = new ProcessStartInfo(File.Exists(packaged) ? packaged : "bicep", ["jsonrpc", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Practice.Settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _process.Kill();
    }

    public static string InfraFile(string name) => Path.Combine(Repository, "infra", name);

    /// <summary>Every .bicep file, main.bicep first.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [InfraFile("main.bicep"), .. Directory.GetFiles(InfraFile("modules"), "*.bicep").Order(StringComparer.Ordinal)];

    public static async Task<Compiled> CompileAsync(string path)
    {
        var answer = await Running.Value.AskAsync("bicep/compile", new JsonObject { ["path"] = path });
        return new Compiled(Diagnostics(answer), answer["contents"]?.GetValue<string>());
    }

    /// <summary>What Azure would be asked to make for these parameters, as far as can be told without Azure.</summary>
    /// <param name="path">A .bicepparam file.</param>
    public static async Task<Compiled> SnapshotAsync(string path)
    {
        var parameters = await Running.Value.AskAsync("bicep/compileParams", new JsonObject { ["path"] = path, ["parameterOverrides"] = new JsonObject() });
        if (!parameters["success"]!.GetValue<bool>())
        {
            return new Compiled(Diagnostics(parameters), null);
        }

        var where = new JsonObject { ["subscriptionId"] = "00000000-0000-0000-0000-000000000001", ["location"] = Practice.Settings["AZURE_LOCATION"] };
        var answer = await Running.Value.AskAsync("bicep/getSnapshot", new JsonObject { ["path"] = path, ["metadata"] = where });
        return new Compiled(Diagnostics(parameters), answer["snapshot"]!.GetValue<string>());
    }

    public static async Task<string> FormatAsync(string path) =>
        (await Running.Value.AskAsync("bicep/format", new JsonObject { ["path"] = path }))["contents"]!.GetValue<string>();

    private static IReadOnlyList<string> Diagnostics(JsonNode answer) =>
    [
        .. answer["diagnostics"]!.AsArray().Select(found => $"{Path.GetFileName(found!["source"]!.GetValue<string>())}: {found["level"]} {found["code"]}: {found["message"]}"),
    ];

    private async Task<JsonNode> AskAsync(string method, JsonObject parameters)
    {
        await _turn.WaitAsync();
        try
        {
            var question = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++_asked, ["method"] = method, ["params"] = parameters };
            var body = Encoding.UTF8.GetBytes(question.ToJsonString());
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            await input.WriteAsync(body);
            await input.FlushAsync();
            var answer = JsonNode.Parse(await ReadAsync(_process.StandardOutput.BaseStream))!;
            return answer["result"] ?? throw new JsonException(answer.ToJsonString());
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await output.ReadExactlyAsync(one);
            header.Append((char)one[0]);
        }

        var length = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(body);
        return body;
    }

    private static string Metadata(string key) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(found => found.Key == key).Value!;
}

/// <param name="Said">What the compiler has to say against it, one sentence each; empty when nothing.</param>
/// <param name="Json">Null where it did not compile.</param>
internal sealed record Compiled(IReadOnlyList<string> Said, string? Json)
{
    public JsonElement Root => JsonDocument.Parse(Json ?? throw new InvalidOperationException(string.Join('\n', Said))).RootElement;
}
