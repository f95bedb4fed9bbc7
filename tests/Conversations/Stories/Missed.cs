namespace Curbside.Conversations;

/// <summary>They did not meet: the clinician says what now.</summary>
public class Missed
{
    [Fact]
    public async Task The_same_person_is_asked_again()
    {
        await using var practice = await WhatNow("A0");
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("A1");
        await maya.Hears("A: we ask Dr Ng again. By 5:50p we text you a name, or that no one was free and what to do.");
        await noor.Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A… today 2:15p, A… today 3:15p, A… today 4:15p, A0 can't. …");
        await practice.Expect("asking");
        await practice.NobodyHearsMore();

        await noor.Texts("2:15p");
        await noor.Hears("A: booked. Call M Lee today 2:15p PT. Read first: http… R A new time, X A call off");
        await maya.Hears("A: booked. Dr Ng calls you today 2:15p PT. Notes and calendar: http…");
        await practice.After("1:00");
        await maya.Hears("A: it is time. …", "A: did the consult with Dr Ng take place? A… it did, A0 it did not.");
        await maya.Texts("yes");
        await practice.Expect("met", "Noor Ng");
    }

    [Fact]
    public async Task Someone_else_is_asked()
    {
        await using var practice = await WhatNow("no");
        var (maya, noor, omar) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"]);
        await maya.Texts("A2");
        await maya.Hears("A: we ask someone else now. By 5:50p we text you a name, or that no one was free and what to do.");
        await omar.Hears(
            "A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 today 2:15p, A2 today 3:15p, A3 today 4:15p, A0 can't. …");
        await practice.NobodyHearsMore();
        Assert.False(await noor.Presses("step-out"));

        await omar.Texts("A1");
        await omar.Hears("A: booked. Call M Lee today 2:15p PT. …");
        await maya.Hears("A: booked. O Reyes calls you today 2:15p PT. …");
        await practice.Expect("booked", "Omar Reyes");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task It_is_left()
    {
        await using var practice = await WhatNow("A0");
        await practice["Maya Lee"].Texts("A0");
        await practice["Maya Lee"].Hears("A: thank you for telling us.");
        await practice.Expect("closed");
        await practice.After("240:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task A_day_without_an_answer_leaves_it_too()
    {
        await using var practice = await WhatNow("A0");
        await practice.After("24:00");
        await practice.Expect("closed");
        await practice.After("240:00");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task The_consultant_says_it_and_the_clinician_is_asked_what_now()
    {
        await using var practice = await DidYouMeet();
        await practice["Noor Ng"].Texts("A0");
        await practice["Noor Ng"].Hears("A: thank you for telling us.");
        await practice["Maya Lee"].Hears("A: sorry that you and Dr Ng missed each other. What now? A1 try again, A2 ask someone else, A0 leave it. Open until …");
        await practice.Expect("missed", "Noor Ng");
        await practice.NobodyHearsMore();
    }

    private static async Task<Practice> WhatNow(string answer)
    {
        var practice = await DidYouMeet();
        await practice["Maya Lee"].Texts(answer);
        await practice["Maya Lee"].Hears("A: sorry that you and Dr Ng missed each other. What now? A1 try again, A2 ask someone else, A0 leave it. Open until …");
        await practice.Expect("missed", "Noor Ng");
        await practice.NobodyHearsMore();
        return practice;
    }

    /// <summary>A quarter of an hour after the end of a consult from 1:15 to 1:35.</summary>
    private static async Task<Practice> DidYouMeet()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A1");
        await practice.Until("2026-01-05 13:49");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        await practice.Until("2026-01-05 13:50");
        await practice["Maya Lee"].Hears("A: did the consult with Dr Ng take place? A1 it did, A0 it did not.");
        await practice["Noor Ng"].Hears("A: did the consult with M Lee take place? A1 it did, A0 it did not.");
        return practice;
    }
}
