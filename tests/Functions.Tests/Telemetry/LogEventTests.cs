using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Curbside.Telemetry;
using Microsoft.Extensions.Logging;

namespace Curbside.Functions.Telemetry;

/// <summary>The tables of <c>docs/telemetry.md</c> against the code.</summary>
public sealed class LogEventTests
{
    private static readonly Assembly[] Shipped = [typeof(HostServices).Assembly, typeof(Sweep).Assembly];

    private const BindingFlags Anything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "telemetry.md"));

    [Fact]
    public void Every_log_event_has_an_id_of_its_own_and_a_row_in_the_table()
    {
        var logged =
            from assembly in Shipped
            from type in assembly.GetTypes()
            from method in type.GetMethods(Anything)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            orderby message.EventId
            select $"{message.EventId} {message.Level}".ToLowerInvariant();
        var rows = Regex.Matches(Document, @"^\| (\d+) \| (\w+) \|", RegexOptions.Multiline).Select(row => $"{row.Groups[1]} {row.Groups[2]}");

        Assert.Equal(rows, logged);
        Assert.Equal(logged.Distinct(), logged);
    }

    [Fact]
    public void Every_instrument_has_a_row_in_the_table()
    {
        var instruments = typeof(Measures).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<Instrument>().Select(instrument => instrument.Name).Order(StringComparer.Ordinal);
        var rows = Regex.Matches(Document, @"^\| `(curbside[\w.]+)` \|", RegexOptions.Multiline)
            .Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(rows, instruments);
    }
}
