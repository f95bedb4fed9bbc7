namespace Curbside.Functions.Sms;

public sealed class SendingPaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SteppedTime _time = new();
    private readonly SendingPace _pace;

    public SendingPaceTests() => _pace = new SendingPace(1, _time);

    [Fact]
    public async Task The_first_goes_at_once_and_the_next_a_second_later()
    {
        Assert.True(await Turn());
        var second = Turn();
        _time.Advance(Second * 0.9);
        Assert.False(second.IsCompleted);

        _time.Advance(Second * 0.1);
        Assert.True(await second);
    }

    [Fact]
    public async Task After_a_pause_nobody_waits()
    {
        await Turn();
        _time.Advance(Second);
        Assert.True(Turn().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_urgent_one_goes_before_those_that_wait()
    {
        await Turn();
        var (first, second, urgent) = (Turn(), Turn(), Turn(urgent: true));

        _time.Advance(Second);
        await urgent;
        Assert.False(first.IsCompleted);

        _time.Advance(Second);
        await first;
        Assert.False(second.IsCompleted);

        _time.Advance(Second);
        await second;
    }

    [Fact]
    public async Task Who_would_wait_longer_than_may_be_comes_back_later_and_an_urgent_one_does_not()
    {
        await Turn();
        _time.Advance(Second * 0.5);
        var waiting = Enumerable.Range(0, 20).Select(_ => Turn()).ToList();

        Assert.False(await Turn());
        var urgent = Turn(urgent: true);
        _time.Advance(Second * 0.5);
        Assert.True(await urgent);

        // The urgent one took the turn of another, and so the last one's would come after 20.5 seconds.
        _time.Advance(Second * 19.7);
        Assert.False(await waiting[^1]);
        Assert.All(await Task.WhenAll(waiting.SkipLast(1)), Assert.True);
    }

    [Fact]
    public async Task Who_gives_up_takes_nobodys_turn()
    {
        await Turn();
        using var stop = new CancellationTokenSource();
        var gone = _pace.TurnAsync(urgent: false, stop.Token);
        var next = Turn();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);

        _time.Advance(Second);
        Assert.True(await next);
    }

    private Task<bool> Turn(bool urgent = false) => _pace.TurnAsync(urgent, default);
}
