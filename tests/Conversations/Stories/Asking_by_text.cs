namespace Curbside.Conversations;

public class Asking_by_text
{
    [Fact]
    public async Task Step_by_step()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts("ask");
        await maya.Hears("A: what is it about? A1 risk, A2 case, A3 medication, A4 second opinion, A5 observation, A6 support, A0 leave it.");
        await maya.Texts("A2");
        await maya.Hears("A: case: how soon? A7 now, A8 today, A9 this week, A0 leave it.");
        await practice["Theo Brandt"].HearsNothing();
        await maya.Texts("8");
        await maya.Hears(
            "A: case, today, client in CA. Asking colleagues now. By 5:00p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, without names. Here: http…");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks about a case, phone, 30 min. A1 today 1:15p, …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Risk_is_now_unless_it_was_said_that_it_can_wait()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK");
        await maya.ReadsAll();
        await maya.Texts("A1");
        await maya.Hears(
            "A: first, if anyone is in danger now: …",
            "A: risk, now, client in CA. Asking colleagues now. By 1:15p …",
            "A: you can add your question, …");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. …");
        await practice.NobodyHearsMore();
    }

    [Theory]
    [InlineData("ASK", "A0")]
    [InlineData("ASK", "no")]
    [InlineData("ASK", "X A")]
    [InlineData("ASK CASE", "A0")]
    public async Task It_is_left(string ask, string leave)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts(ask);
        await maya.ReadsAll();
        await maya.Texts(leave);
        await maya.Hears("A: nothing was started. Text ASK to ask again.");
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_request_that_is_not_finished_is_gone_after_half_an_hour()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK CASE");
        await maya.Hears("A: case: how soon? A1 now, A2 today, A3 this week, A0 leave it.");
        await practice.After("0:31");
        await maya.Texts("A2");
        await maya.ReadsAll();
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task An_observation_is_finished_on_the_form()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines));
        await practice["Maya Lee"].Texts("ASK OBS");
        await practice["Maya Lee"].Hears("an observation needs your client's written consent, so please finish here: http…/?kind=observation");
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task Risk_this_week_is_refused_with_the_reason()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines));
        await practice["Maya Lee"].Texts("ASK RISK THIS WEEK");
        await practice["Maya Lee"].Hears(
            "first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190",
            "risk can't wait for this week. Text ASK RISK NOW or ASK RISK TODAY, or ASK for something else.");
        Assert.Empty(await practice.World.ConsultsAsync());
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_question_mark_lists_what_is_open()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts("?");
        await maya.Hears("nothing is open. Text ASK to ask a colleague.");
        await maya.Texts("ASK SUPPORT TODAY");
        await maya.Texts("ASK CASE TODAY");
        await practice["Theo Brandt"].ReadsAll();
        await practice["Theo Brandt"].Texts("?");
        await practice["Theo Brandt"].Hears("open now\nA support: A1 A2 A3\nB case: B1 B2 B3");
        await practice["Theo Brandt"].Texts("B 3pm");
        await maya.ReadsAll();
        await maya.Texts("?");
        await maya.Hears("open now\nA support: under way\nB case: B1");
    }

    [Fact]
    public async Task Pause_and_resume_stop_and_restart_offers()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await noor.Texts("PAUSE 14");
        await noor.Hears("no offers until mon 1/19 1:00p. What is booked stays booked. Text RESUME to get offers sooner.");
        await maya.Texts("ASK MED TODAY");
        await maya.Hears("A: no one was free. …");
        await noor.HearsNothing();
        await practice.Until("2026-01-19 12:59");
        await maya.Texts("ASK MED NOW");
        await maya.ReadsAll();
        await practice.Until("2026-01-19 13:00");
        await noor.Hears("A: M Lee LPC asks a CA medication question, now. Can you call within 10 min? A1 I can, A0 can't.");

        await noor.Texts("A0");
        await noor.ReadsAll();
        await noor.Texts("PAUSE 14");
        await noor.ReadsAll();
        await noor.Texts("RESUME");
        await noor.Hears("you get offers again. Thank you.");
        await maya.Texts("ASK MED NOW");
        await noor.Hears("B: M Lee LPC asks a CA medication question, now. Can you call within 10 min? B1 I can, B0 can't.");
    }
}
