namespace Curbside.Conversations;

/// <summary>A manager tries the line out: a consult from their own phone to their own phone, on two letters.</summary>
public class A_drill
{
    [Fact]
    public async Task From_request_to_follow_up_on_one_phone()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Dana, Rosters.Maya, Rosters.Noor));
        var dana = practice["Dana Fox"];
        await dana.Texts("DRILL");
        await dana.Hears(
            "DRILL A: you play both sides on this phone. A asks, B is the colleague. Nobody else hears of it. X A ends it.",
            "DRILL A: case, today, client in CA. Asking colleagues now. By 1:15p we text you a name, or that no one was free and what to do. X A withdraws.",
            "DRILL B: D Fox LMFT asks about a case, phone, about 5 min. B1 today 1:05p, B2 today 1:10p, B3 today 1:15p, B0 can't. Or text a time: B in 20",
            "DRILL A: you can add your question, without names. Here: http…");
        await practice.Expect("asking");

        await dana.Texts("B1");
        await dana.Hears(
            "DRILL A: booked. Stand-in calls you today 1:05p PT. Notes and calendar: http…",
            "DRILL B: booked. Call D Fox today 1:05p PT. Read first: http… R B new time, X B call off");
        await practice.Expect("booked", "Stand-in");
        await practice.Until("2026-01-05 13:05");
        await dana.Hears(
            "DRILL A: it is time. Stand-in calls you now, from 415-555-0106",
            "DRILL B: it is time. Call D Fox now: 415-555-0106");
        await practice.Until("2026-01-05 13:11");
        await dana.Hears(
            "DRILL A: did the consult with Stand-in take place? A1 it did, A0 it did not.",
            "DRILL B: did the consult with D Fox take place? B1 it did, B0 it did not.");
        await dana.Texts("A1");
        await dana.Hears("DRILL A: did the consult help? A1 it helped, A2 partly, A3 still stuck.");
        await practice.Expect("met", "Stand-in");
        await dana.Texts("2");
        await dana.Hears(
            "DRILL A: that is all of it. Two mails with calendar entries are in your inbox too. If not, look in SendGrid under Activity. "
                + "Text DRILL for another.");
        await practice.Expect("closed", "Stand-in");
        await dana.Texts("?");
        await dana.Hears("nothing is open. Text ASK to ask a colleague.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Both_sides_get_a_mail_and_a_calendar_entry_of_their_own_and_both_say_that_it_is_a_drill()
    {
        await using var practice = await BookedAsync();
        var mails = await practice.World.MailboxAsync("dana@example.org");
        Assert.Equal(["Bay Curbside DRILL: a consult is booked", "Bay Curbside DRILL: a consult is booked"], mails.Select(mail => mail.Subject));
        Assert.All(mails, mail => Assert.StartsWith("Bay Curbside DRILL: booked. ", mail.Text, StringComparison.Ordinal));
        var entries = mails.Select(mail => Assert.Single(mail.Attachments)).ToList();
        Assert.Contains(entries, entry => entry.Contains("SUMMARY:DRILL: Consult with Stand-in\r\n", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Contains("SUMMARY:DRILL: Consult with Dana Fox LMFT\r\n", StringComparison.Ordinal));
        Assert.Equal(2, entries.Select(Uid).Distinct().Count());

        await practice["Dana Fox"].Texts("X A");
        var cancelled = (await practice.World.MailboxAsync("dana@example.org")).Skip(2).ToList();
        Assert.All(cancelled, mail => Assert.Equal("Bay Curbside DRILL: a consult is called off", mail.Subject));
        Assert.Equal(entries.Select(Uid).Order(), cancelled.Select(mail => Uid(Assert.Single(mail.Attachments))).Order());

        static string Uid(string entry) => entry.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_both_sides_asked_a_bare_number_is_answered_with_which_one_and_one_text_can_answer_both()
    {
        await using var practice = await BookedAsync();
        var dana = practice["Dana Fox"];
        await practice.Until("2026-01-05 13:12");
        await dana.ReadsAll();
        await dana.Texts("yes");
        await dana.Hears("DRILL: which one: A (Stand-in, today 1:05p) or B (D Fox, today 1:05p)? Text A1 or B1.");
        await dana.Texts("A0 and B1");
        await dana.Hears("DRILL A: sorry that you and Stand-in missed each other. What now? A… try again, A… ask someone else, A0 leave it. Open until …", "DRILL B: …");
        await dana.HearsNothing();

        await dana.Texts("try again");
        await dana.Hears(
            "DRILL A: we ask Stand-in again. By 1:27p we text you a name, or that no one was free and what to do.",
            "DRILL B: D Fox LMFT asks about a case, phone, about 5 min. B… today 1:20p, B… today 1:25p, B… today 1:30p, B0 can't. Or text a time: B in 20");
        await practice.Expect("asking");
    }

    [Fact]
    public async Task A_time_is_named_taken_and_moved()
    {
        await using var practice = await AskedAsync();
        var dana = practice["Dana Fox"];
        await dana.Texts("B in 20");
        await dana.Hears(
            "DRILL A: Stand-in can call you today 1:20p PT. A1 book it, A0 ask someone else. Held until 1:05p.",
            "DRILL B: 1:20p offered to D Fox. Not booked yet. We text you by 1:05p either way.");
        await dana.Texts("A1");
        await dana.Hears("DRILL A: booked. Stand-in calls you today 1:20p PT. …", "DRILL B: booked. …");
        await dana.Texts("R B");
        await dana.Hears("DRILL B: when instead of today 1:20p PT with D Fox? …");
        await dana.Texts("B tomorrow 9am");
        await dana.Hears("DRILL B: tomorrow 9:00a is too late for this consult. Text another time: B in 20");
        await dana.Texts("B 1:30pm");
        await dana.Hears("DRILL B: 1:30p offered to D Fox. …", "DRILL A: …");
    }

    [Fact]
    public async Task The_colleague_says_no_and_it_is_over()
    {
        await using var practice = await AskedAsync();
        var dana = practice["Dana Fox"];
        await dana.Texts("B0");
        await dana.Hears(
            "DRILL B: thank you for telling us.",
            "DRILL A: it is over, since nobody took it. In earnest we would ask someone else now. Text DRILL for another.");
        await practice.Expect("unanswered");
        await dana.Texts("B1");
        await dana.Hears("DRILL B: this consult is no longer needed. Thank you.");
        await dana.Texts("A1");
        await dana.Hears("DRILL A: it is over, since nobody took it. …");
        await practice.NobodyHearsMore();
    }

    [Theory]
    [InlineData("X A", "DRILL A: withdrawn. We tell everyone we asked. Nothing more to do.", "DRILL B: D Fox took the request back. Nothing more to do, thank you.")]
    [InlineData("X B", "DRILL B: thank you for telling us.", "DRILL A: it is over, since nobody took it. …")]
    public async Task It_is_ended_before_anybody_said_yes(string text, params string[] heard)
    {
        await using var practice = await AskedAsync();
        await practice["Dana Fox"].Texts(text);
        await practice["Dana Fox"].Hears(heard);
        await OverAsync(practice);
    }

    [Theory]
    [InlineData("X A", "DRILL A: withdrawn. …", "DRILL B: the consult with D Fox today 1:05p PT is called off. Nothing more to do.")]
    [InlineData("X B", "DRILL B: done, it is off your list. …", "DRILL A: Stand-in is not free after all.", "DRILL A: it is over, since nobody took it. …")]
    public async Task It_is_ended_after_it_was_booked(string text, params string[] heard)
    {
        await using var practice = await BookedAsync();
        await practice["Dana Fox"].Texts(text);
        await practice["Dana Fox"].Hears(heard);
        await OverAsync(practice);
    }

    [Fact]
    public async Task One_drill_at_a_time()
    {
        await using var practice = await AskedAsync();
        var dana = practice["Dana Fox"];
        await SaysThatOneIsUnderWayAsync();
        await dana.Texts("B1");
        await dana.ReadsAll();
        await SaysThatOneIsUnderWayAsync();
        await practice.Until("2026-01-05 13:11");
        await dana.ReadsAll();
        await SaysThatOneIsUnderWayAsync();
        await dana.Texts("B yes");
        await dana.Hears("DRILL B: thank you for telling us.", "DRILL A: did the consult help? …");
        await SaysThatOneIsUnderWayAsync();
        await dana.Texts("A2");
        await dana.Hears("…: that is all of it. …");

        await dana.Texts("drill please");
        await dana.Hears(
            "DRILL C: you play both sides on this phone. C asks, D is the colleague. Nobody else hears of it. X C ends it.",
            "DRILL C: case, today, client in CA. …",
            "DRILL D: D Fox LMFT asks about a case, …",
            "DRILL C: you can add your question, …");

        async Task SaysThatOneIsUnderWayAsync()
        {
            await dana.Texts("drill");
            await dana.Hears("DRILL A: one is under way already. Text ? to see it, X A to end it.");
            await dana.HearsNothing();
        }
    }

    [Fact]
    public async Task Letters_of_drills_that_are_over_are_free_for_the_next_and_for_consults()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Dana, Rosters.Maya, Rosters.Noor));
        var dana = practice["Dana Fox"];
        foreach (var letter in "ACEGACE")
        {
            await dana.Texts("DRILL");
            await dana.Texts($"X {letter}");
        }

        await dana.ReadsAll();
        await dana.Texts("ASK MED TODAY");
        await dana.Hears("G: medication, today, client in CA. Asking prescribers now. …", "G: …", "G: …");
        await practice["Noor Ng"].Hears("A: D Fox LMFT asks a CA medication question, …");
    }

    [Fact]
    public async Task What_is_open_is_told_as_a_drill()
    {
        await using var practice = await AskedAsync();
        await practice["Dana Fox"].Texts("?");
        await practice["Dana Fox"].Hears("open now\nA: DRILL case, under way\nB: DRILL D Fox, case: B1 B2 B3");
    }

    [Fact]
    public async Task Only_a_manager_can_hold_one()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Dana, Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("DRILL");
        await practice["Maya Lee"].Hears("a drill is for managers of the practice. Text ASK to ask a colleague, ? to see what is open.");
        await practice["Noor Ng"].Texts("drill");
        await practice["Noor Ng"].Hears("a drill is for managers of the practice. …");
        var stranger = practice.Stranger();
        await stranger.Texts("DRILL");
        await stranger.Hears("we can't help by text here. Please call the practice: 415-555-0192");
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_manager_joins_first()
    {
        var newDana = Rosters.Row("Dana Fox", "LMFT", "+14155550106", "manager", "marriage-family", consented: false);
        await using var practice = await Practice.OpenAsync(Rosters.Of(newDana, Rosters.Noor));
        var dana = practice["Dana Fox"];
        await dana.Texts("DRILL");
        await dana.Hears("you have not agreed to be texted yet. Text JOIN to agree, then text us again.");
        Assert.Empty(await practice.World.ConsultsAsync());
        await dana.Texts("JOIN");
        await dana.ReadsAll();
        await dana.Texts("DRILL");
        await dana.Hears("DRILL A: you play both sides …", "DRILL A: case, today, client in CA. …", "DRILL B: D Fox LMFT asks …", "DRILL A: you can add …");
    }

    private static async Task<Practice> AskedAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Dana, Rosters.Maya, Rosters.Noor));
        await practice["Dana Fox"].Texts("DRILL");
        await practice["Dana Fox"].ReadsAll();
        return practice;
    }

    private static async Task<Practice> BookedAsync()
    {
        var practice = await AskedAsync();
        await practice["Dana Fox"].Texts("1");
        await practice["Dana Fox"].ReadsAll();
        return practice;
    }

    /// <summary>Nothing of it is left to hear, and the next one can begin.</summary>
    private static async Task OverAsync(Practice practice)
    {
        await practice.After("2:00");
        await practice.NobodyHearsMore();
        await practice["Dana Fox"].Texts("DRILL");
        await practice["Dana Fox"].Hears("DRILL C: you play both sides on this phone. …");
    }
}
