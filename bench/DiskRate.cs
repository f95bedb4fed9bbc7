using System.Diagnostics;

namespace Curbside.Bench;

/// <summary>How often a second this disk makes an append durable: what no program that keeps its word can beat with one write at a time.</summary>
internal static class DiskRate
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(0.7);

    public static double SyncsPerSecond(string folder)
    {
        using var file = File.OpenHandle(Path.Combine(folder, "appends"), FileMode.CreateNew, FileAccess.Write);
        var page = new byte[4096];
        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Long)
        {
            RandomAccess.Write(file, page, (long)count * page.Length);
            RandomAccess.FlushToDisk(file);
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
