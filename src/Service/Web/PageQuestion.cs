using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Web;

/// <summary>A question that waits for whoever reads the page: the same as by text, for those who are not texted.</summary>
/// <param name="TimeAnswer">What a time of the reader's own would be an answer of; null where none is asked for.</param>
internal sealed record PageQuestion(Html Asks, ImmutableArray<PageChoice> Choices, AnswerKind? TimeAnswer = null)
{
    /// <summary>Everything that is open to the viewer at this time.</summary>
    public static IEnumerable<PageQuestion> OpenTo(ConsultView view, Instant now)
    {
        var (consult, viewer) = (view.Consult, view.Viewer);
        switch (consult.Stage)
        {
            case Stage.Held when view.IsAsker:
                yield return new(
                    Html.Of($"Did you ask for this? It is not sent yet."),
                    [new("Send it", AnswerKind.Send), new("It was not me", AnswerKind.NotMe)]);
                break;
            case Stage.Proposed { ByConsultant: true } proposed when view.IsAsker:
                yield return new(
                    Html.Of(
                        $"""
                        {view.NameOf(proposed.Consultant)} can {PageWords.ComeToYou(consult.Request.Modality)}
                        on {PageWords.At(proposed.Start, viewer.Zone)}.
                        It is held for you until {PageWords.At(proposed.Until, viewer.Zone)}.
                        """),
                    [new("Book it", AnswerKind.Take, proposed.Start), new("Ask someone else", AnswerKind.Refuse, proposed.Start)],
                    AnswerKind.Counter);
                break;
            case Stage.Booked { Move: { } move } booked when move.By != viewer.Id && move.Start is { } start:
                yield return new(
                    Html.Of(
                        $"""
                        {view.NameOf(move.By)} asks to move it to {PageWords.At(start, viewer.Zone)}. Until you take that,
                        {PageWords.At(booked.Booking.Start, viewer.Zone)} stands.
                        """),
                    [new("Take the new time", AnswerKind.Take, start), new("Keep the old time", AnswerKind.Refuse, start)],
                    AnswerKind.Counter);
                break;
            case Stage.Booked { Move: { Start: null } move } when move.By == viewer.Id:
                yield return new(Html.Of($"When instead?"), [new("Keep the old time", AnswerKind.KeepTime)], AnswerKind.MoveTo);
                break;
            case Stage.Missed when view.IsAsker:
                yield return new(
                    Html.Of($"What now?"),
                    [
                        new("Try again with the same person", AnswerKind.SamePersonAgain),
                        new("Ask someone else", AnswerKind.AskSomeoneElse),
                        new("Leave it", AnswerKind.LeaveIt),
                    ]);
                break;
        }

        foreach (var question in AfterSteps(view, now))
        {
            yield return question;
        }
    }

    /// <summary>What the agenda has asked and nobody has answered.</summary>
    private static IEnumerable<PageQuestion> AfterSteps(ConsultView view, Instant now)
    {
        var (consult, zone) = (view.Consult, view.Viewer.Zone);
        var isBooked = consult.Stage is Stage.Booked;
        if (isBooked && consult.Done.ContainsKey(Step.DidYouMeet))
        {
            yield return new(Html.Of($"Did the consult take place?"), [new("It did", AnswerKind.Met), new("It did not", AnswerKind.NotMet)]);
        }

        if (!view.IsAsker)
        {
            yield break;
        }

        if (isBooked && consult.Done.ContainsKey(Step.TalkingYet))
        {
            yield return new(
                Html.Of($"Are you talking yet? If we hear nothing, we ask someone else."),
                [new("We are talking", AnswerKind.Talking), new("Not yet", AnswerKind.NotTalking)]);
        }

        if (isBooked && consult.Request.Kind == Kind.Observation && consult.Done.ContainsKey(Step.Start))
        {
            yield return new(
                Html.Of($"Does your client’s written consent still stand?"),
                [new("It stands", AnswerKind.ConsentStands), new("It is withdrawn", AnswerKind.ConsentWithdrawn)]);
        }

        if (consult.Done.ContainsKey(Step.EveningHelp) && !consult.Done.ContainsKey(Step.EveningSettled))
        {
            yield return new(
                Html.Of($"Shall a colleague call you? It is a support consult: this line tells no manager."),
                [new("A colleague calls me", AnswerKind.ColleagueCalls), new("Not now", AnswerKind.NoColleague)]);
        }
        else if (consult.Done.TryGetValue(Step.Evening, out var evening) && evening.InZone(zone).Date == now.InZone(zone).Date)
        {
            yield return new(
                Html.Of($"How are you this evening?"),
                [new("All right", AnswerKind.DoingAllRight), new("I’d like to talk", AnswerKind.WouldLikeACall)]);
        }

        if (consult.Stage is Stage.Booked or Stage.Met && consult.Done.ContainsKey(Step.DidItHelp))
        {
            yield return new(
                Html.Of($"Did the consult help?"),
                [new("It helped", AnswerKind.Helped), new("Partly", AnswerKind.HelpedPartly), new("Still stuck", AnswerKind.StillStuck)]);
        }
    }
}

/// <summary>One way to answer.</summary>
internal sealed record PageChoice(string Label, AnswerKind Kind, Instant? At = null)
{
    /// <summary>What the button sends. It names the time too, so that an answer to an old proposal never takes a new one.</summary>
    public string Code => At is { } at ? $"{Kind} {InstantPattern.General.Format(at)}" : $"{Kind}";

    public Messages.Answer Answer => new(Kind, At);
}
