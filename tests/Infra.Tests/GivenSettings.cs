using System.Text.Json;
using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>The app's settings as infra/modules/settings.bicep has them: name → value as compiled, an expression where it depends on what is deployed.</summary>
internal static class GivenSettings
{
    public static Task<IReadOnlyDictionary<string, string>> AllAsync() => GroupsAsync("runtime", "curbside");

    /// <summary>Those that Curbside's own code reads.</summary>
    public static Task<IReadOnlyDictionary<string, string>> OfCurbsideAsync() => GroupsAsync("curbside");

    /// <summary>The setting that there is only with a domain, as compiled.</summary>
    public static async Task<string> AddressAsync() => (await VariablesAsync()).GetProperty("address").GetString()!;

    private static async Task<JsonElement> VariablesAsync() =>
        (await Template.AllAsync()).Single(template => template.Name == "settings").Json.GetProperty("variables");

    private static async Task<IReadOnlyDictionary<string, string>> GroupsAsync(params string[] groups)
    {
        var variables = await VariablesAsync();
        return groups
            .SelectMany(group => variables.GetProperty(group).EnumerateObject())
            .ToDictionary(setting => setting.Name, setting => setting.Value.ToString());
    }
}
