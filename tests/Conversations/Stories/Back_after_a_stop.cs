namespace Curbside.Conversations;

/// <summary>Which words bring texts back depends on the kind of number that the practice texts from.</summary>
public class Back_after_a_stop
{
    private const string TollFree = """{ "practice": { "texting_number_kind": "toll-free" } }""";

    [Theory]
    [InlineData("JOIN")]
    [InlineData("yes")]
    [InlineData("please start texting me again")]
    public async Task On_a_toll_free_number_other_words_change_nothing(string words)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor), policy: TollFree);
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await noor.Texts("STOP");
        await noor.Texts(words);
        await maya.Texts("ASK MED TODAY");
        await noor.HearsNothing();
    }

    [Theory]
    [InlineData("START")]
    [InlineData("unstop")]
    public async Task On_a_toll_free_number_start_and_unstop_bring_them_back(string word)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor), policy: TollFree);
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await noor.Texts("STOP");
        await noor.HearsNothing();
        await noor.Texts(word);
        await maya.Texts("ASK MED TODAY");
        await noor.Hears("A: M Lee LPC asks …");
    }

    [Fact]
    public async Task On_a_toll_free_number_no_text_promises_join()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor), policy: TollFree);
        await practice["Noor Ng"].Texts("please stop texting me");
        await practice["Noor Ng"].Hears("done, you get no more texts from us. Text START to get them again.");
    }

    [Fact]
    public async Task On_a_local_number_join_brings_them_back_through_the_carrier()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await noor.Texts("STOP", "STOP");
        await noor.Texts("JOIN", "START");
        await noor.Hears("you have joined. …");
        await maya.Texts("ASK MED TODAY");
        await noor.Hears("A: M Lee LPC asks …");
    }

    [Fact]
    public async Task A_yes_that_the_carrier_took_for_an_opt_in_answers_what_is_asked_too()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED NOW");
        await noor.ReadsAll();
        await noor.Texts("YES", "START");
        await practice.Expect("booked", "Noor Ng");
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData(null)]
    public async Task A_risk_after_a_stop_is_answered_first_and_really_asked(string? carrierAnswered)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo, Rosters.Dana));
        var maya = practice["Maya Lee"];
        await maya.Texts("STOP", carrierAnswered);
        await maya.ReadsAll();
        await maya.Texts("ASK RISK NOW");
        await maya.Hears(
            "A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            "we ask colleagues now. You have stopped our texts, so the rest comes by email. Watch it, or call the backup line.");
        await practice["Theo Brandt"].Hears("A: M Lee LPC …");
        Assert.NotEmpty(await practice.World.MailboxAsync("maya@example.org"));
    }

    [Fact]
    public async Task Danger_after_a_stop_is_answered_with_the_backup_line()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        var maya = practice["Maya Lee"];
        await maya.Texts("STOP", "STOP");
        await maya.Texts("I want to kill myself");
        await maya.Hears(
            "if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time. No person reads this number.",
            "a person answers our backup line: 415-555-0190. To ask colleagues, text ASK RISK NOW. The rest comes by email.");
    }
}
