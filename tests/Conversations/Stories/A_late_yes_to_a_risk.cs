namespace Curbside.Conversations;

/// <summary>Nobody took a risk in time. Whoever reads the offer late may still call, for an hour.</summary>
public class A_late_yes_to_a_risk
{
    [Fact]
    public async Task It_is_taken_and_the_asker_is_told()
    {
        await using var practice = await UnansweredAsync();
        await practice.After("0:40");
        await practice["Ines Costa"].Texts("A2");
        await practice["Ines Costa"].Hears("A: booked. Call M Lee now 415-555-0101. …");
        await practice["Maya Lee"].Hears("A: booked. Dr Costa calls you within 10 min. …");
        await practice["Theo Brandt"].Hears("A: covered, thank you. Someone else has it.");
        await practice.Expect("booked", "Ines Costa");
        await practice.After("0:10");
        await practice["Maya Lee"].Hears("A: are you and Dr Costa talking yet? …");
    }

    [Fact]
    public async Task After_an_hour_it_is_told_what_became_of_it()
    {
        await using var practice = await UnansweredAsync();
        await practice.After("1:01");
        await practice.NobodyHearsMore();
        await practice["Ines Costa"].Texts("A2");
        await practice["Ines Costa"].Hears("A: no one answered by 1:15p, and M Lee was sent to the backup line. Thank you.");
        await practice.Expect("unanswered");
    }

    private static async Task<Practice> UnansweredAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo));
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice.After("0:15");
        foreach (var asked in new[] { "Ines Costa", "Theo Brandt" })
        {
            await practice[asked].Hears(
                "A: M Lee LPC asks a CA risk question, now. …",
                "A: no one answered by 1:15p, and M Lee was sent to the backup line. Can you call after all? A2 I can, A0 can't.");
        }

        await practice["Maya Lee"].ReadsAll();
        return practice;
    }
}
