using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

/// <summary>Who may be a consultant for what, at whatever hour.</summary>
public class EligibilityTests
{
    /// <summary>What keeps out a consultant of each discipline when a counselor asks; all but coaches and others are licensed there.</summary>
    private const string Consultants = """
        discipline         | risk                  | case     | medication                  | second-opinion          | observation | support
        Psychiatrist       | -                     | -        | -                           | -                       | NotASenior  | -
        PsychiatricNp      | -                     | -        | -                           | -                       | NotASenior  | -
        PhysicianAssistant | -                     | -        | -                           | -                       | NotASenior  | -
        Psychologist       | -                     | -        | NotAPrescriber              | -                       | NotASenior  | -
        Counselor          | -                     | -        | NotAPrescriber              | -                       | NotASenior  | -
        SocialWorker       | -                     | -        | NotAPrescriber              | -                       | NotASenior  | -
        MarriageFamily     | -                     | -        | NotAPrescriber              | -                       | NotASenior  | -
        Coach              | IsACoach, NotLicensed | IsACoach | NotAPrescriber, NotLicensed | NotASenior, NotLicensed | NotASenior  | -
        Other              | NotLicensed           | -        | NotAPrescriber, NotLicensed | NotASenior, NotLicensed | NotASenior  | -
        """;

    /// <summary>The same for supervisors.</summary>
    private const string Supervisors = """
        discipline   | risk                  | case     | medication                  | second-opinion | observation | support
        Psychiatrist | -                     | -        | -                           | -              | -           | -
        Counselor    | -                     | -        | NotAPrescriber              | -              | -           | -
        Coach        | IsACoach, NotLicensed | IsACoach | NotAPrescriber, NotLicensed | -              | -           | -
        Other        | NotLicensed           | -        | NotAPrescriber, NotLicensed | -              | -           | -
        """;

    public static TheoryData<Roles, Discipline, string, string> Matrix
    {
        get
        {
            var matrix = new TheoryData<Roles, Discipline, string, string>();
            foreach (var (role, discipline, kind, reasons) in Rows(Roles.Consultant, Consultants).Concat(Rows(Roles.Supervisor, Supervisors)))
            {
                matrix.Add(role, discipline, kind, reasons);
            }

            return matrix;
        }
    }

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Role_and_discipline_decide_what_one_may_answer(Roles role, Discipline discipline, string kind, string reasons)
    {
        var person = Person("Noor Ng") with
        {
            Roles = role,
            Discipline = discipline,
            Licences = discipline is Discipline.Coach or Discipline.Other ? [] : [California],
        };

        Assert.Equal(reasons, string.Join(", ", About(kind).Against(Colleague(person))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Clinicians_and_managers_are_no_consultants(Kind kind)
    {
        var clinician = Psychiatrist() with { Roles = Roles.Clinician };
        var manager = Psychiatrist() with { Roles = Roles.Manager };
        var both = Psychiatrist() with { Roles = Roles.Clinician | Roles.Manager | Roles.Supervisor };

        Assert.Contains(Reason.NotAConsultant, Asking(kind, Urgency.Today).Against(Colleague(clinician)));
        Assert.Contains(Reason.NotAConsultant, Asking(kind, Urgency.Today).Against(Colleague(manager)));
        Assert.Equal(kind == Kind.Support ? [Reason.IsAManager] : [], Asking(kind, Urgency.Today).Against(Colleague(both)));
    }

    [Theory]
    [InlineData("risk", "NotLicensedInState")]
    [InlineData("case", "")]
    [InlineData("medication", "NotLicensedInState")]
    [InlineData("second-opinion", "")]
    [InlineData("observation", "")]
    [InlineData("support", "")]
    public void Risk_and_medication_need_a_licence_in_the_client_s_state(string kind, string reasons)
    {
        var inNevada = About(kind) with { ClientState = Nevada };

        Assert.Equal(reasons, string.Join(", ", inNevada.Against(Colleague(Psychiatrist() with { Roles = Roles.Supervisor }))));
        Assert.Empty(inNevada.Against(Colleague(Psychiatrist() with { Roles = Roles.Supervisor, Licences = [California, Nevada] })));
    }

    [Fact]
    public void Without_a_state_the_client_is_where_the_asker_is_licensed_or_else_the_practice_is()
    {
        var nowhere = Asking(Kind.Medication, Urgency.Today) with { ClientState = null };

        Assert.Empty((nowhere with { Asker = Asker with { Licences = [Nevada, California] } })
            .Against(Colleague(Psychiatrist() with { Licences = [Nevada] })));
        Assert.Empty((nowhere with { Asker = Asker with { Licences = [] } })
            .Against(Colleague(Psychiatrist() with { Licences = [California] })));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Risk_is_for_those_who_take_it_and_support_for_those_who_offer_it(Kind kind)
    {
        var person = Psychiatrist() with { Roles = Roles.Supervisor, TakesRisk = false, OffersSupport = false };

        Reason[] expected = kind switch
        {
            Kind.Risk => [Reason.DoesNotTakeRisk],
            Kind.Support => [Reason.DoesNotOfferSupport],
            _ => [],
        };
        Assert.Equal(expected, Asking(kind, Urgency.Today).Against(Colleague(person)));
    }

    [Fact]
    public void A_coach_may_answer_a_case_of_someone_without_a_licence()
    {
        var coach = Person("Cleo Coach") with { Discipline = Discipline.Coach, Licences = [] };
        var asking = Asking(Kind.Case, Urgency.Today);

        Assert.Equal([Reason.IsACoach], asking.Against(Colleague(coach)));
        Assert.Empty((asking with { Asker = Asker with { Discipline = Discipline.Coach, Licences = [] } }).Against(Colleague(coach)));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "trauma", true)]
    [InlineData("grief trauma", "", true)]
    [InlineData("grief trauma", "trauma ocd", true)]
    [InlineData("grief", "trauma ocd", false)]
    public void A_case_needs_one_topic_in_common(string consultant, string request, bool covered)
    {
        var person = Person("Noor Ng") with { Topics = [.. Words(consultant)] };
        var asking = Asking(Kind.Case, Urgency.Today) with { Topics = [.. Words(request)] };

        Assert.Equal(covered ? [] : [Reason.TopicNotCovered], asking.Against(Colleague(person)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_private_exclusion_holds_in_both_directions(Kind kind)
    {
        var person = Psychiatrist() with { Roles = Roles.Supervisor };
        var asking = Asking(kind, Urgency.Today);

        Assert.Equal([Reason.KeptApart], asking.Against(Colleague(person with { NotWith = [Asker.Phone] })));
        Assert.Equal([Reason.KeptApart], (asking with { Asker = Asker with { NotWith = [person.Phone] } }).Against(Colleague(person)));
        Assert.Equal([Reason.KeptApart], asking.Against(Colleague(person) with { KeptApart = [Asker.Id] }));
        Assert.Equal([Reason.KeptApart], asking.Against(Colleague(person), Colleague(Asker) with { KeptApart = [person.Id] }));
        Assert.Empty(asking.Against(Colleague(person), Colleague(Asker) with { KeptApart = [Person("Omar Reyes").Id] }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whoever_was_asked_before_is_not_asked_again(Kind kind)
    {
        var person = Psychiatrist() with { Roles = Roles.Supervisor };
        var asking = Asking(kind, Urgency.Today);

        Assert.Equal([Reason.AskedBefore], (asking with { Asked = [person.Id] }).Against(Colleague(person)));
        Assert.Equal([Reason.AskedBefore], (asking with { AskedBefore = [person.Id] }).Against(Colleague(person)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nobody_is_texted_without_consent_or_after_opting_out(Kind kind)
    {
        var colleague = Colleague(Psychiatrist() with { Roles = Roles.Supervisor });
        var asking = Asking(kind, Urgency.Today);

        Assert.Equal([Reason.NoConsent], asking.Against(colleague with { Reach = Reach.Unknown }));
        Assert.Equal([Reason.OptedOut], asking.Against(colleague with { Reach = new Reach { Consented = true, OptedOut = true } }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nobody_consults_themselves(Kind kind)
    {
        var asker = Psychiatrist() with { Roles = Roles.Supervisor };

        Assert.Equal([Reason.IsTheAsker], (Asking(kind, Urgency.Today) with { Asker = asker }).Against(Colleague(asker)));
    }

    [Fact]
    public void Whoever_has_left_gets_no_ruling_at_all()
    {
        var match = Asking(Kind.Case, Urgency.Today).Find(Colleague(Person("Noor Ng") with { Left = true }));

        Assert.Empty(match.Candidates);
        Assert.Empty(match.Rulings);
    }

    [Fact]
    public void All_lasting_reasons_are_told_and_no_passing_one_hides_them()
    {
        var person = Person("Noor Ng") with
        {
            Roles = Roles.Clinician,
            Discipline = Discipline.Coach,
            Licences = [],
            TakesRisk = false,
            NotWith = [Asker.Phone],
            Availability = WeeklyHours.None,
        };
        var asking = Asking(Kind.Risk, Urgency.Today) with { Asked = [person.Id] };

        Assert.Equal(
            [
                Reason.NotAConsultant, Reason.KeptApart, Reason.AskedBefore, Reason.NoConsent, Reason.OptedOut,
                Reason.IsACoach, Reason.DoesNotTakeRisk, Reason.NotLicensed,
            ],
            asking.Against(Colleague(person) with { Reach = new Reach { OptedOut = true } }));
    }

    private static Person Psychiatrist() => Person("Noor Ng") with { Discipline = Discipline.Psychiatrist };

    private static Situation About(string kind) =>
        KindNames.TryParseKind(kind, out var known)
            ? Asking(known, Urgency.Today)
            : throw new ArgumentException("There is no such kind.", nameof(kind));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(Roles, Discipline, string, string)> Rows(Roles role, string table)
    {
        var lines = table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        return
            from line in lines.Skip(1)
            from column in Enumerable.Range(1, lines[0].Length - 1)
            select (role, Enum.Parse<Discipline>(line[0]), lines[0][column], line[column].Trim('-'));
    }
}
