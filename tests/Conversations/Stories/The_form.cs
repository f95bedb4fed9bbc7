namespace Curbside.Conversations;

/// <summary>
/// Anyone can type a phone number, so a request from a browser that nobody knows waits for the phone to say that it is the clinician.
/// </summary>
public class The_form
{
    private static readonly (string, string)[] MedicationToday = [("kind", "medication"), ("urgency", "today")];
    private static readonly (string, string)[] RiskNow = [("kind", "risk"), ("urgency", "now")];

    [Fact]
    public async Task The_phone_sends_it_and_the_promise_starts_with_that()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await practice.Submits("Maya Lee", [.. MedicationToday, ("question", "which dose to begin with")]);
        await maya.Hears("A: did you ask for a consult: medication, today, client in CA? It is not sent yet. A1 send it, A0 not me.");
        await practice.Expect("held");
        await practice.After("0:20");
        await practice.NobodyHearsMore();

        await maya.Texts("A1");
        await maya.Hears(
            "A: medication, today, client in CA. Asking prescribers now. By 5:20p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: this consult gives general information, no orders. Overdose or reaction: 911, or Poison Help 1-800-222-1222.",
            "A: your question is on your page, with all that happens. Here: http…");
        await noor.Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 today 1:45p, A2 today 2:45p, A3 today 3:45p, A0 can't. …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task The_phone_drops_it_and_nobody_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        await practice.Submits("Maya Lee", MedicationToday);
        await maya.ReadsAll();
        await maya.Texts("A0");
        await maya.Hears("A: the request was not sent, and it is deleted. No one was asked. Text ASK to ask again.");
        await practice.After("2:00");
        await practice.Expect("withdrawn");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task After_half_an_hour_it_is_gone_and_whoever_answers_then_is_told_so()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        await practice.Submits("Maya Lee", MedicationToday);
        await maya.ReadsAll();
        await practice.After("0:29");
        await practice.Expect("held");
        await practice.After("0:01");
        await practice.Expect("withdrawn");
        await practice.NobodyHearsMore();

        await maya.Texts("A1");
        await maya.Hears("A: the request was not sent, and it is deleted. No one was asked. Text ASK to ask again.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task One_request_a_phone_is_held_and_another_not_taken_meanwhile()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        await practice.Submits("Maya Lee", MedicationToday);
        await practice.Submits("Maya Lee", ("kind", "case"), ("urgency", "now"));
        await maya.Hears("A: did you ask for a consult: medication, today, client in CA? It is not sent yet. A1 send it, A0 not me.");
        await practice.Expect("held");
        await practice.NobodyHearsMore();

        await maya.Texts("not me");
        await maya.ReadsAll();
        await practice.Submits("Maya Lee", ("kind", "case"), ("urgency", "now"));
        await maya.Hears("B: did you ask for a consult: case, now, client in CA? It is not sent yet. B1 send it, B0 not me.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Held_risk_is_texted_again_and_the_manager_is_told()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana));
        var maya = practice["Maya Lee"];
        await practice.Submits("Maya Lee", RiskNow);
        await maya.Hears(
            "A: did you ask for a consult: risk, now, client in CA? It is not sent yet. If anyone is in danger: 911, or call 988. A1 send it, A0 not me.");
        await practice.After("0:01");
        await practice.NobodyHearsMore();
        await practice.After("0:01");
        await maya.Hears("A: still not sent: risk, now, client in CA. Is it yours? If anyone is in danger: 911, or call 988. A1 send it, A0 not me.");
        await practice.After("0:02");
        await practice.NobodyHearsMore();
        await practice.After("0:01");
        await practice["Dana Fox"].Hears(
            "A: a risk consult was asked for in the name of Maya Lee LPC, whose phone has not confirmed it. Please call 415-555-0101");

        await maya.Texts("yes");
        await maya.Hears(
            "A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            "A: risk, now, client in CA. Asking colleagues now. By 1:20p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, without names. Here: http…");
        await practice["Ines Costa"].Hears("A: M Lee LPC asks a CA risk question, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Held_risk_that_nobody_confirms_asks_nobody()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana));
        await practice.Submits("Maya Lee", RiskNow);
        await practice.After("0:30");
        await practice["Maya Lee"].ReadsAll();
        await practice["Dana Fox"].ReadsAll();
        await practice.Expect("withdrawn");
        await practice.After("24:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task An_unknown_number_gets_no_text()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Dana));
        var stranger = practice.Stranger();
        await practice.World.SubmitAsync([new("phone", stranger.Number), new("kind", "risk"), new("urgency", "now")]);
        await practice.After("1:00");
        await stranger.HearsNothing();
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }
}
