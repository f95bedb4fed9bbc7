using System.Collections.Frozen;
using Curbside.Consults;
using NodaTime;

namespace Curbside.Messages;

/// <summary>What people say of themselves and of the line, in their own words: that they need somebody, are not well, have moved, want fewer offers.</summary>
internal static class LineSayings
{
    private static readonly Phrasebook Wanting = new(
        acrossPauses: false,
        "need|want|like|looking|hoping|trying|love to|for? talk|speak|consult|discuss|run|think|process|staff|debrief",
        "need|want|like|looking|hoping|trying|get|request|requesting|have for|to|get|a|an|some? a|an|some|another|my? consult|consultation|colleague|supervisor|supervision|advice|guidance|input|opinion|support|sounding|consultant|prescriber|psychiatrist",
        "need|want|get|looking|have for|to|a|get? a? second opinion",
        "second opinion on|about|please",
        "need|want|get|could|can use? some? help with|on|about|from",
        "need|want help now|today|asap|please? $",
        "need|want|get|is|looking for|there|to? someone|somebody|anyone|anybody to|who|free|available|i? talk|speak|consult|call|can|could|to|free|available",
        "can|could|would|will|is|may i|we|someone|somebody|anyone|anybody|you talk|speak|consult|call|discuss|run|get|help|available|free to|with|me|by|something|a|about|on|please? someone|somebody|anyone|colleague|you|a|me|about|second|consult|please|with?",
        "can i ask|get|have a|someone|some|about",
        "question|questions about|on|for|regarding a|my|an? client|clients|patient|med|meds|medication|case",
        "consult about|on|for|please|today|now|tomorrow|needed",
        "case consult|question",
        "anyone|someone|somebody free|available|around to|for|today|now");

    private static readonly Phrasebook Unwell = new(
        acrossPauses: true,
        "im|i am|feel|feeling|feelin? really|so|just|very|totally|completely? not|falling|overwhelmed|struggling|drowning|exhausted|burnt|burned|burning|burnout|spent|losing|shaken|breaking|crying|sobbing|devastated|panicking|spiraling|depressed|hopeless|numb|wrecked|done ok|okay|well|alright|all|good|apart|it|out|down|up|right|fine?",
        "im a mess|wreck",
        "i cant|cannot cope|handle this|it|crying?",
        "cant cope",
        "hard|rough|terrible|awful|bad time|day|week|session today|lately|right? $",
        "having a hard|rough|bad|terrible time|day|week",
        "not doing ok|okay|well|great|good",
        "not ok|okay $",
        "panic attack");

    private static readonly Phrasebook MovedAway = new(
        acrossPauses: true,
        "i|ive have|just|already? left|quit|resigned|retired from? the|this|bay? practice|group|clinic|agency|company",
        "i am|im leaving|retiring|retired from? the|this? practice|group|clinic|agency|company?",
        "im no longer with|at|working",
        "i no longer work|am",
        "i dont work there|here anymore",
        "left the practice|group|clinic|agency");

    private static readonly Phrasebook NewNumber = new(
        acrossPauses: true,
        "my|the phone|cell|mobile? number has|is|will? changed|changing|change|new",
        "new phone|number|cell number|is|who?",
        "i|ive have|got|changed|changing|switched a|my|new? new|phone|cell|number phone|number|cell?",
        "this is my new number|phone|cell",
        "please? update my number|phone|cell",
        "changed my? number|phone|numbers");

    private static readonly Phrasebook Wrong = new(
        acrossPauses: true,
        "wrong number|person",
        "you have|got the? wrong",
        "i think you have the wrong",
        "not the|this|that? right? person|dr|doctor you");

    /// <summary>Until when somebody wants no offers.</summary>
    private static readonly Phrasebook Until = new(
        acrossPauses: true,
        "on|im|i am? on|away|off|out|gone|traveling|travelling? vacation|holiday|leave|pto|break|maternity|sick|parental? leave? until|till|til|through|thru|back",
        "away|off|out|gone|traveling|unavailable until|till|til|through|thru",
        "im|i am? away|off|out|gone|traveling|unavailable|not available? until|till|til|through|thru",
        "do not|dont disturb|text|ask|message|contact me? until|till|til",
        "dont disturb|text|ask|message|contact me? until|till|til",
        "no more? offers|texts|messages|asks|consults|requests|pings until|till|til|before",
        "pause|hold|stop me|offers|texts|it|everything? until|till|til",
        "back|returning on|in?");

    private static readonly Phrasebook ForToday = new(
        acrossPauses: true,
        "stop|pause|quit|hold it|all|texts|texting|offers|me|sending? for today|tonight|now",
        "stop|pause|quit|hold texts|texting|offers|sending? today|tonight",
        "no more for? today|tonight",
        "no more offers|texts|consults|asks for? today|tonight",
        "thats it|enough|all for today|tonight",
        "enough for today|tonight",
        "stop for the day|night",
        "im done|off|finished for today|tonight|the|now day|night?",
        "i am done|off|finished for today|tonight|the|now day|night?",
        "im unavailable for the rest of the day");

    private static readonly Phrasebook Fewer = new(
        acrossPauses: true,
        "i dont|do|no|wont|cant|not not|longer|do|take|answer|want|like? do|take|answer|want|handle? any|more? ",
        "dont|do|stop|please|no|not not|ask|asking|send|sending|text|texting|call|more|offer|offering|do|take|put|give? me|ask|send|text|offer|any|more? ",
        "take me off the|your list|rotation for",
        "off the list|rotation for",
        "no more");

    private static readonly FrozenSet<string> SpanishWords = FrozenSet.Create(
        "necesito", "hablar", "alguien", "ayuda", "ayudar", "hola", "gracias", "favor", "quiero", "puede", "pueden", "puedo", "llamar", "llamame", "con", "para", "una", "que", "como", "estoy", "mi", "cliente", "paciente", "por",
        "no", "entiendo", "ingles", "inglés", "espanol", "español", "soy", "tengo", "esta", "está", "es", "el", "la", "los", "las", "un", "de", "usted", "buenos", "buenas", "dias", "días", "tardes", "noches", "quien", "quién", "necesita", "mal", "me", "siento", "urgente", "consulta");

    private static readonly FrozenSet<string> OnlySpanish = FrozenSet.Create(
        "necesito", "hablar", "alguien", "ayuda", "hola", "gracias", "quiero", "puede", "pueden", "puedo", "llamar", "llamame", "estoy", "cliente", "paciente", "entiendo", "espanol", "español", "tengo", "está", "usted", "buenos", "buenas",
        "quién", "necesita", "siento", "urgente", "consulta", "ingles", "inglés");

    private static readonly FrozenSet<string> Meds = FrozenSet.Create("med", "meds", "medication", "medications", "medicine", "prescriber", "psychiatrist", "rx", "dose", "dosage", "ssri", "lithium");
    private static readonly FrozenSet<string> Clients = FrozenSet.Create("client", "clients", "patient", "patients", "case", "pt", "couple", "family", "kid", "teen");
    private static readonly FrozenSet<string> Risks = FrozenSet.Create("risk", "unsafe", "safety", "danger", "suicidal", "suicide", "hurt", "harm");

    /// <summary>Null if the text says none of this.</summary>
    public static Meaning? Read(Words words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        return (Meaning?)Pause(words)
            ?? FewerOffers(words)
            ?? (IsWhole(Wrong, words, slack: 6) ? new Meaning.RosterNews(RosterChange.WrongNumber) : null)
            ?? (IsWhole(NewNumber, words, slack: 8) ? new Meaning.RosterNews(RosterChange.NumberChanged) : null)
            ?? (IsWhole(MovedAway, words, slack: 6) ? new Meaning.RosterNews(RosterChange.LeftPractice) : null)
            ?? (Wanting.In(words).Any() ? Wants(words) : null)
            ?? (Unwell.In(words).Any() ? new Meaning.NotWell() : null)
            ?? (IsSpanish(words) ? new Meaning.Spanish() : (Meaning?)null);
    }

    /// <summary>Whether somebody speaks of a client.</summary>
    public static bool SpeaksOfClient(Words words) => Enumerable.Range(0, words.Count).Any(at => Clients.Contains(words.Text(at)));

    private static bool IsWhole(Phrasebook phrases, Words words, int slack) =>
        phrases.In(words).Any(found => words.Count - (found.End.Value - found.Start.Value) <= slack) && !words.Body.Contains("n't", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpanish(Words words)
    {
        var all = Enumerable.Range(0, words.Count).Select(words.Text).ToList();
        return all.Exists(OnlySpanish.Contains) && 2 * all.Count(SpanishWords.Contains) >= all.Count;
    }

    private static Meaning.Wants Wants(Words words)
    {
        var all = Enumerable.Range(0, words.Count).Select(words.Text).ToList();
        Kind? kind = all.Exists(Risks.Contains) ? Kind.Risk
            : all.Exists(Meds.Contains) ? Kind.Medication
            : all.Contains("opinion") ? Kind.SecondOpinion
            : all.Exists(Clients.Contains) ? Kind.Case
            : all.Contains("myself") ? Kind.Support
            : null;
        Urgency? urgency = all.Exists(word => word is "now" or "asap" or "urgent" or "urgently" or "immediately") ? Urgency.Now
            : all.Exists(word => word is "today" or "tonight") ? Urgency.Today
            : all.Contains("tomorrow") || all.Contains("week") ? Urgency.ThisWeek
            : null;
        return new Meaning.Wants(kind, urgency);
    }

    private static Meaning.PauseUntil? Pause(Words words)
    {
        var at = SmallWords.SkipCourtesies(words, 0);
        if (ForToday.EndsOf(words, at).Any(end => SmallWords.SkipCourtesies(words, end) == words.Count))
        {
            return new Meaning.PauseUntil(new TimeExpression.Clock(new DayWord(null, 1), 8, 0, HalfKnown: true));
        }

        foreach (var end in Until.EndsOf(words, at))
        {
            if (TimeWords.Behind(words, end) is { } time && SmallWords.SkipCourtesies(words, time.End) == words.Count && IsUntil(words, at, end))
            {
                return new Meaning.PauseUntil(time.Time);
            }
        }

        return null;
    }

    /// <summary>A word that says until when stands before the time: "until", "back monday".</summary>
    private static bool IsUntil(Words words, int at, int end) =>
        words.Text(end - 1) is "until" or "till" or "til" or "through" or "thru" or "before" or "back" or "returning" || (words.Text(end - 1) is "on" or "in" && words.Text(at) is "back" or "returning");

    private static Meaning.FewerOffers? FewerOffers(Words words)
    {
        var at = SmallWords.SkipCourtesies(words, 0);
        foreach (var found in Fewer.EndsOf(words, at))
        {
            var rest = Enumerable.Range(found, words.Count - found).Select(words.Text).ToList();
            if (rest.Count is 0 or > 8)
            {
                continue;
            }

            IsoDayOfWeek? day = Enumerable.Range(found, words.Count - found).Select(place => WeekdayAt(words, place)).FirstOrDefault(weekday => weekday is not null);
            Kind? kind = rest.Exists(word => word is "med" or "meds" or "medication" or "medications") ? Kind.Medication
                : rest.Contains("risk") ? Kind.Risk
                : rest.Exists(word => word is "observation" or "observations" or "observe") ? Kind.Observation
                : rest.Contains("support") ? Kind.Support
                : rest.Exists(word => word is "opinions" or "opinion") ? Kind.SecondOpinion
                : rest.Contains("cases") ? Kind.Case
                : null;
            if (day is not null || kind is not null)
            {
                return new Meaning.FewerOffers(day is null ? kind : null, day);
            }
        }

        return null;
    }

    /// <summary>"fridays" is every Friday; "friday" alone is only the next.</summary>
    private static IsoDayOfWeek? WeekdayAt(Words words, int at) => words.Text(at) switch
    {
        "mondays" => IsoDayOfWeek.Monday,
        "tuesdays" => IsoDayOfWeek.Tuesday,
        "wednesdays" => IsoDayOfWeek.Wednesday,
        "thursdays" => IsoDayOfWeek.Thursday,
        "fridays" => IsoDayOfWeek.Friday,
        "saturdays" => IsoDayOfWeek.Saturday,
        "sundays" => IsoDayOfWeek.Sunday,
        _ => null,
    };
}
