namespace Curbside.Conversations;

/// <summary>The clinician's own load: the offer names nobody, nobody above or below is asked, and no manager hears anything at any step.</summary>
public class Support_for_the_clinician
{
    private static readonly string Roster = Rosters.Of(
        Rosters.Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor", reportsTo: "+14155550104"),
        Rosters.Row("Ines Costa", "PsyD", "+14155550104", "consultant;supervisor", "psychologist", reportsTo: "+14155550106", offersSupport: true),
        Rosters.Row("Dana Fox", "LMFT", "+14155550106", "manager;consultant", "marriage-family", offersSupport: true),
        Rosters.Row("Eli Ward", "LPC", "+14155550109", "manager;consultant", "counselor", offersSupport: true),
        Rosters.Theo);

    [Fact]
    public async Task From_the_offer_that_names_nobody_to_still_stuck_no_manager_hears_anything()
    {
        await using var practice = await Practice.OpenAsync(Roster);
        var (maya, theo) = (practice["Maya Lee"], practice["Theo Brandt"]);
        await maya.Texts("ASK SUPPORT TODAY");
        await maya.Hears(
            "A: support, today. Asking colleagues now, no manager. By 5:00p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: this line tells no manager. The colleague keeps it too, unless someone is in danger.",
            "A: you can add your question, without names. Here: http…");
        await theo.Hears(
            "A: a colleague asks for support, phone, about 30 min. A1 today 1:15p, A2 today 2:15p, A3 today 3:15p, A0 can't. …");
        await theo.Texts("A 4pm");
        await theo.Hears("A: 4:00p offered to your colleague. Not booked yet. We text you by 2:00p either way.");
        await maya.Hears("A: T Brandt LCSW can call you today 4:00p PT. A1 book it, A0 ask someone else. Held until 2:00p.");
        await maya.Texts("A 4:15pm");
        await maya.Hears("A: 4:15p offered to T Brandt. Not booked yet. We text you by 2:00p either way.");
        await theo.Hears("A: a colleague asks for today 4:15p PT instead. A1 take it, A0 can't. Held until 2:00p.");
        await theo.Texts("A1");
        await theo.Hears("A: booked. Call M Lee today 4:15p PT. Read first: http… R A new time, X A call off");
        await maya.Hears("A: booked. T Brandt calls you today 4:15p PT. Notes and calendar: http…");
        await practice.Expect("booked", "Theo Brandt");

        await practice.Until("2026-01-05 18:00");
        await maya.Texts("yes");
        await practice.Until("2026-01-12 18:00");
        await maya.ReadsAll();
        await theo.ReadsAll();
        await maya.Texts("no");
        await maya.Hears(
            "A: thank you for telling us. Our assistance line can help further: 415-555-0191. Or call 988 any time. Text ASK to ask someone else.");
        await practice.Expect("closed", "Theo Brandt");
        await NoManagerKnows(practice);
    }

    [Fact]
    public async Task Unanswered_it_names_the_assistance_line_and_988()
    {
        await using var practice = await Practice.OpenAsync(Roster);
        await practice["Maya Lee"].Texts("ASK SUPPORT TODAY");
        await practice["Maya Lee"].ReadsAll();
        await practice["Theo Brandt"].Texts("A0");
        await practice["Maya Lee"].Hears(
            "A: sorry, no one was free. Our assistance line is there for you: 415-555-0191. Or call 988 any time. We told no manager.");
        await practice.Expect("unanswered");
        await practice["Theo Brandt"].ReadsAll();
        await practice.After("72:00");
        await NoManagerKnows(practice);
    }

    [Fact]
    public async Task A_colleague_who_does_not_call_now_is_replaced_and_no_manager_hears_of_it()
    {
        await using var practice = await Practice.OpenAsync(Roster);
        await practice["Maya Lee"].Texts("ASK SUPPORT NOW");
        await practice["Theo Brandt"].Texts("yes");
        await practice.After("0:15");
        await practice["Maya Lee"].ReadsAll();
        await practice["Theo Brandt"].ReadsAll();
        await practice.Expect("unanswered");
        await practice.After("24:00");
        await NoManagerKnows(practice);
    }

    [Fact]
    public async Task A_colleague_who_cannot_be_reached_is_passed_over_and_no_manager_hears_of_it()
    {
        await using var practice = await Practice.OpenAsync(Roster);
        await practice["Theo Brandt"].IsReachable(false);
        await practice["Maya Lee"].Texts("ASK SUPPORT TODAY");
        await practice["Maya Lee"].Hears("A: support, today. …", "A: this line tells no manager. The colleague keeps it too, unless someone is in danger.",
            "A: you can add your question, …", "A: sorry, no one was free. …");
        await practice.Expect("unanswered");
        await NoManagerKnows(practice);
    }

    [Fact]
    public async Task Who_is_not_understood_gets_the_offices_number_and_no_manager_hears()
    {
        await using var practice = await Practice.OpenAsync(Roster);
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK SUPPORT TODAY");
        await maya.ReadsAll();
        foreach (var text in new[] { "the blue folder is on the shelf", "the green one too", "purple elephants", "seven yellow boats" })
        {
            await maya.Texts(text);
            await maya.Hears("sorry, we did not understand. …");
        }

        await maya.Texts("there is a blue folder");
        await maya.Hears("sorry, we still do not understand. Please call the practice: 415-555-0192. Text ? to see what is open.");
        await practice["Dana Fox"].HearsNothing();
        await practice["Theo Brandt"].ReadsAll();
        await practice.Expect("asking");
        await NoManagerKnows(practice);
    }

    private static async Task NoManagerKnows(Practice practice)
    {
        foreach (var above in new[] { "Ines Costa", "Dana Fox", "Eli Ward" })
        {
            await practice[above].HearsNothing();
            await practice[above].HasNoMail();
        }

        await practice.NobodyHearsMore();
    }
}
