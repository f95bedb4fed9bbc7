namespace Curbside.Conversations;

public class Stop_from_a_consultant
{
    [Theory]
    [InlineData("STOP", null)]
    [InlineData("take me off this list", null)]
    [InlineData("Stop", "STOP")]
    public async Task An_open_offer_is_refused_by_it(string stop, string? carrierAnswered)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Hears("A: M Lee LPC asks …");
        await maya.ReadsAll();

        await noor.Texts(stop, carrierAnswered);
        if (carrierAnswered is null)
        {
            await noor.Hears("done, you get no more texts from us. Text JOIN to get them again.");
        }

        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.NobodyHearsMore();
        await practice["Omar Reyes"].Texts("A1");
        await noor.HearsNothing();
        await practice.Expect("booked", "Omar Reyes");
    }

    [Fact]
    public async Task A_booking_is_released_and_someone_else_is_asked()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("A2");
        await maya.ReadsAll();
        await noor.ReadsAll();

        await noor.Texts("stop");
        await noor.Hears("done, you get no more texts from us. Text JOIN to get them again.");
        await maya.Hears("A: Dr Ng is not free after all. We ask others now. By 5:00p we text you a name, or that no one was free and what to do.");
        await practice["Omar Reyes"].Hears(
            "A: M Lee LPC asks a CA medication question, … A1 today 1:15p, A2 today 2:15p, A3 today 3:15p, A0 can't. Or text a time: A 5:15p");
        await practice["Omar Reyes"].Texts("A2");
        await maya.Hears("A: booked. O Reyes calls you today 2:15p PT. …");
        await practice.Expect("booked", "Omar Reyes");
        Assert.Equal("Bay Curbside: a consult is called off", (await practice.World.MailboxAsync("noor@example.org"))[^1].Subject);
    }

    [Fact]
    public async Task Once_back_nothing_of_it_is_open_and_offers_come_again()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("STOP");
        await practice.Expect("unanswered");
        await maya.Texts("ASK MED TODAY");
        await noor.ReadsAll();
        await maya.ReadsAll();

        await noor.Texts("START");
        await noor.Hears("texts are on again. Text ? to see what is open.");
        await noor.Texts("?");
        await noor.Hears("nothing is open. Text ASK to ask a colleague.");
        await maya.Texts("ASK MED TODAY");
        await noor.Hears("B: M Lee LPC asks …");
        await noor.Texts("1");
        await noor.Hears("B: booked. …");
    }

    [Fact]
    public async Task A_manager_who_was_called_in_is_followed_by_the_next()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(
            Rosters.Maya, Rosters.Dana, Rosters.Row("Eli Stone", "LCSW", "+14155550108", "manager", "social-worker")));
        await practice["Maya Lee"].Texts("ASK CASE TODAY");
        await practice["Dana Fox"].Hears("A: Maya Lee LPC asked for a case consult, and no one was free. …");
        await practice["Dana Fox"].Texts("STOP");
        await practice["Eli Stone"].Hears("A: Maya Lee LPC asked for a case consult, and no one was free. …");
        await practice.Expect("unanswered");
    }
}
