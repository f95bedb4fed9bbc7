using System.Collections.Immutable;
using System.Text.Json;
using Curbside.Consults;
using Curbside.Files;
using Curbside.People;
using Curbside.Preflight;
using Curbside.Storage;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Curbside.Web;

/// <summary>How a manager brings in the roster and the policy, and sees what is missing. Who may is for the host to say.</summary>
public sealed class Management(PeopleBook people, PolicyBook policies, PreflightBook preflight)
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

    /// <summary>
    /// The preflight with names, numbers and the table of hours: as text, or as <c>{ "practice", "url", "at", "ready", "remarks": [{ "mark", "text", "details" }],
    /// "hours" }</c> where JSON is asked for.
    /// </summary>
    public async Task GetPreflightAsync(HttpContext context)
    {
        PreflightReport report;
        try
        {
            report = await preflight.CurrentAsync().WaitAsync(context.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status503ServiceUnavailable, "Storage does not answer, so roster and policy cannot be looked at.");
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await (context.WantsJson()
            ? Answer.JsonAsync(context, json => Write(json, report))
            : Answer.SentenceAsync(context, StatusCodes.Status200OK, PreflightText.Write(report)));
    }

    private static void Write(Utf8JsonWriter json, PreflightReport report) => WriteObject(json, () =>
    {
        json.WriteString("practice", report.Practice.Name);
        json.WriteString("url", report.Practice.PublicUrl);
        json.WriteString("at", InstantPattern.General.Format(report.At));
        json.WriteBoolean("ready", report.IsReady);
        json.WriteStartArray("remarks");
        foreach (var remark in report.Remarks)
        {
            WriteObject(json, () =>
            {
                json.WriteString("mark", PreflightText.Word(remark.Mark));
                json.WriteString("text", remark.Sentence);
                json.WriteStrings("details", remark.Details);
            });
        }

        json.WriteEndArray();
        json.WriteString("hours", CoverageTable.Write(report.Coverage, report.Practice.Zone));
    });

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
