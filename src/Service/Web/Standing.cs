using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using NodaTime;

namespace Curbside.Web;

/// <summary>Where a consult stands, in words.</summary>
internal sealed class Standing(ConsultView view, Instant now)
{
    private Consult Consult => view.Consult;

    private DateTimeZone Zone => view.Viewer.Zone;

    private Practice Practice => view.Policy.Practice;

    private Modality Modality => Consult.Request.Modality;

    public Html Says() => view.IsAsker ? ForAsker() : ForConsultant();

    private Html ForAsker() => Consult.Stage switch
    {
        Stage.Held => Html.Of($"""<p class="stands">Not sent yet.</p><p>Nobody is asked before you say that it is yours.</p>"""),
        Stage.Asking => Html.Of(
            $"""
            <p class="stands">We are asking colleagues.</p>
            {Promise()}
            {Html.If(Consult.Request.Kind == Kind.Support, $"<p>They do not learn who asks before one of them has said yes. This line tells no manager, and the colleague keeps it too, unless someone is in danger.</p>")}
            """),
        Stage.Proposed { ByConsultant: true } proposed => Html.Of(
            $"""<p class="stands">{view.NameOf(proposed.Consultant)} has named a time. It is not booked yet.</p>{Promise()}"""),
        Stage.Proposed proposed => Html.Of(
            $"""
            <p class="stands">{At(proposed.Start)} is offered to {view.NameOf(proposed.Consultant)}. It is not booked yet.</p>
            <p>You hear by {At(proposed.Until)} either way.</p>
            """),
        Stage.Booked booked => BookedForAsker(booked),
        Stage.Met met => Html.Of($"""<p class="stands">You and {view.NameOf(met.Booking.Consultant)} met.</p>"""),
        Stage.Missed missed => Html.Of($"""<p class="stands">Sorry that you and {view.NameOf(missed.Booking.Consultant)} missed each other.</p>"""),
        Stage.Closed => Html.Of($"""<p class="stands">This consult is closed.</p>"""),
        Stage.Withdrawn => Html.Of(
            $"""<p class="stands">This request is withdrawn.</p><p>Everyone who was asked has been told. There is nothing more to do.</p>"""),
        Stage.Unanswered when Consult.IsDrill => Html.Of(
            $"""<p class="stands">This drill is over, and nobody took it.</p><p>In earnest, someone else would have been asked.</p>"""),
        Stage.Unanswered => NoOneWasFree(),
        _ => throw new InvalidOperationException($"No words for {Consult.Stage.GetType().Name}."),
    };

    private Html ForConsultant() => Consult.Stage switch
    {
        Stage.Booked { Booking: var booking } => Html.Of(
            $"""
            <p class="stands">{PageWords.YouGoTo(Modality, Asker)} {(booking.Immediate ? Html.Of($"now") : Html.Of($"on {At(booking.Start)}"))}.</p>
            {Html.If(!booking.Immediate, $"{PageWords.In(booking.Start, now)}")}
            {Html.If(Consult.Request.Kind == Kind.Support, $"<p>Keep it between the two of you, unless someone is in danger.</p>")}
            <p>Their number is {PageFrame.Call(view.Roster[Consult.Request.Asker].Phone)}. About {PageWords.Wait(booking.Length)}.</p>
            """),
        Stage.Missed => Html.Of($"""<p class="stands">You and {Asker} missed each other. They choose what now.</p>"""),
        Stage.Met => Html.Of($"""<p class="stands">You and {Asker} met. Thank you.</p>"""),
        _ => Html.Of($"""<p class="stands">This consult is closed. Thank you.</p>"""),
    };

    private string Asker => view.NameOf(Consult.Request.Asker);

    private Html BookedForAsker(Stage.Booked booked)
    {
        var booking = booked.Booking;
        var consultant = view.Roster[booking.Consultant];
        return Html.Of(
            $"""
            <p class="stands">Booked: {PageWords.Name(consultant)} {PageWords.ComesToYou(Modality)}
            {(booking.Immediate ? Html.Of($"within 10 minutes of {At(booking.BookedAt)}") : Html.Of($"on {At(booking.Start)}"))}.</p>
            {Html.If(!booking.Immediate, $"{PageWords.In(booking.Start, now)}")}
            {Html.If(booking.Start <= now, $"<p>If you miss each other, their number is {PageFrame.Call(consultant.Phone)}.</p>")}
            {(booked.Move is { Start: { } start, By: var by } && by == view.Viewer.Id ? NewTimeOffered(start) : default)}
            """);
    }

    private Html NewTimeOffered(Instant start) => Html.Of($"<p>{At(start)} is offered instead. Until it is taken, the old time stands.</p>");

    private Html Promise() => Consult.PromiseAt is { } by
        ? Html.Of(
            $"""
            <p>By <strong>{At(by)}</strong> you have a name, or hear that no one was free and what to do.</p>
            {PageWords.Left(by, now)}
            """)
        : default;

    private Html NoOneWasFree()
    {
        var kind = Consult.Request.Kind;
        var what = kind switch
        {
            Kind.Risk => Html.Of($"Call the backup line now: {PageFrame.Call(Practice.BackupLine)}. {PageFrame.IfInDanger}"),
            Kind.Support => Html.Of(
                $"""
                Our assistance line is there for you: {PageFrame.Call(Practice.AssistanceLine)}.
                Or call {PageFrame.Call("988", "988")} (or text it) any time. No manager was told.
                """),
            _ => Html.Of($"Call the practice: {PageFrame.Call(Practice.OfficeLine)}. You can <a href=\"/\">ask again</a> at any time."),
        };
        var manager = kind != Kind.Support && Consult.Call is { Manager: { } called } call
            ? Html.Of($"<p>{view.NameOf(called)} {(call.TakenOver ? "takes this over and will call you" : "was told")}.</p>")
            : default;
        var state = Licensing.MissingFor(Consult.Request, view.Roster.Present);
        var says = state is { } missing ? $"No one here is licensed in {missing}." : "No one was free.";
        return Html.Of($"""<p class="stands">{says}</p><p>{what}</p>{manager}""");
    }

    private Html At(Instant at) => PageWords.At(at, Zone);
}
