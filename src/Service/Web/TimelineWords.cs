using Curbside.Consults;
using Curbside.People;

namespace Curbside.Web;

/// <summary>What happened so far, in words.</summary>
/// <remarks>
/// The asker sees how many were asked, and the name only of who said something to them. The consultant sees what happened between the two since
/// it was offered to them, and of nobody else.
/// </remarks>
internal sealed class TimelineWords(ConsultView view)
{
    public Html List()
    {
        var entries = view.IsAsker ? ForAsker() : ForConsultant();
        return Html.Of(
            $"""
            <ol class="timeline">
            {Html.Each(entries, entry => Html.Of(
                $"""
                <li>{PageWords.At(entry.Entry.At, view.Viewer.Zone)} <span>{entry.Says}</span></li>

                """))}
            </ol>
            """);
    }

    private IEnumerable<(Entry Entry, Html Says)> ForAsker()
    {
        var timeline = view.Consult.Timeline;
        for (var i = 0; i < timeline.Length; i++)
        {
            var entry = timeline[i];
            if (entry.What == Happening.Offered)
            {
                // Those who were asked together are one line.
                var together = timeline.Skip(i).TakeWhile(next => next.What == Happening.Offered && next.At == entry.At).Count();
                var more = timeline.Take(i).Any(before => before.What == Happening.Offered) ? "more " : "";
                i += together - 1;
                yield return (entry, Html.Of($"{PageWords.Count(together, $"{more}colleague")} {(together == 1 ? "was" : "were")} asked."));
            }
            else if (Says(entry) is { } says)
            {
                yield return (entry, says);
            }
        }
    }

    private IEnumerable<(Entry Entry, Html Says)> ForConsultant()
    {
        var me = view.Viewer.Id;
        var timeline = view.Consult.Timeline;
        var since = timeline.LastOrDefault(entry => entry.What == Happening.Offered && entry.Person == me)?.At;
        foreach (var entry in timeline)
        {
            if (entry.What == Happening.Offered && entry.Person == me && entry.At == since)
            {
                yield return (entry, Html.Of($"You were asked."));
            }
            else if (entry.At >= since && Concerns(entry) && Says(entry) is { } says)
            {
                yield return (entry, says);
            }
        }
    }

    /// <summary>What is between the two; the asker's evenings and managers are not.</summary>
    private bool Concerns(Entry entry) =>
        entry.What is Happening.TimeProposed or Happening.Booked or Happening.MoveAsked or Happening.Moved or Happening.TimeKept
            or Happening.Met or Happening.Missed or Happening.Closed
        && (entry.Person is null || entry.Person == view.Viewer.Id || entry.Person == view.Consult.Request.Asker);

    /// <returns>Null for what is not told.</returns>
    private Html? Says(Entry entry) => entry.What switch
    {
        Happening.Held => Html.Of($"Typed in a browser; waits for your phone."),
        Happening.Sent => Html.Of($"Sent."),
        Happening.TimeProposed => Html.Of($"{Who(entry)} named {Time(entry)}."),
        Happening.TimeNotTaken => Html.Of($"{Time(entry)} was not taken."),
        Happening.Booked => Html.Of($"Booked for {Time(entry)} with {Name(view.IsAsker ? entry.Person!.Value : view.Consult.Request.Asker)}."),
        Happening.MoveAsked => Html.Of($"{Who(entry)} asked for another time."),
        Happening.Moved => Html.Of($"Moved to {Time(entry)}."),
        Happening.TimeKept => Html.Of($"{Time(entry)} stands."),
        Happening.Released => Html.Of($"{Who(entry)} is not free after all."),
        Happening.NotTalking => Html.Of($"You were not talking yet."),
        Happening.Met => Html.Of($"The consult took place."),
        Happening.Missed => Html.Of($"The consult did not take place."),
        Happening.NoOneFree => Html.Of($"No one was free."),
        Happening.ManagerCalledIn => Html.Of($"A manager was called in."),
        Happening.ManagerTookOver => Html.Of($"{Who(entry)} took it over."),
        Happening.Withdrawn => Html.Of($"Withdrawn."),
        Happening.FollowedUp => Html.Of($"You told us how it went."),
        Happening.Closed => Html.Of($"Closed."),
        Happening.AskerOptedOut => Html.Of($"You opted out of texts; it goes on by email."),
        _ => null,
    };

    private Html Time(Entry entry) => PageWords.At(entry.Time!.Value, view.Viewer.Zone);

    private string Who(Entry entry) => entry.Person == view.Viewer.Id ? "You" : Name(entry.Person!.Value);

    private string Name(PersonId person) => view.NameOf(person);
}
