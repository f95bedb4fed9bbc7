using Curbside.LocalHost.Storage;

namespace Curbside.LocalHost.Carrier;

/// <summary>A phone that the carrier knows.</summary>
/// <param name="Unread">How many texts came since its owner last looked.</param>
/// <param name="Latest">Larger, the later its last text.</param>
internal sealed record PhoneInBrief(string Number, int Unread, long Latest);

/// <summary>What the carrier knows of each phone: whether it can be reached, whether its owner opted out, and how far they have read.</summary>
internal sealed class PhoneTable(CarrierDatabase database)
{
    private const string List = """
        SELECT texts.phone, sum(texts.incoming = 0 AND texts.n > coalesce(phones.read_to, 0)), max(texts.n)
        FROM texts LEFT JOIN phones ON phones.phone = texts.phone WHERE texts.arrived GROUP BY texts.phone
        """;

    public bool IsUnreachable(string phone) => Flag("SELECT unreachable FROM phones WHERE phone = ?1", phone);

    public bool IsOptedOut(string phone) => Flag("SELECT opted_out FROM phones WHERE phone = ?1", phone);

    public void SetUnreachable(string phone, bool value) =>
        Set("INSERT INTO phones (phone, unreachable) VALUES (?1, ?2) ON CONFLICT (phone) DO UPDATE SET unreachable = ?2", phone, value ? 1 : 0);

    public void SetOptedOut(string phone, bool value) =>
        Set("INSERT INTO phones (phone, opted_out) VALUES (?1, ?2) ON CONFLICT (phone) DO UPDATE SET opted_out = ?2", phone, value ? 1 : 0);

    /// <summary>The owner has read everything that is there now.</summary>
    public void SetRead(string phone)
    {
        lock (database.Turn)
        {
            database.Run(
                "INSERT INTO phones (phone, read_to) SELECT ?1, coalesce(max(n), 0) FROM texts WHERE phone = ?1 "
                + "ON CONFLICT (phone) DO UPDATE SET read_to = excluded.read_to").Bind(1, phone).Execute();
        }
    }

    /// <summary>Every phone with a thread.</summary>
    public IReadOnlyList<PhoneInBrief> All()
    {
        lock (database.Turn)
        {
            return database.Run(List).List(row => new PhoneInBrief(row.Text(0), (int)row.Number(1), row.Number(2)));
        }
    }

    private bool Flag(string sql, string phone)
    {
        lock (database.Turn)
        {
            var read = database.Run(sql).Bind(1, phone);
            try
            {
                return read.Step() && read.Number(0) != 0;
            }
            finally
            {
                read.Reset();
            }
        }
    }

    private void Set(string sql, string phone, long value)
    {
        lock (database.Turn)
        {
            database.Run(sql).Bind(1, phone).Bind(2, value).Execute();
        }
    }
}
