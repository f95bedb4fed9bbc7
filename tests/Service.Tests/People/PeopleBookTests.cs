using Curbside.Consults;
using Curbside.Conversations;
using Curbside.People;
using Curbside.Service.Tests.Support;
using NodaTime;

namespace Curbside.Service.Tests.People;

public sealed class PeopleBookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 18, 0);
    private static readonly PersonId Noor = PersonId.Of(PhoneNumber.Parse("+14155550102"));
    private static readonly Reach Paused = new() { Consented = true, PausedUntil = Now + Duration.FromDays(1) };

    private readonly WatchedStore _store = new();

    [Fact]
    public async Task A_change_of_reach_is_seen_at_once_and_nobody_is_read_again()
    {
        using var people = await OpenAsync();
        var before = await people.CurrentAsync();
        var queries = _store.Queries;

        await people.SetReachAsync(Noor, Paused);

        var after = await people.CurrentAsync();
        Assert.Equal(Paused, after.Find(Noor)!.Reach);
        Assert.Equal(Paused, after.TryFind(before[Noor].Phone, out var byPhone) ? byPhone.Reach : null);
        Assert.Equal(before.All.Select(colleague => colleague.Person), after.All.Select(colleague => colleague.Person));
        Assert.Equal(queries, _store.Queries);
    }

    [Fact]
    public async Task Something_older_that_arrives_late_changes_nothing()
    {
        using var people = await OpenAsync();
        var latest = new Reach { Consented = true, Revision = 2 };

        await people.SetReachAsync(Noor, latest);
        await people.SetReachAsync(Noor, new Reach { Consented = true, OptedOut = true, Revision = 1 });

        Assert.Equal(latest, (await people.CurrentAsync()).Find(Noor)!.Reach);
    }

    [Fact]
    public async Task What_somebody_took_on_is_seen_at_once_and_so_is_that_it_no_longer_counts()
    {
        using var people = await OpenAsync();
        await people.CurrentAsync();
        var consult = ConsultId.From("one");

        await people.CountLoadAsync(Noor, consult, Now);
        Assert.Equal(Now, Assert.Single((await people.CurrentAsync()).Find(Noor)!.Taken));

        await people.CountLoadAsync(Noor, consult, null);
        Assert.Empty((await people.CurrentAsync()).Find(Noor)!.Taken);
    }

    [Fact]
    public async Task A_change_that_is_made_while_the_roster_is_being_read_is_not_lost()
    {
        using var people = await OpenAsync();
        var (isRead, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _store.HoldUp = () =>
        {
            isRead.SetResult();
            return goOn.Task;
        };

        var reading = people.CurrentAsync();
        await isRead.Task;
        var changing = people.SetReachAsync(Noor, Paused);
        goOn.SetResult();
        await Task.WhenAll(reading, changing);

        Assert.Equal(Paused, (await people.CurrentAsync()).Find(Noor)!.Reach);
    }

    private async Task<PeopleBook> OpenAsync()
    {
        var people = new PeopleBook(_store, new StoppedClock(Now), Duration.FromHours(1));
        var file = $"{RosterFile.Header}\n{Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar)}";
        await people.ImportAsync(Assert.IsType<RosterReading.Accepted>(RosterFile.Read(file)).People);
        return people;
    }
}
