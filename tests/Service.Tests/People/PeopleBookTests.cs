using Curbside.Consults;
using Curbside.Conversations;
using Curbside.People;
using Curbside.Service.Tests.Support;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Service.Tests.People;

public sealed class PeopleBookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 18, 0);
    private static readonly PersonId Noor = PersonId.Of(PhoneNumber.Parse("+14155550102"));
    private static readonly PersonId Omar = PersonId.Of(PhoneNumber.Parse("+14155550103"));
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
    public async Task Whom_somebody_is_kept_apart_from_is_seen_at_once_and_outlives_a_new_roster()
    {
        using var people = await OpenAsync();
        await people.CurrentAsync();
        await people.KeepApartAsync(Noor, [Omar]);
        Assert.Equal([Omar], (await people.CurrentAsync()).Find(Noor)!.KeptApart);
        await people.SetReachAsync(Noor, Paused);
        await ImportAsync(people);
        Assert.Equal([Omar], (await people.CurrentAsync()).Find(Noor)!.KeptApart);
        await people.KeepApartAsync(Noor, []);
        Assert.Empty((await people.CurrentAsync()).Find(Noor)!.KeptApart);
    }

    [Fact]
    public async Task A_row_from_before_there_were_exclusions_is_read()
    {
        using var people = await OpenAsync();
        const string body = """{"v":1,"value":{"reach":{"consented":true},"taken":{}}}""";
        await _store.CommitAsync(Table.People, "person", [new Write.Put($"r-{Noor}", body)]);
        Assert.Empty((await people.CurrentAsync()).Find(Noor)!.KeptApart);
        await people.KeepApartAsync(Noor, [Omar]);
        Assert.Equal(new Reach { Consented = true }, (await people.CurrentAsync()).Find(Noor)!.Reach);
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
        await ImportAsync(people);
        return people;
    }

    private static Task<int> ImportAsync(PeopleBook people)
    {
        var file = $"{RosterFile.Header}\n{Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar)}";
        return people.ImportAsync(Assert.IsType<RosterReading.Accepted>(RosterFile.Read(file)).People);
    }
}
