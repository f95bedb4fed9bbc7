using System.Collections.Immutable;
using System.Text.Json;
using Curbside.Consults;
using Curbside.Files;
using Curbside.People;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>How a manager brings in the roster and the policy. Who may is for the host to say.</summary>
public sealed class Management(PeopleBook people, PolicyBook policies)
{
    /// <summary>A roster file (CSV) replaces the roster. Answers <c>{ "people": 14 }</c>, or what is wrong in which line.</summary>
    public async Task PutRosterAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, RosterFile.MostBytes) is not { } csv)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status413PayloadTooLarge, $"A roster has at most {RosterFile.MostBytes} bytes.");
            return;
        }

        switch (RosterFile.Read(csv))
        {
            case RosterReading.Accepted accepted:
                var count = await people.ImportAsync(accepted.People);
                await Answer.JsonAsync(context, json => WriteObject(json, () => json.WriteNumber("people", count)));
                break;
            case RosterReading.Refused refused:
                await RefuseAsync(context, "The roster is not taken: nothing has changed.", refused.Errors);
                break;
        }
    }

    /// <summary>A policy file (JSON) replaces the policy. Answers <c>{ "practice": "Bay Curbside Counseling" }</c>, or what is wrong.</summary>
    public async Task PutPolicyAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, PolicyFile.MostBytes) is not { } text)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status413PayloadTooLarge, $"A policy has at most {PolicyFile.MostBytes} bytes.");
            return;
        }

        switch (PolicyFile.Read(text))
        {
            case PolicyReading.Accepted accepted:
                await policies.PutAsync(text);
                await Answer.JsonAsync(context, json => WriteObject(json, () => json.WriteString("practice", accepted.Policy.Practice.Name)));
                break;
            case PolicyReading.Refused refused:
                await RefuseAsync(context, "The policy is not taken: nothing has changed.", refused.Errors);
                break;
        }
    }

    private static Task RefuseAsync(HttpContext context, string title, ImmutableArray<FileError> errors) =>
        Answer.JsonAsync(context, StatusCodes.Status400BadRequest, "application/problem+json", json => WriteObject(json, () =>
        {
            json.WriteString("title", title);
            json.WriteNumber("status", StatusCodes.Status400BadRequest);
            json.WriteStartArray("errors");
            foreach (var error in errors)
            {
                WriteObject(json, () =>
                {
                    json.WriteNumber("line", error.Line);
                    json.WriteString("field", error.Field);
                    json.WriteString("text", error.Text);
                });
            }

            json.WriteEndArray();
        }));

    private static void WriteObject(Utf8JsonWriter json, Action members)
    {
        json.WriteStartObject();
        members();
        json.WriteEndObject();
    }
}
