using Curbside.People;
using NodaTime;

namespace Curbside.LocalHost;

/// <summary>What the program prints once it answers: what to open, and what to try.</summary>
internal static class Greeting
{
    public static string Of(string url, string practice, Roster roster, string folder, Instant? manualNow)
    {
        var present = roster.Present.Select(colleague => colleague.Person).ToList();

        // Somebody who asks and is not asked, and who may be texted, is the easiest to begin as.
        var clinician = present.FirstOrDefault(person => person.Roles == Roles.Clinician && person.Consent is not null) ?? present[0];
        var clock = manualNow is { } now ? $"\n  Clock   stands at {now}; {url}/local moves it on" : "";
        return $"""

            Curbside for {practice} ({present.Count} people) answers at {url}

              Open    {url}/local   simulated phones and mailboxes: read any, reply as anyone
                      {url}/        the form that asks for a consult
              Try     as {clinician.Name}, text ASK MED TODAY: {url}/local/phones/{clinician.Phone}
                      then look who is asked on {url}/local, and answer as them: A1{clock}
              Data    {folder}
              Stop    Ctrl-C; the next start goes on where this one stopped


            """;
    }
}
