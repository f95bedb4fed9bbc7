namespace Curbside.Conversations;

public class A_yes_that_never_became_a_call
{
    [Theory]
    [InlineData("A0")]
    [InlineData("no")]
    [InlineData(null)]
    public async Task Risk_is_reopened_and_the_backup_called_in(string? answer)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, Rosters.Dana));
        var (maya, ines, theo, dana) = (practice["Maya Lee"], practice["Ines Costa"], practice["Theo Brandt"], practice["Dana Fox"]);
        await maya.Texts("ASK RISK NOW");
        await theo.Texts("A1");
        await maya.ReadsAll();
        await ines.ReadsAll();
        await theo.ReadsAll();

        await practice.After("0:09");
        await practice.NobodyHearsMore();
        await practice.After("0:01");
        await maya.Hears("A: are you and T Brandt talking yet? A1 talking, A0 not yet. If we hear nothing by …, we ask someone else.");
        if (answer is null)
        {
            await practice.After("0:04");
            await practice.NobodyHearsMore();
            await practice.After("0:01");
        }
        else
        {
            await maya.Texts(answer);
        }

        var promise = answer is null ? "1:30p" : "1:25p";
        await maya.Hears(
            $"A: we ask someone else now and text you by {promise}. Don't wait: backup line 415-555-0190. In danger: 911. Or call 988.");
        await theo.Hears("A: we did not hear that you are talking, so we ask someone else. Thank you.");
        await ines.Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await dana.Hears(
            "A: Maya Lee LPC asked for a risk consult, and no call is confirmed. Can you take it over and call 415-555-0101? A1 I will, A0 can't.");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();

        await ines.Texts("A1");
        await ines.Hears("A: booked. Call M Lee now 415-555-0101. Read first: http…");
        await maya.Hears("A: booked. Dr Costa calls you within 10 min. …");
        await dana.Hears("A: covered, thank you. Someone else has it.");
        await practice.After("0:10");
        await maya.Hears("A: are you and Dr Costa talking yet? A1 talking, A0 not yet. If we hear nothing by …, we ask someone else.");
        await maya.Texts("yes");
        await maya.Hears("A: thank you for telling us.");
        await practice.Expect("met", "Ines Costa");
        await practice.After("1:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task With_nobody_else_to_ask_the_one_manager_is_called_in_once()
    {
        var otherManager = Rosters.Row("Eli Ward", "LPC", "+14155550109", "manager", "counselor");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo, Rosters.Dana, otherManager));
        var (maya, theo, dana) = (practice["Maya Lee"], practice["Theo Brandt"], practice["Dana Fox"]);
        await maya.Texts("ASK RISK NOW");
        await theo.Texts("A1");
        await practice.After("0:10");
        await maya.ReadsAll();
        await theo.ReadsAll();
        await maya.Texts("not yet");
        await maya.Hears("A: no one was free. Call the backup line now: 415-555-0190. In danger: 911. Or call 988. D Fox was told.");
        await theo.Hears("A: we did not hear that you are talking, so we ask someone else. Thank you.");
        await dana.Hears("A: Maya Lee LPC asked for a risk consult, and no call is confirmed. …");
        await practice.NobodyHearsMore();

        await practice.After("0:15");
        await practice["Eli Ward"].Hears("A: Maya Lee LPC asked for a risk consult, and no one was free. …");
        await practice.After("0:15");
        await maya.Hears("A: we could not reach a manager. Please call the backup line: 415-555-0190. In danger: 911. Or call 988.");
        await practice.Expect("unanswered");
    }

    [Fact]
    public async Task A_call_now_about_anything_else_is_reopened_without_a_manager()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana));
        var (maya, noor, omar) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"]);
        await maya.Texts("ASK MED NOW");
        await noor.Texts("yes");
        await maya.ReadsAll();
        await noor.ReadsAll();
        await omar.Hears(
            "A: M Lee LPC asks a CA medication question, now. Can you call within 10 min? A1 I can, A0 can't.",
            "A: covered, thank you. Someone else has it.");

        await practice.After("0:10");
        await maya.Hears("A: are you and Dr Ng talking yet? A1 talking, A0 not yet. If we hear nothing by …, we ask someone else.");
        await practice.After("0:05");
        await maya.Hears("A: we ask someone else now. By 1:30p we text you a name, or that no one was free and what to do.");
        await noor.Hears("A: we did not hear that you are talking, so we ask someone else. Thank you.");
        await omar.Hears("A: M Lee LPC asks a CA medication question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();

        await practice.After("0:15");
        await maya.Hears(
            "A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222. D Fox was told.");
        await omar.Hears("A: no one answered by 1:30p, and M Lee was told to call the practice. Thank you.");
        await noor.HearsNothing();
        await practice.Expect("unanswered");
    }
}
