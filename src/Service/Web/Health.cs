using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>Says that the service lives, and what is configured: nothing that is secret.</summary>
/// <param name="configured">What the host has to say of itself, such as <c>texts</c> → <c>simulated</c>.</param>
public sealed class Health(IReadOnlyList<KeyValuePair<string, string>> configured)
{
    /// <summary>Answers <c>{ "status": "ok", "texts": "simulated", … }</c>.</summary>
    public Task GetAsync(HttpContext context) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("status", "ok");
        foreach (var (what, how) in configured)
        {
            json.WriteString(what, how);
        }

        json.WriteEndObject();
    });
}
