namespace Curbside.Conversations;

/// <summary>By the time that was told first, the clinician has a name, or hears that no one was free and what to do.</summary>
public class The_promise
{
    [Fact]
    public async Task It_is_kept_and_nothing_more_is_said_of_it()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.MayaAtAnyHour, Rosters.Noor, Rosters.Omar, Rosters.Dana));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.Until("2026-01-05 16:58");
        await practice["Omar Reyes"].Texts("A 6pm");
        await practice["Maya Lee"].Texts("yes");
        foreach (var person in new[] { "Maya Lee", "Noor Ng", "Omar Reyes" })
        {
            await practice[person].ReadsAll();
        }

        await practice.Until("2026-01-05 17:00");
        await practice.Expect("booked", "Omar Reyes");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task With_open_offers_everybody_hears_that_it_is_over_and_the_manager_takes_over()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana));
        var (maya, dana) = (practice["Maya Lee"], practice["Dana Fox"]);
        await maya.Texts("ASK MED TODAY");
        await maya.ReadsAll();
        await practice.Until("2026-01-05 16:59");
        await practice["Noor Ng"].ReadsAll();
        await practice["Omar Reyes"].ReadsAll();
        await practice.NobodyHearsMore();

        await practice.Until("2026-01-05 17:00");
        await maya.Hears(
            "A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222. D Fox was told.");
        await practice["Noor Ng"].Hears("A: this consult is no longer needed. Thank you.");
        await practice["Omar Reyes"].Hears("A: this consult is no longer needed. Thank you.");
        await dana.Hears(
            "A: Maya Lee LPC asked for a medication consult, and no one was free. Can you take it over and call 415-555-0101? A1 I will, A0 can't.");
        await practice["Noor Ng"].Texts("A1");
        await practice["Noor Ng"].Hears("A: this consult is no longer needed. Thank you.");
        await dana.Texts("I will");
        await dana.Hears("A: thank you. Please call Maya Lee LPC now: 415-555-0101. We have told them.");
        await maya.Hears("A: D Fox LMFT takes this over and will call you.");
        await practice.After("24:00");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_time_that_is_held_then_is_let_go_and_nobody_is_asked_at_the_last_moment()
    {
        var paz = Rosters.Row("Paz Ortiz", "PMHNP", "+14155550112", "consultant", "psychiatric-np");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, paz));
        var (maya, omar) = (practice["Maya Lee"], practice["Omar Reyes"]);
        await maya.Texts("ASK MED TODAY");
        await practice.After("0:45");
        await omar.Texts("A 6:30pm");
        await practice.After("1:00");
        await omar.ReadsAll();
        await maya.ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        await practice["Paz Ortiz"].Hears("A: M Lee LPC asks a medication question, …");
        await practice.Until("2026-01-05 16:30");
        await practice["Paz Ortiz"].Texts("A 6pm");
        await practice["Paz Ortiz"].Hears("A: 6:00p offered to M Lee. Not booked yet. We text you by 5:00p either way.");
        await maya.Hears("A: P Ortiz PMHNP can call you today 6:00p PT. A2 book it, A0 ask someone else. Held until 5:00p.");
        await practice.Until("2026-01-05 17:00");
        await maya.Hears("A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222.");
        await practice["Paz Ortiz"].Hears("A: this consult is no longer needed. Thank you.");
        await practice["Noor Ng"].Hears("A: this consult is no longer needed. Thank you.");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_wave_that_falls_on_it_is_not_asked()
    {
        var consultants = Enumerable.Range(0, 9).Select(n =>
            Rosters.Row($"Ann {(char)('A' + n)}", "MD", $"+1415555021{n}", "consultant", "psychiatrist", availability: "Mon-Fri 09:00-21:00"));
        await using var practice = await Practice.OpenAsync(Rosters.Of([Rosters.MayaAtAnyHour, .. consultants]));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.Until("2026-01-05 17:00");
        await practice["Ann H"].Hears("A: M Lee LPC asks a medication question, …", "A: this consult is no longer needed. Thank you.");
        await practice["Ann I"].HearsNothing();
        await practice.Expect("unanswered");
    }
}
