using System.Text;
using System.Text.Json;
using Curbside.Files;

namespace Curbside.Consults;

/// <summary>The one file in which a practice decides for itself: JSON, in which comments and trailing commas are welcome.</summary>
/// <remarks><c>default-policy.json</c> shows everything that it may hold, and is where the defaults come from.</remarks>
public static class PolicyFile
{
    /// <summary>In UTF-8: some twenty times the default file.</summary>
    public const int MostBytes = 64 * 1024;

    private static readonly Lazy<Policy> DefaultPolicy = new(() => ReadOver(null, DefaultText()) switch
    {
        PolicyReading.Accepted accepted => accepted.Policy,
        PolicyReading.Refused refused => throw new InvalidOperationException($"The default policy is wrong: {string.Join("; ", refused.Errors)}."),
        _ => throw new InvalidOperationException("A reading is accepted or refused."),
    });

    public static Policy Default => DefaultPolicy.Value;

    /// <summary>Reads a practice's own file: what it leaves out is as in <see cref="Default"/>.</summary>
    public static PolicyReading Read(string json) => Read(json, Default);

    /// <param name="defaults">What holds where the file says nothing, such as a host's own address.</param>
    public static PolicyReading Read(string json, Policy defaults) => ReadOver(defaults, json);

    private static PolicyReading ReadOver(Policy? defaults, string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
        {
            return new PolicyReading.Refused([new FileError(1, null, "the file is larger than 64 KiB; keep only what differs from the defaults")]);
        }

        var errors = new List<FileError>();
        var policy = ReadPolicy(json, defaults, errors);
        return policy is not null && errors.Count == 0
            ? new PolicyReading.Accepted(policy)
            : new PolicyReading.Refused([.. errors.Distinct().OrderBy(error => error.Line)]);
    }

    private static Policy? ReadPolicy(string json, Policy? defaults, List<FileError> errors)
    {
        try
        {
            var file = LocatedJson.Parse(json);
            if (file is LocatedJson.Object root)
            {
                return new PolicyReader(defaults, errors).Read(root);
            }

            errors.Add(new FileError(file.Line, null, "a policy is one object; write { first and } last"));
        }
        catch (JsonException wrong)
        {
            // The message goes on with its own count of lines, from 0.
            var why = wrong.Message.Split(" LineNumber:")[0];
            var line = (int)(wrong.LineNumber ?? 0) + 1;
            errors.Add(new FileError(line, null, $"this is not JSON from byte {wrong.BytePositionInLine + 1} of the line on: {why}"));
        }

        return null;
    }

    private static string DefaultText()
    {
#pragma warning disable RS0030 // What is embedded is part of the program, and reading it is not input.
        using var text = new System.IO.StreamReader(typeof(PolicyFile).Assembly.GetManifestResourceStream("default-policy.json")!);
        return text.ReadToEnd();
#pragma warning restore RS0030
    }
}
