namespace Curbside.Bench.Practice;

/// <summary>A text that somebody sends.</summary>
internal sealed record Texted(string From, string Body, string Kind);

/// <summary>What a practice texts in: mostly looks at what is open, some requests and pauses, and an answer to most offers.</summary>
internal sealed class Mix(OpenOffers offers)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    // The same texts in every run, as far as the answers allow.
    private readonly Random _random = new(1);
    private readonly Queue<OpenOffer> _waiting = new();
    private readonly HashSet<string> _paused = new(StringComparer.Ordinal);
    private DateTime _lookAt = DateTime.MinValue;
    private int _asked;

    /// <summary>For one thread at a time.</summary>
    public Texted Next()
    {
        if (DateTime.UtcNow >= _lookAt)
        {
            foreach (var offer in offers.Next())
            {
                _waiting.Enqueue(offer);
            }

            _lookAt = DateTime.UtcNow + LookEvery;
        }

        return _random.Next(100) switch
        {
            < 25 when _waiting.TryDequeue(out var offer) => _random.Next(2) == 0
                ? new Texted(offer.Phone, offer.Take, "yes")
                : new Texted(offer.Phone, offer.Refuse, "no"),
            < 35 and >= 25 => new Texted(BenchPractice.Clinicians[_asked++ % BenchPractice.Clinicians.Length], "ASK MED TODAY", "ASK"),
            < 45 and >= 35 => PauseOrResume(Anyone()),
            _ => new Texted(Anyone(), "?", "?"),
        };
    }

    private string Anyone() => BenchPractice.Everyone[_random.Next(BenchPractice.Everyone.Length)];

    private Texted PauseOrResume(string phone)
    {
        if (_paused.Remove(phone))
        {
            return new Texted(phone, "RESUME", "PAUSE");
        }

        _paused.Add(phone);
        return new Texted(phone, "PAUSE 1", "PAUSE");
    }
}
