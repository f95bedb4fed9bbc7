namespace Curbside.Conversations;

public class Without_consent
{
    private static readonly string NewNoor = Rosters.Row("Noor Ng", "MD", "+14155550102", "consultant", "psychiatrist", consented: false);
    private static readonly string NewMaya = Rosters.Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor", consented: false);
    private static readonly string NewDana = Rosters.Row("Dana Fox", "LMFT", "+14155550106", "manager", "marriage-family", consented: false);

    [Fact]
    public async Task Nobody_is_texted()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(NewMaya, NewNoor, NewDana));
        await practice.Submits("Maya Lee", ("kind", "medication"), ("urgency", "today"));
        await practice.Submits("Maya Lee", ("kind", "risk"), ("urgency", "now"));
        await practice.After("4:00");
        foreach (var name in new[] { "Maya Lee", "Noor Ng", "Dana Fox" })
        {
            Assert.Empty(await practice[name].Thread());
        }
    }

    [Fact]
    public async Task A_consultant_is_passed_over_until_they_join()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, NewNoor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await maya.Hears("A: no one was free. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222.");
        Assert.Empty(await noor.Thread());

        await noor.Texts("JOIN");
        await noor.Hears(
            "consult texts from Bay Curbside Counseling. Msg frequency varies, msg & data rates may apply. HELP for help, STOP to opt out.",
            "you have joined. Consults come by text from now on. Text ASK to ask a colleague, ? to see what is open.");
        await maya.Texts("ASK MED TODAY");
        await noor.Hears("A: M Lee LPC asks a CA medication question, …");
        await noor.Texts("1");
        await noor.Hears("A: booked. …");
        Assert.Equal(["booked", "unanswered"], (await practice.World.ConsultsAsync()).Select(consult => consult.State).Order());
    }

    [Fact]
    public async Task The_welcome_comes_once()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(NewMaya));
        await practice["Maya Lee"].Texts("join");
        await practice["Maya Lee"].Texts("JOIN");
        await practice["Maya Lee"].Texts("?");
        Assert.Equal(
            ["Bay Curbside: consult tex", "Bay Curbside: you have jo", "Bay Curbside: you have jo", "Bay Curbside: nothing is "],
            (await practice["Maya Lee"].Thread()).Select(heard => heard.Body[..25]));
    }

    [Theory]
    [InlineData("ASK MED TODAY")]
    [InlineData("?")]
    [InlineData("yes")]
    [InlineData("START")]
    [InlineData("can someone call me")]
    public async Task A_text_is_answered_with_how_to_join(string body)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(NewMaya, Rosters.Noor));
        await practice["Maya Lee"].Texts(body);
        await practice["Maya Lee"].Hears("you have not agreed to be texted yet. Text JOIN to agree, then text us again.");
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice["Maya Lee"].Texts("JOIN");
        await practice["Maya Lee"].Hears("you have joined. …");
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].Hears("A: medication, today, client in CA. …");
        await practice.Expect("asking");
    }

    [Fact]
    public async Task Danger_is_answered_all_the_same()
    {
        await using var practice = await Practice.OpenAsync(NewMaya);
        await practice["Maya Lee"].Texts("I want to kill myself");
        await practice["Maya Lee"].Hears(
            "if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time. No person reads this number.");
    }

    [Fact]
    public async Task Joining_after_a_stop_brings_the_texts_back()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Noor Ng"].Texts("no more texts please");
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Hears("done, you get no more texts from us. Text JOIN to get them again.");
        await practice["Noor Ng"].Texts("JOIN");
        await practice["Noor Ng"].Hears("you have joined. …");
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …");
    }
}
