using Curbside.Conversations;
using Curbside.Preflight;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Service.Tests;

public class SightingBookTests
{
    private readonly MemoryStore _rows = new();
    private readonly StoppedClock _clock = new(Instant.FromUtc(2026, 1, 5, 21, 0));

    [Fact]
    public async Task Is_written_down_once_a_day()
    {
        using var book = new SightingBook(_rows, _clock, Duration.FromMinutes(1));
        await book.SeeAsync(Sighting.TextCameIn);
        var first = _clock.Now;

        _clock.Now += Duration.FromHours(23);
        await book.SeeAsync(Sighting.TextCameIn);
        Assert.Equal(first, (await book.CurrentAsync())[Sighting.TextCameIn]);

        _clock.Now += Duration.FromHours(1);
        await book.SeeAsync(Sighting.TextCameIn);
        Assert.Equal(_clock.Now, (await book.CurrentAsync())[Sighting.TextCameIn]);
    }

    [Fact]
    public async Task Another_instance_knows_it_soon()
    {
        using var one = new SightingBook(_rows, _clock, Duration.FromMinutes(1));
        using var other = new SightingBook(_rows, _clock, Duration.FromMinutes(1));
        Assert.Empty(await other.CurrentAsync());
        await one.SeeAsync(Sighting.MailArrived);

        _clock.Now += Duration.FromMinutes(1);
        Assert.Equal(Sighting.MailArrived, Assert.Single(await other.CurrentAsync()).Key);
    }

    [Fact]
    public async Task A_store_that_fails_holds_nobody_up_and_it_is_seen_again()
    {
        var store = new MortalStore(_rows);
        using var book = new SightingBook(store, _clock, Duration.FromMinutes(1));
        store.FailAt(new Mishap(1, IsMade: false, Kills: false));
        await book.SeeAsync(Sighting.TextArrived);
        Assert.Empty(await book.CurrentAsync());

        await book.SeeAsync(Sighting.TextArrived);
        Assert.Single(await book.CurrentAsync());
    }
}
