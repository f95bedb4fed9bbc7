using NodaTime;
using static Curbside.Preflight.Remark;

namespace Curbside.Preflight;

/// <summary>Whether texts and emails go all the way. A drill shows all of it.</summary>
internal static class SightingRemarks
{
    /// <param name="seen">When each was seen last.</param>
    public static IEnumerable<Remark> Of(IReadOnlyDictionary<Sighting, Instant> seen, DateTimeZone zone)
    {
        yield return Last(Sighting.TextCameIn) is { } text
            ? Well($"A text that Twilio signed came in, last on {text}.")
            : ToDo("No text that Twilio signed has come in yet. Text DRILL to the line: docs/deploy.md, section 8.");
        yield return Last(Sighting.TextArrived) is { } arrived
            ? Well($"A text reached its phone, last on {arrived}.")
            : ToDo("No text has reached a phone yet. Once the number is registered, text DRILL to the line: docs/deploy.md, section 8.");
        yield return Last(Sighting.MailArrived) is { } mail
            ? Well($"An email reached its mailbox, last on {mail}.")
            : ToDo("No email has reached a mailbox yet. Once SendGrid knows the sender, text DRILL to the line: docs/deploy.md, section 8.");

        string? Last(Sighting what) => seen.TryGetValue(what, out var at) ? CoveredDay.NameOf(at.InZone(zone).Date) : null;
    }
}
