using Curbside.Drills;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>
/// Everything that is decided about a consult: what an event changes, whom it tells, and when the agenda wants attention next.
/// </summary>
/// <remarks>The same state, event, facts and time give the same decision. An event that is told again to the state it led to repeats no effect but the answer to who sent it.</remarks>
public static class ConsultDecider
{
    /// <param name="state">Null for a consult that does not exist yet.</param>
    public static Decision Decide(ConsultId id, Consult? state, ConsultEvent happened, Facts facts, Instant now)
    {
        if (state is null)
        {
            return happened is ConsultEvent.Requested requested
                ? Turn.Begin(id, requested, Drill.FactsFor(requested.Request, facts), now)
                : new Decision(null, [], [], null);
        }

        var turn = new Turn(state, Drill.FactsFor(state.Request, facts), now);
        switch (happened)
        {
            // The id is made from what was sent: the same request again begins nothing.
            case ConsultEvent.Requested:
                break;
            case ConsultEvent.Answered answered:
                turn.Answered(answered);
                break;
            case ConsultEvent.Remarked remarked:
                turn.Remarked(remarked);
                break;
            case ConsultEvent.CalledOff calledOff:
                turn.CalledOff(calledOff.By);
                break;
            case ConsultEvent.OtherTimeAsked asked:
                turn.OtherTimeAsked(asked.By);
                break;
            case ConsultEvent.SteppedOut steppedOut:
                turn.SteppedOut(steppedOut.By);
                break;
            case ConsultEvent.NotReached notReached:
                turn.NotReached(notReached.Who, notReached.QuestionId);
                break;
            case ConsultEvent.OptedOut optedOut:
                turn.OptedOut(optedOut.Who);
                break;
            case ConsultEvent.NoteAdded note:
                turn.NoteAdded(note);
                break;
            case ConsultEvent.CameDue:
                turn.CameDue();
                break;
            default:
                throw new InvalidOperationException($"No decision for {happened.GetType().Name}.");
        }

        return turn.Decision();
    }

    /// <summary>Whether the consult's booking covers this cell of a person's calendar; one that it does not is an orphan of a crash.</summary>
    public static bool Holds(Consult consult, PersonId person, Instant cell, Policy policy) =>
        consult.Stage is Stage.Booked { Booking: var booking }
        && (person == consult.Request.Asker || person == booking.Consultant)
        && Turn.ReservedTime(booking, Drill.PolicyFor(consult.Request, policy)).Contains(cell);
}
