namespace Curbside.Functions.Storage;

/// <summary>What befalls a request to the service.</summary>
public enum Mishap
{
    /// <summary>The service has too much to do, and does nothing.</summary>
    Throttled,

    /// <summary>The request never gets there.</summary>
    LostBefore,

    /// <summary>The service does it, and the answer gets lost.</summary>
    LostAfter,
}

/// <summary>What is to befall the next requests that write, one after the other.</summary>
internal sealed class Mishaps
{
    private readonly Queue<Mishap> _next = new();

    /// <summary>Happens between a request that was lost and its repeat.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>How many requests wrote, or tried to.</summary>
    public int Requests { get; private set; }

    public void Next(params Mishap[] mishaps) => Array.ForEach(mishaps, _next.Enqueue);

    public Mishap? Take()
    {
        lock (_next)
        {
            Requests++;
            return _next.TryDequeue(out var mishap) ? mishap : null;
        }
    }
}
