namespace Curbside.Conversations;

/// <summary>The two weekends of 2026 on which the clocks change, with people in four zones: everyone reads their own.</summary>
public class Clocks_change
{
    private const string AllWeek = "Mon-Sun 09:00-17:00";

    private static readonly string Maya = Rosters.Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor", availability: AllWeek);
    private static readonly string Noor = Prescriber("Noor Ng", "MD", "+14155550102", "psychiatrist", "America/New_York");
    private static readonly string Omar = Prescriber("Omar Reyes", "PMHNP", "+14155550103", "psychiatric-np", "America/Denver");
    private static readonly string Paz = Prescriber("Paz Ortiz", "PMHNP", "+14155550112", "psychiatric-np", "America/Phoenix");

    [Fact]
    public async Task Clocks_go_forward_on_8_March()
    {
        // Saturday, 4 in the afternoon in California. Tonight the clocks go forward, but not in Phoenix.
        await using var practice = await Practice.OpenAsync(Rosters.Of(Maya, Noor, Omar, Paz), "2026-03-07T16:00:00-08:00");
        var (maya, noor, omar, paz) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"], practice["Paz Ortiz"]);
        await maya.Texts("ASK MED THIS WEEK");
        await maya.Hears(
            "A: medication, this week, client in CA. Asking prescribers now. A name or what to do by tue 5:00p. X A withdraws.",
            "A: this consult gives general information, …",
            "A: you can add your question, …");

        // Nine in Arizona is nine in California from tomorrow on, and twelve in New York.
        await noor.Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 tomorrow 12:00p, A2 tomorrow 1:00p, A3 tomorrow 2:00p, A0 can't.…");
        await noor.Texts("sun 6pm");
        await noor.Hears("A: tomorrow 6:00p offered to M Lee. Not booked yet. We text you by 11:00p either way.");
        await maya.Hears("A: Dr Ng can call you tomorrow 3:00p PT. A1 book it, A0 ask someone else. Held until 8:00p.");
        await maya.Texts("A0");
        await maya.Hears(
            "A: tomorrow 3:00p is no longer held. We ask others now. By tue 5:00p we text you a name, or that no one was free and what to do.");
        await noor.ReadsAll();
        await omar.Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 tomorrow 10:00a, A2 tomorrow 11:00a, A3 tomorrow 12:00p, A0 can't.…");
        await omar.Texts("A0");
        await omar.ReadsAll();
        await paz.Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 tomorrow 9:00a, A2 tomorrow 10:00a, A3 tomorrow 11:00a, A0 can't.…");
        await paz.Texts("A1");
        await paz.Hears("A: booked. Call M Lee tomorrow 9:00a MT. Read first: http… R A new time, X A call off");
        await maya.Hears("A: booked. P Ortiz calls you tomorrow 9:00a PT. Notes and calendar: http…");

        // An hour before, it is eight for both; the night has just ended.
        await practice.Until("2026-03-08 07:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-03-08 08:00");
        await maya.Hears("A: reminder: P Ortiz PMHNP, phone, today 9:00a PT. …");
        await paz.Hears("A: reminder: M Lee LPC, phone, today 9:00a MT. …");
        await practice.Until("2026-03-08 09:00");
        await maya.Hears("A: it is time. P Ortiz calls you now, from 415-555-0112");
        await paz.Hears("A: it is time. Call M Lee now: 415-555-0101");
        await practice.Expect("booked", "Paz Ortiz");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Clocks_go_back_on_1_November()
    {
        // Friday, 1 in the afternoon in California, with the change between the offer and the consult.
        await using var practice = await Practice.OpenAsync(Rosters.Of(Maya, Noor, Omar, Paz), "2026-10-30T13:00:00-07:00");
        var (maya, noor, omar, paz) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"], practice["Paz Ortiz"]);
        await maya.Texts("ASK MED THIS WEEK");
        await maya.Hears(
            "A: medication, this week, client in CA. Asking prescribers now. A name or what to do by tue 5:00p. …",
            "A: this consult …",
            "A: you can add your question, …");
        await noor.Texts("no");
        await omar.Texts("no");
        await paz.Hears("A: M Lee LPC asks a CA medication question, …");
        await paz.Texts("sun 3pm");
        await paz.Hears("A: sun 3:00p offered to M Lee. Not booked yet. We text you by 5:00p either way.");
        await maya.Hears("A: P Ortiz PMHNP can call you sun 2:00p PT. A1 book it, A0 ask someone else. Held until 5:00p.");
        await maya.Texts("sun 1:30pm");
        await maya.Hears("A: sun 1:30p offered to P Ortiz. Not booked yet. We text you by 5:00p either way.");
        await paz.Hears("A: M Lee asks for sun 2:30p MT instead. A1 take it, A0 can't. Held until 5:00p.");
        await paz.Texts("A1");
        await paz.Hears("A: booked. Call M Lee sun 2:30p MT. …");
        await maya.Hears("A: booked. P Ortiz calls you sun 1:30p PT. …");
        await noor.ReadsAll();
        await omar.ReadsAll();

        // A day before is 24 hours before: by the clock in California, half past two.
        await practice.Until("2026-10-31 14:29");
        await practice.NobodyHearsMore();
        await practice.Until("2026-10-31 14:30");
        await maya.Hears("A: reminder: P Ortiz PMHNP, phone, tomorrow 1:30p PT. …");
        await paz.Hears("A: reminder: M Lee LPC, phone, tomorrow 2:30p MT. …");
        await practice.Until("2026-11-01 12:30");
        await maya.Hears("A: reminder: P Ortiz PMHNP, phone, today 1:30p PT. …");
        await paz.Hears("A: reminder: M Lee LPC, phone, today 2:30p MT. …");
        await practice.Until("2026-11-01 13:30");
        await maya.Hears("A: it is time. P Ortiz calls you now, from 415-555-0112");
        await paz.Hears("A: it is time. Call M Lee now: 415-555-0101");
        await practice.Expect("booked", "Paz Ortiz");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Everyone_is_offered_the_same_moments_by_their_own_clock()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Maya, Noor, Omar, Paz), "2026-10-31T16:45:00-07:00");
        await practice["Maya Lee"].Texts("ASK MED THIS WEEK");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 tomorrow 12:00p, A2 tomorrow 1:00p, …");
        await practice["Noor Ng"].Texts("no");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 tomorrow 10:00a, A2 tomorrow 11:00a, …");
        await practice["Omar Reyes"].Texts("no");
        await practice["Paz Ortiz"].Hears("A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 tomorrow 10:00a, A2 tomorrow 11:00a, …");
        await practice["Paz Ortiz"].Texts("A1");
        await practice["Paz Ortiz"].Hears("A: booked. Call M Lee tomorrow 10:00a MT. …");
        await practice["Maya Lee"].ReadsAll();
        await practice.Expect("booked", "Paz Ortiz");
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 11, 1, 17, 0), (await practice.Consult()).StartsAt);
    }

    private static string Prescriber(string name, string credentials, string phone, string discipline, string zone) =>
        Rosters.Row(name, credentials, phone, "consultant", discipline, zone: zone, availability: AllWeek);
}
