using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Curbside.Bench.Practice;

/// <summary>An offer that a consultant has on their phone.</summary>
/// <param name="Take">What they text to take it, such as <c>A1</c>.</param>
/// <param name="Refuse">Such as <c>A0</c>.</param>
internal sealed record OpenOffer(string Phone, string Take, string Refuse);

/// <summary>Reads the simulated phones where the carrier keeps them, so that looking at them costs the measured program nothing.</summary>
internal sealed partial class OpenOffers : IDisposable
{
    private readonly SqliteConnection _connection;
    private long _read;

    public OpenOffers(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "carrier.db")};Mode=ReadOnly;Pooling=False");
        _connection.Open();
    }

    /// <summary>Those that came since the last look.</summary>
    public IReadOnlyList<OpenOffer> Next()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT n, phone, body FROM texts WHERE n > $read AND incoming = 0 ORDER BY n";
        command.Parameters.AddWithValue("$read", _read);
        using var texts = command.ExecuteReader();
        var offers = new List<OpenOffer>();
        while (texts.Read())
        {
            _read = texts.GetInt64(0);
            if (Offer().Match(texts.GetString(2)) is { Success: true } offer)
            {
                offers.Add(new OpenOffer(texts.GetString(1), offer.Groups["take"].Value, offer.Groups["refuse"].Value));
            }
        }

        return offers;
    }

    public void Dispose() => _connection.Dispose();

    [GeneratedRegex(@"(?<take>[A-H]\d+) [^,]+,.*(?<refuse>[A-H]0) can't")]
    private static partial Regex Offer();
}
