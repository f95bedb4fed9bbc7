namespace Curbside.Conversations;

/// <summary>A manager who puts the phone away: the drill says what did not come and where to look, and is gone within half an hour.</summary>
public class A_drill_that_nobody_answers
{
    [Fact]
    public async Task The_offer_has_no_answer()
    {
        await using var practice = await AskedAsync(Rosters.Dana);
        var dana = practice["Dana Fox"];
        await practice.Until("2026-01-05 13:14");
        await dana.HearsNothing();
        await practice.Until("2026-01-05 13:15");
        await dana.Hears(
            "DRILL B: this consult is no longer needed. Thank you.",
            "DRILL A: it is over: the offer had no answer. If it never came, look in Twilio under Monitor, Logs. Text DRILL for another.");
        await practice.Expect("unanswered");
        await practice.Until("2026-02-15 12:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task What_is_asked_after_the_talk_has_no_answer()
    {
        await using var practice = await AskedAsync(Rosters.Dana);
        var dana = practice["Dana Fox"];
        await dana.Texts("B1");
        await practice.Until("2026-01-05 13:14");
        await dana.ReadsAll();
        await practice.Until("2026-01-05 13:15");
        await dana.Hears("DRILL A: did the consult help? A1 it helped, A2 partly, A3 still stuck.");
        await practice.Until("2026-01-05 13:25");
        await dana.Hears(
            "DRILL A: it is over: our last question had no answer. If it never came, look in Twilio under Monitor, Logs. Text DRILL for another.");
        await practice.Expect("closed", "Stand-in");
        await dana.Texts("?");
        await dana.Hears("nothing is open. Text ASK to ask a colleague.");
        await practice.Until("2026-02-15 12:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task What_to_do_after_they_missed_each_other_has_no_answer()
    {
        await using var practice = await AskedAsync(Rosters.Dana);
        var dana = practice["Dana Fox"];
        await dana.Texts("B1");
        await practice.Until("2026-01-05 13:12");
        await dana.Texts("B0");
        await dana.ReadsAll();
        await practice.Until("2026-01-05 13:22");
        await dana.Hears("DRILL A: it is over: our last question had no answer. …");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_phone_that_cannot_be_reached_is_told_by_mail_what_did_not_come()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Dana, Rosters.Noor));
        var dana = practice["Dana Fox"];
        await dana.IsReachable(false);
        await dana.Texts("DRILL");
        await practice.Expect("unanswered");
        var mails = await practice.World.MailboxAsync("dana@example.org");
        Assert.All(mails, mail => Assert.StartsWith("Bay Curbside DRILL: ", mail.Subject, StringComparison.Ordinal));
        Assert.Contains(
            mails,
            mail => mail.Text.StartsWith(
                "Bay Curbside DRILL: it is over, since the offer could not be delivered. Look in Twilio under Monitor, Logs.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("STOP")]
    public async Task STOP_ends_it_without_another_word(string? carrierAnswered)
    {
        await using var practice = await AskedAsync(Rosters.Dana);
        var dana = practice["Dana Fox"];
        await dana.Texts("B1");
        await dana.ReadsAll();
        await dana.Texts("STOP", carrierAnswered);
        if (carrierAnswered is null)
        {
            await dana.Hears("done, you get no more texts from us. Text JOIN to get them again.");
        }

        await practice.Expect("withdrawn");
        await dana.Texts("DRILL");
        Assert.Single(await practice.World.ConsultsAsync());
        await practice.Until("2026-02-15 12:00");
        await practice.NobodyHearsMore();
        Assert.Equal(
            ["booked", "booked", "called off", "called off"],
            (await practice.World.MailboxAsync("dana@example.org")).Select(mail => mail.Subject.Split("DRILL: a consult is ")[1]));
        Assert.Empty(await practice.World.ConsultsAsync());

        await dana.Texts("START");
        await dana.ReadsAll();
        await dana.Texts("DRILL");
        await dana.Hears("DRILL A: you play both sides …");
    }

    private static async Task<Practice> AskedAsync(string manager)
    {
        var practice = await Practice.OpenAsync(Rosters.Of(manager, Rosters.Maya, Rosters.Noor));
        await practice["Dana Fox"].Texts("DRILL");
        await practice["Dana Fox"].ReadsAll();
        return practice;
    }
}
