namespace Curbside.Conversations;

/// <summary>
/// A full roster, with other managers, people who are on call and people who are free, and a manager who drills. Whatever the manager does or leaves, at
/// whatever hour, nobody else ever hears of it; and afterwards everything is as if it had never been.
/// </summary>
public class A_drill_disturbs_nobody
{
    private const string AtAnyHour = "Mon-Sun 00:00-24:00";

    private static readonly string Everybody = Rosters.Of(
        Rosters.Dana,
        Rosters.Maya,
        Rosters.Noor,
        Rosters.Omar,
        Rosters.Ines,
        Rosters.Theo,
        Rosters.Row("Ruth Gold", "MD", "+14155550110", "consultant;supervisor", "psychiatrist", availability: AtAnyHour, wakeForRisk: true, wakeForNow: true),
        Rosters.Row("Abe Long", "PhD", "+14155550111", "consultant;manager", "psychologist", availability: AtAnyHour, wakeForNow: true),
        Rosters.Row("Zoe Hart", "LPC", "+14155550112", "manager", "counselor"));

    private static readonly string[] Others = ["Maya Lee", "Noor Ng", "Omar Reyes", "Ines Costa", "Theo Brandt", "Ruth Gold", "Abe Long", "Zoe Hart"];

    /// <summary>What the manager does after <c>DRILL</c>: a text, or minutes in which nothing is done.</summary>
    public static TheoryData<string> Courses =>
    [
        "",
        "B0",
        "B1",
        "B1 / 15 / A1 / A2",
        "B1 / 15 / A1 / A4",
        "B1 / 15 / A0",
        "B1 / 15 / A0 / A2 / B5 / 40",
        "B1 / 15 / A0 / A3",
        "B1 / 15 / B0 / A0",
        "B1 / X A",
        "B1 / X B",
        "X A",
        "X B",
        "B in 30 / A1",
        "B in 30 / A0",
        "B in 30 / 10",
        "B in 30 / A in 40 / B4",
        "B1 / R A / A in 40 / B yes",
        "B1 / R B / 10",
        "B1 please call me on the other phone",
        "STOP",
        "B1 / STOP",
        "purple / elephants / and / other / strange / things / come / up",
        "DRILL / DRILL",
        "B1 and A1",
    ];

    [Theory]
    [MemberData(nameof(Courses))]
    public Task By_day_nobody_else_hears_of_it(string course) => NobodyHearsAsync(course, Practice.Monday);

    [Theory]
    [MemberData(nameof(Courses))]
    public Task At_night_nobody_else_hears_of_it_and_it_goes_the_same_way(string course) => NobodyHearsAsync(course, "2026-01-11T02:30:00-08:00");

    [Theory]
    [InlineData("")]
    [InlineData("B1")]
    public Task When_the_phone_cannot_be_reached_nobody_else_hears_of_it(string course) => NobodyHearsAsync(course, Practice.Monday, reachable: false);

    [Fact]
    public async Task A_drill_goes_the_same_way_at_any_hour()
    {
        Assert.Equal(await HeardAsync(Practice.Monday), await HeardAsync("2026-01-11T01:00:00-08:00"));

        static async Task<IEnumerable<string>> HeardAsync(string at)
        {
            await using var practice = await Practice.OpenAsync(Everybody, at);
            await TellAsync(practice, "B1 / 15 / A1 / A2");
            return (await practice["Dana Fox"].Thread()).Select(heard => heard.Body.Split("http")[0].Replace(":05a", ":05p", StringComparison.Ordinal)
                .Replace(":10a", ":10p", StringComparison.Ordinal).Replace(":15a", ":15p", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Two_managers_drill_at_once_and_each_with_themselves()
    {
        await using var practice = await Practice.OpenAsync(Everybody);
        await practice["Dana Fox"].Texts("DRILL");
        await practice["Zoe Hart"].Texts("DRILL");
        await practice["Zoe Hart"].Texts("B2");
        await practice["Zoe Hart"].Hears(
            "DRILL A: you play both …",
            "DRILL A: case, …",
            "DRILL B: Z Hart LPC asks …",
            "DRILL A: you can add …",
            "DRILL A: booked. …",
            "DRILL B: booked. Call Z Hart …");
        await practice["Dana Fox"].Hears("DRILL A: you play both …", "DRILL A: case, …", "DRILL B: D Fox LMFT asks …", "DRILL A: you can add …");
        await practice.NobodyHearsMore();
        Assert.Equal(
            [("Dana Fox", "asking"), ("Zoe Hart", "booked")],
            (await practice.World.ConsultsAsync()).Select(consult => (consult.Clinician, consult.State)).Order());
    }

    [Fact]
    public async Task Neither_a_pause_nor_days_off_nor_a_full_week_nor_a_booking_stands_in_its_way()
    {
        const string away = "2026-01-01/2026-01-31";
        var ada = Rosters.Row(
            "Ada Stern", "PhD", "+14155550113", "consultant;manager", "psychologist", availability: "Tue 09:00-10:00", away: away, maxPerWeek: "1");
        await using var practice = await Practice.OpenAsync(Rosters.Of(ada, Rosters.Maya));
        await practice["Ada Stern"].Texts("PAUSE 14");
        await practice["Ada Stern"].ReadsAll();
        await practice["Ada Stern"].Texts("DRILL");
        await practice["Ada Stern"].Texts("B1");
        await practice.Expect("booked", "Stand-in");
    }

    [Fact]
    public async Task It_counts_neither_in_the_calendar_nor_in_the_week_of_a_manager_who_also_consults()
    {
        var ada = Rosters.Row("Ada Stern", "PhD", "+14155550113", "consultant;manager", "psychologist", maxPerWeek: "1");
        await using var practice = await Practice.OpenAsync(Rosters.Of(ada, Rosters.Maya));
        await practice["Ada Stern"].Texts("DRILL");
        await practice["Ada Stern"].Texts("B3");
        await practice["Ada Stern"].ReadsAll();

        // The drill is at 13:15, and so is the first time that can be offered.
        await practice["Maya Lee"].Texts("ASK CASE TODAY");
        await practice["Ada Stern"].Hears("C: M Lee LPC asks about a case, phone, 30 min. C1 today 1:15p, …");
        await practice["Ada Stern"].Texts("C1");
        await practice["Ada Stern"].Hears("C: booked. Call M Lee today 1:15p PT. …");

        // And the other way round: what is booked is no hindrance to a drill.
        await practice["Ada Stern"].Texts("X A");
        await practice["Ada Stern"].ReadsAll();
        await practice["Ada Stern"].Texts("DRILL");
        await practice["Ada Stern"].Hears(
            "DRILL D: …",
            "DRILL D: …",
            "DRILL E: Dr Stern asks about a case, phone, about 5 min. E1 today 1:05p, E2 today 1:10p, E3 today 1:15p, …",
            "DRILL D: …");
    }

    private static async Task NobodyHearsAsync(string course, string at, bool reachable = true)
    {
        await using var practice = await Practice.OpenAsync(Everybody, at);
        await practice["Dana Fox"].IsReachable(reachable);
        await TellAsync(practice, course);
        await practice.After("06:00");
        var consult = Assert.Single(await practice.World.ConsultsAsync());
        Assert.True(consult.State is "closed" or "withdrawn" or "unanswered", consult.State);

        // A day later it is deleted.
        await practice.After("30:00");
        Assert.Empty(await practice.World.ConsultsAsync());
        foreach (var name in Others)
        {
            Assert.Empty(await practice[name].Thread());
            Assert.Empty(await practice.World.MailboxAsync($"{name.Split(' ')[0].ToLowerInvariant()}@example.org"));
        }

        await SaysThatItIsADrillAsync(practice);

        // Whoever is asked next is asked as if there had been none.
        if (!course.Contains("STOP", StringComparison.Ordinal))
        {
            await practice.Until("2026-01-14 09:00");
            await practice["Dana Fox"].Texts("ASK CASE TODAY");
            await practice["Abe Long"].Hears("A: D Fox LMFT asks about a case, …");
        }
    }

    /// <summary>Whatever is about the drill opens with the word, by text in one segment. Only answers about the line itself do not.</summary>
    private static async Task SaysThatItIsADrillAsync(Practice practice)
    {
        string[] aboutTheLine = ["consult texts from", "sorry, we did not understand", "done, you get no more texts from us"];
        foreach (var (_, body) in await practice["Dana Fox"].Thread())
        {
            var isAboutTheLine = aboutTheLine.Any(line => body.StartsWith($"Bay Curbside: {line}", StringComparison.Ordinal));
            Assert.True(isAboutTheLine || body.StartsWith("Bay Curbside DRILL", StringComparison.Ordinal), body);
            Assert.True(body.Length <= 160, body);
        }

        Assert.All(await practice.World.MailboxAsync("dana@example.org"), mail =>
        {
            Assert.StartsWith("Bay Curbside DRILL: ", mail.Subject, StringComparison.Ordinal);
            Assert.StartsWith("Bay Curbside DRILL: ", mail.Text, StringComparison.Ordinal);
            Assert.All(mail.Attachments, entry => Assert.Contains("SUMMARY:DRILL: ", entry, StringComparison.Ordinal));
        });
    }

    private static async Task TellAsync(Practice practice, string course)
    {
        await practice["Dana Fox"].Texts("DRILL");
        foreach (var step in course.Split(" / ", StringSplitOptions.RemoveEmptyEntries))
        {
            await (int.TryParse(step, out var minutes) ? practice.After($"0:{minutes:00}") : practice["Dana Fox"].Texts(step));
        }
    }
}
