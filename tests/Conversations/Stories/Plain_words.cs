namespace Curbside.Conversations;

/// <summary>What people text in their own words about a consult, and what is plain enough to end a watch.</summary>
public class Plain_words
{
    [Theory]
    [InlineData("ok")]
    [InlineData("👍")]
    [InlineData("thanks")]
    public async Task An_ok_to_talking_yet_is_asked_back_at_once_with_the_lines_to_call(string text)
    {
        await using var practice = await TalkingAsync();
        await practice["Maya Lee"].Texts(text);
        await practice["Maya Lee"].Hears("A: are you and Dr Costa talking? A1 talking, A0 not yet. Backup line 415-555-0190. In danger: 911. Or call 988.");
        await practice.Expect("booked", "Ines Costa");
    }

    [Theory]
    [InlineData("yes still waiting")]
    [InlineData("yes please ask someone else")]
    [InlineData("got voicemail")]
    public async Task Whoever_is_not_talking_is_heard_behind_a_yes(string text)
    {
        await using var practice = await TalkingAsync();
        await practice["Maya Lee"].Texts(text);
        await practice["Maya Lee"].Hears("A: we ask someone else now and text you by 1:25p. Don't wait: backup line 415-555-0190. …");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. …");
    }

    [Theory]
    [InlineData("calling her now")]
    [InlineData("on it")]
    public async Task Words_of_calling_are_a_yes_to_a_risk(string text)
    {
        await using var practice = await RiskAsync();
        await practice["Ines Costa"].Texts(text);
        await practice["Ines Costa"].Hears("A: booked. Call M Lee now 415-555-0101. …");
        await practice.Expect("booked", "Ines Costa");
    }

    [Theory]
    [InlineData("I can't make it")]
    [InlineData("can't after all")]
    public async Task In_a_risk_a_consultants_cant_is_a_step_out_at_once(string text)
    {
        await using var practice = await RiskAsync();
        await practice["Ines Costa"].Texts("A1");
        await practice["Ines Costa"].ReadsAll();
        await practice["Theo Brandt"].ReadsAll();
        await practice["Ines Costa"].Texts(text);
        await practice["Ines Costa"].Hears("A: done, it is off your list. …");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. …");
        await practice.Expect("asking");
    }

    [Theory]
    [InlineData("Maya Lee", "I can't make it")]
    [InlineData("Noor Ng", "can't after all")]
    public async Task A_cant_to_a_booking_is_asked_back_with_calling_off_and_another_time(string who, string text)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A 3:30p");
        await practice["Maya Lee"].Texts("1");
        await practice[who].ReadsAll();
        await practice[who].Texts(text);
        await practice[who].Hears("A: call off today 3:30p with …? A1 call off, A0 keep. Or text a time: A 5:15p");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task A_managers_no_is_not_answered_with_somebody_else()
    {
        await using var practice = await RiskAsync();
        await practice.After("0:15");
        await practice["Dana Fox"].Hears("A: Maya Lee LPC asked for a risk consult, …");
        await practice["Dana Fox"].Texts("no");
        await practice["Dana Fox"].Hears("A: thank you for telling us. We can ask no other manager now; the clinician was told whom to call.");
    }

    [Theory]
    [InlineData("stop sending after 8pm")]
    [InlineData("off the list for med questions")]
    public async Task A_limited_stop_is_no_opt_out(string text)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Dana));
        await practice["Noor Ng"].Texts(text);
        await practice["Noor Ng"].ReadsAll();
        await practice["Noor Ng"].Texts("?");
        await practice["Noor Ng"].Hears("nothing is open. Text ASK to ask a colleague.");
    }

    [Theory]
    [InlineData("client has a plan and pills")]
    [InlineData("me quiero matar")]
    public async Task Words_of_danger_are_answered(string text)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        await practice["Maya Lee"].Texts(text);
        await practice["Maya Lee"].Hears("if anyone is in danger now, call 911. …");
    }

    private static async Task<Practice> RiskAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, Rosters.Dana));
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Maya Lee"].ReadsAll();
        await practice["Ines Costa"].ReadsAll();
        return practice;
    }

    private static async Task<Practice> TalkingAsync()
    {
        var practice = await RiskAsync();
        await practice["Ines Costa"].Texts("A1");
        await practice.After("0:10");
        await practice["Theo Brandt"].ReadsAll();
        await practice["Maya Lee"].ReadsAll();
        return practice;
    }
}
