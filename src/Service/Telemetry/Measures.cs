using System.Diagnostics;
using System.Diagnostics.Metrics;
using Curbside.Consults;
using Curbside.Sending;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Telemetry;

/// <summary>What is counted and timed, in OpenTelemetry's terms. <c>docs/telemetry.md</c> is the table of it.</summary>
/// <remarks>
/// No measurement says whom it is about. Nor does it name a consult's kind, beyond whether it is a risk: a practice of five could tell from a count of
/// <c>support</c> who asked for it.
/// </remarks>
public static class Measures
{
    public const string Meter = "Curbside";

    /// <summary>Whoever keeps the time is told a moment after it: an answer that comes within this time of the promise has kept it.</summary>
    private static readonly Duration Punctual = Duration.FromMinutes(1);

    private static readonly Meter Source = new(Meter);
    private static readonly Histogram<double> FirstOffer = Source.CreateHistogram<double>("curbside.consult.first_offer", "s", "From asking to the first offer.");
    private static readonly Histogram<double> Booking = Source.CreateHistogram<double>("curbside.consult.booking", "s", "From asking to a booking.");
    private static readonly Counter<long> Promises = Source.CreateCounter<long>("curbside.consult.promises", "{promise}", "Kept and broken.");
    private static readonly Counter<long> Stages = Source.CreateCounter<long>("curbside.consult.stages", "{consult}", "Consults that came to a stage.");
    private static readonly Counter<long> Messages = Source.CreateCounter<long>("curbside.messages", "{message}", "What became of texts and mails.");
    private static readonly Counter<long> Refusals = Source.CreateCounter<long>("curbside.webhooks.refused", "{request}", "Webhooks of nobody we know.");
    private static readonly Counter<long> Finds = Source.CreateCounter<long>("curbside.sweep.finds", "{row}", "Rows that the sweep found due.");

    /// <summary>A consult was decided on and saved.</summary>
    internal static void Decided(Consult? before, Consult after, Instant now)
    {
        // A drill keeps and breaks no promise to anybody, and nobody is to be called out for it.
        if (after.IsDrill)
        {
            return;
        }

        KeyValuePair<string, object?> urgency = new("urgency", after.Request.Urgency.Name());
        KeyValuePair<string, object?> risk = new("risk", after.IsRisk);
        if (First(Happening.Offered) is { } offered)
        {
            FirstOffer.Record((offered - after.AskedAt).TotalSeconds, urgency, risk);
        }

        if (First(Happening.Booked) is { } booked)
        {
            Booking.Record((booked - after.AskedAt).TotalSeconds, urgency, risk);
        }

        if (before?.Stage is null or Stage.Asking or Stage.Proposed && after.Stage is Stage.Booked or Stage.Unanswered && after.PromiseAt is { } promised)
        {
            Promises.Add(1, new("outcome", now <= promised + Punctual ? "kept" : "broken"), urgency, risk);
        }

        if (before?.Stage.GetType() != after.Stage.GetType())
        {
            Stages.Add(1, new KeyValuePair<string, object?>("stage", after.Stage.GetType().Name.ToLowerInvariant()));
        }

        Instant? First(Happening what) =>
            before is not null && before.Timeline.Any(entry => entry.What == what)
                ? null
                : after.Timeline.Where(entry => entry.What == what).Select(entry => (Instant?)entry.At).FirstOrDefault();
    }

    /// <summary>A text or mail was handed to its provider.</summary>
    /// <param name="channel"><c>text</c> or <c>mail</c>.</param>
    internal static void Handed(string channel, SendOutcome outcome) => Count(channel, outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.Unreachable => "unreachable",
        SendOutcome.OptedOut => "opted_out",
        SendOutcome.TryLater => "try_later",
        _ => throw new UnreachableException(),
    });

    /// <summary>A provider said what became of a text or mail.</summary>
    internal static void Reported(string channel, DeliveryReport report) => Count(channel, report switch
    {
        DeliveryReport.Delivered => "delivered",
        DeliveryReport.Undeliverable => "undeliverable",
        DeliveryReport.OptedOut => "opted_out_later",
        _ => throw new UnreachableException(),
    });

    /// <summary>A webhook did not come from whom it says.</summary>
    /// <param name="webhook">Which one: <c>twilio</c> or <c>sendgrid</c>.</param>
    public static void Refused(string webhook) => Refusals.Add(1, new KeyValuePair<string, object?>("webhook", webhook));

    internal static void Swept(Table table, int rows)
    {
        if (rows > 0)
        {
            Finds.Add(rows, new KeyValuePair<string, object?>("table", table.ToString().ToLowerInvariant()));
        }
    }

    private static void Count(string channel, string outcome) => Messages.Add(1, new("channel", channel), new("outcome", outcome));
}
