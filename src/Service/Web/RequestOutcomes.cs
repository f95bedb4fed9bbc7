using Curbside.Consults;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>What a browser, or a program, is told of its request besides the form itself.</summary>
internal static class RequestOutcomes
{
    /// <summary>The same page whoever's number was typed.</summary>
    public static Page Held(Policy policy, bool isRisk) => PageFrame.Of(
        policy.Practice,
        "Not sent yet",
        Html.Of(
            $"""
            <h1>Not sent yet</h1>
            <p class="lead">Nobody is asked yet. One step is left, on your phone:</p>
            <ol class="next">
            <li>We text the number that you typed, now.</li>
            <li><strong>Answer 1 to send the request</strong>, or 0 if it is not yours. Colleagues are asked then, and the promise starts
            with your answer.</li>
            <li>We text you the time by which you hear, and a link to your consult’s page.</li>
            </ol>
            <p>Without an answer the request is deleted after {PageWords.Wait(policy.HeldFor)}.</p>
            <h2>No text after two minutes?</h2>
            <ul>
            <li>Only numbers that the practice knows get a text. <a href="/">Ask again</a> if you mistyped yours.</li>
            <li>One request at a time waits for a phone. If an earlier one does, answer its text first.</li>
            <li>Or text ASK to the number that our texts come from: that needs no such step.</li>
            <li>Or call the practice: {PageFrame.Call(policy.Practice.OfficeLine)}.</li>
            </ul>
            {Html.If(!isRisk, $"<p>{PageFrame.IfInDanger}</p>")}
            """),
        isRisk ? PageFrame.Crisis(policy.Practice) : default);

    /// <summary>What was typed is shown, so that it is not lost; not as a form, since somebody else may have filled it in.</summary>
    public static Task NotProvenAsync(HttpContext context, Practice practice, string? question) => AnswerAsync(
        context,
        practice,
        StatusCodes.Status403Forbidden,
        "Not sent: please open the form again",
        "This form was not opened in this browser since it was remembered, so we cannot tell that it is yours. Open the form again and send that.",
        Html.Of(
            $"""
            <p><a class="button" href="/">Open the form</a></p>
            {Html.If(question is not null, $"""<h2>What you wrote</h2><p class="words">{question}</p>""")}
            """));

    public static Task TooManyAsync(HttpContext context, Practice practice)
    {
        context.Response.Headers.RetryAfter = $"{(int)HeldLimit.Window.TotalSeconds}";
        return AnswerAsync(
            context,
            practice,
            StatusCodes.Status429TooManyRequests,
            "Not sent: too many requests",
            $"Too many requests came from your network. Try again in {PageWords.Wait(HeldLimit.Window)}, " +
                $"text ASK to the number that our texts come from, or call the practice: {practice.OfficeLine.Spoken}. " +
                "If anyone is in danger: 911, or call 988 (or text it).");
    }

    /// <summary>A body that is no form.</summary>
    public static Task RefuseAsync(HttpContext context, Practice practice, int status) => status == StatusCodes.Status413PayloadTooLarge
        ? AnswerAsync(context, practice, status, "Not sent: too long", $"A form may have {FormBody.Most / 1024} KiB. Shorten it, and send it again.")
        : AnswerAsync(context, practice, status, "Not sent: not a form", "Send the fields as application/x-www-form-urlencoded, in UTF-8.");

    private static Task AnswerAsync(HttpContext context, Practice practice, int status, string title, string detail, Html more = default) =>
        context.WantsJson()
            ? context.ProblemAsync(status, title, detail)
            : context.PageAsync(PageFrame.Of(practice, title, Html.Of($"<h1>{title}</h1><p>{detail}</p>{more}")), status);
}
