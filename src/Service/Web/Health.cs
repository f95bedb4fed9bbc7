using Curbside.Consults;
using Curbside.People;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>Says that the service lives and reads its store, and what is configured: nothing that is secret.</summary>
/// <param name="configured">What the host has to say of itself, such as <c>texts</c> → <c>simulated</c>.</param>
public sealed class Health(PeopleBook people, PolicyBook policies, IReadOnlyList<KeyValuePair<string, string>> configured)
{
    /// <summary>Answers <c>{ "status": "ok", "practice": "Bay Curbside Counseling", "people": 14, … }</c>.</summary>
    public async Task GetAsync(HttpContext context)
    {
        var roster = await people.CurrentAsync(context.RequestAborted);
        var policy = await policies.CurrentAsync(context.RequestAborted);
        await Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            json.WriteString("practice", policy.Practice.Name);
            json.WriteNumber("people", roster.Present.Count());
            foreach (var (what, how) in configured)
            {
                json.WriteString(what, how);
            }

            json.WriteEndObject();
        });
    }
}
