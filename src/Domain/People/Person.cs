using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Curbside.Time;
using Curbside.Consults;
using NodaTime;

namespace Curbside.People;

/// <summary>Who someone is to Curbside, opaque to a reader: 16 lower-case letters and digits made from their phone number.</summary>
/// <remarks>The roster knows a person by the phone number, so the same number is the same person on every import.</remarks>
public readonly record struct PersonId(string Value)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    public static PersonId Of(PhoneNumber phone)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(phone.Value));
        return new PersonId(string.Create(16, hash, static (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[bytes[i] & 31];
            }
        }));
    }

    /// <summary>The stand-in that a drill puts beside the owner of a phone.</summary>
    public static PersonId StandInOn(PhoneNumber phone) => new($"{Of(phone)}-drill");

    public override string ToString() => Value;
}

[Flags]
public enum Roles
{
    None = 0,
    Clinician = 1,
    Consultant = 2,
    Supervisor = 4,
    Manager = 8,
}

public enum Discipline
{
    Psychiatrist,
    PsychiatricNp,
    PhysicianAssistant,
    Psychologist,
    Counselor,
    SocialWorker,
    MarriageFamily,
    Coach,
    Other,
}

/// <summary>A recorded agreement to be texted, and how it was given.</summary>
public sealed record Consent(Instant At, string How);

/// <summary>One row of the roster.</summary>
public sealed record Person
{
    public PersonId Id => IsStandIn ? PersonId.StandInOn(Phone) : PersonId.Of(Phone);

    /// <summary>As the person is called: <c>Maya Lee</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Shown after the name: <c>LPC</c>, <c>MD</c>; may be empty.</summary>
    public string Credentials { get; init; } = "";

    public required PhoneNumber Phone { get; init; }

    public string? Email { get; init; }

    public Roles Roles { get; init; }

    public Discipline Discipline { get; init; }

    /// <summary>In the order of the roster: the first is the one that a request without a state is taken for.</summary>
    public ImmutableArray<UsState> Licences { get; init; } = [];

    /// <summary>Plain lower-case words; empty means any topic.</summary>
    public ImmutableHashSet<string> Topics { get; init; } = [];

    public required DateTimeZone Zone { get; init; }

    public WeeklyHours Availability { get; init; } = WeeklyHours.None;

    /// <summary>Whole local days, both ends included.</summary>
    public ImmutableArray<DateInterval> Away { get; init; } = [];

    /// <summary>Consults taken in a week that starts Monday in the person's own zone; null for no limit.</summary>
    public int? MaxPerWeek { get; init; }

    public ImmutableArray<PhoneNumber> ReportsTo { get; init; } = [];

    /// <summary>People this person does not consult with, in either direction; nobody else is told.</summary>
    public ImmutableArray<PhoneNumber> NotWith { get; init; } = [];

    public bool TakesRisk { get; init; }

    public bool WakeForRisk { get; init; }

    public bool WakeForNow { get; init; }

    public bool OffersSupport { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>No longer on the roster, and kept only for consults that name them.</summary>
    public bool Left { get; init; }

    /// <summary>Nobody on a roster: plays the colleague in a drill, on the phone of the manager who asks.</summary>
    public bool IsStandIn { get; init; }

    public bool Is(Roles role) => (Roles & role) != 0;

    /// <summary>The state that is meant where none is said: the first that this person is licensed in, or the practice's.</summary>
    public UsState StateOrThatOf(Practice practice) => Licences is [var first, ..] ? first : practice.State;

    /// <summary>Coaches and <see cref="Discipline.Other"/> hold no licence.</summary>
    public bool IsLicensed => Discipline is not (Discipline.Coach or Discipline.Other) && Licences.Length > 0;

    public bool IsPrescriber => Discipline is Discipline.Psychiatrist or Discipline.PsychiatricNp or Discipline.PhysicianAssistant;

    public bool IsAway(LocalDate day) => Away.Any(away => away.Contains(day));
}
