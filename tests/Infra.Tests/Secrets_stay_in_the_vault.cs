using System.Text.RegularExpressions;
using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>No secret passes through a deployment: there is no parameter, no output and no function that could carry one.</summary>
public sealed partial class Secrets_stay_in_the_vault
{
    private static readonly Regex Secretive = SecretWords();

    [Fact]
    public async Task No_parameter_takes_one()
    {
        var names = (await Template.AllAsync()).SelectMany(template => template.Section("parameters").Select(parameter => parameter.Name));
        Assert.DoesNotContain(names, name => Secretive.IsMatch(name));
    }

    [Fact]
    public async Task No_output_gives_one()
    {
        var outputs = (await Template.AllAsync()).SelectMany(template => template.Section("outputs"));
        Assert.DoesNotContain(outputs, output => Secretive.IsMatch(output.Name));
    }

    [Fact]
    public async Task No_key_is_asked_for_anywhere() => Assert.DoesNotMatch(KeyFunctions(), (await Bicep.Main).Json!);

    [Fact]
    public async Task Settings_that_are_secret_are_references_to_the_vault()
    {
        var settings = await GivenSettings.AllAsync();
        var secret = settings.Where(setting => Secretive.IsMatch(setting.Key)).ToList();
        Assert.True(secret.Count >= 3, $"{secret.Count} secret settings");
        Assert.All(secret, setting => Assert.Contains("@Microsoft.KeyVault(SecretUri=", setting.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex("(token|secret|password|api_?key|linkkey|__key$|publickey)", RegexOptions.IgnoreCase)]
    private static partial Regex SecretWords();

    [GeneratedRegex(@"\b(list[A-Z]\w*|getSecret)\(")]
    private static partial Regex KeyFunctions();
}
