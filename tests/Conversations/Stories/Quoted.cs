namespace Curbside.Conversations;

/// <summary>Reactions and quotes of our own texts reach the line as texts. They answer nothing.</summary>
public class Quoted
{
    [Theory]
    [InlineData("Liked “{0}”")]
    [InlineData("Le encantó “{0}”")]
    [InlineData("Reacted 🔥 to “{0}”")]
    [InlineData("👍 to “{0}”")]
    [InlineData("> {0}")]
    [InlineData("{0}")]
    public async Task A_reaction_to_an_offer_does_nothing_and_hears_nothing(string wrapper)
    {
        await using var practice = await AskedAsync();
        var offer = (await practice["Noor Ng"].Thread())[^1].Body;
        await practice["Noor Ng"].Texts(wrapper.Replace("{0}", offer, StringComparison.Ordinal));
        await practice.NobodyHearsMore();
        await practice.Expect("asking");
    }

    [Theory]
    [InlineData("A0 > {0}")]
    [InlineData("A0\n{0}")]
    [InlineData("{0}\nA0")]
    [InlineData("A0\n\nOn Mon, Jan 5, 2026 at 1:00 PM Bay Curbside wrote:\n{0}")]
    public async Task A_refusal_beside_the_quoted_offer_is_a_refusal(string shape)
    {
        await using var practice = await AskedAsync();
        var offer = (await practice["Noor Ng"].Thread())[^1].Body;
        await practice["Noor Ng"].Texts(shape.Replace("{0}", offer, StringComparison.Ordinal));
        await practice["Noor Ng"].Hears("A: thank you for telling us. …");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.Expect("asking");
    }

    [Fact]
    public async Task The_second_time_beside_the_quoted_offer_is_the_second_time()
    {
        await using var practice = await AskedAsync();
        var offer = (await practice["Noor Ng"].Thread())[^1].Body;
        await practice["Noor Ng"].Texts($"A2 “{offer}”");
        await practice["Noor Ng"].Hears("A: booked. Call M Lee today 2:15p PT. …");
    }

    [Theory]
    [InlineData("A1 today 1:15p, A0 can't")]
    [InlineData("1:15 is bad for me")]
    [InlineData("1:15?? impossible")]
    [InlineData("3pm conflicts with clinic")]
    [InlineData("I can do 3pm but not today")]
    [InlineData("1:15?")]
    public async Task What_is_in_doubt_is_asked_back(string text)
    {
        await using var practice = await AskedAsync();
        await practice["Noor Ng"].Texts(text);
        await practice["Noor Ng"].Hears("A: …");
        await practice["Maya Lee"].HearsNothing();
        await practice.Expect("asking");
    }

    [Theory]
    [InlineData("Our office is closed. We open tomorrow at 9am.")]
    [InlineData("Currently with a client. Available at 3pm.")]
    [InlineData("Voicemail (0:45)")]
    [InlineData("Our office is closed. For emergencies dial 911.")]
    public async Task A_machine_is_answered_with_nothing(string text)
    {
        await using var practice = await AskedAsync();
        for (var time = 0; time < 20; time++)
        {
            await practice["Noor Ng"].Texts(text);
        }

        await practice.NobodyHearsMore();
        await practice.Expect("asking");
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
