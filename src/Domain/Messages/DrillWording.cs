using Curbside.Drills;

namespace Curbside.Messages;

/// <summary>What a manager is told of a drill itself; what happens in it is told in the words of every consult.</summary>
internal static class DrillWording
{
    private const string WhereToLook = "If it never came, look in Twilio under Monitor, Logs.";
    private const string Again = "Text DRILL for another.";

    public static Phrase? Of(Message message, Reader reader) => message switch
    {
        Message.DrillBegins begins => new(
            $"you play both sides on this phone. {reader.Context.Letter} asks, {begins.StandIn} is the colleague. Nobody else hears of it. " +
            $"{reader.Command("X")} ends it."),
        Message.DrillUnderWay => new($"one is under way already. Text ? to see it, {reader.Command("X")} to end it."),
        Message.DrillIsForManagers => new("a drill is for managers of the practice. Text ASK to ask a colleague, ? to see what is open."),
        _ => null,
    };

    public static Phrase Over(Message.DrillOver over) => over.How switch
    {
        DrillEnd.Complete => new(
            over.IsMailed
                ? "that is all of it. Two mails with calendar entries are in your inbox too. If not, look in SendGrid under Activity."
                : "that is all of it.") { Extras = [Again] },
        DrillEnd.NotTaken => new("it is over, since nobody took it. In earnest we would ask someone else now.") { Extras = [Again] },
        DrillEnd.NotDelivered => new("it is over, since the offer could not be delivered. Look in Twilio under Monitor, Logs."),
        DrillEnd.OfferUnanswered => new($"it is over: the offer had no answer. {WhereToLook}") { Extras = [Again] },
        _ => new($"it is over: our last question had no answer. {WhereToLook}") { Extras = [Again] },
    };
}
