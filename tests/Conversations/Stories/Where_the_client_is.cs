namespace Curbside.Conversations;

/// <summary>The client's state in a texted request: read, said back, asked for, and never left out in silence.</summary>
public class Where_the_client_is
{
    private const string Crisis = "A: first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line: 415-555-0190";

    private static string Tess => Rosters.Row("Tess Oak", "MD", "+14155550111", "consultant", "psychiatrist", licences: "TX", takesRisk: true);

    private static string NoorInNevadaToo => Rosters.Row("Noor Ng", "MD", "+14155550102", "consultant", "psychiatrist", licences: "CA;NV");

    private static string MayaInTwoStates => Rosters.Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor", licences: "CA;NV");

    [Theory]
    [InlineData("ASK MED TODAY TX")]
    [InlineData("ask med today in texas")]
    [InlineData("ask med today, client in Texs?? tx")]
    public async Task Only_who_is_licensed_there_is_asked(string ask)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Tess));
        var maya = practice["Maya Lee"];
        await maya.Texts(ask);
        if (ask.Contains("Texs", StringComparison.Ordinal))
        {
            await maya.Hears("A: not understood: client in Texs. By text we read what it is about, how soon, and the client's state. The rest goes on your page.");
        }

        await maya.Hears("A: medication, today, client in TX. Asking prescribers now. …");
        await practice["Tess Oak"].Hears("A: M Lee LPC asks a TX medication question, phone, about 20 min. …");
        await practice["Noor Ng"].HearsNothing();
    }

    [Fact]
    public async Task Where_nobody_is_licensed_there_that_is_said()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK MED TODAY FL");
        await maya.Hears("A: no one here is licensed in FL. Call the practice: 415-555-0192. Overdose or reaction: 911, or Poison Help 1-800-222-1222.");
        await maya.Texts("ASK RISK NOW FL");
        await maya.Hears(
            Crisis.Replace("A: first", "B: first", StringComparison.Ordinal),
            "B: 911 reaches the area that you call from. For a client in FL: ask 911 to transfer you, or call the police or 911 center there.",
            "B: no one here is licensed in FL. Call the backup line now: 415-555-0190. In danger: 911. Or call 988.");
        await practice["Noor Ng"].HearsNothing();
        await practice["Theo Brandt"].HearsNothing();
    }

    [Fact]
    public async Task A_risk_elsewhere_hears_how_to_reach_help_there_and_colleagues_are_asked_at_once()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo, Tess));
        await practice["Maya Lee"].Texts("ask risk now, client in TX");
        await practice["Maya Lee"].Hears(
            Crisis,
            "A: 911 reaches the area that you call from. For a client in TX: ask 911 to transfer you, or call the police or 911 center there.",
            "A: risk, now, client in TX. Asking colleagues now. …");
        await practice["Tess Oak"].Hears("A: M Lee LPC asks a TX risk question, now. …");
        await practice["Theo Brandt"].HearsNothing();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("A2")]
    [InlineData("NV")]
    [InlineData("A nevada")]
    [InlineData("client is in nv, thanks")]
    public async Task Who_is_licensed_in_several_states_is_asked(string answer)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(MayaInTwoStates, NoorInNevadaToo));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK MED TODAY");
        await maya.Hears("A: medication: which state is the client in? A1 CA, A2 NV, A0 leave it. Or text another state.");
        await practice["Noor Ng"].HearsNothing();
        await maya.Texts(answer);
        await maya.Hears("A: medication, today, client in NV. Asking prescribers now. …");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a NV medication question, …");
    }

    [Fact]
    public async Task A_risk_does_not_wait_for_the_answer()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(MayaInTwoStates, Rosters.Theo));
        await practice["Maya Lee"].Texts("ASK RISK NOW");
        await practice["Maya Lee"].Hears(
            Crisis,
            "A: is the client in CA, as we take it? If not, text ASK RISK NOW and the state. 911 reaches your own area: ask for a transfer.",
            "A: risk, now, client in CA. Asking colleagues now. …");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. …");
    }

    [Fact]
    public async Task A_word_that_may_be_a_state_is_asked_back()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        await maya.Texts("ask med today in LA");
        await maya.Hears("A: medication: which state is the client in? A1 LA, A2 CA, A0 leave it. Or text another state.");
        await maya.Texts("ok");
        await maya.ReadsAll();
        await practice["Noor Ng"].HearsNothing();
        await maya.Texts("washington");
        await maya.Hears("A: medication: which state is the client in? A3 WA, A4 DC, A5 CA, A0 leave it. Or text another state.");
        await maya.Texts("A5");
        await maya.Hears("A: medication, today, client in CA. …");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a CA medication question, …");
    }

    [Fact]
    public async Task A_word_that_is_not_understood_is_said_back()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK MED TODAY noor");
        await maya.Hears(
            "A: not understood: noor. By text we read what it is about, how soon, and the client's state. The rest goes on your page.",
            "A: medication, today, client in CA. …");
        await practice["Noor Ng"].ReadsAll();
        await maya.ReadsAll();
        await maya.Texts("ASK CASE about Jane Doe, born 3/4/1980, 415-555-2671");
        await maya.Hears(
            "part of that was not understood. By text we read what it is about, how soon, and the client's state. The rest goes on your page.",
            "B: case: how soon? …");
    }

    [Theory]
    [InlineData("ASK RISK NOW never mind")]
    [InlineData("ask risk now - was a mistake")]
    [InlineData("ask risk if he calls back")]
    [InlineData("ask risk not now")]
    public async Task Words_that_may_turn_it_round_send_nothing_before_it_is_confirmed(string ask)
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        var maya = practice["Maya Lee"];
        await maya.Texts(ask);
        await maya.Hears(Crisis);
        if (!ask.EndsWith("not now", StringComparison.Ordinal))
        {
            await maya.Hears("A: not understood: …");
        }

        await maya.Hears("A: did you ask for a consult: risk, now, client in CA? It is not sent yet. If anyone is in danger: 911, or call 988. A1 send it, A0 not me.");
        await practice["Theo Brandt"].HearsNothing();
        await practice.Expect("held");
        await maya.Texts("A1");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks a CA risk question, now. …");
    }

    [Fact]
    public async Task What_was_said_at_first_is_known_to_the_end_of_the_questions()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Tess));
        var maya = practice["Maya Lee"];
        await maya.Texts("ask today texas");
        await maya.Hears("A: what is it about? …");
        await maya.Texts("A3");
        await maya.Hears("A: medication, today, client in TX. Asking prescribers now. …");
        await practice["Tess Oak"].Hears("A: M Lee LPC asks a TX medication question, …");
    }

    [Fact]
    public async Task Tomorrow_is_asked_as_this_week_and_says_so()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo));
        await practice["Maya Lee"].Texts("ask case tomorrow");
        await practice["Maya Lee"].Hears("A: case, this week, client in CA. Asking colleagues now. …");
        await practice["Theo Brandt"].Hears("A: M Lee LPC asks about a case, …");
    }
}
