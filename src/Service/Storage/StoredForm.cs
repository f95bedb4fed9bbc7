using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Storage;

/// <summary>
/// How what is stored is written: JSON with a version, one converter for each value type of the domain, and a name for each case of its unions.
/// </summary>
/// <remarks>
/// The domain knows nothing of this. Rows outlive deployments: a name that is written here stays readable, which tests with rows of every earlier version hold to.
/// </remarks>
public static class StoredForm
{
    /// <summary>The version that is written. Older ones are read.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameUnionCases, LeaveOutDerived, WriteRequired } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new TextConverter<Instant>(text => InstantPattern.ExtendedIso.Parse(text).Value, InstantPattern.ExtendedIso.Format),
            new TextConverter<Duration>(text => DurationPattern.Roundtrip.Parse(text).Value, duration => DurationPattern.Roundtrip.Format(duration)),
            new TextConverter<LocalDate>(text => LocalDatePattern.Iso.Parse(text).Value, date => LocalDatePattern.Iso.Format(date)),
            new TextConverter<DateInterval>(ParseDays, days => $"{LocalDatePattern.Iso.Format(days.Start)}/{LocalDatePattern.Iso.Format(days.End)}"),
            new TextConverter<DateTimeZone>(text => DateTimeZoneProviders.Tzdb[text], zone => zone.Id),
            new TextConverter<PhoneNumber>(PhoneNumber.Parse, phone => phone.Value),
            new TextConverter<PersonId>(text => new PersonId(text), person => person.Value),
            new TextConverter<ConsultId>(text => new ConsultId(text), consult => consult.Value),
            new TextConverter<UsState>(UsState.Parse, state => state.Code),
            new TextConverter<Letter>(text => new Letter(text[0]), letter => letter.ToString()),
            new TextConverter<WeeklyHours>(WeeklyHours.Parse, hours => hours.ToString()),
        },
    };

    /// <summary>The unions of the domain that are stored. Each case is written under its own name.</summary>
    private static readonly ImmutableArray<Type> Unions =
        [typeof(Stage), typeof(Effect), typeof(Message), typeof(ConsultEvent), typeof(Outgoing), typeof(PhoneEffect)];

    public static string Write<T>(T value) => JsonSerializer.Serialize(new Envelope<T>(Version, value), Options);

    /// <exception cref="NotSupportedException">The row was written by a later version.</exception>
    public static T Read<T>(string body)
    {
        var envelope = JsonSerializer.Deserialize<Envelope<T>>(body, Options)!;
        return envelope.V <= Version
            ? envelope.Value
            : throw new NotSupportedException($"This row is of version {envelope.V}; this program reads up to {Version}. Deploy the newer program again.");
    }

    private static void NameUnionCases(JsonTypeInfo info)
    {
        if (!Unions.Contains(info.Type))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var union in info.Type.GetNestedTypes().Where(nested => nested.IsSubclassOf(info.Type)))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(union, JsonNamingPolicy.CamelCase.ConvertName(union.Name)));
        }
    }

    /// <summary>What follows from other properties is not stored with them.</summary>
    private static void LeaveOutDerived(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i].Set is null && info.Properties[i].AssociatedParameter is null)
            {
                info.Properties.RemoveAt(i);
            }
        }
    }

    /// <summary>What has to be there to be read back is written even where it is the first of its kind, such as risk, now.</summary>
    private static void WriteRequired(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(property => property.IsRequired))
        {
            property.ShouldSerialize = (_, _) => true;
        }
    }

    private static DateInterval ParseDays(string text)
    {
        var ends = text.Split('/');
        return new DateInterval(LocalDatePattern.Iso.Parse(ends[0]).Value, LocalDatePattern.Iso.Parse(ends[1]).Value);
    }

    private sealed record Envelope<T>(int V, T Value);

    /// <summary>A value that is one word of text.</summary>
    private sealed class TextConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(format(value));
    }
}
