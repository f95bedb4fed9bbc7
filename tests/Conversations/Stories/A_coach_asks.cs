namespace Curbside.Conversations;

/// <summary>Coaches are not licensed: they are helped to refer out, and not asked where a licence is needed.</summary>
public class A_coach_asks
{
    private static readonly string Cara = Rosters.Row("Cara Diaz", "PCC", "+14155550110", "clinician", "coach", licences: "");
    private static readonly string Kim = Rosters.Row("Kim Park", "PCC", "+14155550111", "consultant;supervisor", "coach", licences: "");

    [Fact]
    public async Task About_risk_with_a_refer_out_checklist_and_no_coach_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Cara, Kim, Rosters.Ines));
        await practice["Cara Diaz"].Texts("ASK RISK NOW");
        await practice["Cara Diaz"].Hears(
            "A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            "A: risk, now, client in CA. Asking colleagues now. By 1:15p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, without names. A refer-out checklist is there too. Here: http…");
        await practice["Ines Costa"].Hears("A: C Diaz PCC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task About_medication_with_a_refer_out_checklist_and_no_coach_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Cara, Kim, Rosters.Noor));
        await practice["Cara Diaz"].Texts("ASK MED TODAY");
        await practice["Cara Diaz"].Hears(
            "A: medication, today, client in CA. Asking prescribers now. By 5:00p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: this consult gives general information, no orders. Overdose or reaction: 911, or Poison Help 1-800-222-1222.",
            "A: you can add your question, without names. A refer-out checklist is there too. Here: http…");
        await practice["Noor Ng"].Hears("A: C Diaz PCC asks a CA medication question, phone, about 20 min. A1 today 1:15p, …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task About_a_case_and_a_coach_answers()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Cara, Kim));
        await practice["Cara Diaz"].Texts("ASK CASE TODAY");
        await practice["Cara Diaz"].Hears("A: case, today, client in CA. Asking colleagues now. …", "A: you can add your question, without names. Here: http…");
        await practice["Kim Park"].Hears("A: C Diaz PCC asks about a case, phone, about 30 min. A1 today 1:15p, …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_licensed_clinician_asks_about_a_case_and_no_coach_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Kim, Rosters.Theo));
        await practice["Maya Lee"].Texts("ASK CASE TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks about a case, phone, 30 min. A1 today 1:15p, …");
        await practice["Theo Brandt"].Texts("no");
        await practice["Theo Brandt"].ReadsAll();
        await practice["Maya Lee"].Hears("A: no one was free. Call the practice: 415-555-0192. Text ASK to ask again.");
        await practice.Expect("unanswered");
        await practice.NobodyHearsMore();
    }
}
