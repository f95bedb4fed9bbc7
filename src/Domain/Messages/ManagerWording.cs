using static Curbside.Messages.Phrase;

namespace Curbside.Messages;

/// <summary>What a practice manager is told: people by their full names, and whom to call.</summary>
internal static class ManagerWording
{
    public static Phrase? Of(Message message) => message switch
    {
        Message.ManagerCalledIn called => new(
            $"{Who} asked for {KindWords.Consult(called.Kind)}, and no one was free. Can you take it over and call {called.AskerPhone.Spoken}?",
            called.Asker,
            NameForm.Full)
        {
            Answers = ["I will", "can't"],
            Subject = "a consult needs you",
        },
        Message.HeldRiskWaits held => new(
            $"a risk consult was asked for in the name of {Who}, whose phone has not confirmed it. Please call {held.AskerPhone.Spoken}",
            held.Asker,
            NameForm.Full)
        {
            Subject = "a consult needs you",
        },
        Message.RiskOutOfReach lost => new(
            $"{Who} is in a risk consult and can't be texted any more. Please call {lost.AskerPhone.Spoken}", lost.Asker, NameForm.Full)
        {
            Subject = "a consult needs you",
        },
        Message.TakeOverAck over => new($"thank you. Please call {Who} now: {over.AskerPhone.Spoken}. We have told them.", over.Asker, NameForm.Full),
        Message.PersonNeeded needed => new(
            $"we do not understand the texts of {Who}. Please call {needed.Phone.Spoken}", needed.Person, NameForm.Full)
        {
            Subject = "a person needs you",
            HasPage = false,
        },
        _ => null,
    };
}
