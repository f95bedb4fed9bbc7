using Curbside.Consults;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Clock;
using Curbside.LocalHost.Storage;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;
using NodaTime;

namespace Curbside.LocalHost.Killing;

/// <summary>A text or a mail as the simulated carrier or mail service took it, whether or not it arrived.</summary>
internal sealed record Taken(string To, string Id, string? Key, bool Incoming);

/// <summary>What the dead program left on disk: its own rows, and the carrier's.</summary>
internal sealed class Evidence
{
    private Evidence()
    {
    }

    public required Instant Now { get; init; }

    public required IReadOnlyList<Taken> Texts { get; init; }

    public required IReadOnlyList<Taken> Mails { get; init; }

    public required IReadOnlyDictionary<Table, IReadOnlyList<Row>> Rows { get; init; }

    public required Roster Roster { get; init; }

    public IEnumerable<(string Number, StoredPhone Stored, Row Row)> Phones => States(Table.Phones).Select(row => (row.Partition, StoredForm.Read<StoredPhone>(row.Body), row));

    public IEnumerable<(StoredConsult Stored, Row Row)> Consults => States(Table.Consults).Select(row => (StoredForm.Read<StoredConsult>(row.Body), row));

    public IEnumerable<(string Number, StoredEvent Happened)> PhoneEvents =>
        Under(Table.Phones, RowKeys.FirstEvent).Select(row => (row.Partition, StoredForm.Read<StoredEvent>(row.Body)));

    public IEnumerable<(string Number, string Key, StoredMessage Message)> Messages =>
        Under(Table.Phones, RowKeys.FirstMessage).Select(row => (row.Partition, row.Key, StoredForm.Read<StoredMessage>(row.Body)));

    public static async Task<Evidence> ReadAsync(string data)
    {
        using var folder = DataFolder.Open(data);
        using var store = SqliteStore.Open(folder);
        using var carrier = CarrierDatabase.Open(folder);
        var clock = ManualClock.Open(folder, Instant.MinValue);
        using var people = new PeopleBook(store, clock, Duration.Zero);
        var rows = new Dictionary<Table, IReadOnlyList<Row>>();
        foreach (var table in Enum.GetValues<Table>())
        {
            rows[table] = await store.ScanAsync(table, "", "~");
        }

        return new Evidence
        {
            Now = clock.GetCurrentInstant(),
            Texts = Read(carrier, "SELECT phone, id, key, incoming FROM texts"),
            Mails = Read(carrier, "SELECT mailbox, id, key, 0 FROM mails"),
            Rows = rows,
            Roster = await people.CurrentAsync(),
        };
    }

    public IEnumerable<Row> Under(Table table, string prefix) => Rows[table].Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    private IEnumerable<Row> States(Table table) => Rows[table].Where(row => row.Key == RowKeys.State);

    private static IReadOnlyList<Taken> Read(CarrierDatabase carrier, string sql)
    {
        lock (carrier.Turn)
        {
            return carrier.Run(sql).List(row => new Taken(row.Text(0), row.Text(1), row.IsNull(2) ? null : row.Text(2), row.Number(3) != 0));
        }
    }
}
