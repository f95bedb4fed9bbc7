using System.Text.Json;

namespace Curbside.Infra.Tests.Compiler;

/// <summary>A practice that deploys, and what Azure would be asked to make for it.</summary>
internal sealed class Practice
{
    /// <summary>What a manager sets before the first deployment, by the names of docs/deploy.md.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["AZURE_ENV_NAME"] = "practice",
        ["AZURE_LOCATION"] = "westus3",
        ["LINE_DOMAIN"] = "line.example.org",
        ["MANAGER_EMAIL"] = "pat@example.org",
        ["TWILIO_ACCOUNT_SID"] = "AC" + new string('0', 32),
        ["TWILIO_MESSAGING_SERVICE_SID"] = "MG" + new string('0', 32),
        ["EMAIL_FROM"] = "line@example.org",
    };

    /// <summary>As main.bicepparam has it, from <see cref="Settings"/>.</summary>
    public static Task<Compiled> DefaultAsync() => DefaultOnce.Value;

    private static readonly Lazy<Task<Compiled>> DefaultOnce = new(() => Bicep.SnapshotAsync(Bicep.InfraFile("main.bicepparam")));

    /// <summary>With other parameters than the default.</summary>
    /// <param name="changes">Name and value of each, as Bicep writes them.</param>
    public static async Task<Compiled> WithAsync(params (string Name, string Value)[] changes)
    {
        var lines = (await File.ReadAllLinesAsync(Bicep.InfraFile("main.bicepparam"))).ToList();
        foreach (var (name, value) in changes)
        {
            lines.RemoveAll(line => line.StartsWith($"param {name} ", StringComparison.Ordinal));
            lines.Add($"param {name} = {value}");
        }

        var folder = Directory.CreateTempSubdirectory("curbside-infra-");
        lines[lines.IndexOf("using 'main.bicep'")] = $"using '{Path.GetRelativePath(folder.FullName, Bicep.InfraFile("main.bicep")).Replace('\\', '/')}'";
        var file = Path.Combine(folder.FullName, "main.bicepparam");
        try
        {
            await File.WriteAllLinesAsync(file, lines);
            return await Bicep.SnapshotAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>One resource as Azure would be asked for it.</summary>
internal sealed record Resource(string Type, string Name, JsonElement Json)
{
    public JsonElement Properties => Json.GetProperty("properties");

    public static IReadOnlyList<Resource> In(Compiled snapshot) =>
    [
        .. snapshot.Root.GetProperty("predictedResources").EnumerateArray().Select(json =>
            new Resource(json.GetProperty("type").GetString()!, json.GetProperty("name").GetString()!, json)),
    ];

    public static IReadOnlyList<Resource> In(Compiled snapshot, string type) => [.. In(snapshot).Where(resource => resource.Type == type)];
}
