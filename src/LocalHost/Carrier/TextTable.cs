using Curbside.LocalHost.Storage;
using NodaTime;

namespace Curbside.LocalHost.Carrier;

/// <summary>A text in a phone's thread.</summary>
/// <param name="Id">The carrier's own.</param>
/// <param name="Key">Curbside's outbox key; null for what the person or the carrier itself wrote.</param>
/// <param name="Incoming">From the person to Curbside.</param>
internal sealed record ThreadText(string Id, string? Key, bool Incoming, string Body, Instant At);

/// <summary>A report that Curbside has not been told yet.</summary>
/// <param name="N">The text's number here.</param>
internal sealed record OwedReport(long N, string Phone, string Key, string Status, string? ErrorCode);

/// <summary>Every text that the carrier ever had.</summary>
internal sealed class TextTable(CarrierDatabase database)
{
    private const string Insert = """
        INSERT INTO texts (id, phone, key, incoming, arrived, body, at, report) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (phone, id) DO NOTHING
        """;

    private const string FindByKey = "SELECT id FROM texts WHERE phone = ?1 AND key = ?2 ORDER BY n LIMIT 1";

    /// <summary>The very same text, delivered again, is there already.</summary>
    public void AddIncoming(string phone, string id, string body, Instant at)
    {
        lock (database.Turn)
        {
            Add(id, phone, null, incoming: true, arrived: true, body, at, null);
        }
    }

    /// <summary>The carrier's own words to a person.</summary>
    public void AddOwn(string phone, string body, Instant at)
    {
        lock (database.Turn)
        {
            Add(ProviderId.New("SM"), phone, null, incoming: false, arrived: true, body, at, null);
        }
    }

    /// <summary>Takes a text for a phone; one that came with this key before does not keep it from coming again.</summary>
    /// <param name="arrived">Whether it gets to the phone.</param>
    /// <param name="report">What is owed to Curbside about it.</param>
    /// <returns>Its id.</returns>
    public string AddOutgoing(string phone, string key, string body, bool arrived, string? report, Instant at)
    {
        lock (database.Turn)
        {
            var id = ProviderId.New("SM");
            Add(id, phone, key, incoming: false, arrived, body, at, report);
            return id;
        }
    }

    /// <returns>The id of the first text that came with this key; null when none did.</returns>
    public string? Find(string phone, string key)
    {
        lock (database.Turn)
        {
            var find = database.Run(FindByKey).Bind(1, phone).Bind(2, key);
            try
            {
                return find.Step() ? find.Text(0) : null;
            }
            finally
            {
                find.Reset();
            }
        }
    }

    /// <summary>What this phone shows, the oldest first.</summary>
    public IReadOnlyList<ThreadText> Thread(string phone)
    {
        lock (database.Turn)
        {
            var read = database.Run("SELECT id, key, incoming, body, at FROM texts WHERE phone = ?1 AND arrived ORDER BY n").Bind(1, phone);
            return read.List(row => new ThreadText(
                row.Text(0), row.IsNull(1) ? null : row.Text(1), row.Number(2) != 0, row.Text(3), Instant.FromUnixTimeTicks(row.Number(4))));
        }
    }

    /// <summary>What Curbside has not been told yet, the oldest first.</summary>
    public IReadOnlyList<OwedReport> Owed(int most)
    {
        lock (database.Turn)
        {
            var read = database.Run("SELECT n, phone, key, report FROM texts WHERE report IS NOT NULL ORDER BY n LIMIT ?1").Bind(1, most);
            return read.List(row =>
            {
                var words = row.Text(3).Split(' ');
                return new OwedReport(row.Number(0), row.Text(1), row.Text(2), words[0], words.ElementAtOrDefault(1));
            });
        }
    }

    /// <summary>Curbside has been told.</summary>
    public void Told(OwedReport report)
    {
        lock (database.Turn)
        {
            database.Run("UPDATE texts SET report = NULL WHERE n = ?1").Bind(1, report.N).Execute();
        }
    }

    private void Add(string id, string phone, string? key, bool incoming, bool arrived, string body, Instant at, string? report) =>
        database.Run(Insert).Bind(1, id).Bind(2, phone).BindOrNull(3, key).Bind(4, incoming ? 1 : 0).Bind(5, arrived ? 1 : 0).Bind(6, body)
            .Bind(7, at.ToUnixTimeTicks()).BindOrNull(8, report).Execute();
}
