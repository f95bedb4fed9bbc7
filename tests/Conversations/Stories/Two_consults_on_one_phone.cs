namespace Curbside.Conversations;

public class Two_consults_on_one_phone
{
    private static readonly string Kim = Rosters.Row("Kim Park", "LMFT", "+14155550107", "clinician", "marriage-family");

    [Fact]
    public async Task A_bare_number_is_answered_with_which_one_and_never_guessed()
    {
        await using var practice = await TwoAskAsync();
        var noor = practice["Noor Ng"];
        await noor.Texts("1");
        await noor.Hears("which one: A (M Lee…) or B (K Park…)? Text A1 or B1.");
        await noor.Texts("yes");
        await noor.Hears("which one: A (M Lee…) or B (K Park…)? Text A1 or B1.");

        await noor.Texts("b1");
        await noor.Hears("B: booked. Call K Park today 1:15p PT. Read first: http… R B new time, X B call off");
        await practice["Kim Park"].Hears("A: booked. Dr Ng calls you today 1:15p PT. …");
        await practice["Maya Lee"].HearsNothing();
        Assert.Equal([("Kim Park", "booked"), ("Maya Lee", "asking")], await StatesAsync(practice));
    }

    [Fact]
    public async Task With_one_of_them_booked_a_bare_number_answers_the_other()
    {
        await using var practice = await TwoAskAsync();
        var noor = practice["Noor Ng"];
        await noor.Texts("B1");
        await noor.ReadsAll();
        await noor.Texts("2");
        await noor.Hears("A: booked. Call M Lee today 2:15p PT. …");
        Assert.Equal([("Kim Park", "booked"), ("Maya Lee", "booked")], await StatesAsync(practice));
    }

    [Fact]
    public async Task Both_are_answered_in_one_text()
    {
        await using var practice = await TwoAskAsync();
        var noor = practice["Noor Ng"];
        await noor.Texts("A1 and B2");
        await noor.Hears("A: booked. Call M Lee today 1:15p PT. …", "B: booked. Call K Park today 2:15p PT. …");
        await practice["Maya Lee"].Hears("A: booked. Dr Ng calls you today 1:15p PT. …");
        await practice["Kim Park"].Hears("A: booked. Dr Ng calls you today 2:15p PT. …");
        Assert.Equal([("Kim Park", "booked"), ("Maya Lee", "booked")], await StatesAsync(practice));
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task One_time_cannot_be_given_to_both()
    {
        await using var practice = await TwoAskAsync();
        var noor = practice["Noor Ng"];
        await noor.Texts("A1, B1");
        await noor.Hears(
            "A: booked. Call M Lee today 1:15p PT. …",
            "B: that time has just gone. What about another? B4 today 1:45p, B5 today 2:45p, B6 today 3:45p, B0 can't. Or text a time: B 5:15p");
        Assert.Equal([("Kim Park", "asking"), ("Maya Lee", "booked")], await StatesAsync(practice));
        await noor.Texts("3");
        await noor.Hears("B: that number is not open. Now: B4 today 1:45p, B5 today 2:45p, B6 today 3:45p, B0 can't. …");
        await noor.Texts("4");
        await noor.Hears("B: booked. Call K Park today 1:45p PT. …");
        Assert.Equal([("Kim Park", "booked"), ("Maya Lee", "booked")], await StatesAsync(practice));
    }

    [Fact]
    public async Task A_time_goes_to_the_one_that_takes_a_time()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Kim, Rosters.Noor));
        var noor = practice["Noor Ng"];
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await noor.Texts("A1");
        await practice.Until("2026-01-05 13:50");
        await practice["Kim Park"].Texts("ASK MED TODAY");
        await noor.ReadsAll();
        await practice["Kim Park"].ReadsAll();

        await noor.Texts("yes");
        await noor.Hears("which one: A (M Lee…) or B (K Park…)? Text A1 or B1.");
        await noor.Texts("4:45pm");
        await noor.Hears("B: 4:45p offered to K Park. Not booked yet. We text you by 2:50p either way.");
        await practice["Kim Park"].Hears("A: Dr Ng can call you today 4:45p PT. A1 book it, A0 ask someone else. Held until 2:50p.");
        Assert.Equal([("Kim Park", "proposed"), ("Maya Lee", "booked")], await StatesAsync(practice));
    }

    private static async Task<Practice> TwoAskAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Kim, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Kim Park"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Hears(
            "A: M Lee LPC asks a CA medication question, … A1 today 1:15p, A2 today 2:15p, A3 today 3:15p, A0 can't. Or text a time: A 5:15p",
            "B: K Park asks a CA medication question, … B1 today 1:15p, B2 today 2:15p, B3 today 3:15p, B0 can't. Or text a time: B 5:15p");
        await practice["Maya Lee"].ReadsAll();
        await practice["Kim Park"].ReadsAll();
        return practice;
    }

    private static async Task<IEnumerable<(string Clinician, string State)>> StatesAsync(Practice practice) =>
        (await practice.World.ConsultsAsync()).Select(consult => (consult.Clinician, consult.State)).Order();
}
