using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Links;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Curbside.Functions.Storage;

/// <summary>Every minute the sweep looks for what is due. What that costs must not grow with what is merely kept.</summary>
public sealed class IdleSweepTests
{
    private const int Kept = 1000;

    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 21, 0);

    [Fact]
    public async Task It_asks_as_little_with_a_thousand_consults_kept_as_with_none()
    {
        var (account, sweep) = Open(out var store);
        await KeepAsync(store, "due once, so that there are tables", Now);
        await store.CommitAsync(Table.Consults, "due once, so that there are tables", [new Write.Delete(RowKeys.State)]);
        await store.CommitAsync(Table.Phones, "+14155550101", [new Write.Insert("held", "{}")]);
        var idle = await RequestsOfSweepAsync(account, sweep);

        for (var n = 0; n < Kept; n++)
        {
            await KeepAsync(store, $"consult{n}", Now + Duration.FromDays(1 + (n % 30)));
        }

        // Two looks; here each is told to go on twice, as the service may.
        Assert.Equal(4, idle);
        Assert.Equal(idle, await RequestsOfSweepAsync(account, sweep));
    }

    private static async Task KeepAsync(TableStore store, string consult, Instant due) => await store.CommitAsync(
        Table.Consults,
        consult,
        [new Write.Insert(RowKeys.State, "{}", due), .. Enumerable.Range(0, 12).Select(n => new Write.Insert(RowKeys.Event($"{n}"), "{}"))]);

    private static async Task<int> RequestsOfSweepAsync(FakeAccount account, Sweep sweep)
    {
        var before = account.Requests;
        Assert.Equal(0, await sweep.HandleDueAsync(default));
        return account.Requests - before;
    }

    private static (FakeAccount Account, Sweep Sweep) Open(out TableStore store)
    {
        var account = new FakeAccount(new Mishaps());
        store = new TableStore(account, TimeProvider.System);
        var providers = new FakeProviders();
        var services = new ServiceCollection()
            .AddSingleton<IStore>(store)
            .AddSingleton<IClock>(new StoppedClock(Now))
            .AddSingleton<ITextSender>(providers)
            .AddSingleton<IMailSender>(providers)
            .AddSingleton<ITimekeeper>(new NoTimekeeper())
            .AddSingleton(new LinkKey(new byte[32]))
            .AddSingleton(new CurbsideOptions(Duration.FromHours(1), PolicyFile.Default))
            .AddCurbside()
            .BuildServiceProvider();
        return (account, services.GetRequiredService<Sweep>());
    }
}
