namespace Curbside.Conversations;

public class A_late_answer
{
    [Theory]
    [InlineData("A1")]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("4:45pm")]
    public async Task Within_three_days_a_closed_letter_still_means_its_consult(string late)
    {
        await using var practice = await TakenByOmarAsync();
        await practice.Until("2026-01-08 12:59");
        await practice["Noor Ng"].Texts(late);
        await practice["Noor Ng"].Hears("A: covered, thank you. Someone else has it.");
        await practice.Expect("booked", "Omar Reyes");
    }

    [Fact]
    public async Task After_that_it_means_nothing_any_more()
    {
        await using var practice = await TakenByOmarAsync();
        await practice.Until("2026-01-08 15:00");
        await practice["Noor Ng"].Texts("A1");
        await practice["Noor Ng"].Hears("sorry, we did not understand. Text ? to see what is open, ASK to ask a colleague.");
    }

    [Fact]
    public async Task A_refusal_that_comes_after_the_withdrawal_is_thanked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].Texts("X A");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: M Lee took the request back. Nothing more to do, thank you.");
        await practice["Noor Ng"].Texts("no, sorry");
        await practice["Noor Ng"].Hears("A: M Lee took the request back. Nothing more to do, thank you.");
        await practice.Expect("withdrawn");
    }

    [Fact]
    public async Task A_letter_comes_back_for_another_consult_and_an_old_number_cannot_answer_it()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        foreach (var letter in "ABCDEFGH")
        {
            await maya.Texts("ASK MED TODAY");
            await noor.Hears($"{letter}: M Lee LPC asks a CA medication question, …");
            await maya.Texts($"X {letter}");
            await noor.Hears($"{letter}: M Lee took the request back. Nothing more to do, thank you.");
            await practice.After("0:01");
        }

        await maya.Texts("ASK MED TODAY");
        await noor.Hears("A: M Lee LPC asks a CA medication question, … A4 today 1:30p, A5 today 2:30p, A6 today 3:30p, A0 can't. …");
        await noor.Texts("A1");
        await noor.Hears("A: that number is not open. Now: A4 today 1:30p, A5 today 2:30p, A6 today 3:30p, A0 can't. …");
        await noor.Texts("A5");
        await noor.Hears("A: booked. Call M Lee today 2:30p PT. …");
    }

    private static async Task<Practice> TakenByOmarAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.After("0:30");
        await practice["Omar Reyes"].Texts("1");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: covered, thank you. Someone else has it.");
        await practice.Expect("booked", "Omar Reyes");
        return practice;
    }
}
