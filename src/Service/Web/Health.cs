using System.Collections.Immutable;
using Curbside.Preflight;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>What a host says of itself.</summary>
/// <param name="Configured">Nothing that is secret, such as <c>texts</c> → <c>simulated</c>.</param>
public sealed record HealthOptions(IReadOnlyList<KeyValuePair<string, string>> Configured)
{
    /// <summary>Before this ends, roster and policy are not there to be looked at.</summary>
    public Func<Task> Opened { get; init; } = () => Task.CompletedTask;

    /// <summary>How long an answer waits for the preflight: a store that does not answer must not look like a service that does not.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the first answer comes without a preflight, as on a host that is measured by when it first answers.</summary>
    public bool FirstAtOnce { get; init; }
}

/// <summary>
/// Says that the service lives, and what is missing before it can be relied on. Anybody may ask: what is missing is told in sentences that name nobody and show no
/// number; <c>GET /manage/preflight</c> tells the rest.
/// </summary>
public sealed class Health(HealthOptions options, PreflightBook preflight)
{
    private const string NotYet = "Roster and policy have not been looked at yet. Ask again in a few seconds.";

    private bool _atOnce = options.FirstAtOnce;

    /// <summary>
    /// Answers <c>{ "status": "ok", "texts": "simulated", …, "ready": false, "missing": ["…"], "notes": ["…"] }</c>, and 200 for as long as the service lives: an
    /// alert hangs on it.
    /// </summary>
    public async Task GetAsync(HttpContext context)
    {
        var (missing, notes) = await StandingAsync();
        await Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            foreach (var (what, how) in options.Configured)
            {
                json.WriteString(what, how);
            }

            json.WriteBoolean("ready", missing.IsEmpty);
            json.WriteStrings("missing", missing);
            json.WriteStrings("notes", notes);
            json.WriteEndObject();
        });
    }

    private async Task<(ImmutableArray<string> Missing, ImmutableArray<string> Notes)> StandingAsync()
    {
        if (_atOnce)
        {
            _atOnce = false;
            return ([NotYet], []);
        }

        try
        {
            var report = await LookAsync().WaitAsync(options.Wait);
            return (Sentences(Mark.ToDo), Sentences(Mark.Note));

            ImmutableArray<string> Sentences(Mark mark) => [.. report.Remarks.Where(remark => remark.Mark == mark).Select(remark => remark.Sentence)];
        }
        catch (TimeoutException)
        {
            return ([NotYet], []);
        }
        catch (IOException)
        {
            return (["Storage does not answer, so roster and policy cannot be looked at."], []);
        }
        catch (Exception)
        {
            // Whatever it is, the service lives; who asks for the whole preflight is told.
            return (["What is stored of roster and policy cannot be read. Load both again."], []);
        }
    }

    private async Task<PreflightReport> LookAsync()
    {
        await options.Opened();
        return await preflight.CurrentAsync();
    }
}
