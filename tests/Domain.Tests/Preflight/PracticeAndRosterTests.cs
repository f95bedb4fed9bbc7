using Curbside.Consults;
using Curbside.People;
using Curbside.Preflight;

namespace Curbside.Tests.Preflight;

/// <summary>What is missing in the policy and the roster.</summary>
public class PracticeAndRosterTests
{
    private static readonly Given Ready = new();

    [Fact]
    public void A_practice_that_lacks_nothing_is_ready()
    {
        Assert.True(Ready.Report.IsReady);
        Assert.Empty(Ready.All(Mark.Note));
        Assert.EndsWith("\nNothing is left to do.\n", Ready.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_policy_the_practice_is_somebody_invented()
    {
        var given = Ready with { Practice = PolicyFile.Default.Practice };
        Assert.Equal(
            ["No policy is loaded, so the line has an invented name, and a backup line that nobody answers: docs/deploy.md, section 7."],
            given.All(Mark.ToDo));
    }

    [Fact]
    public void A_policy_that_says_nothing_of_the_practice_leaves_it_somebody_invented()
    {
        var given = Ready with { Practice = PolicyFile.Default.Practice with { TextingNumber = Ready.Practice.TextingNumber } };
        string[] missing = ["The line still calls itself", "backup_line is not set", "assistance_line is not set", "office_line is not set"];
        Assert.Equal(missing, given.All(Mark.ToDo).Select((sentence, nth) => sentence[..missing[nth].Length]));
    }

    /// <summary>The example in docs/deploy.md has such a number.</summary>
    [Fact]
    public void A_backup_line_that_nobody_has_is_none()
    {
        var only = (Ready with { Practice = Ready.Practice with { BackupLine = PhoneNumber.Parse("+12125550142") } }).Only;
        Assert.Equal(Mark.ToDo, only.Mark);
        Assert.StartsWith("backup_line is not set in the policy", only.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080", Mark.Note, "Links lead to this machine")]
    [InlineData("https://curbside-abcdefgh.azurewebsites.net", Mark.ToDo, "Links are too long for a text")]
    [InlineData("http://line.bayside.org", Mark.ToDo, "Links begin with http:")]
    public void Links_lead_to_the_practices_own_domain(string url, Mark mark, string sentence)
    {
        var only = (Ready with { Practice = Ready.Practice with { PublicUrl = url } }).Only;
        Assert.Equal(mark, only.Mark);
        Assert.StartsWith(sentence, only.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_roster_is_all_that_is_told_of_it()
    {
        var given = Ready with { Roster = [] };
        Assert.Equal("No roster is loaded, so nobody can ask or be asked: docs/deploy.md, section 7.", given.Only.Sentence);
        Assert.Empty(given.Report.Coverage);
        Assert.EndsWith("\n1 thing is left to do.\n", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_left_is_not_looked_at() =>
        Assert.True((Ready with { Roster = Ready.Roster.Add(new Colleague(Sample.Person("Gone Away") with { Left = true }, Reach.Unknown, [])) }).Report.IsReady);

    [Fact]
    public void Somebody_has_to_ask_and_somebody_to_be_asked()
    {
        Assert.Equal(["Nobody on the roster may ask. Give somebody the role clinician."], (Ready with { Roster = Given.Of(Given.Rosa, Given.Daniel) }).All(Mark.ToDo));
        Assert.Contains("Nobody on the roster may be asked. Give somebody the role consultant.", (Ready with { Roster = Given.Of(Given.Maya, Given.Daniel) }).All(Mark.ToDo));
    }

    [Fact]
    public void Who_has_not_agreed_to_be_texted_is_counted_for_everybody_and_named_for_the_manager()
    {
        var only = (Ready with { Roster = Ready.Roster.Add(new Colleague(Sample.Person("Kai Nakamura"), Reach.Unknown, [])) }).Only;
        Assert.Equal(Mark.ToDo, only.Mark);
        Assert.Equal("1 person has not agreed to be texted yet. Fill in sms_consent_at from the signed form, or let them text JOIN.", only.Sentence);
        Assert.Equal("Kai Nakamura", Assert.Single(only.Details));
    }

    [Fact]
    public void Without_any_consent_nothing_works()
    {
        var given = Ready with { Roster = [.. Ready.Roster.Select(colleague => colleague with { Reach = Reach.Unknown })] };
        Assert.Contains("3 people have not agreed to be texted yet. Fill in sms_consent_at from the signed form, or let them text JOIN.", given.All(Mark.ToDo));
        Assert.Contains("No manager may be texted, so nobody is called in when no one is free. One of them has to agree to be texted.", given.All(Mark.ToDo));
        Assert.Contains("risk: nobody on the roster may ever answer any of those who may ask.", given.All(Mark.ToDo));
    }

    [Fact]
    public void Who_has_texted_STOP_is_told()
    {
        var stopped = new Colleague(Sample.Person("Kai Nakamura"), new Reach { Consented = true, OptedOut = true }, []);
        var only = (Ready with { Roster = Ready.Roster.Add(stopped) }).Only;
        Assert.Equal((Mark.Note, "Kai Nakamura"), (only.Mark, Assert.Single(only.Details)));
        Assert.StartsWith("1 person has texted STOP", only.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_the_demo_roster_reach_nobody()
    {
        var only = (Ready with { Roster = Ready.Roster.Add(Sample.Colleague(Sample.Person("Noor Ng") with { Phone = PhoneNumber.Parse("+14155550102") })) }).Only;
        Assert.Equal((Mark.ToDo, "Noor Ng"), (only.Mark, Assert.Single(only.Details)));
    }

    [Fact]
    public void A_manager_has_to_be_there_and_should_wake()
    {
        Assert.Equal(
            "No manager is on the roster, so nobody is called in when no one is free. Give somebody the role manager.",
            (Ready with { Roster = Given.Of(Given.Maya, Given.Rosa) }).Only.Sentence);
        Assert.Equal(Mark.Note, (Ready with { Roster = Given.Of(Given.Maya, Given.Rosa, Given.Daniel with { WakeForRisk = false }) }).Only.Mark);
        Assert.Equal(
            Mark.Note,
            (Ready with { Roster = [.. Given.Of(Given.Maya, Given.Rosa), Sample.Colleague(Given.Daniel) with { Reach = new Reach { Consented = true, NightCallsOff = true } }] }).Only.Mark);
    }

    [Fact]
    public void Until_texts_and_emails_were_seen_to_arrive_a_drill_is_to_do()
    {
        var policy = PolicyFile.Default with { Practice = Ready.Practice };
        var monday = Sample.At("2026-01-05 00:00");
        var seen = new Dictionary<Sighting, NodaTime.Instant> { [Sighting.TextCameIn] = Sample.At("2026-01-03 23:30") };

        var report = PreflightReport.Of(Ready.Roster, policy, monday, seen);

        Assert.Contains(report.Remarks, remark => remark is { Mark: Mark.Well, Sentence: "A text that Twilio signed came in, last on Sat 3 Jan." });
        Assert.Equal(
            [
                "No text has reached a phone yet. Once the number is registered, text DRILL to the line: docs/deploy.md, section 8.",
                "No email has reached a mailbox yet. Once SendGrid knows the sender, text DRILL to the line: docs/deploy.md, section 8.",
            ],
            report.Remarks.Where(remark => remark.Mark == Mark.ToDo).Select(remark => remark.Sentence));
    }

    /// <summary>Sentences are read by anybody at <c>/healthz</c>.</summary>
    [Fact]
    public void No_sentence_names_anybody_or_shows_a_number()
    {
        string[] names = ["Zoë Ünal", "D'Arcy O'Brien-Smith", "<b>Rosa</b>", "=1+1", "{0}", "Ng", "李雷"];
        Colleague Odd(string name, int number) => new(
            Sample.Person(name) with
            {
                Phone = PhoneNumber.Parse($"+1415555010{number}"),
                Email = $"person{number}@example.org",
                Roles = Roles.Clinician | Roles.Consultant | Roles.Manager,
            },
            new Reach { Consented = number % 2 == 0, OptedOut = number == 2 },
            []);
        foreach (var practice in new[] { Ready.Practice, PolicyFile.Default.Practice })
        {
            var given = new Given { Practice = practice, Roster = [.. names.Select(Odd)] };
            Assert.All(names, name => Assert.Contains(name, given.Text, StringComparison.Ordinal));
            foreach (var sentence in given.Report.Remarks.Select(remark => remark.Sentence))
            {
                Assert.All(names, name => Assert.DoesNotContain(name, sentence, StringComparison.Ordinal));
                Assert.DoesNotMatch("[0-9]{3}[-. ]?[0-9]{4}|@", sentence);
            }
        }
    }
}
