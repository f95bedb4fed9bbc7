using System.Collections.Immutable;
using System.Globalization;
using Curbside.Files;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.People;

/// <summary>The fields of one row. Each method reads one, and reports what is wrong with it.</summary>
internal sealed class RosterFields(int line, Func<string, string> field, List<FileError> errors)
{
    public int Line => line;

    public int ErrorCount => errors.Count;

    public void Report(string column, string text) => errors.Add(new FileError(line, column, text));

    public string Words(string column, int most)
    {
        var text = field(column);
        Check(column, text, most);
        return text;
    }

    public PhoneNumber? Phone(string column) => PhoneOf(column, field(column));

    public ImmutableArray<PhoneNumber> Phones(string column) =>
        [.. List(column).Select(text => PhoneOf(column, text)).OfType<PhoneNumber>().Distinct()];

    public string? Email(string column)
    {
        var text = field(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (!EmailAddress.IsValid(text))
        {
            Report(column, $"{FileError.Quote(text)} is not an email address; write one like maya@example.org, or leave it empty");
        }

        return text;
    }

    public Roles Roles(string column)
    {
        var roles = People.Roles.None;
        foreach (var text in List(column))
        {
            roles |= OneOf(column, text, "a role", PersonWords.Roles) ?? People.Roles.None;
        }

        if (field(column).Length == 0)
        {
            Report(column, $"the roles are missing; write one or more of {Known(PersonWords.Roles)}, with ; between them");
        }

        return roles;
    }

    public Discipline? Discipline(string column) => OneOf(column, field(column), "a discipline", PersonWords.Disciplines);

    public ImmutableArray<UsState> States(string column)
    {
        var states = ImmutableArray.CreateBuilder<UsState>();
        foreach (var text in List(column))
        {
            if (!UsState.TryParse(text, out var state))
            {
                Report(column, $"{FileError.Quote(text)} is not a US state; write its two letters, like CA");
            }
            else if (!states.Contains(state))
            {
                states.Add(state);
            }
        }

        return states.ToImmutable();
    }

    public ImmutableHashSet<string> Topics(string column)
    {
        var topics = List(column).Select(text => text.ToLowerInvariant()).ToImmutableHashSet();
        foreach (var topic in topics)
        {
            Check(column, topic, 60);
        }

        return topics;
    }

    public DateTimeZone? Zone(string column)
    {
        var text = field(column);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        if (zone is null)
        {
            Report(column, $"{FileError.Quote(text)} is not a time zone; write its IANA name, like America/Los_Angeles");
        }

        return zone;
    }

    public WeeklyHours Hours(string column)
    {
        if (WeeklyHours.TryParse(field(column), out var hours, out var error))
        {
            return hours;
        }

        Report(column, error);
        return WeeklyHours.None;
    }

    public ImmutableArray<DateInterval> Away(string column)
    {
        var away = ImmutableArray.CreateBuilder<DateInterval>();
        foreach (var text in List(column))
        {
            var ends = text.Split('/');
            var first = LocalDatePattern.Iso.Parse(ends[0]);
            var last = LocalDatePattern.Iso.Parse(ends[^1]);
            if (ends.Length != 2 || !first.Success || !last.Success)
            {
                Report(column, $"{FileError.Quote(text)} is not a range of days; write the first and the last, like 2026-01-12/2026-01-16");
            }
            else if (last.Value < first.Value)
            {
                Report(column, $"{FileError.Quote(text)} ends before it begins; write the first day first");
            }
            else
            {
                away.Add(new DateInterval(first.Value, last.Value));
            }
        }

        return away.ToImmutable();
    }

    /// <returns>Null when the field is empty.</returns>
    public int? WholeNumber(string column, int most)
    {
        var text = field(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
        {
            Report(column, $"{FileError.Quote(text)} is not a whole number from 0 to {most}; leave it empty for no limit");
        }

        return number;
    }

    /// <summary>An empty flag is a "no": nobody is woken or put in charge of risk by leaving something out.</summary>
    public bool Flag(string column)
    {
        var text = field(column);
        var yes = text.Equals("yes", StringComparison.OrdinalIgnoreCase);
        if (!yes && text.Length > 0 && !text.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            Report(column, $"{FileError.Quote(text)} is neither yes nor no; write one of them");
        }

        return yes;
    }

    /// <summary>A day without a time is taken from its start in the person's zone.</summary>
    public Consent? Consent(string atColumn, string howColumn, int mostHow, DateTimeZone? zone)
    {
        var at = field(atColumn);
        var how = Words(howColumn, mostHow);
        if (at.Length == 0)
        {
            if (how.Length > 0)
            {
                Report(atColumn, $"{howColumn} says how consent was given, but not when; write the day, like 2026-01-05, or leave both empty");
            }

            return null;
        }

        if (how.Length == 0)
        {
            Report(howColumn, $"{atColumn} says when consent was given, but not how; write it, like onboarding form, or leave both empty");
        }

        var instant = OffsetDateTimePattern.ExtendedIso.Parse(at);
        var day = LocalDatePattern.Iso.Parse(at);
        if (!instant.Success && !day.Success)
        {
            Report(atColumn, $"{FileError.Quote(at)} is not a day or instant; write one like 2026-01-05 or 2026-01-05T10:00:00Z");
            return null;
        }

        return new Consent(instant.Success ? instant.Value.ToInstant() : day.Value.AtStartOfDayInZone(zone ?? DateTimeZone.Utc).ToInstant(), how);
    }

    private static string Known<T>(ImmutableArray<(string Word, T Value)> words) => string.Join(", ", words.Select(word => word.Word));

    private string[] List(string column) => field(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Check(string column, string text, int most)
    {
        if (PlainText.Trouble(text, most) is { } trouble)
        {
            Report(column, trouble);
        }
    }

    private PhoneNumber? PhoneOf(string column, string text)
    {
        if (PhoneNumber.TryParse(text, out var phone))
        {
            return phone;
        }

        Report(column, $"{FileError.Quote(text)} is not a phone number; write it like +14155550101");
        return null;
    }

    private T? OneOf<T>(string column, string text, string what, ImmutableArray<(string Word, T Value)> words)
        where T : struct
    {
        foreach (var (word, value) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Report(column, $"{FileError.Quote(text)} is not {what}; write one of {Known(words)}");
        return null;
    }
}
