namespace Curbside.Conversations;

/// <summary>A client may be unsafe: crisis resources first, then several people at once.</summary>
public class Risk_now
{
    private static readonly string Rhea = Rosters.Row("Rhea Sol", "LMFT", "+14155550107", "consultant", "marriage-family", takesRisk: true);
    private static readonly string Sami = Rosters.Row("Sami Oduya", "LCSW", "+14155550108", "consultant", "social-worker", takesRisk: true);

    [Fact]
    public async Task Crisis_resources_come_before_anything_else()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines));
        var replies = await practice["Maya Lee"].Texts("ASK RISK NOW");
        Assert.Equal(
            "Bay Curbside A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            replies[0]);
        Assert.Contains(replies, reply => reply.Contains("HELP for help, STOP to opt out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_are_asked_at_once_and_the_first_to_say_yes_has_it()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, Rhea, Sami));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK RISK NOW");
        await maya.Hears(
            "A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            "A: risk, now, client in CA. Asking colleagues now. By 1:15p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, without names. Here: http…");
        foreach (var asked in new[] { "Ines Costa", "Rhea Sol", "Sami Oduya" })
        {
            await practice[asked].Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        }

        await practice["Theo Brandt"].HearsNothing();
        await practice["Ines Costa"].Texts("can't, in session");
        await practice["Ines Costa"].Hears("A: thank you for telling us. We ask someone else. Your other words went to nobody.");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");

        await practice["Sami Oduya"].Texts("1");
        await practice["Sami Oduya"].Hears("A: booked. Call M Lee now 415-555-0101. Read first: http…");
        await maya.Hears("A: booked. S Oduya calls you within 10 min. Notes and calendar: http…");
        await practice["Rhea Sol"].Hears("A: covered, thank you. Someone else has it.");
        await practice["Theo Brandt"].Hears("A: covered, thank you. Someone else has it.");
        await practice["Theo Brandt"].Texts("A1");
        await practice["Theo Brandt"].Hears("A: covered, thank you. Someone else has it.");
        await practice.Expect("booked", "Sami Oduya");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Three_minutes_of_silence_bring_in_the_next_and_fifteen_the_backup_line_and_a_manager()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, Rhea, Sami, Rosters.Dana));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK RISK NOW");
        await maya.ReadsAll();
        await practice.After("0:02");
        await practice["Theo Brandt"].HearsNothing();
        await practice.After("0:01");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice.After("0:11");
        await maya.HearsNothing();

        await practice.After("0:01");
        await maya.Hears("A: no one was free. Call the backup line now: 415-555-0190. In danger: 911. Or call 988. D Fox was told.");
        foreach (var asked in new[] { "Ines Costa", "Rhea Sol", "Sami Oduya" })
        {
            await practice[asked].Hears("A: M Lee LPC asks a CA risk question, now. …", "A: no one answered by 1:15p, and M Lee was sent to the backup line. Can you call after all? A1 I can, A0 can't.");
        }

        await practice["Theo Brandt"].Hears("A: no one answered by 1:15p, and M Lee was sent to the backup line. Can you call after all? A1 I can, A0 can't.");
        await practice["Dana Fox"].Hears(
            "A: Maya Lee LPC asked for a risk consult, and no one was free. Can you take it over and call 415-555-0101? A1 I will, A0 can't.");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Whoever_said_no_and_then_yes_hears_the_truth()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo));
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Ines Costa"].ReadsAll();
        await practice["Ines Costa"].Texts("A0");
        await practice["Ines Costa"].Hears("A: thank you for telling us. We ask someone else.");
        await practice["Ines Costa"].Texts("A1");
        await practice["Ines Costa"].Hears("A: thank you for telling us. We ask someone else.");
        await practice.Expect("asking");
    }
}
