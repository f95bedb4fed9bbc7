using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>Where a drill goes another way than a consult: nothing counts, nobody else is called in, and its end says what came and what did not.</summary>
internal sealed partial class Turn
{
    /// <summary>Nobody gave a consult in a drill.</summary>
    private void CountLoad(PersonId consultant, Instant? start)
    {
        if (!_consult.IsDrill)
        {
            _effects.Add(new Effect.CountLoad(consultant, start));
        }
    }

    /// <summary>A week is not waited for. The asker's letter stays open, so that the phone knows that a drill is under way.</summary>
    private void FollowUpDrill(PersonId by, Booking booking)
    {
        if (by == booking.Consultant)
        {
            Tell(by, new Message.ThankYou(), closes: true);
        }
        else
        {
            CloseLetter(booking.Consultant);
        }

        AskWhetherItHelped();
    }

    private void EndDrill(DrillEnd how)
    {
        TellAsker(new Message.DrillOver(how, IsMailed: Asker.Email is not null), closes: true);
        Close();
    }

    private void EndDrillUntaken()
    {
        var how = UntakenEnd();
        CoverOthers(new Message.NoLongerNeeded());
        Enter(new Stage.Unanswered(now));
        Log(Happening.NoOneFree);
        TellAsker(new Message.DrillOver(how, IsMailed: false), closes: true);
    }

    /// <summary>The last offer tells why nobody took it: one that is still open when the promise ends has had no answer.</summary>
    private DrillEnd UntakenEnd() => _consult.Offers is [.., var last]
        ? last.Status switch
        {
            OfferStatus.Open or OfferStatus.Covered => DrillEnd.OfferUnanswered,
            OfferStatus.NotReached => DrillEnd.NotDelivered,
            _ => DrillEnd.NotTaken,
        }
        : DrillEnd.OfferUnanswered;

    /// <summary>Whoever wants no more texts has ended it, and is told nothing more.</summary>
    private void AbandonDrill()
    {
        if (_consult.Stage is Stage.Closed or Stage.Withdrawn or Stage.Unanswered)
        {
            return;
        }

        if (_consult.Stage is Stage.Booked { Booking: var booking })
        {
            Release(booking);
        }

        foreach (var offer in _consult.Offers)
        {
            if (offer.IsLive)
            {
                SetOffer(offer.Person, OfferStatus.Covered);
            }

            CloseLetter(offer.Person);
        }

        CloseLetter(Asker.Id);
        Enter(new Stage.Withdrawn(now));
        Log(Happening.Withdrawn);
    }
}
