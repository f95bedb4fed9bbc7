namespace Curbside.Conversations;

/// <summary>A consultant recognises the client on the page and steps out with one tap.</summary>
public class Stepping_out
{
    [Fact]
    public async Task The_asker_hears_no_reason_and_someone_else_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana));
        var (maya, noor, omar) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("A3");
        await maya.ReadsAll();
        await noor.ReadsAll();
        await practice.After("0:10");

        Assert.True(await noor.Presses("step-out"));
        await noor.Hears("A: done, it is off your list. We tell the other side, without a reason.");
        await maya.Hears("A: Dr Ng is not free after all. We ask others now. By 5:10p we text you a name, or that no one was free and what to do.");
        await omar.Hears("A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 today 1:30p, A2 today 2:30p, A3 today 3:30p, A0 can't. …");
        await practice.Expect("asking");
        Assert.False(await noor.Presses("step-out"));
        await practice.NobodyHearsMore();

        await omar.Texts("A3");
        await omar.Hears("A: booked. Call M Lee today 3:30p PT. …");
        await maya.Hears("A: booked. O Reyes calls you today 3:30p PT. …");
        await practice.Expect("booked", "Omar Reyes");
        await noor.Texts("A1");
        await noor.Hears("A: covered, thank you. Someone else has it.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task With_nobody_else_the_asker_is_told_what_to_do()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A3");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        Assert.True(await practice["Noor Ng"].Presses("step-out"));
        await practice["Noor Ng"].Hears("A: done, it is off your list. We tell the other side, without a reason.");
        await practice["Maya Lee"].Hears(
            "A: Dr Ng is not free after all.",
            "A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222.");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }
}
