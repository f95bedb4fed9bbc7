namespace Curbside.Conversations;

public class More_than_an_answer
{
    private const string Kept = "A: your answer is in. Your other words are kept for the other side to read; nothing else was done with them.";

    [Fact]
    public async Task Yes_but_after_4_offers_4()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("yes but after 4");
        await practice["Noor Ng"].Hears("A: 4:00p offered to M Lee. Not booked yet. We text you by 2:00p either way.");
        await practice["Maya Lee"].Hears("A: Dr Ng can call you today 4:00p PT. A1 book it, A0 ask someone else. Held until 2:00p.");
        await practice.Expect("proposed");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task No_but_ask_someone_refuses_and_the_rest_goes_to_nobody()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("no but ask Dr Lee");
        await practice["Noor Ng"].Hears("A: thank you for telling us. We ask someone else. Your other words went to nobody.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_yes_with_a_question_is_asked_back_and_books_nothing()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("A1. yes, can she send the notes?");
        await practice["Noor Ng"].Hears("A: sorry, we did not understand. …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task An_answer_and_a_sentence_of_its_own_books_and_keeps_the_sentence()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("A2 please, and tell her to have the med list ready");
        await practice["Noor Ng"].Hears(Kept, "A: booked. Call M Lee today 2:15p PT. …");
        await practice["Maya Lee"].Hears("A: booked. Dr Ng calls you today 2:15p PT. …");
        await practice.Expect("booked", "Noor Ng");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_bare_yes_to_several_times_asks_which()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("yes");
        await practice["Noor Ng"].Hears("A: which one, A1, A2, A3 or A0?");
        await practice["Noor Ng"].Texts("2");
        await practice["Noor Ng"].Hears("A: booked. Call M Lee today 2:15p PT. …");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task The_asker_books_and_adds_something()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("4pm");
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts("yes please, I will be in my car");
        await practice["Maya Lee"].Hears(Kept, "A: booked. Dr Ng calls you today 4:00p PT. …");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task One_consult_is_booked_and_another_withdrawn_in_one_text()
    {
        await using var practice = await AskedAsync();
        var maya = practice["Maya Lee"];
        await practice["Noor Ng"].Texts("4pm");
        await practice.After("0:01");
        await maya.Texts("ASK CASE THIS WEEK");
        await maya.ReadsAll();
        await maya.Texts("A1, X B");
        await maya.Hears("A: booked. Dr Ng calls you today 4:00p PT. …", "B: …");
        Assert.Equal(
            ["case withdrawn", "medication booked"],
            (await practice.World.ConsultsAsync()).Select(consult => $"{consult.Kind} {consult.State}").Order());
    }

    private static async Task<Practice> AskedAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        return practice;
    }
}
