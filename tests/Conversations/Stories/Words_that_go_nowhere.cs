namespace Curbside.Conversations;

/// <summary>Words behind an answer are screened like every question, and words behind a refusal are for nobody. Whoever texts them is told.</summary>
public class Words_that_go_nowhere
{
    [Fact]
    public async Task A_number_behind_an_answer_is_asked_back_and_kept_nowhere()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("A1 yes, it is about Jane Doe 415-555-2671");
        await practice["Noor Ng"].Hears("A: sorry, we did not understand. …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task What_may_name_somebody_is_not_kept_and_the_answer_counts()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("A1 please, and tell her that Jane Doe signed the release");
        await practice["Noor Ng"].Hears(
            "A: your answer is in. Your other words may name somebody, so we did not keep them. You can write on the page, without names.",
            "A: booked. Call M Lee today 1:15p PT. …");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task Behind_a_refusal_they_are_for_nobody()
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts("A0, I am in court with the family");
        await practice["Noor Ng"].Hears("A: thank you for telling us. We ask someone else. Your other words went to nobody.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
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
