using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using NodaTime;

namespace Curbside.Web;

/// <summary>What the bearer of a link can do at this moment.</summary>
internal sealed class ConsultActions(ConsultView view, ConsultForms forms, PageSetting setting)
{
    private Consult Consult => view.Consult;

    public Html Render()
    {
        var movable = Consult.Stage is Stage.Booked { Booking.Immediate: false, Move: null } booked && booked.Booking.Start > setting.Now;
        return Html.Of(
            $"""
            {Calendar()}
            {Html.If(movable, $"{forms.Button("other-time", "Ask for another time")}")}
            {(view.IsAsker ? ForAsker() : ForConsultant())}
            """);
    }

    /// <summary>The calendar entry of what is booked, or the one that takes it out again; null where there is none.</summary>
    /// <remarks>A cancellation outranks the entry that it takes away, as in the mails.</remarks>
    public static Invitation? InvitationFor(ConsultView view, Instant now)
    {
        var consult = view.Consult;
        var drill = Drill.PartOf(consult.Request, view.Viewer.Id);
        var (asker, modality) = (consult.Request.Asker, consult.Request.Modality);
        if (consult.Stage is Stage.Booked { Booking: { Immediate: false } booking })
        {
            return new Invitation(
                NameOf(view.IsAsker ? booking.Consultant : asker), now, booking.Start, booking.End, modality, 2 * booking.Attempt, Cancelled: false, drill);
        }

        var was = consult.Timeline.LastOrDefault(entry => entry.What is Happening.Booked or Happening.Moved);
        var who = consult.Timeline.LastOrDefault(entry => entry.What == Happening.Booked)?.Person;
        return consult.Stage is Stage.Withdrawn && was?.Time is { } start && who is { } consultant
            && view.Policy.PaceOf(consult.Request.Kind, consult.Request.Urgency) is { } pace
                ? new Invitation(NameOf(consultant), now, start, start + pace.Length, modality, (2 * consult.Attempt) + 1, Cancelled: true, drill)
                : null;

        PersonName NameOf(PersonId person) => PersonName.Of(view.Roster[person]);
    }

    private Html Calendar() => InvitationFor(view, setting.Now) is { } invitation
        ? Html.Of(
            $"""
            <p><a class="button quiet" href="{forms.Address("invite.ics")}">{(invitation.Cancelled ? "Take it out of my calendar" : "Add to my calendar")}</a></p>
            """)
        : default;

    private Html ForAsker()
    {
        var end = Consult.Stage switch
        {
            Stage.Held or Stage.Asking or Stage.Proposed => "Withdraw the request",
            Stage.Booked => "Call it off",
            Stage.Met or Stage.Missed => "Close this consult",
            _ => null,
        };
        return Html.Of(
            $"""
            {Html.If(end is not null, $"{forms.Button("withdraw", end!)}")}
            {(setting.IsRemembered
                ? Html.Of($"""<p class="hint">This browser is remembered as yours: your next request from it is sent at once.</p>""")
                : forms.Button("remember", "Remember this browser", Html.Of(
                    $"""
                    Your next request from it is sent at once, without the text that asks whether it was you. Only on a device of your own.
                    """)))}
            """);
    }

    private Html ForConsultant() => Html.If(Consult.Stage is Stage.Booked,
        $"""
        {forms.Button("step-out", "I recognise the client: step out", Html.Of(
            $"""Someone else is asked. {view.NameOf(Consult.Request.Asker)} hears that you are not free after all, and no reason."""))}
        {forms.Button("withdraw", "Call it off")}
        """);
}
