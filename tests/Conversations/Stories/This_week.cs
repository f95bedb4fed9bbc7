namespace Curbside.Conversations;

public class This_week
{
    [Theory]
    [InlineData("2026-01-05T13:00:00-08:00", "wed 5:00p")]
    [InlineData("2026-01-08T09:00:00-08:00", "mon 5:00p")]
    [InlineData("2026-01-09T16:00:00-08:00", "tue 5:00p")]
    [InlineData("2026-01-10T10:00:00-08:00", "tue 5:00p")]
    public async Task The_promise_is_five_on_the_second_weekday_after(string asked, string promise)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor), asked);
        await practice["Maya Lee"].Texts("ASK MED THIS WEEK");
        await practice["Maya Lee"].Hears(
            $"A: medication, this week, client in CA. Asking prescribers now. A name or what to do by {promise}. X A withdraws.",
            "A: this consult …",
            "A: you can add your question, …");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a CA medication question, …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Four_hours_of_silence_do_not_count_the_night()
    {
        var paz = Rosters.Row("Paz Ortiz", "PMHNP", "+14155550112", "consultant", "psychiatric-np");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, paz), "2026-01-05T16:00:00-08:00");
        await practice["Maya Lee"].Texts("ASK MED THIS WEEK");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a CA medication question, …");
        await practice.Until("2026-01-05 19:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-05 20:00");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks a CA medication question, …");

        // One hour until nine, and three from eight on.
        await practice.Until("2026-01-06 10:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-06 11:00");
        await practice["Paz Ortiz"].Hears("A: M Lee LPC asks a CA medication question, …");
        await practice.Until("2026-01-07 16:59");
        await practice.NobodyHearsMore();

        await practice.Until("2026-01-07 17:00");
        await practice["Maya Lee"].Hears(
            "A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222.");
        foreach (var asked in new[] { "Noor Ng", "Omar Reyes", "Paz Ortiz" })
        {
            await practice[asked].Hears("A: no one answered by 5:00p, and M Lee was told to call the practice. Thank you.");
        }

        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }
}
