namespace Curbside.Conversations;

public class Second_wave_after_silence
{
    [Fact]
    public async Task Half_an_hour_of_silence_moves_on_and_the_first_may_still_say_yes()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a CA medication question…");
        await practice["Omar Reyes"].HearsNothing();

        await practice.After("0:29");
        await practice["Omar Reyes"].HearsNothing();
        await practice.After("0:01");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks a CA medication question…");
        Assert.Equal(2, (await practice.Consult()).Wave);

        await practice["Noor Ng"].Texts("A2");
        await practice["Noor Ng"].Hears("A: booked. Call M Lee today …");
        await practice["Omar Reyes"].Hears("A: covered, thank you. Someone else has it.");
        await practice["Maya Lee"].Hears("A: booked. Dr Ng calls you today …");
        await practice.Expect("booked", "Noor Ng");
    }
}
