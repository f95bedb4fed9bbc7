using System.Collections.Immutable;
using Curbside.Files;
using Curbside.People;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Consults;

/// <summary>Reads the request form. Every wrong field is found at once.</summary>
/// <remarks>
/// Anyone can type a phone number, so nothing here depends on whose it is unless the browser is known as that person's: a request that is read
/// the same way for everyone tells nobody who is on the roster. The practice's clock stands in for the asker's until then.
/// </remarks>
public static class RequestForm
{
    private const int MostTimes = 10;
    private const int MostTopics = 10;
    private const int LongestTopic = 40;

    /// <param name="known">Whose browser it is; null for one that nobody knows.</param>
    public static RequestReading Read(ILookup<string, string> typed, Person? known, Policy policy, Instant now)
    {
        var fields = new FormFields(typed);
        var phone = ReadPhone(fields);
        var zone = known is not null && known.Phone == phone ? known.Zone : policy.Practice.Zone;
        var kind = fields.NeededChoice<Kind>(FormField.Kind, KindNames.TryParseKind, KindNames.Name);
        var urgency = fields.NeededChoice<Urgency>(FormField.Urgency, KindNames.TryParseUrgency, KindNames.Name);
        if (kind == Kind.Risk && urgency == Urgency.ThisWeek)
        {
            fields.Wrong(
                FormField.Urgency,
                "A client who may be unsafe cannot wait for this week. Choose now or today, or another kind if nobody may be unsafe.");
        }

        var modality = ReadModality(fields, urgency);
        var state = ReadState(fields, kind);
        var topics = ReadTopics(fields);
        var when = ReadWhen(fields, urgency, zone, now);
        var consent = ReadConsentDate(fields, kind, now.InZone(zone).Date);
        var question = ReadQuestion(fields);
        return fields.AreGood
            ? new RequestReading.Accepted(
                phone!.Value,
                new RequestDraft
                {
                    Kind = kind!.Value,
                    Urgency = urgency!.Value,
                    ClientState = state,
                    Topics = topics,
                    Modality = modality,
                    When = when,
                    ConsentDate = consent,
                },
                question)
            : new RequestReading.Refused(fields.Errors);
    }

    private static PhoneNumber? ReadPhone(FormFields fields)
    {
        if (fields.One(FormField.Phone) is not { } text)
        {
            fields.Wrong(FormField.Phone, "Type your own mobile number, the one that the practice texts you on.");
            return null;
        }

        if (PhoneNumber.TryParse(text, out var phone))
        {
            return phone;
        }

        fields.Wrong(
            FormField.Phone,
            $"{FileError.Quote(text)} is not a phone number. Type it like 415-555-0123; outside North America begin with + and the country code.");
        return null;
    }

    private static Modality ReadModality(FormFields fields, Urgency? urgency)
    {
        var modality = fields.Choice<Modality>(FormField.Modality, KindNames.TryParseModality, KindNames.Name) ?? Modality.Phone;
        if (urgency == Urgency.Now && modality != Modality.Phone)
        {
            fields.Wrong(FormField.Modality, "Now means a call within 10 minutes. Choose phone, or today instead of now.");
        }

        return modality;
    }

    private static UsState? ReadState(FormFields fields, Kind? kind)
    {
        if (fields.One(FormField.ClientState) is not { } text)
        {
            return null;
        }

        if (kind is { } known && !known.IsClinical())
        {
            fields.Wrong(FormField.ClientState, "Support is about you and not about a client. Leave the client's state out.");
        }

        if (UsState.TryParse(text, out var state))
        {
            return state;
        }

        fields.Wrong(FormField.ClientState, $"{FileError.Quote(text)} is not a US state. Write its two letters, like CA, or leave it out.");
        return null;
    }

    private static ImmutableArray<string> ReadTopics(FormFields fields)
    {
        ImmutableArray<string> topics = [.. fields.All(FormField.Topic).Select(topic => topic.ToLowerInvariant()).Distinct()];
        if (topics.Length > MostTopics)
        {
            fields.Wrong(FormField.Topic, $"These are {topics.Length} topics. Name at most {MostTopics}.");
        }

        foreach (var trouble in topics.Select(topic => PlainText.Trouble(topic, LongestTopic)).OfType<string>())
        {
            fields.Wrong(FormField.Topic, $"{trouble}.");
        }

        return topics;
    }

    private static ImmutableArray<DesiredTime> ReadWhen(FormFields fields, Urgency? urgency, DateTimeZone zone, Instant now)
    {
        var texts = fields.All(FormField.When);
        if (urgency == Urgency.Now && !texts.IsEmpty)
        {
            fields.Wrong(FormField.When, "Now means a call within 10 minutes. Leave the times out, or choose today or this week.");
        }

        if (texts.Length > MostTimes)
        {
            fields.Wrong(FormField.When, $"These are {texts.Length} times. Name at most {MostTimes}.");
            return [];
        }

        var times = ImmutableArray.CreateBuilder<DesiredTime>();
        foreach (var text in texts)
        {
            times.Add(DesiredTime.Read(text, zone, now, out var trouble));
            if (trouble is not null)
            {
                fields.Wrong(FormField.When, trouble);
            }
        }

        return times.ToImmutable();
    }

    private static LocalDate? ReadConsentDate(FormFields fields, Kind? kind, LocalDate today)
    {
        var text = fields.One(FormField.ConsentDate);
        if (text is null)
        {
            if (kind == Kind.Observation)
            {
                fields.Wrong(FormField.ConsentDate, "An observation needs your client's written consent. Give the date of it, like 2026-01-05.");
            }

            return null;
        }

        if (kind is not null and not Kind.Observation)
        {
            fields.Wrong(FormField.ConsentDate, "Only an observation needs a date of consent. Leave it out, or choose observation.");
        }

        if (LocalDatePattern.Iso.Parse(text) is not { Success: true, Value: var date })
        {
            fields.Wrong(FormField.ConsentDate, $"{FileError.Quote(text)} is not a date. Write it like 2026-01-05.");
            return null;
        }

        if (date > today)
        {
            fields.Wrong(FormField.ConsentDate, $"{text} is still to come. Ask when your client has consented in writing, and give that date.");
        }

        return date;
    }

    private static string? ReadQuestion(FormFields fields)
    {
        var confirmed = fields.One(FormField.NotIdentifying);
        if (confirmed is not (null or "yes"))
        {
            fields.Wrong(FormField.NotIdentifying, "Send yes once you have checked that the question identifies nobody, or leave it out.");
        }

        var words = WrittenWords.Read(fields.One(FormField.Question), identifiesNobody: confirmed == "yes");
        foreach (var error in words.Errors)
        {
            fields.Wrong(FormField.Question, error);
        }

        return words.Text;
    }
}
