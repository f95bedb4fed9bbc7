using System.Collections.Concurrent;

namespace Curbside.LocalHost.Storage;

/// <summary>
/// Readers that wait to be used again. A reader is never held across an await, so there are at most as many as threads that read at one time.
/// </summary>
internal sealed class ReaderPool(Func<RowReader> open) : IDisposable
{
    private readonly ConcurrentBag<RowReader> idle = [];
    private volatile bool disposed;

    /// <returns>A reader, back in the pool when disposed.</returns>
    public Lease Rent()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new Lease(this, idle.TryTake(out var reader) ? reader : open());
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Return(RowReader reader)
    {
        idle.Add(reader);
        if (disposed)
        {
            Dispose();
        }
    }

    public readonly struct Lease(ReaderPool pool, RowReader reader) : IDisposable
    {
        public RowReader Reader => reader;

        public void Dispose() => pool.Return(reader);
    }
}
