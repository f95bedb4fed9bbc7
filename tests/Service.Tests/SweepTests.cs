using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Links;
using Curbside.Sending;
using Curbside.Service.Tests.Support;
using Curbside.Storage;
using Curbside.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Curbside.Service.Tests;

public sealed class SweepTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 18, 0);

    [Fact]
    public async Task However_many_cannot_be_handled_each_that_is_due_has_one_turn()
    {
        const int more = 1000;
        var store = new WatchedStore();
        var consults = Enumerable.Range(0, more).Select(n => $"consult {n:D4}").ToList();
        foreach (var consult in consults)
        {
            await store.CommitAsync(Table.Consults, consult, [new Write.Insert(RowKeys.State, "no longer readable", Now)]);
        }

        using var services = Services(store);
        var handled = await services.GetRequiredService<Sweep>().HandleDueAsync(default);

        Assert.Equal(more, handled);
        Assert.Equal(consults, store.Read.Order(StringComparer.Ordinal));
    }

    private static ServiceProvider Services(IStore store)
    {
        var providers = new FakeProviders();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(store)
            .AddSingleton<IClock>(new StoppedClock(Now))
            .AddSingleton<ITextSender>(providers)
            .AddSingleton<IMailSender>(providers)
            .AddSingleton<ITimekeeper>(new NoTimekeeper())
            .AddSingleton(new LinkKey(new byte[32]))
            .AddSingleton(new CurbsideOptions(Duration.FromHours(1), PolicyFile.Default))
            .AddCurbside()
            .BuildServiceProvider();
    }
}
