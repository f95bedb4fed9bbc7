using System.Text;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Phones;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Messages;

/// <summary>A consult as a calendar entry (RFC 5545), without a clinical word: who with, when, and how.</summary>
public static class CalendarFile
{
    private const int LineOctets = 75;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Method(Invitation invitation) => invitation.Cancelled ? "CANCEL" : "REQUEST";

    /// <param name="attendee">The mail address that it is sent to.</param>
    public static string Write(ConsultId consult, Invitation invitation, string attendee, Practice practice)
    {
        var file = new StringBuilder();
        foreach (var line in Lines(consult, invitation, attendee, practice))
        {
            Fold(file, line);
        }

        return file.ToString();
    }

    private static IEnumerable<string> Lines(ConsultId consult, Invitation invitation, string attendee, Practice practice) =>
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Curbside//Consults//EN",
        $"METHOD:{Method(invitation)}",
        .. CalendarZone.Lines(practice.Zone, invitation.Start),
        "BEGIN:VEVENT",
        $"UID:{consult}{(invitation.Drill == DrillPart.StandIn ? "-stand-in" : "")}@curbside",
        $"SEQUENCE:{invitation.Sequence}",
        $"DTSTAMP:{Utc.Format(invitation.At)}",
        $"DTSTART;TZID={practice.Zone.Id}:{CalendarZone.At(invitation.Start, practice.Zone)}",
        $"DTEND;TZID={practice.Zone.Id}:{CalendarZone.At(invitation.End, practice.Zone)}",
        $"SUMMARY:{Escape($"{(invitation.Drill is null ? "" : "DRILL: ")}Consult with {Name(invitation)}")}",
        $"LOCATION:{Escape(Place(invitation.Modality))}",
        $"ORGANIZER;CN={Quote(practice.Name)}:mailto:noreply@{new Uri(practice.PublicUrl).Host}",
        $"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{attendee}",
        $"STATUS:{(invitation.Cancelled ? "CANCELLED" : "CONFIRMED")}",
        .. Reminder(invitation),
        "END:VEVENT",
        "END:VCALENDAR",
    ];

    private static IEnumerable<string> Reminder(Invitation invitation) => invitation.Cancelled
        ? []
        : ["BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{(invitation.Drill is null ? "" : "DRILL: ")}Consult", "TRIGGER:-PT15M", "END:VALARM"];

    private static string Name(Invitation invitation) =>
        string.IsNullOrEmpty(invitation.Other.Credentials) ? invitation.Other.Full : $"{invitation.Other.Full} {invitation.Other.Credentials}";

    private static string Place(Modality modality) => modality switch
    {
        Modality.Phone => "By phone",
        Modality.Video => "By video",
        _ => "In person",
    };

    /// <summary>TEXT values escape backslash, comma, semicolon and line break (RFC 5545, 3.3.11).</summary>
    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A parameter value in quotes cannot hold one (RFC 5545, 3.2).</summary>
    private static string Quote(string text) => $"\"{text.Replace('"', '\'')}\"";

    /// <summary>Lines are at most 75 octets long and go on behind a space (RFC 5545, 3.1); no character is cut in two.</summary>
    private static void Fold(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
