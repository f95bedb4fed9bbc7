using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>
/// What stands between a practice and its first consult, as far as the line itself knows: policy, roster, who can be called in the next 14 days, and whether
/// texts and emails were seen to go all the way. What Twilio and SendGrid have to say is asked from outside (<c>eng/connect</c>).
/// </summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Remarks">By subject: the practice, what carries for it, its people, its hours.</param>
/// <param name="Coverage">Empty where nobody may ask.</param>
public sealed record PreflightReport(Practice Practice, Instant At, ImmutableArray<Remark> Remarks, ImmutableArray<KindCoverage> Coverage)
{
    /// <summary>Whether nothing is left to do.</summary>
    public bool IsReady => Remarks.All(remark => remark.Mark != Mark.ToDo);

    /// <param name="roster">With each person's reach and what they have taken.</param>
    /// <param name="seen">What was seen to work, and when last; null where nobody carries anything.</param>
    public static PreflightReport Of(IEnumerable<Colleague> roster, Policy policy, Instant now, IReadOnlyDictionary<Sighting, Instant>? seen = null)
    {
        var present = roster.Where(colleague => !colleague.Person.Left).ToImmutableArray();
        var coverage = present.Any(colleague => colleague.Person.Is(Roles.Clinician)) ? Matching.Coverage.Of(present, policy, now) : [];
        return new PreflightReport(
            policy.Practice,
            now,
            [
                .. PracticeRemarks.Of(policy.Practice),
                .. seen is null ? [] : SightingRemarks.Of(seen, policy.Practice.Zone),
                .. RosterRemarks.Of(present),
                .. CoverageRemarks.Of(coverage, policy.Practice.Zone),
            ],
            coverage);
    }
}
