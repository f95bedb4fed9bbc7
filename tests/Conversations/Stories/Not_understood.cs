namespace Curbside.Conversations;

public class Not_understood
{
    private const string Sorry = "sorry, we did not understand. Text ? to see what is open, ASK to ask a colleague.";

    private static readonly string[] Nonsense =
        ["purple elephants", "green ones too", "the blue folder is on the shelf", "purple elephants fly", "seven yellow boats", "a red door", "old brown shoes", "tea with milk"];

    [Fact]
    public async Task After_five_texts_a_person_takes_over_and_from_then_on_one_reply_an_hour_until_something_is_understood()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        var (maya, dana) = (practice["Maya Lee"], practice["Dana Fox"]);
        await maya.Texts(Nonsense[0]);
        await maya.Hears(Sorry);
        for (var text = 1; text < 4; text++)
        {
            await maya.Texts(Nonsense[text]);
            await maya.Hears("sorry, we did not understand. Text ASK to ask a colleague, ? to see what is open. Office 415-555-0192");
        }

        await dana.HearsNothing();
        await maya.Texts(Nonsense[4]);
        await maya.Hears("sorry, we still do not understand. A person will get in touch. Sooner: 415-555-0192");
        await dana.Hears("we do not understand the texts of Maya Lee LPC. Please call 415-555-0101");

        await maya.Texts("green ones too");
        await maya.Texts("and yellow ones");
        await practice.NobodyHearsMore();
        await practice.After("1:01");
        await maya.Texts("and blue ones");
        await maya.Hears("sorry, we did not understand. …");
        await practice.NobodyHearsMore();

        await maya.Texts("?");
        await maya.Hears("nothing is open. Text ASK to ask a colleague.");
        await maya.Texts("purple elephants");
        await maya.Hears(Sorry);
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Danger_is_answered_at_any_time()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        for (var text = 0; text < 8; text++)
        {
            await practice["Maya Lee"].Texts(Nonsense[text]);
        }

        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts("my client says she will kill herself");
        await practice["Maya Lee"].Hears(
            "if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time. No person reads this number.",
            "A: shall colleagues be asked to call you within 10 min? A1 ask colleagues now (risk), A0 not now.");
        await practice["Maya Lee"].Texts("she will kill herself");
        await practice["Maya Lee"].Hears("if anyone is in danger now, …");
    }

    [Fact]
    public async Task A_manager_who_may_be_texted_is_told()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(
            Rosters.Maya,
            Rosters.Row("Ada Moss", "LCSW", "+14155550109", "manager", "social-worker", consented: false),
            Rosters.Dana));
        for (var text = 0; text < 5; text++)
        {
            await practice["Maya Lee"].Texts(Nonsense[text]);
        }

        await practice["Dana Fox"].Hears("we do not understand the texts of Maya Lee LPC. Please call 415-555-0101");
        Assert.Empty(await practice["Ada Moss"].Thread());
    }

    [Theory]
    [InlineData("I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.")]
    [InlineData("Automatic reply: out of office until Monday")]
    [InlineData("thanks so much!")]
    public async Task What_wants_no_answer_gets_none_and_answers_nothing(string body)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].ReadsAll();
        await practice["Maya Lee"].ReadsAll();
        for (var text = 1; text <= 6; text++)
        {
            await practice["Noor Ng"].Texts(body);
        }

        await practice.NobodyHearsMore();
        await practice["Noor Ng"].Texts("A1");
        await practice["Noor Ng"].Hears("A: booked. …");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task With_one_question_open_its_answers_are_named()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("purple elephants");
        await practice["Noor Ng"].Hears(
            "A: M Lee LPC asks …", "A: sorry, we did not understand. Answer A1, A2, A3 or A0, or text ? to see what is open.");
        await practice.Expect("asking");
    }
}
