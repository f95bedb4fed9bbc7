using Curbside.LocalHost.Storage;
using NodaTime;
using NodaTime.Text;

namespace Curbside.LocalHost.Clock;

/// <summary>A clock that stands still until it is moved, and is found where it was left: its time is in a file of its own.</summary>
internal sealed class ManualClock : IClock
{
    private readonly string _path;
    private readonly Lock _lock = new();
    private Instant _now;

    private ManualClock(string path, Instant now)
    {
        _path = path;
        _now = now;
    }

    /// <param name="start">Where it begins when the folder holds no clock yet.</param>
    /// <exception cref="DataFolderException">The file cannot be read or written, or holds no time.</exception>
    public static ManualClock Open(DataFolder folder, Instant start)
    {
        var path = folder.PathOf("clock.txt");
        try
        {
            if (!File.Exists(path))
            {
                var begun = new ManualClock(path, start);
                begun.MoveTo(start);
                return begun;
            }

            var text = File.ReadAllText(path).Trim();
            return InstantPattern.ExtendedIso.Parse(text) is { Success: true } read
                ? new ManualClock(path, read.Value)
                : throw new DataFolderException(
                    $"'{path}' is damaged: it holds no time such as 2026-01-05T17:00:00Z. Write the time that it was into it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFolderException.Unusable(folder.Path, e);
        }
    }

    public Instant GetCurrentInstant()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <summary>The file is written before anybody can see the new time, so that no row is ever later than the clock.</summary>
    public void MoveTo(Instant time)
    {
        lock (_lock)
        {
            var unfinished = _path + ".new";
            File.WriteAllText(unfinished, InstantPattern.ExtendedIso.Format(time) + "\n");
            File.Move(unfinished, _path, overwrite: true);
            _now = time;
        }
    }
}
