using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Links;
using Curbside.People;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Curbside.Web;

/// <summary><c>GET /</c> and <c>POST /requests</c>: asking for a consult by form.</summary>
public sealed class RequestPages
{
    /// <summary>In the query of <c>/</c>: show what happens next instead of the form.</summary>
    private const string HeldQuery = "held";

    private readonly PolicyBook _policies;
    private readonly PeopleBook _people;
    private readonly LinkBook _links;
    private readonly Requests _requests;
    private readonly KnownBrowsers _browsers;
    private readonly HeldLimit _limit;
    private readonly SenderLimits _limits;
    private readonly PageOptions _options;
    private readonly TimeProvider _time;
    private readonly IClock _clock;

    internal RequestPages(
        PolicyBook policies,
        PeopleBook people,
        LinkBook links,
        Requests requests,
        KnownBrowsers browsers,
        HeldLimit limit,
        SenderLimits limits,
        PageOptions options,
        TimeProvider time,
        IClock clock)
    {
        _policies = policies;
        _people = people;
        _links = links;
        _requests = requests;
        _browsers = browsers;
        _limit = limit;
        _limits = limits;
        _options = options;
        _time = time;
        _clock = clock;
    }

    /// <summary>The empty form, with what the address already says of it (<c>?kind=observation</c>); or what happens next.</summary>
    public async Task FormAsync(HttpContext context)
    {
        if (!await _limits.AllowsAsync(context))
        {
            return;
        }

        var query = context.Request.Query;
        if (query.TryGetValue(HeldQuery, out var held))
        {
            var policy = await _policies.CurrentAsync(context.RequestAborted);
            await context.PageAsync(RequestOutcomes.Held(policy, isRisk: held == Kind.Risk.Name()));
            return;
        }

        var chosen = new[] { FormField.Kind, FormField.Urgency }
            .SelectMany(field => query[field].Select(value => (field, value: value ?? "")))
            .ToLookup(pair => pair.field, pair => pair.value);
        var errors = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
        await ShowFormAsync(context, await _browsers.FindAsync(context), chosen, errors);
    }

    /// <summary>
    /// Takes a request: at once from a browser that is known as its clinician's, otherwise held until the phone has said that it is theirs.
    /// </summary>
    public async Task SubmitAsync(HttpContext context)
    {
        var arrived = _time.GetTimestamp();
        if (!await _limits.AllowsAsync(context))
        {
            return;
        }

        var policy = await _policies.CurrentAsync(context.RequestAborted);
        var body = await FormBody.ReadAsync(context.Request);
        if (body.Fields is not { } fields)
        {
            await RequestOutcomes.RefuseAsync(context, policy.Practice, body.Refusal);
            return;
        }

        var browser = await _browsers.FindAsync(context);
        switch (RequestForm.Read(fields, browser?.Person, policy, _clock.GetCurrentInstant()))
        {
            case RequestReading.Refused { Errors: var errors } when context.WantsJson():
                await context.ProblemAsync(
                    StatusCodes.Status400BadRequest, "The form is not complete.", "Change the fields that are named, and send it again.", errors);
                break;
            case RequestReading.Refused { Errors: var errors }:
                await ShowFormAsync(context, browser, fields, errors);
                break;
            case RequestReading.Accepted accepted when browser?.Person.Phone == accepted.Phone:
                await AskAsync(context, browser!, accepted, fields, policy);
                break;
            case RequestReading.Accepted accepted:
                await HoldAsync(context, accepted, fields, policy, arrived);
                break;
        }
    }

    /// <summary><c>POST /screen</c>: what in a question may identify a client, while it is still being typed. Nothing of it is kept.</summary>
    public async Task ScreenAsync(HttpContext context)
    {
        if (!await _limits.AllowsAsync(context))
        {
            return;
        }

        var body = await FormBody.ReadAsync(context.Request);
        if (body.Fields is not { } fields)
        {
            await Answer.SentenceAsync(context, body.Refusal, "Send the question as application/x-www-form-urlencoded, at most 64 KiB.");
            return;
        }

        await context.JsonAsync(new { hints = WrittenWords.Hints(fields[FormField.Question].FirstOrDefault() ?? "") }, StatusCodes.Status200OK);
    }

    private async Task AskAsync(
        HttpContext context, KnownBrowser browser, RequestReading.Accepted accepted, ILookup<string, string> fields, Policy policy)
    {
        if (!_browsers.IsProven(browser, fields))
        {
            await RequestOutcomes.NotProvenAsync(context, policy.Practice, accepted.Question);
            return;
        }

        // Not stopped when the browser goes away: it was sent by then.
        var id = IdOf(accepted, fields);
        await _requests.AskAsync(id, accepted.Draft.For(browser.Person, policy.Practice, _clock.GetCurrentInstant()), accepted.Question);
        if (context.WantsJson())
        {
            await AcceptedAsync(context, id, "asking");
        }
        else
        {
            await context.SeeOtherAsync($"/c/{await _links.OpenAsync(id, browser.Person.Id)}");
        }
    }

    /// <summary>Whether the number is on the roster shows neither in the answer nor in the time it takes.</summary>
    private async Task HoldAsync(HttpContext context, RequestReading.Accepted accepted, ILookup<string, string> fields, Policy policy, long arrived)
    {
        // The machine itself can look up who is on the roster.
        var isOwn = Loopback.IsOrigin(context);
        if (!isOwn && !_limit.Allows(_options.Sender(context)))
        {
            await RequestOutcomes.TooManyAsync(context, policy.Practice);
            return;
        }

        var id = IdOf(accepted, fields);
        if ((await _people.CurrentAsync()).TryFind(accepted.Phone, out var asker))
        {
            var request = accepted.Draft.For(asker.Person, policy.Practice, _clock.GetCurrentInstant());
            await _requests.HoldAsync(id, request, accepted.Question, accepted.Phone);
        }

        if (!isOwn)
        {
            var left = _options.HeldAnswerAfter - _time.GetElapsedTime(arrived);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
        }

        if (context.WantsJson())
        {
            await AcceptedAsync(context, id, "held");
        }
        else
        {
            await context.SeeOtherAsync(accepted.Draft.Kind == Kind.Risk ? $"/?{HeldQuery}={Kind.Risk.Name()}" : $"/?{HeldQuery}");
        }
    }

    private async Task ShowFormAsync(
        HttpContext context, KnownBrowser? browser, ILookup<string, string> typed, ImmutableSortedDictionary<string, ImmutableArray<string>> errors)
    {
        var stop = context.RequestAborted;
        var topics = (await _people.CurrentAsync(stop)).Present
            .Where(colleague => colleague.Person.Is(Roles.Consultant | Roles.Supervisor))
            .SelectMany(colleague => colleague.Person.Topics)
            .Distinct().Order(StringComparer.Ordinal);
        var page = new RequestPage(
            await _policies.CurrentAsync(stop),
            typed,
            errors,
            browser?.Person,
            browser is null ? null : _browsers.ProofFor(browser),
            [.. topics],
            _clock.GetCurrentInstant());
        await context.PageAsync(page.Render(), errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, PageAnswer.AskedAgain);
    }

    private static Task AcceptedAsync(HttpContext context, ConsultId id, string status) =>
        context.JsonAsync(new { id = id.Value, status }, StatusCodes.Status202Accepted);

    /// <summary>A form that is sent twice is one request; gone back to, changed and sent again, it is another.</summary>
    private static ConsultId IdOf(RequestReading.Accepted accepted, ILookup<string, string> fields) => ConsultId.From(
        $"form {FormIds.Of(fields)} {accepted.Phone} {accepted.Draft.Kind} {accepted.Draft.Urgency} {accepted.Draft.Modality} {accepted.Question}");
}
