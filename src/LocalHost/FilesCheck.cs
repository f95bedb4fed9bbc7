using Curbside.Consults;
using Curbside.LocalHost.Demo;
using Curbside.People;
using Curbside.Preflight;
using NodaTime;

namespace Curbside.LocalHost;

/// <summary>The preflight of a roster and a policy before they are loaded.</summary>
internal static class FilesCheck
{
    /// <returns>0 when nothing is left to do, 1 when something is.</returns>
    /// <exception cref="StartException">A file cannot be read, or something is wrong in it.</exception>
    public static int Run(Options options, TextWriter output)
    {
        var given = GivenFiles.Read(options);
        var people = given.Roster ?? ((RosterReading.Accepted)RosterFile.Read(DemoRoster.Csv())).People;
        var policy = given.Policy is { } text ? ((PolicyReading.Accepted)PolicyFile.Read(text)).Policy : PolicyFile.Default;
        var now = options.ManualClock ? options.Start : SystemClock.Instance.GetCurrentInstant();

        // As if everybody had been there for a while: whoever consented is reachable, and nobody has taken anything yet.
        var roster = people.Select(person => new Colleague(person, new Reach { Consented = person.Consent is not null }, []));
        var report = PreflightReport.Of(roster, policy, now);
        output.Write(PreflightText.Write(report));
        return report.IsReady ? 0 : 1;
    }
}
