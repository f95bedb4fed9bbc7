namespace Curbside.Conversations;

/// <summary>A week later it did not help: someone who was not asked before can be, if the clinician wants it.</summary>
public class Still_stuck
{
    [Fact]
    public async Task A_second_opinion_is_asked_of_someone_else_and_takes_place()
    {
        await using var practice = await AWeekLater("ASK MED TODAY", Rosters.Maya, Rosters.Noor, Rosters.Omar);
        var (maya, noor, omar) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"]);
        await maya.Hears("A: did the consult help? A1 it helped, A2 partly, A3 still stuck.");
        await maya.Texts("A3");
        await maya.Hears("A: thank you for telling us. Shall we ask someone else for a second opinion? A1 ask, A0 leave it.");
        await practice.NobodyHearsMore();

        await maya.Texts("yes");
        await maya.Hears(
            "A: thank you for telling us.",
            "B: second opinion, this week, client in CA. Asking colleagues now. A name or what to do by wed 5:00p. X B withdraws.",
            "B: you can add your question, without names. Here: http…");
        await omar.Hears("A: M Lee LPC asks for a second opinion, phone, about 45 min. A1 today 1:30p, A2 today 2:30p, A3 today 3:30p, A0 can't. …");
        await noor.HearsNothing();
        await omar.Texts("A2");
        await omar.Hears("A: booked. Call M Lee today 2:30p PT. Read first: http… R A new time, X A call off");
        await maya.Hears("B: booked. O Reyes calls you today 2:30p PT. Notes and calendar: http…");
        await practice.Until("2026-01-12 15:30");
        await maya.Hears(
            "B: it is time. O Reyes calls you now, from 415-555-0103",
            "B: did the consult with O Reyes take place? B1 it did, B0 it did not.");
        await maya.Texts("yes");
        await maya.Hears("B: thank you for telling us.");
        var consults = await practice.World.ConsultsAsync();
        Assert.Equal(
            [("medication", "closed", "Noor Ng"), ("second-opinion", "met", "Omar Reyes")],
            consults.Select(consult => (consult.Kind, consult.State, consult.Consultant)).Order());
        await noor.HearsNothing();
    }

    /// <summary>There is no time to move any more, and the question is what counts now.</summary>
    [Fact]
    public async Task Who_wants_another_time_instead_of_answering_is_asked_again()
    {
        await using var practice = await AWeekLater("ASK MED TODAY", Rosters.Maya, Rosters.Noor);
        var maya = practice["Maya Lee"];
        await maya.Hears("A: did the consult help? A1 it helped, A2 partly, A3 still stuck.");
        await maya.Texts("R A");
        await maya.Hears("A: did the consult help? A1 it helped, A2 partly, A3 still stuck.");
        await maya.Texts("A1");
        await maya.Hears("A: thank you for telling us.");
    }

    [Fact]
    public async Task It_is_left_at_that()
    {
        await using var practice = await AWeekLater("ASK MED TODAY", Rosters.Maya, Rosters.Noor, Rosters.Omar);
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts("A3");
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts("A0");
        await practice["Maya Lee"].Hears("A: thank you for telling us.");
        await practice.Expect("closed", "Noor Ng");
        await practice.After("240:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Nothing_is_asked_of_anyone_without_the_clinicians_word()
    {
        await using var practice = await AWeekLater("ASK MED TODAY", Rosters.Maya, Rosters.Noor, Rosters.Omar);
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts("A4");
        await practice["Maya Lee"].ReadsAll();
        await practice.After("96:00");
        await practice.Expect("closed", "Noor Ng");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Risk_names_the_backup_line_instead()
    {
        await using var practice = await AWeekLater("ASK RISK TODAY", Rosters.Maya, Rosters.Ines, Rosters.Theo);
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts("no");
        await practice["Maya Lee"].Hears(
            "A: thank you for telling us. Our backup line can help further: 415-555-0190. Or call 988 any time. Text ASK to ask someone else.");
        await practice.Expect("closed", "Ines Costa");
        await practice.After("240:00");
        await practice.NobodyHearsMore();
    }

    /// <summary>The first of the consultants took the first time on Monday, and they talked.</summary>
    private static async Task<Practice> AWeekLater(string ask, params string[] roster)
    {
        var practice = await Practice.OpenAsync(Rosters.Of(roster));
        var consultant = roster[1].Split(',')[0];
        await practice["Maya Lee"].Texts(ask);
        await practice[consultant].Texts("A1");
        await practice.Until(ask.Contains("RISK", StringComparison.Ordinal) ? "2026-01-05 13:26" : "2026-01-05 13:51");
        await practice["Maya Lee"].Texts("A1");
        await practice.Until("2026-01-12 13:14");
        foreach (var name in roster.Select(row => row.Split(',')[0]))
        {
            await practice[name].ReadsAll();
        }

        await practice.Until("2026-01-12 13:15");
        return practice;
    }
}
