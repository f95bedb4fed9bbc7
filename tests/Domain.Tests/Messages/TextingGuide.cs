using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Tests.Consults;
using NodaTime;

namespace Curbside.Tests.Messages;

/// <summary>Makes docs/texting.md: the questions come from real decisions, and the words from the reader itself.</summary>
internal static class TextingGuide
{
    private const int MaxWords = 8;
    private const int MaxAlternatives = 4;

    private static readonly Letter A = new('A');

    /// <summary>One question as it was put, and when.</summary>
    internal sealed record Asked(string Name, Message Message, Question Question, LetterBrief? Brief, Instant At);

    private static readonly ImmutableArray<(string Text, Type Meaning, string Does)> Commands =
    [
        ("ASK", typeof(Meaning.Ask), "Begins a request, step by step."),
        ("ASK MED TODAY TX", typeof(Meaning.Ask), "Begins it at once: what it is about, how soon, and the client's state, in any order."),
        ("?", typeof(Meaning.WhatIsOpen), "Lists what is open."),
        ("X A", typeof(Meaning.CallOff), "Withdraws or calls off the consult with the letter A."),
        ("R A", typeof(Meaning.OtherTime), "Asks for another time for it."),
        ("PAUSE 14", typeof(Meaning.Pause), "No offers for 14 days. What is booked stays."),
        ("RESUME", typeof(Meaning.Resume), "Offers come again."),
        ("SLEEP", typeof(Meaning.Sleep), "No calls at night."),
        ("WAKE", typeof(Meaning.Wake), "Calls at night again, if you agreed to them."),
        ("JOIN", typeof(Meaning.Join), "You agree to be texted."),
        ("HELP", typeof(Meaning.Help), "What this line is, and the office's number."),
        ("STOP", typeof(Meaning.OptOut), "No more texts."),
        ("START", typeof(Meaning.OptIn), "Texts again after STOP."),
        ("DRILL", typeof(Meaning.Drill), "For managers: tries the line out on one phone."),
    ];

    public static string Write() => string.Join('\n', (string[])
    [
        "# What you can text",
        "",
        "<!-- Made from the code by TextingGuideTests. Change the code, run the tests, and put the new file in the place of this one. -->",
        "",
        "The line reads short texts. Case, spaces, punctuation and thanks do not matter. It acts only on what it understands, and asks back about the rest.",
        "Write no names and nothing about a client in a text: your question goes on your page, behind a link.",
        "",
        "In danger, call 911. It reaches the area that you call from: for a client elsewhere, ask it to transfer you. Call 988 at any time, or text it if you cannot talk.",
        "",
        "## Commands",
        "",
        "| text | what it does |",
        "|---|---|",
        .. Commands.Select(command => $"| `{command.Text}` | {command.Does} |"),
        "",
        "## Asking",
        "",
        "Behind ASK, each of these may stand in any order. What is not understood is said back to you.",
        "",
        "| part | for | words |",
        "|---|---|---|",
        .. Enum.GetValues<Kind>().Select(kind => $"| what it is about | {Plain(kind.Name())} | {Listed(CommandWords.WordsFor(kind))} |"),
        .. AskReader.Urgencies.Select(row => $"| how soon | {Plain(row.Urgency.Name())} | {Listed(Simple(row.Words.Phrases).Where(words => Says(words, row.Urgency)).Take(MaxWords))} |"),
        "| the client's state | | two letters or the name, also misspelt by one letter: `TX`, `in texas`, `client in NV` |",
        "",
        "Without a state, the state that you are licensed in is meant. If you are licensed in several, you are asked; a risk begins at once in the first and tells you so.",
        "",
        "## Questions",
        "",
        "Each question shows numbered answers. The letter names the consult. You may leave it out while only one question is open. The words below are examples: there are more.",
        "",
        .. Questions().SelectMany(Section),
    ]).TrimEnd('\n') + "\n";

    /// <summary>Each command is one: an example in the table that the reader does not understand fails the test.</summary>
    public static IEnumerable<(string Text, Type Expected, Type? Read)> CommandsAsRead() =>
        Commands.Select(command => (command.Text, command.Meaning, Grammar.Read(command.Text).Meanings.FirstOrDefault()?.GetType()));

    /// <summary>The messages whose questions are in the guide.</summary>
    public static IEnumerable<Type> Explained() => Questions().Select(asked => asked.Message.GetType()).Distinct();

    private static bool Says(string words, Urgency urgency) =>
        Grammar.Read($"ASK CASE {words}").Meanings.OfType<Meaning.Ask>().Any(ask => ask.Urgency == urgency && ask.Left is null);

    private static IEnumerable<string> Section(Asked asked)
    {
        var numbers = Enumerable.Range(1, asked.Question.Numbered.Length).ToImmutableArray();
        var context = new WordingContext(
            "Bay Curbside", DateTimeZoneProviders.Tzdb["America/Los_Angeles"], asked.At, A, numbers, asked.Question.None is not null, LinkLength: 51);
        yield return $"### {Title(asked)}";
        yield return "";
        yield return $"> {Wording.Text(asked.Message, context)}";
        yield return "";
        yield return "| answer | also understood |";
        yield return "|---|---|";
        var understood = Understood(asked);
        foreach (var (answer, index) in asked.Question.Numbered.Select((answer, index) => (answer, index)))
        {
            yield return $"| `A{index + 1}` | {Listed(understood[answer])} |";
        }

        if (asked.Question.None is { } none)
        {
            yield return $"| `A0` | {Listed(understood[none])} |";
        }

        foreach (var remark in Remarks(asked))
        {
            yield return $"| {remark.Key} | {Listed(remark.Take(MaxWords))} |";
        }

        yield return "";
        yield return $"{(asked.Question.TakesTime ? "You may text another time: `A 5:15p`, `in 45`, `tomorrow 9am`. " : "")}{Lapses(asked)}";
        yield return "";
    }

    private static string Lapses(Asked asked) => asked.Question.Until is { } until
        ? $"It lapses after {(until - asked.At).TotalMinutes:0} minutes in this example."
        : "It stays open until the consult moves on.";

    /// <summary>Runs every phrase that the reader knows against the question.</summary>
    private static ILookup<Answer, string> Understood(Asked asked) => (
        from words in Candidates.Value
        where Against(words, asked) is Understanding.Answers { All: [_] }
        let answer = ((Understanding.Answers)Against(words, asked)).All[0].Answer
        group words by answer into said
        from words in said.Take(MaxWords)
        select (said.Key, words)).ToLookup(pair => pair.Key, pair => pair.words);

    private static IEnumerable<IGrouping<string, string>> Remarks(Asked asked) =>
        from words in Candidates.Value
        let remark = Against(words, asked) as Understanding.Remarks
        where remark is not null
        group words by Plain(JsonNamingPolicy.KebabCaseLower.ConvertName(remark.What.ToString()));

    private static Understanding Against(string words, Asked asked)
    {
        var reading = Grammar.Read(words);
        return reading.Kept is null
            ? Understanding.Of(reading, [new OpenQuestion(A, asked.Question, 1, Closed: false, asked.Brief)], asked.At, DateTimeZoneProviders.Tzdb["America/Los_Angeles"])
            : new Understanding.NotUnderstood();
    }

    /// <summary>A plain form of every phrase in every phrase table of the reader, whatever the tables are called, in the tables' order.</summary>
    private static Lazy<ImmutableArray<string>> Candidates { get; } = new(() =>
    [
        .. from type in typeof(Grammar).Assembly.GetTypes()
           where type.Namespace == typeof(Grammar).Namespace && !type.ContainsGenericParameters && type != typeof(CrisisWords)
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where !field.IsLiteral
           from book in Books(field.GetValue(null))
           from words in Simple(book.Phrases)
           where words.Length > 1 && words.All(sign => char.IsLetterOrDigit(sign) || sign == ' ')
           group words by words into same
           select same.Key,
    ]);

    private static IEnumerable<Phrasebook> Books(object? value) => value switch
    {
        Phrasebook book => [book],
        SayingRow row => [row.Words],
        string => [],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(at => Books(tuple[at])),
        IEnumerable items => items.Cast<object?>().SelectMany(Books),
        _ => [],
    };

    /// <summary>Phrases without their notation: the first words of each choice, and nothing that may be missing.</summary>
    private static IEnumerable<string> Simple(IEnumerable<string> phrases) =>
        from phrase in phrases
        let parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] is not ('^' or '$' or '!') && !part.EndsWith('?')).ToList()
        where parts.Count > 0 && !parts.Contains("...")
        from first in parts[0].Split('|').Take(MaxAlternatives)
        select string.Join(' ', parts.Skip(1).Select(part => part.Split('|')[0]).Prepend(first));

    private static string Listed(IEnumerable<string> words) => words.Any() ? string.Join(", ", words.Select(word => $"`{word}`")) : "its number alone";

    private static string Plain(string name) => name.Replace('-', ' ');

    private static string Title(Asked asked) => asked.Name;

    /// <summary>Every question that some decision puts, each kind once.</summary>
    private static IEnumerable<Asked> Questions() => ByConsults().Concat(ByPhones())
        .GroupBy(asked => asked.Name)
        .Select(same => same.First())
        .OrderBy(asked => asked.Name, StringComparer.Ordinal);

    private static IEnumerable<Asked> ByConsults()
    {
        foreach (var (_, stage) in Story.Stages().Where(stage => !stage.Consult.IsDrill))
        {
            foreach (var asked in Put(stage, null, new ConsultEvent.Requested(stage.Request, null, Held: true), stage.AskedAt)
                .Concat(Put(stage, null, new ConsultEvent.Requested(stage.Request, null, Held: false), stage.AskedAt)))
            {
                yield return asked;
            }

            foreach (var happened in Story.Cast.SelectMany(member => Events(stage, member.Person)))
            {
                foreach (var asked in Put(stage, stage, happened, stage.NowIs()))
                {
                    yield return asked;
                }
            }

            var begun = ConsultDecider.Decide(
                stage.Id, null, new ConsultEvent.Requested(stage.Request, null, Held: false), Story.Facts, stage.AskedAt).State!;
            var accepts = new ConsultEvent.Answered(
                Story.Cast[1].Person, "q1", new Answer(AnswerKind.Accept, begun.IsNow ? null : begun.AskedAt + Duration.FromHours(1)));
            var accepted = ConsultDecider.Decide(begun.Id, begun, accepts, Story.Facts, begun.AskedAt + Duration.FromMinutes(1)).State!;
            foreach (var asked in AsTimePasses(stage).Concat(AsTimePasses(accepted)))
            {
                yield return asked;
            }
        }
    }

    private static IEnumerable<Asked> AsTimePasses(Consult consult)
    {
        for (var due = Next(consult); due is not null; due = Next(consult))
        {
            foreach (var asked in Put(consult, consult, new ConsultEvent.CameDue(), due.Value))
            {
                yield return asked;
            }

            consult = ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Story.Facts, due.Value).State!;
        }
    }

    private static Instant? Next(Consult consult) =>
        ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Story.Facts, consult.NowIs()).Due;

    private static IEnumerable<ConsultEvent> Events(Consult stage, PersonId who) =>
    [
        new ConsultEvent.OtherTimeAsked(who),
        .. from kind in Enum.GetValues<AnswerKind>()
           select new ConsultEvent.Answered(who, "earlier", new Answer(kind, At(stage, kind))),
        new ConsultEvent.Answered(who, "earlier", new Answer(AnswerKind.Counter, stage.NowIs())),
        .. from saying in Enum.GetValues<Saying>()
           from wait in new[] { Duration.FromHours(1), Duration.FromMinutes(5) }
           select new ConsultEvent.Remarked(who, saying, stage.NowIs() + wait, stage.NowIs() + wait + Duration.FromHours(3)),
        .. from saying in Enum.GetValues<Saying>()
           select new ConsultEvent.Remarked(who, saying),
    ];

    private static Instant? At(Consult stage, AnswerKind kind) =>
        kind is AnswerKind.Accept or AnswerKind.Counter or AnswerKind.Take or AnswerKind.Refuse or AnswerKind.MoveTo
        && !(stage.IsNow && kind == AnswerKind.Accept)
            ? Story.TimeFor(stage, kind)
            : null;

    private static Facts[] FactsFor(ConsultEvent happened) => happened is ConsultEvent.Answered { By: var who, Answer.At: { } start }
        ? [Story.Facts, Story.Facts with { Busy = Busy.Nobody.With(who, start, start + Duration.FromHours(1)) }]
        : [Story.Facts];

    /// <summary>What a decision asks, also where the time that somebody takes has just gone.</summary>
    private static IEnumerable<Asked> Put(Consult of, Consult? before, ConsultEvent happened, Instant at) =>
        from facts in FactsFor(happened)
        from tell in ConsultDecider.Decide(of.Id, before, happened, facts, at).Effects.OfType<Effect.Tell>()
        where tell.Question is not null
        select new Asked(NameOf(tell.Message), tell.Message, tell.Question!, tell.Brief, at);

    private static string NameOf(Message message) => message switch
    {
        Message.Offer { Starts.IsEmpty: true } => "Offer, now",
        Message.Offer { Asker: null } => "Offer, support",
        _ => Spaced(message.GetType().Name),
    };

    private static string Spaced(string name)
    {
        var words = Plain(JsonNamingPolicy.KebabCaseLower.ConvertName(name));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static IEnumerable<Asked> ByPhones()
    {
        var now = Instant.FromUtc(2026, 1, 5, 20, 0);
        var asker = Story.Facts.Roster.All.First(colleague => colleague.Person.Is(Roles.Clinician)).Person;
        foreach (var text in (string[])["ASK", "ASK CASE", "ASK CASE TODAY"])
        {
            var owner = asker with { Licences = [UsState.Parse("CA"), UsState.Parse("NV")] };
            var decision = PhoneDecider.Decide(
                owner.Phone, null, "event", new PhoneEvent.TextReceived(text, null), new PhoneFacts(owner, Story.Facts.Roster, Story.Facts.Policy), now);
            var use = decision.State.Letters.Single(use => use.Question is not null);
            Message message = use.Kind is not { } kind ? new Message.ChooseKind([.. Enum.GetValues<Kind>()])
                : use.Asked?.Urgency is null ? new Message.ChooseUrgency(kind, [.. Enum.GetValues<Urgency>()])
                : new Message.ChooseState(kind, owner.Licences);
            yield return new Asked(NameOf(message), message, use.Question!, null, now);
        }
    }
}
