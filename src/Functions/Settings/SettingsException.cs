namespace Curbside.Functions.Settings;

/// <summary>The app cannot start with these settings. The message names each that is wrong, and says how to set it.</summary>
public sealed class SettingsException(IReadOnlyList<string> errors)
    : Exception($"Curbside cannot start, because of its settings:\n{string.Join('\n', errors.Select(error => $"  {error}"))}")
{
    public IReadOnlyList<string> Errors => errors;
}
