using Curbside.Messages;
using Curbside.People;
using Curbside.Privacy;

namespace Curbside.Consults;

/// <summary>What is texted beyond an answer.</summary>
internal sealed partial class Turn
{
    /// <summary>Words behind these go to the other side's page. Behind a refusal, a check-in and the like, they are meant for nobody in particular.</summary>
    private static bool ArePassedOn(AnswerKind kind) =>
        kind is AnswerKind.Send or AnswerKind.Accept or AnswerKind.Take or AnswerKind.Counter or AnswerKind.MoveTo;

    /// <summary>Keeps them if they identify nobody. Whatever becomes of them, the sender is told.</summary>
    /// <param name="told">Where the answer's effects begin.</param>
    private void KeepWords(PersonId by, string words, bool isForOtherSide, int told)
    {
        if (!isForOtherSide)
        {
            SayThatWordsGoNowhere(by, told);
            return;
        }

        var identifies = !Screening.Look(words).IsEmpty;
        if (!identifies)
        {
            AddNote(by, words, onPage: false);
        }

        // First, so that it does not open a letter again that the answer puts to rest.
        _effects.Insert(told, new Effect.Tell(by, identifies ? new Message.WordsIdentify() : new Message.WordsKept()));
    }

    private void SayThatWordsGoNowhere(PersonId by, int told)
    {
        for (var i = told; i < _effects.Count; i++)
        {
            if (_effects[i] is Effect.Tell { Message: Message.DeclineAck ack } declined && declined.To == by)
            {
                _effects[i] = declined with { Message = ack with { WordsDropped = true } };
                return;
            }

            if (_effects[i] is Effect.Tell { Message: Message.ThankYou thanks } thanked && thanked.To == by)
            {
                _effects[i] = thanked with { Message = thanks with { WordsDropped = true } };
                return;
            }
        }

        _effects.Insert(told, new Effect.Tell(by, new Message.WordsNotPassedOn()));
    }
}
