using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Curbside.LocalHost;

/// <summary>What the program was told on its command line.</summary>
public sealed record Options
{
    public const string Usage = """
        dotnet run --project src/LocalHost -- [options]

          --port 5080            where it answers on this machine; 0 takes any free port
          --data DIR             the folder that keeps everything (default: data)
          --roster roster.csv    the practice's people (default on new data: a demo practice)
          --policy policy.json   what the practice wants otherwise than the defaults
          --clock real|manual    manual: time stands still until it is advanced on /local
          --start TIME           where a manual clock begins on new data (default: 2026-01-05T09:00-08:00)

          --check, before the others: starts nothing, and says what roster and policy lack, and who could be called in the next 14 days
        """;

    private static readonly OffsetDateTimePattern[] StartForms =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<G>"),
    ];

    /// <summary>0 for any that is free.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The data folder.</summary>
    public string Data { get; init; } = "data";

    /// <summary>The path of a roster file.</summary>
    public string? Roster { get; init; }

    /// <summary>The path of a policy file.</summary>
    public string? Policy { get; init; }

    public bool ManualClock { get; init; }

    /// <summary>Twilio's, when its webhooks are led here; null for none. A secret, so not on the command line.</summary>
    public string? AuthToken { get; init; }

    /// <summary>Where a manual clock begins; a Monday morning in the demo practice.</summary>
    public Instant Start { get; init; } = Instant.FromUtc(2026, 1, 5, 17, 0);

    /// <exception cref="StartException">An option is unknown, is given twice, or has no or no sensible value.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var values = ReadPairs(arguments);
        var options = new Options();
        foreach (var (name, value) in values)
        {
            options = name switch
            {
                "--port" => options with { Port = ReadPort(value) },
                "--data" => options with { Data = value },
                "--roster" => options with { Roster = value },
                "--policy" => options with { Policy = value },
                "--clock" => options with { ManualClock = ReadClock(value) },
                "--start" => options with { Start = ReadStart(value) },
                _ => throw Wrong($"There is no option {name}."),
            };
        }

        return values.ContainsKey("--start") && !options.ManualClock
            ? throw Wrong("--start sets a manual clock: add --clock manual.")
            : options;
    }

    private static Dictionary<string, string> ReadPairs(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                throw Wrong($"'{name}' is not an option.");
            }

            if (i + 1 == arguments.Count || arguments[i + 1].Length == 0 || arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                throw Wrong($"{name} lacks its value.");
            }

            if (!values.TryAdd(name, arguments[i + 1]))
            {
                throw Wrong($"{name} is given twice.");
            }
        }

        return values;
    }

    private static int ReadPort(string value) =>
        ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw Wrong($"'{value}' is not a port: give a number from 0 to 65535.");

    private static bool ReadClock(string value) => value switch
    {
        "real" => false,
        "manual" => true,
        _ => throw Wrong($"'{value}' is not a clock: give real or manual."),
    };

    private static Instant ReadStart(string value)
    {
        foreach (var form in StartForms)
        {
            if (form.Parse(value) is { Success: true } read)
            {
                return read.Value.ToInstant();
            }
        }

        throw Wrong($"'{value}' is not a time with its offset: write it like 2026-01-05T09:00-08:00.");
    }

    private static StartException Wrong(string what) => new($"{what}\n\n{Usage}");
}
