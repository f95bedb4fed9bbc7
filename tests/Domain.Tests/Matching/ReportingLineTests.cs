using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

public class ReportingLineTests
{
    private static readonly Person Director = Person("Dana Director");
    private static readonly Person Head = Person("Hana Head") with { ReportsTo = [Director.Phone] };
    private static readonly Person Maya = Asker with { ReportsTo = [Head.Phone] };
    private static readonly Person Intern = Person("Ines Intern") with { ReportsTo = [Maya.Phone] };
    private static readonly Person Student = Person("Stan Student") with { ReportsTo = [Intern.Phone] };
    private static readonly Person Peer = Person("Pia Peer") with { ReportsTo = [Head.Phone] };
    private static readonly Person Stranger = Person("Sol Stranger");

    private static readonly Situation Asking = Sample.Asking(Kind.Support, Urgency.Today) with { Asker = Maya };
    private static readonly Colleague[] Everyone = [.. new[] { Director, Head, Maya, Intern, Student, Peer, Stranger }.Select(Colleague)];

    [Fact]
    public void Support_is_asked_of_nobody_above_or_below_however_far() =>
        Assert.Equal([Peer.Name, Stranger.Name], Asking.Names(Everyone));

    [Fact]
    public void Other_kinds_may_be_asked_of_anyone_in_the_line() =>
        Assert.Equal(
            [Director.Name, Head.Name, Intern.Name, Peer.Name, Stranger.Name, Student.Name],
            (Asking with { Kind = Kind.Case }).Names(Everyone));

    [Fact]
    public void The_line_is_told_as_the_reason() =>
        Assert.Equal([Reason.InReportingLine], Asking.Against(Colleague(Director), Colleague(Head)));

    [Fact]
    public void The_line_does_not_end_where_someone_left() =>
        Assert.Equal([Reason.InReportingLine], Asking.Against(Colleague(Director), Colleague(Head with { Left = true })));

    [Fact]
    public void Everyone_whom_one_reports_to_is_above()
    {
        var second = Person("Sue Second");

        Assert.Equal([Stranger.Name], (Asking with { Asker = Maya with { ReportsTo = [Head.Phone, second.Phone] } })
            .Names(Colleague(Head), Colleague(second), Colleague(Stranger)));
    }

    [Fact]
    public void A_line_that_runs_in_a_circle_keeps_out_everyone_in_it()
    {
        var boss = Director with { ReportsTo = [Maya.Phone] };

        Assert.Equal([Stranger.Name], Asking.Names(Colleague(Maya), Colleague(boss), Colleague(Head), Colleague(Stranger)));
    }
}
