namespace Curbside.Conversations;

public class A_text_that_does_not_arrive
{
    [Fact]
    public async Task An_offer_moves_on_at_once()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Noor Ng"].IsReachable(false);
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks a CA medication question, …");
        Assert.Empty(await practice.World.MailboxAsync("noor@example.org"));
        await practice["Omar Reyes"].Texts("A1");
        await practice["Maya Lee"].Hears(
            "A: medication, today, client in CA. …", "A: this consult gives …", "A: you can add …", "A: booked. O Reyes calls you today 1:15p PT. …");
        await practice.Expect("booked", "Omar Reyes");
        await practice["Noor Ng"].HearsNothing();
    }

    [Fact]
    public async Task A_time_that_was_named_back_moves_on_at_once()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("4pm");
        await maya.ReadsAll();
        await noor.IsReachable(false);
        await maya.Texts("4:30pm");
        await maya.Hears(
            "A: 4:30p offered to Dr Ng. Not booked yet. We text you by 2:00p either way.",
            "A: 4:30p is no longer held. We ask others now. By 5:00p we text you a name, or that no one was free and what to do.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.Expect("asking");
    }

    [Fact]
    public async Task A_confirmation_is_mailed()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].IsReachable(false);
        await practice["Noor Ng"].Texts("A1");
        await practice["Maya Lee"].HearsNothing();
        var mails = await practice.World.MailboxAsync("maya@example.org");
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.StartsWith("Bay Curbside: booked. Dr Ng calls you today 1:15p PT.", mail.Text, StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Attachments.Count == 1);
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task A_confirmation_to_the_consultant_is_mailed_and_the_booking_stands()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("4pm");
        await practice["Noor Ng"].IsReachable(false);
        await practice["Maya Lee"].Texts("yes");
        await practice.Expect("booked", "Noor Ng");
        Assert.Contains(
            await practice.World.MailboxAsync("noor@example.org"),
            mail => mail.Attachments.Count == 0 && mail.Text.StartsWith(
                "Bay Curbside: booked. Call M Lee today 4:00p PT.", StringComparison.Ordinal));
        await practice["Omar Reyes"].HearsNothing();
    }

    [Fact]
    public async Task What_merely_informs_is_mailed_and_the_offer_stands()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].IsReachable(false);
        await practice["Noor Ng"].Texts("4pm");
        await practice.Expect("proposed");
        await practice["Omar Reyes"].HearsNothing();
        var mail = Assert.Single(await practice.World.MailboxAsync("noor@example.org"));
        Assert.StartsWith("Bay Curbside: 4:00p offered to M Lee.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_is_told_once_of_a_clinician_with_a_risk_who_is_out_of_reach()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Dana));
        await practice["Maya Lee"].IsReachable(false);
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Dana Fox"].Hears("A: Maya Lee LPC is in a risk consult and can't be texted any more. Please call 415-555-0101");
        await practice["Ines Costa"].Texts("yes");
        await practice["Ines Costa"].Hears("A: M Lee LPC asks a CA risk question, now. …", "A: booked. Call M Lee now 415-555-0101. …");
        await practice["Dana Fox"].HearsNothing();
        Assert.Collection(
            await practice.World.MailboxAsync("maya@example.org"),
            mail => Assert.StartsWith("Bay Curbside: first, if anyone is in danger now: call 911.", mail.Text, StringComparison.Ordinal),
            mail => Assert.StartsWith("Bay Curbside: risk, now, client in CA. Asking colleagues now. By 1:15p we email you", mail.Text, StringComparison.Ordinal),
            mail => Assert.StartsWith("Bay Curbside: you can add your question, without names.", mail.Text, StringComparison.Ordinal),
            mail => Assert.StartsWith("Bay Curbside: booked. Dr Costa calls you within 10 min.", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_who_is_out_of_reach_is_followed_by_the_next()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(
            Rosters.Maya, Rosters.Dana, Rosters.Row("Eli Stone", "LCSW", "+14155550108", "manager", "social-worker")));
        await practice["Dana Fox"].IsReachable(false);
        await practice["Maya Lee"].Texts("ASK CASE TODAY");
        await practice["Eli Stone"].Hears("A: Maya Lee LPC asked for a case consult, and no one was free. …");
        await practice["Eli Stone"].Texts("yes");
        await practice["Maya Lee"].Hears(
            "A: no one was free. Call the practice: 415-555-0192. D Fox was told. …", "A: E Stone LCSW takes this over and will call you.");
    }
}
