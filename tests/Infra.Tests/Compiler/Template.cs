using System.Text.Json;

namespace Curbside.Infra.Tests.Compiler;

/// <summary>A compiled file: main.bicep or one of its modules.</summary>
/// <param name="Name">Name of the module in the file that uses it; "main" for the first.</param>
internal sealed record Template(string Name, JsonElement Json)
{
    /// <summary>main.bicep and every module in it, however deep.</summary>
    public static async Task<IReadOnlyList<Template>> AllAsync() => [.. WithModules("main", (await Bicep.Main).Root)];

    /// <summary>Resources by their names in the file, modules and those that are there already left out.</summary>
    public IEnumerable<(string Name, JsonElement Json)> Resources => Declared(Json).Where(declared => !IsModule(declared.Json) && !IsExisting(declared.Json));

    /// <summary>Its parameters or outputs.</summary>
    /// <param name="section">"parameters" or "outputs".</param>
    public IEnumerable<(string Name, JsonElement Json)> Section(string section) =>
        Json.TryGetProperty(section, out var found) ? found.EnumerateObject().Select(entry => (entry.Name, entry.Value)) : [];

    private static IEnumerable<Template> WithModules(string name, JsonElement json) => Declared(json)
        .Where(declared => IsModule(declared.Json))
        .SelectMany(module => WithModules(module.Name, module.Json.GetProperty("properties").GetProperty("template")))
        .Prepend(new Template(name, json));

    private static IEnumerable<(string Name, JsonElement Json)> Declared(JsonElement json)
    {
        var resources = json.GetProperty("resources");
        return resources.ValueKind == JsonValueKind.Object
            ? resources.EnumerateObject().Select(resource => (resource.Name, resource.Value))
            : resources.EnumerateArray().Select(resource => (resource.GetProperty("name").GetString()!, resource));
    }

    private static bool IsModule(JsonElement resource) => resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments";

    private static bool IsExisting(JsonElement resource) => resource.TryGetProperty("existing", out var existing) && existing.GetBoolean();
}
