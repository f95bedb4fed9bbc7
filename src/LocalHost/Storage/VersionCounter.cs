namespace Curbside.LocalHost.Storage;

/// <summary>
/// Numbers that are never used twice in one file. The upper bits count how often the file was opened, which is on disk before the first number is
/// given; the lower bits count within that run. So a number is never used again after a crash, and no write is spent on keeping count.
/// </summary>
internal sealed class VersionCounter
{
    // 2^40 numbers a run are seven years of 5,000 writes a second; 2^23 runs are as long with one restart every half minute.
    private const int BitsWithinRun = 40;

    private long last;

    private VersionCounter(long run) => last = run << BitsWithinRun;

    public static VersionCounter BeginRun(Database writer) => new(writer.Number("UPDATE runs SET count = count + 1 RETURNING count"));

    /// <summary>For the writing thread alone.</summary>
    public long Next() => ++last;
}
