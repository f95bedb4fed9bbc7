namespace Curbside.Conversations;

/// <summary>Everyone's night is their own, and nobody is texted in it who did not agree to that.</summary>
public class Quiet_hours
{
    private const string AtTenInTheEvening = "2026-01-05T22:00:00-08:00";

    private static readonly string InesMayBeWokenForNow =
        Rosters.Row("Ines Costa", "PsyD", "+14155550104", "consultant;supervisor", "psychologist", wakeForNow: true);

    [Fact]
    public async Task A_consultant_whose_night_has_begun_is_not_asked()
    {
        var noor = Rosters.Row(
            "Noor Ng", "MD", "+14155550102", "consultant", "psychiatrist", zone: "America/New_York", availability: "Mon-Sun 00:00-24:00");
        var omar = Rosters.Row("Omar Reyes", "PMHNP", "+14155550103", "consultant", "psychiatric-np", availability: "Mon-Sun 08:00-21:00");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.MayaAtAnyHour, noor, omar), "2026-01-05T18:30:00-08:00");
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].Hears(
            "A: medication, today, client in CA. Asking prescribers now. By 8:30p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: this consult gives general information, …",
            "A: you can add your question, …");
        await practice["Omar Reyes"].Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 today 6:45p, A2 today 7:15p, A3 today 7:45p, A0 can't. …");
        await practice["Omar Reyes"].Texts("can't");
        await practice["Omar Reyes"].Hears("A: thank you for telling us.");
        await practice["Maya Lee"].Hears("A: no one was free. …");
        await practice.Expect("unanswered");
        await practice.After("12:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_call_now_wakes_whoever_agreed_and_nobody_else()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, InesMayBeWokenForNow, Rosters.Theo), AtTenInTheEvening);
        await practice["Maya Lee"].Texts("ASK CASE NOW");
        await practice["Maya Lee"].ReadsAll();
        await practice["Ines Costa"].Hears("A: M Lee LPC asks about a case, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice["Theo Brandt"].HearsNothing();
        await practice["Ines Costa"].Texts("A1");
        await practice["Ines Costa"].Hears("A: booked. Call M Lee now 415-555-0101. Read first: http…");
        await practice["Maya Lee"].Hears("A: booked. Dr Costa calls you within 10 min. Notes and calendar: http…");
        await practice.Expect("booked", "Ines Costa");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task What_can_wait_until_today_waits_for_the_morning_and_says_so()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, InesMayBeWokenForNow), AtTenInTheEvening);
        await practice["Maya Lee"].Texts("ASK CASE TODAY");
        await practice["Maya Lee"].Hears(
            "A: case, today, client in CA. Asking colleagues from tomorrow 8:00a. By tomorrow 10:00a we text you a name or what to do. X A withdraws.",
            "A: you can add your question, …");
        await practice["Maya Lee"].Texts("A?");
        await practice["Maya Lee"].ReadsAll();
        await practice.Until("2026-01-06 07:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-06 08:00");
        await practice["Ines Costa"].Hears(
            "A: M Lee LPC asks about a case, phone, about 30 min. A1 today 9:00a, A2 today 10:00a, A3 today 11:00a, A0 can't. …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Asked_after_half_past_seven_the_promise_is_ten_next_morning_and_the_next_wave_sleeps_too()
    {
        var rhea = Rosters.Row("Rhea Sol", "LMFT", "+14155550107", "consultant", "marriage-family");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, rhea), "2026-01-05T20:20:00-08:00");
        await practice["Maya Lee"].Texts("ASK CASE TODAY");
        await practice["Maya Lee"].Hears(
            "A: case, today, client in CA. Asking colleagues now. By tomorrow 10:00a we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, …");
        await practice["Ines Costa"].Hears(
            "A: M Lee LPC asks about a case, phone, about 30 min. A1 tomorrow 9:00a, A2 tomorrow 10:00a, A3 tomorrow 11:00a, A0 can't.…");
        await practice.Until("2026-01-05 20:50");
        await practice["Rhea Sol"].Hears("A: M Lee LPC asks about a case, …");
        await practice.Until("2026-01-06 07:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-06 08:00");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks about a case, phone, about 30 min. A1 today 9:00a, …");
        await practice.Until("2026-01-06 10:00");
        await practice["Maya Lee"].Hears("A: no one was free. Call the practice: 415-555-0192. Text ASK to ask again.");
        await practice.Expect("unanswered");
    }

    [Fact]
    public async Task Sleep_and_wake_turn_night_calls_off_and_on()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, InesMayBeWokenForNow), AtTenInTheEvening);
        var (maya, ines) = (practice["Maya Lee"], practice["Ines Costa"]);
        await ines.Texts("SLEEP");
        await ines.Hears("we won't wake you at night from now on. Text WAKE to change that.");
        await maya.Texts("ASK CASE NOW");
        await maya.Hears("A: no one was free. Call the practice: 415-555-0192. Text ASK to ask again.");
        await ines.HearsNothing();
        await practice.Expect("unanswered");

        await ines.Texts("wake");
        await ines.Hears("you may be woken at night for a consult. Text SLEEP to change that.");
        await maya.Texts("ASK CASE NOW");
        await maya.Hears("B: case, now, client in CA. Asking colleagues now. …", "B: you can add your question, …");
        await ines.Hears("A: M Lee LPC asks about a case, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Nobody_is_promised_night_calls_who_is_not_down_for_them()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Theo));
        await practice["Theo Brandt"].Texts("WAKE");
        await practice["Theo Brandt"].Hears("you are not down for calls at night. If you want to be, please call the practice: 415-555-0192");
    }

    [Fact]
    public async Task A_reminder_that_would_fall_in_the_night_comes_in_the_last_minute_before()
    {
        var noor = Rosters.Row("Noor Ng", "MD", "+14155550102", "consultant", "psychiatrist", zone: "America/New_York");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.MayaAtAnyHour, noor), "2026-01-05T12:00:00-08:00");
        var (maya, noorsPhone) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED THIS WEEK");
        await maya.ReadsAll();
        await noorsPhone.Texts("wed 11:30am");
        await maya.Hears("A: Dr Ng can call you wed 8:30a PT. A1 book it, A0 ask someone else. Held until 4:00p.");
        await maya.Texts("yes");
        await maya.ReadsAll();
        await noorsPhone.ReadsAll();

        await practice.Until("2026-01-06 08:30");
        await maya.Hears("A: reminder: Dr Ng, phone, tomorrow 8:30a PT. Notes: http… R A new time, X A call off");
        await noorsPhone.Hears("A: reminder: M Lee LPC, phone, tomorrow 11:30a ET. Notes: http… R A new time, X A call off");
        await practice.Until("2026-01-06 20:58");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-06 20:59");
        await maya.Hears("A: reminder: Dr Ng, phone, tomorrow 8:30a PT. …");
        await practice.Until("2026-01-07 07:29");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-07 07:30");
        await noorsPhone.Hears("A: reminder: M Lee LPC, phone, today 11:30a ET. …");
        await practice.Expect("booked", "Noor Ng");
        await practice.NobodyHearsMore();
    }
}
