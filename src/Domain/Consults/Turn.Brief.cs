using Curbside.Messages;
using Curbside.People;

namespace Curbside.Consults;

/// <summary>What each phone is told of where the consult stands, so that it can name it and read remarks about it.</summary>
internal sealed partial class Turn
{
    private LetterBrief BriefFor(PersonId person)
    {
        if (person == Asker.Id)
        {
            var consultant = _consult.Confirmed is { } confirmed ? NameOf(confirmed) : null;
            return new LetterBrief(Side.Asker, PhaseForAsker(), consultant, BookedStart());
        }

        if (_consult.Confirmed == person)
        {
            var phase = _consult.Stage switch
            {
                Stage.Booked => Phase.Booked,
                Stage.Closed => Phase.Over,
                _ => Phase.FollowUp,
            };
            return new LetterBrief(Side.Consultant, phase, AskerName, BookedStart());
        }

        if (_consult.Call is { } call && call.Called.Contains(person))
        {
            return new LetterBrief(Side.Manager, call is { TakenOver: true } ? Phase.Over : Phase.Called, AskerName);
        }

        return new LetterBrief(Side.Consultant, AwaitedOf(person) is null ? Phase.Over : Phase.Offered, AskerNameBeforeYes);
    }

    private Phase PhaseForAsker() => _consult.Stage switch
    {
        Stage.Held => Phase.Held,
        Stage.Asking or Stage.Proposed => Phase.Asking,
        Stage.Booked => Phase.Booked,
        Stage.Met or Stage.Missed => Phase.FollowUp,
        Stage.Closed or Stage.Withdrawn or Stage.Unanswered => Phase.Over,
        _ => throw new InvalidOperationException($"No phase for {_consult.Stage.GetType().Name}."),
    };

    private NodaTime.Instant? BookedStart() => _consult.Stage is Stage.Booked { Booking: { Immediate: false } booking } ? booking.Start : null;
}
