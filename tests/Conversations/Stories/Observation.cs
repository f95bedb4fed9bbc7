namespace Curbside.Conversations;

/// <summary>A colleague observes a session: the client's written consent is attested on the form and asked for again at the start.</summary>
public class Observation
{
    [Fact]
    public async Task The_consent_stands_and_the_session_is_observed()
    {
        await using var practice = await AtTheStart();
        var (maya, ines) = (practice["Maya Lee"], practice["Ines Costa"]);
        await maya.Texts("yes");
        await maya.Hears("A: thank you for telling us.");
        await practice.Until("2026-01-05 14:30");
        await maya.Hears("A: did the consult with Dr Costa take place? A1 it did, A0 it did not.");
        await ines.Hears("A: did the consult with M Lee take place? A1 it did, A0 it did not.");
        await maya.Texts("yes");
        await maya.Hears("A: thank you for telling us.");
        await practice.Expect("met", "Ines Costa");
        await practice.NobodyHearsMore();
    }

    [Theory]
    [InlineData("A0")]
    [InlineData("no")]
    public async Task The_consent_is_withdrawn_and_it_is_called_off(string answer)
    {
        await using var practice = await AtTheStart();
        var (maya, ines) = (practice["Maya Lee"], practice["Ines Costa"]);
        await maya.Texts(answer);
        await maya.Hears("A: withdrawn. We tell everyone we asked. Nothing more to do.");
        await ines.Hears("A: the consult with M Lee today 1:15p PT is called off. Nothing more to do.");
        await practice.Expect("withdrawn");
        Assert.False(await ines.Presses("step-out"));
        await practice.After("240:00");
        await practice.NobodyHearsMore();
    }

    private static async Task<Practice> AtTheStart()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Ines, Rosters.Theo));
        var (maya, ines) = (practice["Maya Lee"], practice["Ines Costa"]);
        await practice.Submits("Maya Lee", ("kind", "observation"), ("urgency", "today"), ("modality", "video"), ("consent_date", "2026-01-02"));
        await maya.Hears("A: did you ask for a consult: observation, today, client in CA? It is not sent yet. A1 send it, A0 not me.");
        await maya.Texts("A1");
        await maya.Hears(
            "A: observation, today, client in CA. Asking seniors now. By 5:00p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: you can add your question, without names. Here: http…");
        await ines.Hears(
            "A: M Lee LPC asks to be observed, video, about 60 min. A1 today 1:15p, A2 today 2:15p, A3 today 3:15p, A0 can't. …");
        await practice["Theo Brandt"].HearsNothing();
        await ines.Texts("A1");
        await ines.Hears("A: booked. Meet M Lee by video today 1:15p PT. Read first: http… R A new time, X A call off");
        await maya.Hears("A: booked. Dr Costa meets you by video today 1:15p PT. Notes and calendar: http…");
        await practice.Until("2026-01-05 13:15");
        await maya.Hears(
            "A: it is time. Meet Dr Costa by video now. If that fails, call 415-555-0104",
            "A: before Dr Costa observes: does your client's written consent still stand? A1 it stands, A0 it is withdrawn.");
        await ines.Hears("A: it is time. Meet M Lee by video now. If that fails, call 415-555-0101");
        return practice;
    }
}
