using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary><c>ASK</c>: a request by text, at once or step by step. It takes no clinical words.</summary>
internal sealed partial class LineTurn
{
    /// <summary>States that a question offers; any other can be texted.</summary>
    private const int MaxStates = 4;

    private static readonly ImmutableArray<Kind> Kinds = [.. Enum.GetValues<Kind>()];

    private void Ask(Meaning.Ask ask, Person owner)
    {
        // Who asks anew has given up what they were asked before.
        var id = ConsultId.From($"text {eventId}");
        var draft = _phone.Letters.FirstOrDefault(use => use is { Draft: true, IsOpen: true });
        var letter = draft is null ? LetterFor(id, ask.Kind) : draft with { Consult = id };
        GoOn(letter with { Draft = true, UsedAt = now, Kind = ask.Kind }, ask.Kind, AskDraft.Of(ask), owner, ask.Left);
    }

    private void Choose(LetterUse use, Answer answer, Person owner)
    {
        var (word, asked) = (answer.Word, use.Asked ?? new AskDraft());
        if (use.Kind is null && KindNames.TryParseKind(word, out var kind))
        {
            GoOn(use with { UsedAt = now }, kind, asked, owner);
        }
        else if (KindNames.TryParseUrgency(word, out var urgency))
        {
            GoOn(use with { UsedAt = now }, use.Kind, asked with { Urgency = urgency }, owner);
        }
        else if (UsState.TryParse(word, out var state))
        {
            GoOn(use with { UsedAt = now }, use.Kind, Located(asked, state), owner);
        }
        else
        {
            Drop(use);
            Reply(new Message.AskNotStarted(), use);
        }
    }

    private static AskDraft Located(AskDraft asked, UsState state) => asked with { State = state, AsksState = false, MaybeStates = [] };

    /// <summary>A state in so many words, in answer to the question for it.</summary>
    private bool AnswersState(string body, Person owner)
    {
        var use = _phone.Letters.FirstOrDefault(use =>
            use is { Draft: true, IsOpen: true, Kind: not null, Question: { } question }
            && now - use.UsedAt <= DraftKept
            && question.Numbered.Any(answer => UsState.TryParse(answer.Word, out _)));
        if (use is null || AskReader.StatesIn(body, use.Letter) is not { IsEmpty: false } states)
        {
            return false;
        }

        Progress();
        var asked = use.Asked ?? new AskDraft();
        GoOn(
            use with { UsedAt = now },
            use.Kind,
            states is [var only] ? Located(asked, only) : asked with { AsksState = true, MaybeStates = states },
            owner);
        return true;
    }

    /// <summary>Nothing comes of the draft; a letter that it was only about to take stays free.</summary>
    private void Drop(LetterUse use)
    {
        if (_phone.Letters.Any(other => other.Letter == use.Letter && other.IsOpen))
        {
            Keep(use with { Question = null, ClosedAt = now });
        }
    }

    /// <param name="left">Words that were not understood.</param>
    private void GoOn(LetterUse use, Kind? kind, AskDraft asked, Person owner, string? left = null)
    {
        // Risk is asked now unless it was said that it can wait until later today.
        var urgency = kind == Kind.Risk ? asked.Urgency ?? Urgency.Now : asked.Urgency;
        if (kind == Kind.Support && (asked.State ?? asked.MaybeStates.Cast<UsState?>().FirstOrDefault()) is { } state)
        {
            // Support is about the asker, and no client's state belongs to it.
            left = left is null ? state.Code : $"{state} {left}";
        }

        use = use with { Kind = kind, Asked = asked with { Urgency = urgency } };
        if (kind is not null && kind != Kind.Observation && urgency is not null && !IsRiskThisWeek(kind, urgency) && !MustAskState(kind.Value, asked, owner))
        {
            Request(use, RequestOf(owner, kind.Value, urgency.Value, asked), asked.IsTurned, left, owner);
            return;
        }

        if (kind == Kind.Risk)
        {
            // It is said on no letter, since none will be taken.
            ReplyToAnyone(new Message.CrisisFirst(Practice.BackupLine));
        }

        if (LeftWords.Of(left) is { } words)
        {
            Reply(new Message.WordsNotUnderstood(words));
        }

        switch (kind, urgency)
        {
            case (null, _):
                Put(use, new Message.ChooseKind(Kinds), Choices(use, Kinds.Select(item => item.Name())));
                break;
            case (Kind.Observation, _):
                Drop(use);
                Reply(new Message.FinishOnForm($"{Practice.PublicUrl}/?kind={Kind.Observation.Name()}"));
                break;
            case (Kind.Risk, _):
                Drop(use);
                Reply(new Message.RiskIsToday());
                break;
            case (_, null):
                var urgencies = Urgencies(kind.Value);
                Put(use, new Message.ChooseUrgency(kind.Value, urgencies), Choices(use, urgencies.Select(item => item.Name())));
                break;
            default:
                var states = StatesFor(asked, owner);
                Put(use, new Message.ChooseState(kind.Value, states), Choices(use, states.Select(item => item.Code)));
                break;
        }
    }

    private static bool IsRiskThisWeek(Kind? kind, Urgency? urgency) => (kind, urgency) is (Kind.Risk, Urgency.ThisWeek);

    /// <summary>A risk does not wait for it: it begins in the likeliest state and says so.</summary>
    private static bool MustAskState(Kind kind, AskDraft asked, Person owner) =>
        kind.IsClinical() && kind != Kind.Risk && asked.State is null && (asked.AsksState || owner.Licences.Length > 1);

    private ImmutableArray<UsState> StatesFor(AskDraft asked, Person owner) =>
        [.. asked.MaybeStates.Concat(owner.Licences).Append(owner.StateOrThatOf(Practice)).Distinct().Take(MaxStates)];

    /// <summary>The request leaves the phone. One that may be turned round is held until the phone says that it is meant.</summary>
    private void Request(LetterUse use, Request request, bool isTurned, string? left, Person owner)
    {
        Keep(use with { Question = null, Draft = false, Asked = null });
        if (request.Kind == Kind.Risk && (isTurned || _phone.OptedOutAt is not null))
        {
            ReplyToAnyone(new Message.CrisisFirst(Practice.BackupLine), use);
        }

        if (request.Kind == Kind.Risk && _phone.OptedOutAt is not null)
        {
            ReplyToAnyone(new Message.RestNotByText(true, owner.Email is not null, Practice.BackupLine));
        }

        _effects.Add(new PhoneEffect.ForConsult(use.Consult, new ConsultEvent.Requested(request, null, isTurned, LeftWords.Of(left))));
    }

    private ImmutableArray<Urgency> Urgencies(Kind kind) =>
        [.. Enum.GetValues<Urgency>().Where(urgency => facts.Policy.PaceOf(kind, urgency) is not null)];

    private static Question Choices(LetterUse use, IEnumerable<string> words) => new(
        $"choose {use.NextNumber}", [.. words.Select(word => new Answer(AnswerKind.Choose, Word: word))], new Answer(AnswerKind.Choose), null);

    private void Put(LetterUse use, Message message, Question question)
    {
        use = use.WithQuestion(question, now);
        Keep(use);
        WelcomeFirst();
        Reply(message, use, question);
    }

    private Request RequestOf(Person owner, Kind kind, Urgency urgency, AskDraft asked)
    {
        var mayBe = asked.MaybeStates.Where(owner.Licences.Contains).Cast<UsState?>().FirstOrDefault();
        return new()
        {
            Asker = owner.Id,
            Kind = kind,
            Urgency = urgency,
            ClientState = kind.IsClinical() ? asked.State ?? mayBe ?? owner.StateOrThatOf(Practice) : null,
            StateIsAssumed = kind.IsClinical() && asked.State is null && (asked.AsksState || owner.Licences.Length > 1),
        };
    }
}
