namespace Curbside.Conversations;

/// <summary>A clinician privately leaves a colleague out. From the next time somebody is asked it holds, both ways, and nobody hears of it.</summary>
public class Left_out
{
    [Fact]
    public async Task Whoever_is_left_out_is_passed_over_from_the_next_wave_on_and_hears_nothing()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana, Ruth));
        var (maya, noor, omar, ruth) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"], practice["Ruth Gold"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Hears("A: M Lee LPC asks a CA medication question, …");
        await maya.WouldRatherNotBeWith("Omar Reyes");
        await noor.Texts("A0");
        await ruth.Hears("A: M Lee LPC asks a CA medication question, …");
        await omar.HearsNothing();
        await ruth.Texts("A1");
        await practice.Expect("booked", "Ruth Gold");
        await omar.HearsNothing();
        await practice["Dana Fox"].HearsNothing();
    }

    [Fact]
    public async Task It_holds_for_what_the_one_left_out_asks_as_well()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Noor, Rosters.Ines, Rosters.Theo));
        var (noor, ines, theo) = (practice["Noor Ng"], practice["Ines Costa"], practice["Theo Brandt"]);
        await ines.Texts("ASK MED TODAY");
        await ines.WouldRatherNotBeWith("Theo Brandt");
        await ines.Texts("X A");
        await ines.ReadsAll();
        await noor.ReadsAll();

        // Ines would come first by name.
        await theo.Texts("ASK CASE TODAY");
        await noor.Hears("B: T Brandt LCSW asks about a case, …");
        await ines.HearsNothing();
    }

    [Fact]
    public async Task It_outlives_the_program()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].WouldRatherNotBeWith("Omar Reyes");
        await practice.Restart();
        await practice["Noor Ng"].Texts("A0");
        await practice["Omar Reyes"].HearsNothing();
        await practice.Expect("unanswered");
    }

    private static string Ruth => Rosters.Row("Ruth Gold", "MD", "+14155550110", "consultant", "psychiatrist");
}
