using System.Collections.Immutable;
using Curbside.Files;
using NodaTime;

namespace Curbside.Consults;

/// <summary>Reads the paces of a policy. An entry changes only what it names, first those for "others", then those for one kind.</summary>
internal sealed class PaceReader(Policy? defaults, List<FileError> errors)
{
    private const string Others = "others";

    private static readonly ImmutableArray<Kind> OtherKinds = [.. Enum.GetValues<Kind>().Except([Kind.Risk])];
    private static readonly string KindForm = $"a kind; write one of {string.Join(", ", Enum.GetValues<Kind>().Select(KindNames.Name))} or {Others}";
    private static readonly string UrgencyForm = $"an urgency; write one of {string.Join(", ", Enum.GetValues<Urgency>().Select(KindNames.Name))}";

    public ImmutableDictionary<(Kind Kind, Urgency Urgency), Pace> Read(LocatedJson.Array json)
    {
        var entries = json.Items.Select(ReadEntry).OfType<Entry>().ToImmutableArray();
        foreach (var twice in entries.GroupBy(entry => (entry.KindWord, entry.Urgency)).Where(group => group.Count() > 1))
        {
            Report(twice.Last().Json, $"{twice.Key.KindWord} {twice.Key.Urgency.Name()} is on line {twice.First().Json.Line} already; write it once");
        }

        var paces = defaults?.Paces ?? ImmutableDictionary<(Kind, Urgency), Pace>.Empty;
        var wanted = entries.SelectMany(entry => entry.Kinds.Select(kind => (Kind: kind, entry.Urgency))).Distinct();
        return paces.SetItems(wanted.Select(key => KeyValuePair.Create(key, Merge(key.Kind, key.Urgency, entries))));
    }

    private Entry? ReadEntry(LocatedJson json)
    {
        if (json is not LocatedJson.Object entry)
        {
            Report(json, $"{json.Shown} is not a pace; write an object like {{ \"kind\": \"case\", \"urgency\": \"now\", \"hold\": \"5 min\" }}");
            return null;
        }

        var errorsBefore = errors.Count;
        var section = new JsonSection<Pace>(entry, null, errors);
        var kinds = section.Text<ImmutableArray<Kind>>("kind", KindForm, TryKinds, _ => default);
        var urgency = section.Text<Urgency>("urgency", UrgencyForm, KindNames.TryParseUrgency, _ => default);
        if (errors.Count > errorsBefore)
        {
            return null;
        }

        if (kinds.Contains(Kind.Risk) && urgency == Urgency.ThisWeek)
        {
            Report(entry, "risk this week is refused: a client who may be unsafe cannot wait for days; write today, or another kind");
            return null;
        }

        return new Entry(entry, kinds, urgency);
    }

    private static bool TryKinds(string text, out ImmutableArray<Kind> kinds)
    {
        var others = text.Equals(Others, StringComparison.OrdinalIgnoreCase);
        var known = KindNames.TryParseKind(text, out var kind);
        kinds = others ? OtherKinds : [kind];
        return others || known;
    }

    private Pace Merge(Kind kind, Urgency urgency, ImmutableArray<Entry> entries)
    {
        var errorsBefore = errors.Count;
        var those = entries
            .Where(entry => entry.Urgency == urgency && entry.Kinds.Contains(kind))
            .OrderByDescending(entry => entry.Kinds.Length)
            .ToArray();
        var pace = those.Aggregate(defaults?.PaceOf(kind, urgency), (before, entry) => ReadPace(entry, kind, before))!;
        if (errors.Count == errorsBefore)
        {
            CheckOrder(pace, those[^1].Json);
        }

        return pace;
    }

    private Pace ReadPace(Entry entry, Kind kind, Pace? before)
    {
        var section = new JsonSection<Pace>(entry.Json, before, errors);
        section.Know(["kind", "urgency"]);
        var pace = new Pace(
            section.WholeNumber("asked_at_once", 1, 50, pace => pace.AskedAtOnce),
            section.Text("next_wave_after", PolicyTexts.WaitForm, PolicyTexts.TryWait, pace => pace.NextWaveAfter),
            section.Value("promise", new PromiseReader(errors).Read, pace => pace.Promise),
            ReadLength(section, entry, kind, before),
            section.Text("hold", PolicyTexts.WaitForm, PolicyTexts.TryWait, pace => pace.Hold))
        {
            WaitSkipsQuietHours = section.Flag("wait_skips_quiet_hours", pace => pace.WaitSkipsQuietHours),
        };
        section.Close();
        return pace;
    }

    /// <summary>A length is one for every kind of the entry, or an object with one for each.</summary>
    private Duration ReadLength(JsonSection<Pace> section, Entry entry, Kind kind, Pace? before)
    {
        if (entry.Json["length"] is not LocatedJson.Object byKind)
        {
            return section.Text("length", PolicyTexts.LengthForm, PolicyTexts.TryLength, pace => pace.Length);
        }

        section.Know(["length"]);
        var lengths = new JsonSection<Pace>(byKind, before, errors);
        lengths.Know(entry.Kinds.Select(KindNames.Name));
        var length = lengths.Text(kind.Name(), PolicyTexts.LengthForm, PolicyTexts.TryLength, pace => pace.Length);
        lengths.Close();
        return length;
    }

    private void CheckOrder(Pace pace, LocatedJson entry)
    {
        var promised = ShortestPromise(pace.Promise);
        if (promised < pace.NextWaveAfter)
        {
            Report(entry, $"the promise of {PolicyTexts.Written(promised)} would be over before the next wave is asked after "
                + $"{PolicyTexts.Written(pace.NextWaveAfter)}; make next_wave_after shorter, or promise later");
        }

        if (promised < pace.Hold)
        {
            Report(entry, $"the promise of {PolicyTexts.Written(promised)} would be over before a hold of {PolicyTexts.Written(pace.Hold)}; "
                + "make hold shorter, or promise later");
        }
    }

    /// <remarks>
    /// A promise for a weekday is shortest when asked just before midnight. One for the same day gets shorter in the evening, and waves and holds
    /// are cut off by it.
    /// </remarks>
    private static Duration ShortestPromise(PromiseRule promise) => promise switch
    {
        PromiseRule.After after => after.Wait,
        PromiseRule.SameDay sameDay => sameDay.Wait,
        PromiseRule.Weekday weekday => Duration.FromDays(weekday.WeekdaysAfter - 1) + Duration.FromNanoseconds(weekday.At.NanosecondOfDay),
        _ => throw new ArgumentOutOfRangeException(nameof(promise)),
    };

    private void Report(LocatedJson json, string text) => errors.Add(new FileError(json.Line, json.Path, text));

    private sealed record Entry(LocatedJson.Object Json, ImmutableArray<Kind> Kinds, Urgency Urgency)
    {
        public string KindWord => Kinds.Length > 1 ? Others : Kinds[0].Name();
    }
}
