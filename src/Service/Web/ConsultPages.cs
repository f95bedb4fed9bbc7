using Curbside.Consults;
using Curbside.Links;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Web;

/// <summary><c>/c/{token}</c>: the consult's page, and what one can do there.</summary>
/// <remarks>
/// The token in the address is itself what lets somebody in. No cookie speaks here, so no antiforgery proof is asked for; what a browser says was
/// sent from another site is refused.
/// </remarks>
public sealed class ConsultPages
{
    private readonly ConsultAccess _access;
    private readonly PolicyBook _policies;
    private readonly LinkBook _links;
    private readonly KnownBrowsers _browsers;
    private readonly SenderLimits _limits;
    private readonly IClock _clock;

    internal ConsultPages(ConsultAccess access, PolicyBook policies, LinkBook links, KnownBrowsers browsers, SenderLimits limits, IClock clock)
    {
        _access = access;
        _policies = policies;
        _links = links;
        _browsers = browsers;
        _limits = limits;
        _clock = clock;
    }

    /// <summary><c>GET /c/{token}</c>.</summary>
    public async Task ShowAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } view)
        {
            await context.PageAsync((await PageAsync(context, view)).Render());
        }
    }

    /// <summary>
    /// <c>GET /c/{token}/now?v=…</c>: the parts of the page that may have changed, for the page's own script; <c>204</c> while none has. <c>X-Now</c>
    /// tells the time here, to count down by.
    /// </summary>
    public async Task NowAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } view)
        {
            return;
        }

        var page = await PageAsync(context, view);
        context.Response.Headers["X-Now"] = InstantPattern.General.Format(Now);
        if (context.Request.Query["v"] == page.Version)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await context.PartsAsync(page.Changes());
    }

    /// <summary><c>GET /c/{token}/invite.ics</c>: the calendar entry of what is booked.</summary>
    public async Task InviteAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } view)
        {
            return;
        }

        if (ConsultActions.InvitationFor(view, Now) is not { } invitation)
        {
            await GoneAsync(context, view.Titled("Nothing is booked"), "There is no time to put into a calendar.");
            return;
        }

        // An entry names whom it is for by an address; for somebody without one, the practice's stands in.
        var attendee = view.Viewer.Email ?? $"noreply@{new Uri(view.Policy.Practice.PublicUrl).Host}";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"consult.ics\"";
        await context.TextAsync(CalendarFile.Write(view.Consult.Id, invitation, attendee, view.Policy.Practice), "text/calendar; charset=utf-8");
    }

    /// <summary><c>POST /c/{token}/note</c>: a note, or the question (<c>as=question</c>, the asker alone).</summary>
    public Task NoteAsync(HttpContext context) => SentAsync(context, async (view, fields) =>
    {
        var asQuestion = fields[ConsultForms.AsField].Contains(ConsultForms.AsQuestion);
        var typed = fields[ConsultForms.TextField].FirstOrDefault() ?? "";
        var words = WrittenWords.Read(typed, identifiesNobody: fields[FormField.NotIdentifying].Contains("yes"));
        if (words.Text is { } text)
        {
            await DoAsync(context, view, fields, by => new ConsultEvent.NoteAdded(by, text, asQuestion && view.IsAsker));
            return;
        }

        var field = asQuestion && view.IsAsker ? ConsultForms.AsQuestion : ConsultForms.TextField;
        await ShowTroubleAsync(context, view, new PageTrouble(field, typed, words.Errors.IsEmpty ? ["Write something first."] : words.Errors));
    });

    /// <summary><c>POST /c/{token}/withdraw</c>: the asker withdraws, the consultant calls off.</summary>
    public Task WithdrawAsync(HttpContext context) => TellAsync(context, by => new ConsultEvent.CalledOff(by));

    /// <summary><c>POST /c/{token}/other-time</c>.</summary>
    public Task OtherTimeAsync(HttpContext context) => TellAsync(context, by => new ConsultEvent.OtherTimeAsked(by));

    /// <summary><c>POST /c/{token}/step-out</c>: the consultant recognises the client.</summary>
    public Task StepOutAsync(HttpContext context) => TellAsync(context, by => new ConsultEvent.SteppedOut(by));

    /// <summary>
    /// <c>POST /c/{token}/answer</c>: what is open to the bearer, answered here instead of by text. An answer to what is no longer open changes
    /// nothing.
    /// </summary>
    public Task AnswerAsync(HttpContext context) => SentAsync(context, async (view, fields) =>
    {
        var code = fields[ConsultForms.AnswerField].FirstOrDefault();
        var open = PageQuestion.OpenTo(view, Now).ToList();
        if (open.SelectMany(question => question.Choices).FirstOrDefault(choice => choice.Code == code) is { } choice)
        {
            await DoAsync(context, view, fields, by => new ConsultEvent.Answered(by, "page", choice.Answer));
        }
        else if (open.Select(question => question.TimeAnswer).FirstOrDefault(kind => kind is not null && $"{kind}" == code) is { } kind)
        {
            var typed = fields[ConsultForms.TimeField].FirstOrDefault() ?? "";
            var time = DesiredTime.Read(typed, view.Viewer.Zone, Now, out var trouble);
            await (trouble is null
                ? DoAsync(context, view, fields, by => new ConsultEvent.Answered(by, "page", new Messages.Answer(kind, time.In(view.Viewer.Zone))))
                : ShowTroubleAsync(context, view, new PageTrouble(ConsultForms.TimeField, typed, [trouble])));
        }
        else
        {
            await BackAsync(context);
        }
    });

    /// <summary><c>POST /c/{token}/remember</c>: makes this browser known as the asker's.</summary>
    public Task RememberAsync(HttpContext context) => SentAsync(context, async (view, _) =>
    {
        if (view.IsAsker)
        {
            await _browsers.RememberAsync(context, view.Viewer, view.Policy.Practice);
        }

        await BackAsync(context);
    });

    /// <summary><c>POST /c/{token}/exclude</c>: whom the asker would rather not be brought together with.</summary>
    public Task ExcludeAsync(HttpContext context) => SentAsync(context, async (view, fields) =>
    {
        await _access.KeepApartAsync(Token(context), now => ExclusionsOf(context, now).Read(fields[Exclusions.PersonField]), CancellationToken.None);
        await BackAsync(context);
    });

    private Exclusions ExclusionsOf(HttpContext context, ConsultView view) => new(view, person => _links.HandleFor(Token(context), person));

    private Instant Now => _clock.GetCurrentInstant();

    /// <summary>The second part of the path, on every host.</summary>
    private static string Token(HttpContext context) => context.Request.Path.Value!.Split('/')[2];

    /// <returns>Null when the bearer has been told that there is nothing, or that it is too much.</returns>
    private async Task<ConsultView?> FindAsync(HttpContext context)
    {
        if (!await _limits.AllowsAsync(context))
        {
            return null;
        }

        var view = await _access.FindAsync(Token(context), context.RequestAborted);
        if (view is null)
        {
            await GoneAsync(
                context,
                "This link opens nothing",
                "It may be cut short, or its consult is over or with somebody else by now. Text ? to the number that our texts come from "
                    + "to see what is open, or ask the practice for a new link.");
        }

        return view;
    }

    private async Task GoneAsync(HttpContext context, string title, string says)
    {
        var practice = (await _policies.CurrentAsync(context.RequestAborted)).Practice;
        await context.PageAsync(
            PageFrame.Of(practice, title, Html.Of(
                $"""
                <h1>{title}</h1>
                <p>{says}</p>
                <p>The practice: {PageFrame.Call(practice.OfficeLine)}. {PageFrame.IfInDanger}</p>
                """)),
            StatusCodes.Status404NotFound);
    }

    /// <summary>
    /// A form of another site that knows the token is refused all the same: <c>/remember</c> would make somebody's browser known as someone else's.
    /// </summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private async Task SentAsync(HttpContext context, Func<ConsultView, ILookup<string, string>, Task> then)
    {
        if (IsFromElsewhere(context.Request))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status403Forbidden, "This form was not sent from the consult's own page.");
            return;
        }

        if (await FindAsync(context) is not { } view)
        {
            return;
        }

        var body = await FormBody.ReadAsync(context.Request);
        if (body.Fields is { } fields)
        {
            await then(view, fields);
        }
        else
        {
            await RequestOutcomes.RefuseAsync(context, view.Policy.Practice, body.Refusal);
        }
    }

    private Task TellAsync(HttpContext context, Func<PersonId, ConsultEvent> what) =>
        SentAsync(context, (view, fields) => DoAsync(context, view, fields, what));

    /// <summary>
    /// Tells the consult, whether or not the browser waits for it, and goes back to the page; or says that it is done where the page is not theirs
    /// any more.
    /// </summary>
    private async Task DoAsync(HttpContext context, ConsultView view, ILookup<string, string> fields, Func<PersonId, ConsultEvent> what)
    {
        await _access.DoAsync(Token(context), FormIds.Of(fields), what, CancellationToken.None);
        if (await _access.FindAsync(Token(context)) is not null)
        {
            await BackAsync(context);
            return;
        }

        var title = view.Titled("Done");
        await context.PageAsync(PageFrame.Of(view.Policy.Practice, title, Html.Of(
            $"""
            <h1>{title}</h1>
            <p>It is off your list. The other side is told, without a reason, and this link opens nothing any more.</p>
            """)));
    }

    private static Task BackAsync(HttpContext context) => context.SeeOtherAsync($"/c/{Token(context)}");

    private async Task ShowTroubleAsync(HttpContext context, ConsultView view, PageTrouble trouble) =>
        await context.PageAsync((await PageAsync(context, view, trouble)).Render(), StatusCodes.Status400BadRequest);

    private async Task<ConsultPage> PageAsync(HttpContext context, ConsultView view, PageTrouble? trouble = null)
    {
        var isRemembered = (await _browsers.FindAsync(context))?.Person.Id == view.Viewer.Id;
        return new ConsultPage(view, new PageSetting(Token(context), Now, ExclusionsOf(context, view), isRemembered, trouble));
    }
}
