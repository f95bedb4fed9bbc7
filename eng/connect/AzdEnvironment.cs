using System.Text.Json;

namespace Curbside.Connect;

/// <summary>What azd keeps of the deployment in .azure, for whoever runs this program by hand. azd itself puts it into the environment.</summary>
internal static class AzdEnvironment
{
    /// <param name="folder">Where azure.yaml is, or a folder in it.</param>
    /// <returns>Name and value; none where azd has not been here.</returns>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var azd = Path.Combine(at.FullName, ".azure");
            var config = Path.Combine(azd, "config.json");
            if (File.Exists(config) && JsonDocument.Parse(File.ReadAllText(config)).RootElement.TryGetProperty("defaultEnvironment", out var name))
            {
                var values = Path.Combine(azd, name.GetString()!, ".env");
                return File.Exists(values) ? Parse(File.ReadLines(values)) : new Dictionary<string, string>();
            }
        }

        return new Dictionary<string, string>();
    }

    /// <summary>Lines such as <c>CURBSIDE_URL="https://line.example.org"</c>.</summary>
    private static Dictionary<string, string> Parse(IEnumerable<string> lines) => lines
        .Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2 && !parts[0].StartsWith('#'))
        .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal));
}
