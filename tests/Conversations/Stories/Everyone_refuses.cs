namespace Curbside.Conversations;

public class Everyone_refuses
{
    [Fact]
    public async Task The_asker_hears_at_once_what_to_do_and_a_manager_is_called_in()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].ReadsAll();

        await practice["Noor Ng"].Texts("no");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: thank you for telling us. We ask someone else.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice["Omar Reyes"].Texts("sorry, can't");
        await practice["Omar Reyes"].Hears("A: thank you for telling us.");

        await practice["Maya Lee"].Hears(
            "A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222. D Fox was told.");
        await practice["Dana Fox"].Hears(
            "A: Maya Lee LPC asked for a medication consult, and no one was free. Can you take it over and call 415-555-0101? A1 I will, A0 can't.");
        await practice.Expect("unanswered");

        await practice["Dana Fox"].Texts("1");
        await practice["Dana Fox"].Hears("A: thank you. Please call Maya Lee LPC now: 415-555-0101. We have told them.");
        await practice["Maya Lee"].Hears("A: D Fox LMFT takes this over and will call you.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_manager_who_stays_silent_leaves_the_backup_line()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Dana));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A0");
        await practice["Maya Lee"].ReadsAll();
        await practice.After("0:14");
        await practice["Maya Lee"].HearsNothing();
        await practice.After("0:01");
        await practice["Maya Lee"].Hears(
            "…: we could not reach a manager. Please call the backup line: 415-555-0190. In danger: 911. Or call 988.");
    }
}
