namespace Curbside.Conversations;

/// <summary>Questions that nobody answers do not keep a letter: the next consult finds it free.</summary>
public class Questions_that_lapse
{
    [Fact]
    public async Task Did_you_meet_lapses_after_two_days_and_did_it_help_still_comes()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("A1");
        await practice.Until("2026-01-05 15:00");
        await maya.ReadsAll();
        await noor.ReadsAll();
        await maya.Texts("?");
        await maya.Hears("…A1…");
        await practice.Until("2026-01-08 09:00");
        await maya.Texts("?");
        await maya.Hears("nothing is open. …");
        await practice.Until("2026-01-12 18:00");
        await maya.Hears("A: did the consult help? …");
    }

    [Fact]
    public async Task A_time_on_the_table_closes_what_others_were_asked()
    {
        var paz = Rosters.Row("Paz Ortiz", "PMHNP", "+14155550112", "consultant", "psychiatric-np");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.MayaAtAnyHour, Rosters.Noor, paz));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.Until("2026-01-05 16:30");
        await practice["Paz Ortiz"].Texts("A 6pm");
        await practice["Noor Ng"].ReadsAll();
        await practice.Until("2026-01-05 17:00");
        await practice["Noor Ng"].Hears("A: another time is now with M Lee, so nothing is needed from you. Thank you.");
        await practice["Noor Ng"].Texts("?");
        await practice["Noor Ng"].Hears("nothing is open. …");
    }
}
