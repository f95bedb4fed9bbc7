namespace Curbside.Conversations;

public class The_evening_after_risk
{
    [Theory]
    [InlineData("A2", "A: thank you for telling us.")]
    [InlineData("yes", "A: thank you for telling us.")]
    [InlineData("A3", "A: thank you for saying so. Call 415-555-0191, or call 988 any time. A… a colleague calls me, A0 not now.")]
    [InlineData("no", "A: thank you for saying so. Call 415-555-0191, or call 988 any time. A… a colleague calls me, A0 not now.")]
    public async Task The_clinician_is_asked_at_seven_how_they_are(string answer, string reply)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana));
        var (maya, ines) = (practice["Maya Lee"], practice["Ines Costa"]);
        await maya.Texts("ASK RISK NOW");
        await ines.Texts("A1");
        await practice.After("0:10");
        await maya.Texts("A1");
        await maya.ReadsAll();
        await ines.ReadsAll();
        await practice.Until("2026-01-05 18:59");
        await practice.NobodyHearsMore();

        await practice.Until("2026-01-05 19:00");
        await maya.Hears("A: checking in after your request: how are you doing? A2 all right, A3 I'd like to talk.");
        await maya.Texts(answer);
        await maya.Hears(reply);
        await practice.Expect("met", "Ines Costa");
        await practice.Until("2026-01-12 12:59");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Who_would_like_to_talk_is_called_by_a_colleague_and_no_manager_hears_of_it()
    {
        var rhea = Rosters.Row("Rhea Sol", "LMFT", "+14155550107", "consultant", "marriage-family", offersSupport: true, availability: "Mon-Sun 00:00-24:00");
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana, rhea));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK RISK NOW");
        await practice["Ines Costa"].Texts("A1");
        await practice.After("0:10");
        await maya.Texts("A1");
        await practice.Until("2026-01-05 19:00");
        await maya.Texts("A3");
        await maya.ReadsAll();
        await maya.Texts("A4");
        await maya.Hears(
            "A: thank you for telling us.",
            "B: support, now. Asking colleagues now, no manager. By 7:15p we text you a name, or that no one was free and what to do. X B withdraws.",
            "B: this line tells no manager. The colleague keeps it too, unless someone is in danger.",
            "B: you can add your question, without names. …");
        await practice["Rhea Sol"].Hears("A: a colleague asks for support, now. Can you call within 10 min? A1 I can, A0 can't.");
        await practice["Rhea Sol"].Texts("A1");
        await maya.Hears("B: booked. R Sol calls you within 10 min. …");
        await practice["Dana Fox"].HearsNothing();
    }

    [Fact]
    public async Task Seven_is_seven_where_the_clinician_is()
    {
        var maya = Rosters.Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor", zone: "America/New_York");
        await using var practice = await Practice.OpenAsync(Rosters.Of(maya, Rosters.Ines), "2026-01-05T09:30:00-08:00");
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Ines Costa"].Texts("A1");
        await practice.After("0:10");
        await practice["Maya Lee"].Texts("A1");
        await practice["Maya Lee"].ReadsAll();
        await practice.Until("2026-01-05 15:59");
        await practice["Maya Lee"].HearsNothing();
        await practice.Until("2026-01-05 16:00");
        await practice["Maya Lee"].Hears("A: checking in after your request: how are you doing? A2 all right, A3 I'd like to talk.");
    }

    [Fact]
    public async Task Also_when_no_one_was_free()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines));
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Ines Costa"].Texts("A0");
        await practice["Maya Lee"].ReadsAll();
        await practice.Until("2026-01-05 19:00");
        await practice["Maya Lee"].Hears("A: checking in after your request: how are you doing? A1 all right, A2 I'd like to talk.");
        await practice.Expect("unanswered");
    }
}
