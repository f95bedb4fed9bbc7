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
        await practice["Noor Ng"].Hears("A: no one answered by 5:00p, and M Lee was told to call the practice. Thank you.");
        await practice["Omar Reyes"].Hears("A: no one answered by 5:00p, and M Lee was told to call the practice. Thank you.");
        await dana.Hears(
            "A: Maya Lee LPC asked for a medication consult, and no one was free. Can you take it over and call 415-555-0101? A1 I will, A0 can't.");
        await practice["Noor Ng"].Texts("A1");
        await practice["Noor Ng"].Hears("A: no one answered by 5:00p, and M Lee was told to call the practice. Thank you.");
        await dana.Texts("I will");
        await dana.Hears("A: thank you. Please call Maya Lee LPC now: 415-555-0101. We have told them.");
        await maya.Hears("A: D Fox LMFT takes this over and will call you.");
        await practice.After("24:00");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_time_on_the_table_is_a_name_and_the_asker_has_as_long_as_was_said()
    {
        await using var practice = await WithATimeOnTheTableAsync();
        var (maya, paz) = (practice["Maya Lee"], practice["Paz Ortiz"]);
        await practice.Until("2026-01-05 17:20");
        await practice["Noor Ng"].Hears("A: another time is now with M Lee, so nothing is needed from you. Thank you.");
        await practice.NobodyHearsMore();
        await maya.Texts("A1");
        await maya.Hears("A: booked. P Ortiz calls you today 6:00p PT. …");
        await paz.Hears("A: booked. Call M Lee today 6:00p PT. …");
        await practice.Expect("booked", "Paz Ortiz");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_time_that_lapses_past_it_with_nobody_left_to_ask_says_what_to_do()
    {
        await using var practice = await WithATimeOnTheTableAsync();
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await practice.Until("2026-01-05 17:30");
        await noor.Hears("A: another time is now with M Lee, so nothing is needed from you. Thank you.");
        await practice["Paz Ortiz"].Hears("A: 6:00p was not taken, and nothing is booked. Thank you for offering it.");
        await maya.Hears(
            "A: 6:00p is no longer held.",
            "A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222.");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_refusal_past_it_asks_the_next_with_a_new_promise()
    {
        var quinn = Rosters.Row("Quinn Ash", "MD", "+14155550113", "consultant", "psychiatrist", availability: "Mon-Fri 17:00-20:00");
        await using var practice = await WithATimeOnTheTableAsync(quinn);
        var maya = practice["Maya Lee"];
        await practice.Until("2026-01-05 17:10");
        await practice["Quinn Ash"].ReadsAll();
        await maya.Texts("ask someone else");
        await maya.Hears("A: 6:00p is no longer held. We ask others now. By 8:30p we text you a name, or that no one was free and what to do.");
        await practice.Expect("asking");
    }

    [Fact]
    public async Task A_wave_that_falls_on_it_is_not_asked()
    {
        var consultants = Enumerable.Range(0, 9).Select(n =>
            Rosters.Row($"Ann {(char)('A' + n)}", "MD", $"+1415555021{n}", "consultant", "psychiatrist", availability: "Mon-Fri 09:00-21:00"));
        await using var practice = await Practice.OpenAsync(Rosters.Of([Rosters.MayaAtAnyHour, .. consultants]));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.Until("2026-01-05 17:00");
        await practice["Ann H"].Hears("A: M Lee LPC asks a CA medication question, …", "A: no one answered by 5:00p, and M Lee was told to call the practice. Thank you.");
        await practice["Ann I"].HearsNothing();
        await practice.Expect("unanswered");
    }

    /// <summary>At half past four Paz offers six o'clock, while Noor has not answered; the promise is for five.</summary>
    private static async Task<Practice> WithATimeOnTheTableAsync(params string[] more)
    {
        var paz = Rosters.Row("Paz Ortiz", "PMHNP", "+14155550112", "consultant", "psychiatric-np");
        var practice = await Practice.OpenAsync(Rosters.Of([Rosters.MayaAtAnyHour, Rosters.Noor, paz, .. more]));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.Until("2026-01-05 16:30");
        await practice["Paz Ortiz"].Texts("A 6pm");
        await practice["Paz Ortiz"].Hears(
            "A: M Lee LPC asks a CA medication question, …", "A: 6:00p offered to M Lee. Not booked yet. We text you by 5:30p either way.");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        return practice;
    }
}
