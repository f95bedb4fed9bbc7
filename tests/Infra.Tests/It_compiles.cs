using System.Text.RegularExpressions;
using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>By the real compiler with the types of every Azure resource: a misspelt property is found here and not in the manager's subscription.</summary>
public sealed partial class It_compiles
{
    private static readonly string[] Sections = ["parameters", "outputs"];

    [Fact]
    public async Task Without_an_error_or_a_warning()
    {
        var main = await Bicep.Main;
        Assert.Empty(main.Said);
        Assert.NotNull(main.Json);
    }

    [Fact]
    public async Task And_so_do_the_parameters_of_a_practice() => Assert.Empty((await Practice.DefaultAsync()).Said);

    [Fact]
    public void Every_module_is_used_and_none_comes_from_elsewhere()
    {
        var used = Bicep.Files.SelectMany(file => Modules().Matches(File.ReadAllText(file))
            .Select(module => Path.GetFullPath(module.Groups[1].Value, Path.GetDirectoryName(file)!))).ToHashSet();
        Assert.Equal(Bicep.Files.Skip(1).Order(), used.Order());
    }

    [Fact]
    public async Task Every_file_is_formatted()
    {
        foreach (var file in Bicep.Files.Append(Bicep.InfraFile("main.bicepparam")))
        {
            Assert.Equal(await Bicep.FormatAsync(file), await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public void Every_file_says_in_its_first_line_what_it_is_for() =>
        Assert.All(Bicep.Files, file => Assert.StartsWith("// ", File.ReadLines(file).First(), StringComparison.Ordinal));

    [Fact]
    public async Task Every_parameter_and_output_is_described()
    {
        var silent =
            from template in await Template.AllAsync()
            from section in Sections
            from entry in template.Section(section)
            where !entry.Json.TryGetProperty("metadata", out var metadata)
                || !metadata.TryGetProperty("description", out var description)
                || description.GetString()!.Length < 7
            select $"{template.Name}: {entry.Name}";
        Assert.Empty(silent);
    }

    /// <summary>Only what nobody else can know has to be said; everything else has a default that is right for a small practice.</summary>
    [Fact]
    public async Task Few_parameters_are_needed()
    {
        var main = (await Template.AllAsync())[0];
        var needed = main.Section("parameters").Where(parameter => !parameter.Json.TryGetProperty("defaultValue", out _)).Select(parameter => parameter.Name);
        Assert.Equal(["emailFrom", "environmentName", "location", "managerEmail", "twilioAccountSid", "twilioMessagingServiceSid"], needed.Order());
    }

    [GeneratedRegex(@"^module \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Modules();
}
