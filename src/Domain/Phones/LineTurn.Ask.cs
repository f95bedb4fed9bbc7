using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary><c>ASK</c>: a request by text, at once or step by step. It takes no clinical words.</summary>
internal sealed partial class LineTurn
{
    private static readonly ImmutableArray<Kind> Kinds = [.. Enum.GetValues<Kind>()];

    private void Ask(Kind? kind, Urgency? urgency, Person owner)
    {
        // Who asks anew has given up what they were asked before.
        var id = ConsultId.From($"text {eventId}");
        var draft = _phone.Letters.FirstOrDefault(use => use is { Draft: true, IsOpen: true });
        if ((draft is null ? LetterFor(id, kind) : draft with { Consult = id }) is not { } letter)
        {
            Reply(new Message.LettersFull());
            return;
        }

        GoOn(letter with { Draft = true, UsedAt = now, Kind = kind }, kind, urgency, owner);
    }

    private void Choose(LetterUse use, Answer answer, Person owner)
    {
        var word = answer.Word;
        if (use.Kind is null && KindNames.TryParseKind(word, out var kind))
        {
            GoOn(use with { UsedAt = now }, kind, null, owner);
        }
        else if (KindNames.TryParseUrgency(word, out var urgency))
        {
            GoOn(use with { UsedAt = now }, use.Kind, urgency, owner);
        }
        else
        {
            Drop(use);
            Reply(new Message.AskNotStarted(), use);
        }
    }

    /// <summary>Nothing comes of the draft; a letter that it was only about to take stays free.</summary>
    private void Drop(LetterUse use)
    {
        if (_phone.Letters.Any(other => other.Letter == use.Letter && other.IsOpen))
        {
            Keep(use with { Question = null, ClosedAt = now });
        }
    }

    private void GoOn(LetterUse use, Kind? kind, Urgency? urgency, Person owner)
    {
        // Risk is asked now unless it was said that it can wait until later today.
        if (kind == Kind.Risk && urgency is null)
        {
            urgency = Urgency.Now;
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
            case (Kind.Risk, Urgency.ThisWeek):
                Drop(use);
                Reply(new Message.RiskIsToday());
                break;
            case (_, null):
                var urgencies = Urgencies(kind.Value);
                Put(use with { Kind = kind }, new Message.ChooseUrgency(kind.Value, urgencies), Choices(use, urgencies.Select(item => item.Name())));
                break;
            default:
                Keep(use with { Kind = kind, Question = null, Draft = false });
                _effects.Add(new PhoneEffect.ForConsult(use.Consult, new ConsultEvent.Requested(RequestOf(owner, kind.Value, urgency.Value), null, Held: false)));
                break;
        }
    }

    private ImmutableArray<Urgency> Urgencies(Kind kind) =>
        [.. Enum.GetValues<Urgency>().Where(urgency => facts.Policy.PaceOf(kind, urgency) is not null)];

    private static Question Choices(LetterUse use, IEnumerable<string> words) => new(
        $"choose {use.NextNumber}", [.. words.Select(word => new Answer(AnswerKind.Choose, Word: word))], new Answer(AnswerKind.Choose), null);

    private void Put(LetterUse use, Message message, Question question)
    {
        use = use with { Question = question, FirstNumber = use.NextNumber, NextNumber = use.NextNumber + question.Numbered.Length };
        Keep(use);
        WelcomeFirst();
        Reply(message, use, question);
    }

    private Request RequestOf(Person owner, Kind kind, Urgency urgency) => new()
    {
        Asker = owner.Id,
        Kind = kind,
        Urgency = urgency,
        ClientState = kind.IsClinical() ? owner.Licences is [var first, ..] ? first : Practice.State : null,
    };
}
