using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Curbside.LocalHost.Killing;

/// <summary>A text as the carrier delivers it, as often as it takes until it is acknowledged.</summary>
/// <param name="OptOut">The word that the carrier has acted on itself (OptOutType).</param>
internal sealed record SentText(string Phone, string Sid, string Body, string? OptOut);

/// <param name="TwiML">What came back with the acknowledgement.</param>
internal sealed record AcknowledgedText(SentText Text, string TwiML);

/// <summary>What was acknowledged to the world outside, what went wrong, and what happened around it.</summary>
internal sealed class Ledger
{
    /// <summary>Of the events around a complaint, the latest that concern it.</summary>
    private const int EventsShown = 16;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentQueue<(TimeSpan At, string About, string What)> _events = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    /// <summary>Texts whose webhook was answered with 200.</summary>
    public ConcurrentQueue<AcknowledgedText> Texts { get; } = [];

    /// <summary>Ids of consults whose form was answered with 202.</summary>
    public ConcurrentQueue<string> Forms { get; } = [];

    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <param name="about">Whom it concerns: a phone number, or <c>host</c>.</param>
    public void Note(string what, string about) => _events.Enqueue((_watch.Elapsed, about, what));

    /// <summary>Something that must not be, with the events that led to it.</summary>
    public void Complain(string what, string about)
    {
        var events = _events.Where(one => one.About == about || one.About == "host").TakeLast(EventsShown)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"    {one.At.TotalSeconds:F3} {one.About} {one.What}"));
        _complaints.Enqueue(string.Join('\n', events.Prepend(what)));
    }
}
