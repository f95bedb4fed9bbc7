using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Time;
using NodaTime;

namespace Curbside.Storage;

/// <summary>
/// What is stored comes back as it was, whatever case of whatever union it is; and rows that version 1 wrote stay readable. <c>rows-v1.txt</c> holds one row of
/// every case as it was written when the version was new: a line that can no longer be read means that a name was changed which rows out there still have.
/// </summary>
public class StoredFormTests
{
    public static TheoryData<string> Names => [.. Values().Select(value => value.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read_back(string name)
    {
        var (_, value, write, read, again) = Values().Single(item => item.Name == name);
        var body = write();
        var back = read(body);
        Assert.Equal(value.GetType(), back.GetType());
        Assert.Equal(body, again(back));
    }

    /// <summary>The file keeps every form that was ever written: a new one is added to it, and none is taken away.</summary>
    [Fact]
    public void What_is_written_is_in_the_file_of_rows()
    {
        var written = Values().Select(value => $"{value.Name} = {value.Write()}").ToList();
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "rows-v1.new"), written.Except(StoredRows()));
        Assert.Empty(written.Except(StoredRows()));
    }

    [Fact]
    public void Every_row_that_was_ever_written_is_read_and_means_the_same()
    {
        var values = Values().ToDictionary(value => value.Name);
        foreach (var row in StoredRows().Select(line => line.Split(" = ", 2)))
        {
            var (_, _, _, read, again) = values[row[0]];
            AssertHolds(JsonNode.Parse(row[1]), JsonNode.Parse(again(read(row[1]))), row[0]);
        }
    }

    private static string[] StoredRows() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Storage", "rows-v1.txt"));

    /// <summary>All that was there is there still; what is new beside it has its default.</summary>
    private static void AssertHolds(JsonNode? before, JsonNode? after, string where)
    {
        if (before is JsonObject properties)
        {
            foreach (var (name, value) in properties)
            {
                AssertHolds(value, (after as JsonObject)?[name], $"{where}.{name}");
            }
        }
        else if (before is JsonArray items)
        {
            Assert.True(items.Count == (after as JsonArray)?.Count, where);
            for (var i = 0; i < items.Count; i++)
            {
                AssertHolds(items[i], after![i], $"{where}[{i}]");
            }
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(before, after), where);
        }
    }

    [Fact]
    public void The_first_of_an_enumeration_is_read_back_too()
    {
        var request = new Request { Asker = new PersonId("person"), Kind = default, Urgency = default };
        Assert.Equal(request, StoredForm.Read<Request>(StoredForm.Write(request)));
    }

    [Fact]
    public void The_first_side_of_a_drill_is_not_taken_for_no_drill()
    {
        var use = new LetterUse(new Letter('A'), new ConsultId("consult"), Kind.Case, null, 1, 1, Instant.FromUtc(2026, 1, 5, 20, 0), Drill: DrillPart.Asker);
        Assert.Equal(DrillPart.Asker, StoredForm.Read<LetterUse>(StoredForm.Write(use)).Drill);
        Assert.Null(StoredForm.Read<LetterUse>(StoredForm.Write(use with { Drill = null })).Drill);
    }

    [Fact]
    public void A_row_of_a_later_version_is_refused_with_what_to_do()
    {
        var later = StoredForm.Write(5).Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal);
        var refused = Assert.Throws<NotSupportedException>(() => StoredForm.Read<int>(later));
        Assert.Contains("Deploy the newer program again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_a_row_does_not_have_yet_takes_its_default()
    {
        var phone = StoredForm.Read<Phone>("""{"v":1,"value":{"number":"+14155550101"}}""");
        Assert.Equal((false, 0, 0), (phone.Welcomed, phone.Fruitless, phone.Letters.Length));
    }

    [Fact]
    public void What_must_be_there_is_written_also_where_it_is_the_first_of_its_kind()
    {
        var request = StoredForm.Read<Request>(StoredForm.Write(new Request { Asker = new PersonId("maya"), Kind = Kind.Risk, Urgency = Urgency.Now }));
        Assert.Equal((Kind.Risk, Urgency.Now), (request.Kind, request.Urgency));
    }

    private static IEnumerable<(string Name, object Value, Func<string> Write, Func<string, object> Read, Func<object, string> Again)> Values()
    {
        foreach (var type in new[] { typeof(Stage), typeof(Effect), typeof(Message), typeof(ConsultEvent), typeof(Outgoing), typeof(PhoneEffect) })
        {
            foreach (var union in type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).OrderBy(nested => nested.Name))
            {
                yield return Of($"{type.Name}.{union.Name}", type, Make.Value(union));
            }
        }

        foreach (var type in new[] { typeof(Consult), typeof(Phone), typeof(Person), typeof(Reach), typeof(Request) })
        {
            yield return Of(type.Name, type, Make.Value(type));
        }
    }

    private static (string, object, Func<string>, Func<string, object>, Func<object, string>) Of(string name, Type type, object value)
    {
        var write = typeof(StoredForm).GetMethod(nameof(StoredForm.Write))!.MakeGenericMethod(type);
        var read = typeof(StoredForm).GetMethod(nameof(StoredForm.Read))!.MakeGenericMethod(type);
        return (name, value, () => Written(value), body => read.Invoke(null, [body])!, Written);

        string Written(object what) => (string)write.Invoke(null, [what])!;
    }

    /// <summary>Makes a value of a type with nothing in it left at its default.</summary>
    private static class Make
    {
        private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 20, 0);

        private static readonly Dictionary<Type, object> Known = new()
        {
            [typeof(string)] = "words with \"quotes\" and é",
            [typeof(int)] = 7,
            [typeof(bool)] = true,
            [typeof(Instant)] = Noon + Duration.FromTicks(1),
            [typeof(Duration)] = Duration.FromMinutes(90),
            [typeof(LocalDate)] = new LocalDate(2026, 3, 8),
            [typeof(DateInterval)] = new DateInterval(new LocalDate(2026, 1, 12), new LocalDate(2026, 1, 16)),
            [typeof(DateTimeZone)] = DateTimeZoneProviders.Tzdb["America/Denver"],
            [typeof(PhoneNumber)] = PhoneNumber.Parse("+14155550101"),
            [typeof(PersonId)] = new PersonId("person"),
            [typeof(ConsultId)] = new ConsultId("consult"),
            [typeof(UsState)] = UsState.Parse("CA"),
            [typeof(Letter)] = new Letter('C'),
            [typeof(WeeklyHours)] = WeeklyHours.Parse("Mon-Fri 09:00-17:00; Fri 22:00-06:00"),
        };

        public static object Value(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (Known.TryGetValue(type, out var known))
            {
                return known;
            }

            if (type.IsEnum)
            {
                return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
            }

            if (type.IsGenericType)
            {
                return Collection(type);
            }

            if (type.IsAbstract)
            {
                return Value(type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)).OrderBy(nested => nested.Name).First());
            }

            var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
            var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                property.SetValue(made, Value(property.PropertyType));
            }

            return made;
        }

        private static object Collection(Type type)
        {
            var items = type.GetGenericArguments().Select(Value).ToArray();
            var definition = type.GetGenericTypeDefinition();
            return definition == typeof(ImmutableArray<>) ? Call(typeof(ImmutableArray), nameof(ImmutableArray.Create), 1, type, items)
                : definition == typeof(ImmutableHashSet<>) ? Call(typeof(ImmutableHashSet), nameof(ImmutableHashSet.Create), 1, type, items)
                : definition == typeof(ImmutableDictionary<,>) ? Dictionary(type, items)
                : throw new InvalidOperationException($"No sample of {type}.");
        }

        private static object Call(Type factory, string name, int parameters, Type type, object[] items) => factory.GetMethods()
            .Single(method => method.Name == name && method.GetGenericArguments().Length == 1 && method.GetParameters() is var all
                && all.Length == parameters && all[0].ParameterType.IsGenericParameter)
            .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, items)!;

        private static object Dictionary(Type type, object[] items)
        {
            var empty = type.GetField("Empty")!.GetValue(null)!;
            return type.GetMethod("SetItem")!.Invoke(empty, items)!;
        }
    }
}
