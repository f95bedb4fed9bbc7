namespace Curbside.Conversations;

public class Counter_offer
{
    [Fact]
    public async Task A_time_of_the_consultants_own_is_taken()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice.After("0:25");
        await practice["Noor Ng"].Texts("a 3.30p ok?");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: 3:30p offered to M Lee. Not booked yet. We text you by 2:25p either way.");
        await practice["Maya Lee"].Hears("A: Dr Ng can call you today 3:30p PT. A1 book it, A0 ask someone else. Held until 2:25p.");
        await practice.Expect("proposed");

        await practice["Maya Lee"].Texts("1");
        await practice["Maya Lee"].Hears("A: booked. Dr Ng calls you today 3:30p PT. Notes and calendar: http…");
        await practice["Noor Ng"].Hears("A: booked. Call M Lee today 3:30p PT. Read first: http… R A new time, X A call off");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task It_is_refused_and_someone_else_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("4:45pm");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();

        await practice["Maya Lee"].Texts("A0");
        await practice["Maya Lee"].Hears("A: 4:45p is no longer held. We ask others now. By 5:00p we text you a name, or that no one was free and what to do.");
        await practice["Noor Ng"].Hears("A: 4:45p was not taken, and nothing is booked. Thank you for offering it.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
    }

    [Fact]
    public async Task The_asker_says_nothing_and_the_time_lapses()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A 4:45p");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();

        await practice.After("1:00");
        await practice["Maya Lee"].Hears("A: 4:45p is no longer held. …");
        await practice["Noor Ng"].Hears("A: 4:45p was not taken, and nothing is booked. Thank you for offering it.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
    }

    [Fact]
    public async Task The_asker_names_a_time_back_and_the_consultant_takes_it()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A 4:45p");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();

        await practice["Maya Lee"].Texts("A 4:15p");
        await practice["Maya Lee"].Hears("A: 4:15p offered to Dr Ng. Not booked yet. We text you by 2:00p either way.");
        await practice["Noor Ng"].Hears("A: M Lee asks for today 4:15p PT instead. A…take it, A0 can't. Held until 2:00p.");
        await practice["Noor Ng"].Texts("ok");
        await practice["Noor Ng"].Hears("A: booked. Call M Lee today 4:15p PT. …");
        await practice["Maya Lee"].Hears("A: booked. Dr Ng calls you today 4:15p PT. …");
    }

    [Fact]
    public async Task A_time_that_is_past_is_said_to_be()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("today 9am");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: 9:00a is already past. Text another time: A 5:15p");
    }
}
