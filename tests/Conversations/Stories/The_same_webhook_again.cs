namespace Curbside.Conversations;

public class The_same_webhook_again
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_is_given_again_and_nothing_changes(bool afterRestart)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        var answered = await noor.TextsAs("SM-answer", "A1");
        Assert.StartsWith("Bay Curbside A: booked. Call M Lee today 1:15p PT. Read first: http", Assert.Single(answered), StringComparison.Ordinal);
        await ReadAllAsync(practice);

        await AgainAsync(practice, afterRestart, noor, "SM-answer", "A1", answered);
        await practice.Expect("booked", "Noor Ng");

        await noor.Texts("X A");
        await practice["Maya Lee"].ReadsAll();
        await noor.ReadsAll();
        await AgainAsync(practice, afterRestart, noor, "SM-answer", "A1", answered);
        await practice.Expect("unanswered");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ASK_begins_one_consult(bool afterRestart)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        var answered = await maya.TextsAs("SM-ask", "ASK MED TODAY");
        Assert.Equal(4, answered.Count);
        Assert.StartsWith("Bay Curbside: consult texts from Bay Curbside Counseling. ", answered[0], StringComparison.Ordinal);
        Assert.StartsWith("Bay Curbside A: medication, today, client in CA. ", answered[1], StringComparison.Ordinal);
        Assert.StartsWith("Bay Curbside A: this consult gives general information, ", answered[2], StringComparison.Ordinal);
        Assert.StartsWith("Bay Curbside A: you can add your question, ", answered[3], StringComparison.Ordinal);
        await ReadAllAsync(practice);

        await AgainAsync(practice, afterRestart, maya, "SM-ask", "ASK MED TODAY", answered);
        await practice.Expect("asking");
        await practice["Noor Ng"].Texts("A1");
        await ReadAllAsync(practice);
        await practice.After("0:05");
        await AgainAsync(practice, afterRestart, maya, "SM-ask", "ASK MED TODAY", answered);
        await practice.Expect("booked", "Noor Ng");
    }

    [Theory]
    [InlineData("?")]
    [InlineData("HELP")]
    [InlineData("purple elephants")]
    [InlineData("STOP")]
    [InlineData("ASK")]
    public async Task What_concerns_the_line_is_answered_again_as_well(string body)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Maya);
        var maya = practice["Maya Lee"];
        var answered = await maya.TextsAs("SM-line", body);
        Assert.NotEmpty(answered);
        await maya.ReadsAll();
        await AgainAsync(practice, true, maya, "SM-line", body, answered);
    }

    [Fact]
    public async Task A_text_that_leads_to_two_consults_is_answered_again_in_the_same_order()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(
            Rosters.Maya, Rosters.Noor, Rosters.Row("Kim Park", "LMFT", "+14155550107", "clinician", "marriage-family")));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Kim Park"].Texts("ASK MED TODAY");
        var noor = practice["Noor Ng"];
        var answered = await noor.TextsAs("SM-both", "A1 B2");
        Assert.Equal(["A", "B"], answered.Select(text => text["Bay Curbside ".Length..][..1]));
        await ReadAllAsync(practice);
        await practice["Kim Park"].ReadsAll();
        await AgainAsync(practice, false, noor, "SM-both", "A1 B2", answered);
        await AgainAsync(practice, true, noor, "SM-both", "A1 B2", answered);
    }

    private static async Task AgainAsync(
        Practice practice, bool afterRestart, Practice.Phone phone, string messageSid, string body, IReadOnlyList<string> answered)
    {
        if (afterRestart)
        {
            await practice.Restart();
        }

        Assert.Equal(answered, await phone.TextsAs(messageSid, body));
        await practice.NobodyHearsMore();
    }

    private static async Task ReadAllAsync(Practice practice)
    {
        foreach (var name in new[] { "Maya Lee", "Noor Ng" })
        {
            await practice[name].ReadsAll();
        }
    }
}
