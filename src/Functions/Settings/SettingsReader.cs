using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace Curbside.Functions.Settings;

/// <summary>A setting as a person sets it.</summary>
/// <param name="Name">As an app setting, with <c>__</c> after a section.</param>
/// <param name="What">What it is and where to get it, as the rest of "It is …".</param>
public sealed record Setting(string Name, string What)
{
    internal string Key => Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}

/// <summary>Reads settings, and collects everything that is wrong with them.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>The platform puts the secret in its place before the app starts; where it could not, the app sees the reference itself.</summary>
    private const string KeyVaultReference = "@Microsoft.KeyVault(";

    public List<string> Errors { get; } = [];

    public string? Optional(Setting setting)
    {
        var value = configuration[setting.Key]?.Trim();
        if (value is not null && value.StartsWith(KeyVaultReference, StringComparison.OrdinalIgnoreCase))
        {
            Errors.Add(
                $"{setting.Name} is a Key Vault reference that could not be read. Give the app's identity the role Key Vault Secrets User, and check the "
                    + "secret's name.");
            return null;
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    public string Required(Setting setting)
    {
        var wrong = Errors.Count;
        if (Optional(setting) is { } value)
        {
            return value;
        }

        if (Errors.Count == wrong)
        {
            Errors.Add($"{setting.Name} is missing. It is {setting.What}.");
        }

        return "";
    }

    /// <summary>A required setting that has to look like something.</summary>
    public string Required(Setting setting, Func<string, bool> looksRight) => Checked(setting, Required(setting), looksRight);

    public string? Optional(Setting setting, Func<string, bool> looksRight) => Optional(setting) is { } value ? Checked(setting, value, looksRight) : null;

    /// <summary>Exactly one of the two.</summary>
    public void OneOf(Setting one, string? first, Setting other, string? second)
    {
        if (first is not null && second is not null)
        {
            Errors.Add($"{one.Name} and {other.Name} are both set. Remove one of them.");
        }
        else if (first is null && second is null && !Has(one) && !Has(other))
        {
            Errors.Add($"{one.Name} or {other.Name} is missing. Set one of them: {one.What}; or {other.What}.");
        }
    }

    /// <summary>What is set in a section and is no setting of it is a slip of the pen.</summary>
    public void NothingElse(string section, IEnumerable<Setting> known)
    {
        var unknown = configuration.GetSection(section).GetChildren()
            .Where(child => known.All(setting => !setting.Key.Equals(child.Path, StringComparison.OrdinalIgnoreCase)));
        foreach (var child in unknown)
        {
            Errors.Add($"{section}__{child.Key} is no setting. Those of {section} are {string.Join(", ", known.Select(setting => setting.Name))}.");
        }
    }

    private bool Has([NotNull] Setting setting) => !string.IsNullOrWhiteSpace(configuration[setting.Key]);

    private string Checked(Setting setting, string value, Func<string, bool> looksRight)
    {
        if (value.Length > 0 && !looksRight(value))
        {
            // Not the value: it may be a secret in the wrong place.
            Errors.Add($"{setting.Name} does not look right. It is {setting.What}.");
        }

        return value;
    }
}
