using System.Collections.Concurrent;
using System.Collections.Immutable;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>When the line last saw its texts and emails go all the way, kept to the day, for the preflight.</summary>
public sealed class SightingBook : IDisposable
{
    private const string Partition = "practice";
    private const string Prefix = "seen-";

    /// <summary>Nothing that is seen again within it is written down.</summary>
    private static readonly Duration Often = Duration.FromDays(1);

    private readonly IStore _store;
    private readonly IClock _clock;
    private readonly Remembered<ImmutableDictionary<Sighting, Instant>> _seen;
    private readonly ConcurrentDictionary<Sighting, Instant> _written = new();

    /// <param name="keepFor">How old it may be where another instance saw something.</param>
    public SightingBook(IStore store, IClock clock, Duration keepFor)
    {
        _store = store;
        _clock = clock;
        _seen = new Remembered<ImmutableDictionary<Sighting, Instant>>(clock, keepFor, LoadAsync);
    }

    public async Task<ImmutableDictionary<Sighting, Instant>> CurrentAsync() => await _seen.CurrentAsync(CancellationToken.None);

    /// <summary>Writes it down, at most once a day. A store that does not take it holds nothing up: it will be seen again.</summary>
    public async Task SeeAsync(Sighting what)
    {
        var now = _clock.GetCurrentInstant();
        if (_written.TryGetValue(what, out var last) && now - last < Often)
        {
            return;
        }

        try
        {
            await _store.CommitAsync(Table.People, Partition, [new Write.Put($"{Prefix}{what}", StoredForm.Write(now))], CancellationToken.None);
            _written[what] = now;
            await _seen.ShowAsync(seen => seen.SetItem(what, now));
        }
        catch (IOException)
        {
            // Whoever is answered has nothing to do with it.
        }
    }

    public void Dispose() => _seen.Dispose();

    private async Task<ImmutableDictionary<Sighting, Instant>> LoadAsync(Instant now, CancellationToken stop) =>
        (await _store.QueryAsync(Table.People, Partition, Prefix, Prefix + "~", stop))
        .Where(row => Enum.TryParse<Sighting>(row.Key[Prefix.Length..], out _))
        .ToImmutableDictionary(row => Enum.Parse<Sighting>(row.Key[Prefix.Length..]), row => StoredForm.Read<Instant>(row.Body));
}
