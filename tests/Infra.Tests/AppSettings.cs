using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>The app's settings as infra/modules/settings.bicep has them: name → value as compiled, an expression where it depends on what is deployed.</summary>
internal static class AppSettings
{
    private static readonly string[] Groups = ["runtime", "curbside"];

    public static async Task<IReadOnlyDictionary<string, string>> AllAsync()
    {
        var variables = (await Template.AllAsync()).Single(template => template.Name == "settings").Json.GetProperty("variables");
        return Groups
            .SelectMany(group => variables.GetProperty(group).EnumerateObject())
            .ToDictionary(setting => setting.Name, setting => setting.Value.ToString());
    }
}
