using System.Collections.Immutable;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Messages;

/// <summary>Who and what is filled into the samples: an ordinary day at an ordinary practice, or the longest of everything.</summary>
public sealed record Cast
{
    public required string SenderName { get; init; }
    public required string PracticeName { get; init; }
    public required PersonName Asker { get; init; }
    public required PersonName Consultant { get; init; }
    public required PersonName Manager { get; init; }
    public required PhoneNumber Phone { get; init; }
    public required PhoneNumber Line { get; init; }
    public required DateTimeZone Zone { get; init; }
    public UsState State { get; init; } = UsState.Parse("TX");
    public required Instant Now { get; init; }
    public required Instant Start { get; init; }
    public required Instant By { get; init; }
    public required ImmutableArray<Instant> Starts { get; init; }
    public required ImmutableArray<Instant> NewStarts { get; init; }
    public required int FirstNumber { get; init; }

    public static Cast Ordinary { get; } = new()
    {
        SenderName = "Bay Curbside",
        PracticeName = "Bay Counseling",
        Asker = new PersonName("Maya Lee", "LPC"),
        Consultant = new PersonName("Noor Ng", "MD"),
        Manager = new PersonName("Ana Ruiz", ""),
        Phone = PhoneNumber.Parse("+14155550101"),
        Line = PhoneNumber.Parse("+14155550199"),
        Zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"],
        Now = Instant.FromUtc(2026, 1, 5, 21, 0),
        Start = Instant.FromUtc(2026, 1, 5, 23, 30),
        By = Instant.FromUtc(2026, 1, 6, 1, 0),
        Starts = [Instant.FromUtc(2026, 1, 5, 23, 0), Instant.FromUtc(2026, 1, 6, 0, 30)],
        NewStarts = [Instant.FromUtc(2026, 1, 6, 17, 0), Instant.FromUtc(2026, 1, 7, 22, 0)],
        FirstNumber = 1,
    };

    /// <summary>
    /// A sender name of 20 signs, people's names of 60 with no place to cut them, foreign numbers of 16, two-digit answers, and every time with a date
    /// in a zone with a long suffix.
    /// </summary>
    public static Cast Longest { get; } = Ordinary with
    {
        SenderName = "Bay Area Curbside 24",
        PracticeName = new string('P', 100),
        Asker = new PersonName($"Maya {new string('q', 55)}", "PMHNP-BC"),
        Consultant = new PersonName($"Noor {new string('x', 55)}", "PhD"),
        Manager = new PersonName($"Anna {new string('z', 55)}", "LCSW"),
        Phone = PhoneNumber.Parse("+491512345678901"),
        Line = PhoneNumber.Parse("+491512345678902"),
        Zone = DateTimeZoneProviders.Tzdb["America/Anchorage"],
        Start = Instant.FromUtc(2026, 11, 18, 21, 30),
        By = Instant.FromUtc(2026, 11, 18, 20, 30),
        Starts = [Instant.FromUtc(2026, 11, 18, 19, 30), Instant.FromUtc(2026, 11, 18, 20, 30), Instant.FromUtc(2026, 11, 18, 21, 30)],
        NewStarts = [Instant.FromUtc(2026, 11, 18, 19, 30), Instant.FromUtc(2026, 11, 18, 20, 30), Instant.FromUtc(2026, 11, 18, 21, 30)],
        FirstNumber = 10,
    };

    /// <summary>The context of a message that puts no question.</summary>
    public WordingContext Context(Letter? letter) => new(SenderName, Zone, Now, letter, [], false, LinkLength: 51);
}
