namespace Curbside.Conversations;

public class Withdrawal
{
    [Theory]
    [InlineData("X A")]
    [InlineData("A0")]
    public async Task While_it_is_held_nobody_ever_knew(string withdraws)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice.Submits("Maya Lee", ("kind", "medication"), ("urgency", "today"));
        await practice["Maya Lee"].Hears("A: did you ask for a consult: medication, today, client in CA? It is not sent yet. A1 send it, A0 not me.");
        await practice["Maya Lee"].Texts(withdraws);
        await practice["Maya Lee"].Hears("A: the request was not sent, and it is deleted. No one was asked. Text ASK to ask again.");
        await practice.Expect("withdrawn");
        await practice.After("2:00");
        await practice.NobodyHearsMore();
    }

    [Theory]
    [InlineData("X A")]
    [InlineData("x")]
    [InlineData("cancel a")]
    public async Task While_people_are_asked_they_are_told(string withdraws)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice.After("0:30");
        await practice["Maya Lee"].ReadsAll();
        await practice["Maya Lee"].Texts(withdraws);
        await practice["Maya Lee"].Hears("A: withdrawn. We tell everyone we asked. Nothing more to do.");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: M Lee took the request back. Nothing more to do, thank you.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …", "A: M Lee took the request back. Nothing more to do, thank you.");
        await practice.Expect("withdrawn");
        await practice.After("12:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task While_a_time_is_proposed_by_the_asker()
    {
        await using var practice = await ProposedAsync();
        await practice["Maya Lee"].Texts("X A");
        await practice["Maya Lee"].Hears("A: withdrawn. We tell everyone we asked. Nothing more to do.");
        await practice["Noor Ng"].Hears("A: M Lee took the request back. Nothing more to do, thank you.");
        await practice.Expect("withdrawn");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task While_a_time_is_proposed_by_the_consultant()
    {
        await using var practice = await ProposedAsync();
        await practice["Noor Ng"].Texts("X A");
        await practice["Noor Ng"].Hears("A: thank you for telling us. We ask someone else.");
        await practice["Maya Lee"].Hears(
            "A: 4:45p is no longer held. We ask others now. By 5:00p we text you a name, or that no one was free and what to do.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Before_answering_by_the_consultant()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].Texts("X A");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks …", "A: thank you for telling us. We ask someone else.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Once_booked_by_the_asker()
    {
        await using var practice = await BookedAsync();
        await practice["Maya Lee"].Texts("X A");
        await practice["Maya Lee"].Hears("A: withdrawn. We tell everyone we asked. Nothing more to do.");
        await practice["Noor Ng"].Hears("A: the consult with M Lee today 2:15p PT is called off. Nothing more to do.");
        await practice.Expect("withdrawn");
        await CancelledAsync(practice, "maya@example.org");
        await CancelledAsync(practice, "noor@example.org");
        await practice.Until("2026-01-13 12:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Once_booked_by_the_consultant_whose_time_is_free_again()
    {
        await using var practice = await BookedAsync();
        await practice["Noor Ng"].Texts("X A");
        await practice["Noor Ng"].Hears("A: done, it is off your list. We tell the other side, without a reason.");
        await practice["Maya Lee"].Hears(
            "A: Dr Ng is not free after all. We ask others now. By 5:00p we text you a name, or that no one was free and what to do.");
        await practice["Omar Reyes"].Hears("A: M Lee LPC asks …");
        await practice.Expect("asking");
        await CancelledAsync(practice, "maya@example.org");
        await CancelledAsync(practice, "noor@example.org");

        await practice["Maya Lee"].Texts("X A");
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Hears(
            "B: M Lee LPC asks a CA medication question, … B1 today 1:15p, B2 today 2:15p, B3 today 3:15p, B0 can't. Or text a time: B 5:15p");
    }

    [Fact]
    public async Task An_X_after_the_withdrawal_says_that_it_is_done()
    {
        await using var practice = await BookedAsync();
        await practice["Maya Lee"].Texts("X A");
        await practice["Maya Lee"].Texts("X A");
        await practice["Maya Lee"].Hears(
            "A: withdrawn. We tell everyone we asked. Nothing more to do.", "A: withdrawn. We tell everyone we asked. Nothing more to do.");
        await practice["Noor Ng"].Hears("A: the consult with M Lee today 2:15p PT is called off. Nothing more to do.");
        await practice.NobodyHearsMore();
    }

    private static async Task<Practice> ProposedAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A 4:45p");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        return practice;
    }

    private static async Task<Practice> BookedAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A2");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        return practice;
    }

    private static async Task CancelledAsync(Practice practice, string address)
    {
        var mails = await practice.World.MailboxAsync(address);
        Assert.Equal(["Bay Curbside: a consult is booked", "Bay Curbside: a consult is called off"], mails.Select(mail => mail.Subject));
        Assert.Contains("METHOD:CANCEL\r\n", Assert.Single(mails[1].Attachments), StringComparison.Ordinal);
    }
}
