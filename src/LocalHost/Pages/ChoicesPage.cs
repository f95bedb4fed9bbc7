using System.Globalization;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>Why these people were asked and not others, person by person: what a manager may see. Never of support.</summary>
internal sealed class ChoicesPage(Consult consult, Roster roster, DateTimeZone zone)
{
    public string Title => $"{(consult.IsDrill ? "DRILL: " : "")}Who was asked, and why: {consult.Request.Kind.Name()}, {consult.Request.Urgency.Name()}";

    /// <summary>No manager learns anything of a consult about a clinician's own load, not even that there is one.</summary>
    public static bool MayShow(Consult consult) => consult.Request.Kind != Kind.Support;

    public Html Render() => Html.Of(
        $"""
        <p><a href="/local">All phones and mailboxes</a></p>
        <h1>{Title}</h1>
        <p>Asked by {roster[consult.Request.Asker].Name}. {consult.Stage.GetType().Name}{With()}.</p>
        {Html.If(consult.Choices.IsEmpty, $"<p>Nobody was looked for yet.</p>")}
        {Html.Each(consult.Choices, Choice)}
        """);

    private string With() => consult.Confirmed is { } person ? $" with {roster[person].Name}" : "";

    private Html Choice(Choice choice) => Html.Of(
        $"""
        <section>
        <h2>Wave {choice.Wave}, {choice.At.InZone(zone).ToString("ddd MMM d, h:mm tt", CultureInfo.InvariantCulture)}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="Wave {choice.Wave}">
        <table>
        <thead><tr><th scope="col">Person</th><th scope="col">Place</th><th scope="col">Why</th></tr></thead>
        <tbody>
        {Html.Each(choice.Rulings.Where(ruling => roster.Find(ruling.Person) is not null), ruling => Row(ruling, choice))}
        </tbody>
        </table>
        </div>
        </section>
        """);

    private Html Row(Ruling ruling, Choice choice) => Html.Of(
        $"""
        <tr><td>{roster[ruling.Person].Name}</td><td>{Place(ruling, choice)}</td>
        <td>{string.Join("; ", ruling.Reasons.Select(reason => Words(reason, ruling)).Distinct())}</td></tr>

        """);

    private string Place(Ruling ruling, Choice choice) => ruling.Place is not { } place ? "not asked"
        : consult.Offers.Any(offer => offer.Person == ruling.Person && offer.At == choice.At) ? $"{place}, asked"
        : $"{place}, next";

    private string Words(Reason reason, Ruling ruling) => reason switch
    {
        Reason.IsTheAsker => "asks it",
        Reason.NotAConsultant => "not a consultant",
        Reason.NotASenior => "not a supervisor",
        Reason.NotAPrescriber => "not a prescriber",
        Reason.NotLicensed => "not licensed",
        Reason.NotLicensedInState => $"not licensed in {consult.Request.ClientState}",
        Reason.DoesNotTakeRisk => "does not take risk",
        Reason.IsACoach => "a coach",
        Reason.TopicNotCovered => "other topics",
        Reason.KeptApart when IsOnRoster(ruling) => "kept apart on the roster",
        Reason.NoConsent => "has not agreed to be texted",
        Reason.OptedOut => "has opted out of texts",

        // Both are a person's own business, and look the same.
        Reason.KeptApart or Reason.Paused => "by private choice",
        Reason.Away => "away",
        Reason.WeekIsFull => "their week is full",
        Reason.QuietHours => "in their quiet hours",
        Reason.NotAvailable => "outside their hours",
        Reason.NoCommonTime => "no time in common",
        Reason.AskedBefore => "asked before",
        Reason.SoonestStart => "can start soonest",
        Reason.InTheirHours => "at work then",
        Reason.FewestRecentConsults => "fewest recent consults",
        Reason.TieBrokenByName => "equal otherwise; by name",
        _ => reason.ToString(),
    };

    private bool IsOnRoster(Ruling ruling)
    {
        var (person, asker) = (roster[ruling.Person], roster[consult.Request.Asker]);
        return person.NotWith.Contains(asker.Phone) || asker.NotWith.Contains(person.Phone);
    }
}
