namespace Curbside.Conversations;

public class Stop_from_the_asker
{
    [Theory]
    [InlineData("STOP", null)]
    [InlineData("please stop texting me", null)]
    [InlineData("STOP", "STOP")]
    public async Task A_booked_consult_goes_on_by_mail_and_the_consultant_learns_how_to_reach_them(string stop, string? carrierAnswered)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("3:30pm");
        await maya.Texts("1");
        await maya.ReadsAll();
        await noor.ReadsAll();

        var answer = await maya.Texts(stop, carrierAnswered);
        if (carrierAnswered is null)
        {
            await maya.Hears("done, you get no more texts from us. Text JOIN to get them again.");
        }

        Assert.Equal(carrierAnswered is null ? 1 : 0, answer.Count);
        await noor.Hears("A: M Lee can't be texted any more and follows this by email. If you need to talk: 415-555-0101");
        await practice.Until("2026-01-05 14:30");
        await noor.Hears("A: reminder: M Lee LPC, phone, today 3:30p PT. …");
        await practice.Until("2026-01-05 15:30");
        await noor.Hears("A: it is time. Call M Lee now: 415-555-0101");
        await maya.HearsNothing();
        Assert.Equal(
            ["Bay Curbside: a consult is booked", "Bay Curbside: your consult still stands", "Bay Curbside: a reminder of your consult", "Bay Curbside: about your consult"],
            (await practice.World.MailboxAsync("maya@example.org")).Select(mail => mail.Subject));
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task A_request_that_is_still_open_ends_in_a_mail_with_the_time()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await maya.Texts("stop");
        await maya.ReadsAll();
        await noor.Texts("A1");
        await noor.Hears("A: M Lee LPC asks …", "A: booked. Call M Lee today 1:15p PT. …");
        await maya.HearsNothing();
        Assert.Contains(
            await practice.World.MailboxAsync("maya@example.org"),
            mail => mail.Text.StartsWith("Bay Curbside: booked. Dr Ng calls you today 1:15p PT.", StringComparison.Ordinal));
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task Risk_goes_to_the_backup_line_and_a_manager()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo, Rosters.Dana));
        var (maya, ines, dana) = (practice["Maya Lee"], practice["Ines Costa"], practice["Dana Fox"]);
        await maya.Texts("ASK RISK TODAY");
        await ines.Texts("A1");
        await maya.ReadsAll();
        await ines.ReadsAll();

        await maya.Texts("leave me alone");
        await maya.Hears("done, you get no more texts from us. Text JOIN to get them again.");
        await ines.Hears("A: M Lee can't be texted any more and follows this by email. If you need to talk: 415-555-0101");
        await dana.Hears("A: Maya Lee LPC is in a risk consult and can't be texted any more. Please call 415-555-0101");
        var mails = await practice.World.MailboxAsync("maya@example.org");
        Assert.Contains(
            "call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190", mails[^1].Text, StringComparison.Ordinal);
        await dana.HearsNothing();
        await practice.Expect("booked", "Ines Costa");
    }

    [Fact]
    public async Task A_request_that_was_held_is_dropped()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice.Submits("Maya Lee", ("kind", "medication"), ("urgency", "today"));
        await practice["Maya Lee"].Hears("A: did you ask for a consult: medication, today, client in CA? It is not sent yet. A1 send it, A0 not me.");
        await practice["Maya Lee"].Texts("STOP");
        await practice["Maya Lee"].Hears("done, you get no more texts from us. Text JOIN to get them again.");
        await practice.Expect("withdrawn");
        await practice.After("1:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_request_by_form_after_a_stop_is_confirmed_by_mail()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("STOP");
        await practice["Maya Lee"].ReadsAll();
        await practice.Submits("Maya Lee", ("kind", "medication"), ("urgency", "today"));
        var mail = Assert.Single(await practice.World.MailboxAsync("maya@example.org"));
        Assert.Equal("Bay Curbside: please confirm your request", mail.Subject);
        Assert.Matches("did you ask for a consult: medication, today, client in CA\\? It is not sent yet.(.|\n)*Answer here: http", mail.Text);
        await practice["Maya Lee"].HearsNothing();
        await practice.Expect("held");
    }

    [Theory]
    [InlineData("START", null)]
    [InlineData("YES", null)]
    [InlineData("Yes", "START")]
    [InlineData("unstop", "START")]
    public async Task START_or_YES_opts_in_again(string start, string? carrierAnswered)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await maya.Texts("STOP", "STOP");
        await maya.ReadsAll();
        await maya.Texts(start, carrierAnswered);
        if (carrierAnswered is null)
        {
            await maya.Hears("texts are on again. Text ? to see what is open.");
        }

        await noor.Texts("A1");
        await maya.Hears("A: booked. Dr Ng calls you today 1:15p PT. …");
        await practice.Expect("booked", "Noor Ng");
    }

    [Fact]
    public async Task YES_after_a_stop_also_answers_the_one_question_that_is_open()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("4pm");
        await maya.Texts("STOP");
        await maya.ReadsAll();
        await maya.Texts("yes");
        await maya.Hears("A: booked. Dr Ng calls you today 4:00p PT. …");
        await practice.Expect("booked", "Noor Ng");
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("👍")]
    [InlineData("thanks")]
    public async Task An_ok_after_the_confirmation_opts_nobody_in(string ok)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("please stop texting me");
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts(ok);
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].HearsNothing();
    }
}
