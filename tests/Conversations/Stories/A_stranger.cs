namespace Curbside.Conversations;

/// <summary>A number that the roster does not know.</summary>
public class A_stranger
{
    private const string Crisis = "if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time. No person reads this number.";
    private const string HowToReachUs = "we can't help by text here. Please call the practice: 415-555-0192";

    [Fact]
    public async Task Is_told_once_how_to_reach_the_practice()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        var stranger = practice.Stranger();
        await stranger.Texts("hello, can I book a session?");
        await stranger.Hears(HowToReachUs);
        await stranger.Texts("ASK RISK NOW");
        await stranger.Hears(Crisis, HowToReachUs);
        await stranger.Texts("A1");
        await practice.After("48:00");
        await stranger.Texts("anyone there?");
        await stranger.HearsNothing();
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Is_answered_with_911_and_988_however_often()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        var stranger = practice.Stranger();
        for (var text = 0; text < 7; text++)
        {
            await stranger.Texts("I want to kill myself");
            await stranger.Hears(Crisis);
        }

        await stranger.Texts("what is this number?");
        await stranger.Hears(HowToReachUs);
        await stranger.Texts("my brother wants to end his life");
        await stranger.Hears(Crisis);
        await stranger.Texts("hello?");
        await stranger.HearsNothing();
        await practice.NobodyHearsMore();
    }
}
