using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Web;

/// <summary>What the pages read off a consult.</summary>
internal static class PageViews
{
    public static Booking? Booking(this Consult consult) => consult.Stage switch
    {
        Stage.Booked booked => booked.Booking,
        Stage.Met met => met.Booking,
        Stage.Missed missed => missed.Booking,
        _ => null,
    };

    /// <summary>What a page of the consult is called: a drill's says so wherever it is read.</summary>
    public static string Titled(this ConsultView view, string title) => view.Consult.IsDrill ? $"DRILL: {title}" : title;

    public static string NameOf(this ConsultView view, PersonId person) => PageWords.Name(view.Roster[person]);

    /// <summary>When its words are deleted; null while it goes on.</summary>
    public static Instant? DeletedAt(this ConsultView view)
    {
        Instant? ended = view.Consult.Stage switch
        {
            Stage.Closed closed => closed.At,
            Stage.Withdrawn withdrawn => withdrawn.At,
            Stage.Unanswered unanswered => unanswered.At,
            _ => null,
        };
        return ended + Duration.FromDays(view.Policy.KeepDays);
    }
}
