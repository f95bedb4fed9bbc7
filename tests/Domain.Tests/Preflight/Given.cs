using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using Curbside.Preflight;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Preflight;

/// <summary>A practice that lacks nothing; what a test is about it takes away. It is Monday 5 January 2026 in California, midnight unless told otherwise.</summary>
internal sealed record Given
{
    public static readonly Person Maya = Sample.Asker;

    /// <summary>Prescribes, observes, supports, and may be called at any hour.</summary>
    public static readonly Person Rosa = Sample.Person("Rosa Delgado") with
    {
        Roles = Roles.Consultant | Roles.Supervisor,
        Discipline = Discipline.Psychiatrist,
        Availability = WeeklyHours.Parse("Mon-Sun 00:00-24:00"),
        WakeForRisk = true,
        WakeForNow = true,
    };

    public static readonly Person Daniel = Sample.Person("Daniel Okafor") with { Roles = Roles.Manager, WakeForRisk = true };

    public Practice Practice { get; init; } = PolicyFile.Default.Practice with
    {
        SenderName = "Bayside",
        Name = "Bayside Counseling",
        PublicUrl = "https://line.bayside.org",
        BackupLine = PhoneNumber.Parse("+14152345670"),
        AssistanceLine = PhoneNumber.Parse("+14152345671"),
        OfficeLine = PhoneNumber.Parse("+14152345672"),
        TextingNumber = PhoneNumber.Parse("+14152345673"),
    };

    public ImmutableArray<Colleague> Roster { get; init; } = Of(Maya, Rosa, Daniel);

    public string At { get; init; } = "2026-01-05 00:00";

    public PreflightReport Report => PreflightReport.Of(Roster, PolicyFile.Default with { Practice = Practice }, Sample.At(At));

    public string Text => PreflightText.Write(Report);

    public static ImmutableArray<Colleague> Of(params IEnumerable<Person> people) => [.. people.Select(Sample.Colleague)];

    /// <summary>The sentences with this mark.</summary>
    public IEnumerable<string> All(Mark mark) => Report.Remarks.Where(remark => remark.Mark == mark).Select(remark => remark.Sentence);

    /// <summary>The one remark that is not as it should be.</summary>
    public Remark Only => Assert.Single(Report.Remarks, remark => remark.Mark != Mark.Well);
}
