using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;

namespace Curbside.Telemetry;

/// <summary>One trace for each consult, whoever works on it: its requests, its orchestration and its messages are spans of the same trace.</summary>
/// <remarks>
/// The trace's id is made from the consult's, so nothing has to be carried from one process to the next. Each span links to the request or activity
/// that it happened in, which has a trace of its own.
/// </remarks>
public static class Traces
{
    public const string Source = "Curbside";

    /// <summary>The attribute that names the consult, here and on the request that touched it.</summary>
    public const string Consult = "curbside.consult";

    private static readonly ActivitySource Spans = new(Source);

    /// <returns>Null when nobody listens.</returns>
    internal static Activity? Start(string what, ConsultId consult, ActivityKind kind = ActivityKind.Internal)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        var around = Activity.Current;
        var trace = ContextOf(consult);
        if (around?.TraceId == trace.TraceId)
        {
            return Spans.StartActivity(what, kind)?.SetTag(Consult, consult.Value);
        }

        around?.SetTag(Consult, consult.Value);
        ActivityLink[] links = around is null ? [] : [new ActivityLink(around.Context)];
        return Spans.StartActivity(what, kind, trace, links: links)?.SetTag(Consult, consult.Value);
    }

    private static ActivityContext ContextOf(ConsultId consult)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"trace {consult}"));
        var (trace, span) = (ActivityTraceId.CreateFromBytes(hash.AsSpan(0, 16)), ActivitySpanId.CreateFromBytes(hash.AsSpan(16, 8)));
        return new ActivityContext(trace, span, ActivityTraceFlags.Recorded, isRemote: true);
    }
}
