namespace Curbside.Messages;

/// <summary>Which remarks fit a consult as it stands for the sender.</summary>
internal static class Remark
{
    /// <summary>Sayings that hold a time or a yes within them, and mean neither: "will she call me at 4?".</summary>
    public static bool GoesFirst(Saying what) => what is
        Saying.AsksWhatAbout or Saying.NeedsTime or Saying.AsksForCall or Saying.NamesWindow or Saying.AsksDetails or Saying.RunningLate or Saying.AsksWhereItStands;

    /// <summary>The remark that it is to this consult; null if it is none.</summary>
    /// <param name="brief">Null for a request that is being made and in rows of older versions.</param>
    public static Saying? For(Saying what, LetterBrief? brief) => brief is null ? null : (what, brief.Side, brief.Phase) switch
    {
        (_, _, Phase.Over) => null,
        (Saying.AsksWhatAbout, Side.Asker, _) => Saying.AsksWhereItStands,
        (Saying.AsksWhatAbout, _, _) => what,
        (Saying.NeedsTime, Side.Consultant, Phase.Offered) => what,
        (Saying.NeedsTime, Side.Manager, Phase.Called) => what,
        (Saying.OnIt, Side.Consultant, Phase.Offered) => what,
        (Saying.OnIt, Side.Consultant, Phase.Booked) => Saying.Acknowledges,
        (Saying.AsksForCall, _, Phase.Offered or Phase.Booked) => what,
        (Saying.AsksForCall, Side.Asker, Phase.Asking) => Saying.AsksWhereItStands,
        (Saying.NamesWindow, _, Phase.Offered or Phase.Booked or Phase.Asking) => what,
        (Saying.NamesTime, _, Phase.Offered or Phase.Booked or Phase.Asking) => what,
        (Saying.AsksWhereItStands, _, Phase.Held or Phase.Asking or Phase.Offered or Phase.Booked or Phase.Called) => what,
        (Saying.WantsItNow, Side.Asker, Phase.Asking or Phase.Booked) => what,
        (Saying.OtherModality, _, Phase.Asking or Phase.Booked or Phase.Offered) => what,
        (Saying.NoLongerNeeded, Side.Asker, Phase.Held or Phase.Asking or Phase.Booked) => what,
        (Saying.AsksDetails, Side.Asker, Phase.Held or Phase.Asking) => Saying.AsksWhereItStands,
        (Saying.AsksDetails, Side.Consultant, Phase.Offered) => Saying.AsksWhatAbout,
        (Saying.AsksDetails, _, Phase.Booked or Phase.FollowUp) => what,
        (Saying.RunningLate, _, Phase.Booked) => what,
        (Saying.CannotMakeIt, _, Phase.Booked) => what,
        (Saying.CannotMakeIt, Side.Asker, Phase.Asking) => Saying.NoLongerNeeded,
        (Saying.NoContact or Saying.MissedTheirCall, Side.Asker, Phase.Asking) => Saying.AsksWhereItStands,
        (Saying.NoContact or Saying.MissedTheirCall or Saying.Talking or Saying.TookPlace or Saying.DidNotTakePlace or Saying.CutShort, _, Phase.Booked or Phase.FollowUp) => what,
        (Saying.ClientLeft or Saying.RatherNotSay, _, Phase.Booked or Phase.FollowUp) => what,
        (Saying.LeaveIt, Side.Asker, Phase.Asking or Phase.Held) => Saying.NoLongerNeeded,
        (Saying.SomeoneElse, Side.Consultant, Phase.Booked) => Saying.CannotMakeIt,
        (Saying.SomeoneElse, Side.Asker, Phase.Booked or Phase.FollowUp) => what,
        (Saying.Helped or Saying.Partly or Saying.StillStuck or Saying.WouldTalk or Saying.AllRight, Side.Asker, Phase.FollowUp) => what,
        _ => null,
    };

    /// <summary>What a saying means where nothing is open that it could be about.</summary>
    public static Meaning? WithNothingOpen(Meaning.Said said) => said.What switch
    {
        Saying.WouldTalk => new Meaning.NotWell(),
        Saying.AsksForCall => new Meaning.Wants(null, null),
        Saying.WantsItNow => new Meaning.Wants(null, Consults.Urgency.Now),
        Saying.AKind => new Meaning.Wants(said.Kind, null),
        Saying.AsksWhereItStands => new Meaning.WhatIsOpen(),
        _ => null,
    };
}
