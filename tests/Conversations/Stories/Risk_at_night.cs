namespace Curbside.Conversations;

/// <summary>Two in the morning: nobody is woken who did not agree to it, and nobody waits for an answer that cannot come.</summary>
public class Risk_at_night
{
    private const string TwoAtNight = "2026-01-06T02:00:00-08:00";

    [Fact]
    public async Task With_nobody_to_wake_the_backup_line_is_in_the_first_reply_and_the_manager_learns_of_it_in_the_morning()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, Rosters.Dana), TwoAtNight);
        var (maya, dana) = (practice["Maya Lee"], practice["Dana Fox"]);
        var replies = await maya.Texts("ASK RISK NOW");
        Assert.Contains("A person answers our backup line: 415-555-0190", replies[0], StringComparison.Ordinal);
        await maya.Hears(
            "A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            "A: no one was free. Call the backup line now: 415-555-0190. In danger: 911. Or call 988.");
        await practice.Expect("unanswered");

        await practice.Until("2026-01-06 07:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-06 08:00");
        await dana.Hears(
            "A: Maya Lee LPC asked for a risk consult, and no one was free. Can you take it over and call 415-555-0101? A1 I will, A0 can't.");
        await dana.Texts("A1");
        await dana.Hears("A: thank you. Please call Maya Lee LPC now: 415-555-0101. We have told them.");
        await maya.Hears("A: D Fox LMFT takes this over and will call you.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_manager_who_was_never_promised_is_not_missed()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana), TwoAtNight);
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Maya Lee"].ReadsAll();
        await practice.Until("2026-01-06 12:00");
        await practice["Dana Fox"].Hears("A: Maya Lee LPC asked for a risk consult, and no one was free. …");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Whoever_agreed_to_be_woken_is_asked_and_nobody_else()
    {
        var ines = Rosters.Row("Ines Costa", "PsyD", "+14155550104", "consultant;supervisor", "psychologist", takesRisk: true, wakeForRisk: true);
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, ines, Rosters.Theo, Rosters.Dana), TwoAtNight);
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK RISK NOW");
        await maya.Hears(
            "A: first, if anyone is in danger now: …",
            "A: risk, now, client in CA. Asking colleagues now. By 2:15a we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, without names. Here: http…");
        await practice["Ines Costa"].Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice["Ines Costa"].Texts("yes");
        await practice["Ines Costa"].Hears("A: booked. Call M Lee now 415-555-0101. Read first: http…");
        await maya.Hears("A: booked. Dr Costa calls you within 10 min. Notes and calendar: http…");
        await practice.Expect("booked", "Ines Costa");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Whoever_may_be_woken_at_night_is_asked_on_a_Sunday_afternoon_too()
    {
        var ines = Rosters.Row("Ines Costa", "PsyD", "+14155550104", "consultant;supervisor", "psychologist", takesRisk: true, wakeForRisk: true);
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, ines, Rosters.Theo), "2026-01-11T15:00:00-08:00");
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Ines Costa"].Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice["Theo Brandt"].HearsNothing();
        await practice.Expect("asking");
    }

    [Fact]
    public async Task A_request_that_its_phone_never_confirmed_is_told_to_the_manager_in_the_morning()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana), TwoAtNight);
        await practice.Submits("Maya Lee", ("kind", "risk"), ("urgency", "now"));
        await practice.After("1:00");
        await practice["Maya Lee"].Hears("A: did you ask for a consult: risk, now, client in CA? …", "A: still not sent: risk, now, client in CA. Is it yours? …");
        await practice.Expect("withdrawn");
        await practice.Until("2026-01-06 07:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-06 08:00");
        await practice["Dana Fox"].Hears(
            "A: a risk consult was asked for in the name of Maya Lee LPC, whose phone has not confirmed it. Please call 415-555-0101");
        await practice.After("24:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_request_that_was_not_theirs_is_told_to_nobody()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana), TwoAtNight);
        await practice.Submits("Maya Lee", ("kind", "risk"), ("urgency", "now"));
        await practice.After("0:10");
        await practice["Maya Lee"].Texts("not me");
        await practice["Maya Lee"].ReadsAll();
        await practice.Until("2026-01-06 12:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_request_that_is_confirmed_late_brings_one_call_in_the_morning_and_not_two()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana), TwoAtNight);
        await practice.Submits("Maya Lee", ("kind", "risk"), ("urgency", "now"));
        await practice.After("0:10");
        await practice["Maya Lee"].Texts("A1");
        await practice.Expect("unanswered");
        await practice.Until("2026-01-06 08:01");
        await practice["Dana Fox"].Hears("A: Maya Lee LPC asked for a risk consult, and no one was free. …");
        await practice["Dana Fox"].HearsNothing();
    }
}
