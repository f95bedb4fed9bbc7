using Curbside.Consults;
using Curbside.LocalHost.Demo;
using Curbside.Matching;
using Curbside.People;
using NodaTime;

namespace Curbside.LocalHost;

/// <summary>Looks at a roster and a policy before they are loaded: who could be called, hour by hour, in the next two weeks.</summary>
internal static class CoverageCheck
{
    /// <returns>0 when every kind is covered, 1 when there is something to mend.</returns>
    /// <exception cref="StartException">A file cannot be read, or something is wrong in it.</exception>
    public static int Run(Options options, TextWriter output)
    {
        var given = GivenFiles.Read(options);
        var people = given.Roster ?? ((RosterReading.Accepted)RosterFile.Read(DemoRoster.Csv())).People;
        var policy = given.Policy is { } text ? ((PolicyReading.Accepted)PolicyFile.Read(text)).Policy : PolicyFile.Default;
        var from = options.ManualClock ? options.Start : SystemClock.Instance.GetCurrentInstant();

        // As if everybody had been there for a while: whoever consented is reachable, and nobody has taken anything yet.
        var roster = people.Select(person => new Colleague(person, new Reach { Consented = person.Consent is not null }, [])).ToList();
        var coverage = Coverage.Of(roster, policy, from);
        output.Write(CoverageTable.Write(coverage, policy.Practice.Zone));
        return CoverageTable.HasGaps(coverage, policy.Practice.Zone) ? 1 : 0;
    }
}
