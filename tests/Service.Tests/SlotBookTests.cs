using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Matching;
using Curbside.People;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Service.Tests;

/// <summary>What is taken is kept in memory, and may lag behind another instance; nobody is booked twice for it.</summary>
public sealed class SlotBookTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 18, 0);
    private static readonly PersonId Noor = new("noor");
    private static readonly Instant At = Now + Duration.FromHours(2);
    private readonly MemoryStore _store = new();
    private readonly SlotBook _here;
    private readonly SlotBook _elsewhere;

    public SlotBookTests()
    {
        _here = Open();
        _elsewhere = Open();
    }

    public void Dispose()
    {
        _here.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task What_is_taken_and_freed_here_is_seen_at_once()
    {
        Assert.False(IsBusy(await _here.BusyAsync()));

        Assert.True(await _here.ReserveAsync([Reservation("one")], "try"));
        Assert.True(IsBusy(await _here.BusyAsync()));

        await _here.ReleaseAsync(Reservation("one"));
        Assert.False(IsBusy(await _here.BusyAsync()));
    }

    [Fact]
    public async Task What_was_taken_elsewhere_meanwhile_is_refused_here_and_then_seen()
    {
        Assert.False(IsBusy(await _here.BusyAsync()));
        Assert.True(await _elsewhere.ReserveAsync([Reservation("one")], "try"));
        Assert.False(IsBusy(await _here.BusyAsync()));

        Assert.False(await _here.ReserveAsync([Reservation("other")], "another try"));

        Assert.True(IsBusy(await _here.BusyAsync()));
    }

    [Fact]
    public async Task What_was_read_from_the_store_is_the_same_as_what_was_seen_before()
    {
        await _here.BusyAsync();
        Assert.True(await _here.ReserveAsync([Reservation("one")], "try"));

        var seen = (await _here.BusyAsync()).Times[Noor];

        Assert.Equal(new Interval(At, At + Duration.FromMinutes(30)), Assert.Single(seen));
        Assert.Equal(seen.ToArray(), (await _elsewhere.BusyAsync()).Times[Noor].ToArray());
    }

    private SlotBook Open() => new(_store, new StoppedClock(Now), Duration.FromDays(1));

    private static Reservation Reservation(string consult) => new(Noor, At, At + Duration.FromMinutes(30), ConsultId.From(consult), 1);

    private static bool IsBusy(Busy busy) => busy.Overlaps(Noor, At, At + Duration.FromMinutes(5));
}
