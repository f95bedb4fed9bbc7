using System.Globalization;
using System.Text.RegularExpressions;

namespace Curbside.LocalHost.Killing;

/// <summary>Somebody who texts: reads their thread and answers it, mostly sensibly, and does now and then whatever people do.</summary>
internal sealed partial class Texter(Member self, int seed, World world, Ledger ledger)
{
    /// <summary>Whoever has this many texts to read looks at the latest alone.</summary>
    private const int Latest = 4;

    private static readonly string[] Kinds = ["CASE", "CASE", "MED", "RISK", "SECOND OPINION", "SUPPORT"];

    private readonly Random _random = new(seed);
    private bool _optedOut;

    /// <summary>Texts on and on, one at a time, until told to stop; what was begun is said to its end.</summary>
    public async Task LiveAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(_random.Next(40), CancellationToken.None);
            if (self.Asks && _random.Next(50) == 0)
            {
                await FillInFormAsync();
            }
            else
            {
                await TextAsync();
            }
        }
    }

    private async Task TextAsync()
    {
        var thread = await world.ThreadAsync(self.Phone);
        var (words, carrierWord) = Words([.. thread.Where(entry => entry.Direction == "out").TakeLast(Latest).Select(entry => entry.Body)]);
        var text = new SentText(self.Phone, $"SM{NewId()}", words, carrierWord);
        var answer = await world.DeliverAsync(text);
        if (_random.Next(20) == 0 && await world.DeliverAsync(text) is var again && again != answer)
        {
            ledger.Complain($"The same webhook again was answered with\n{again}\nand not with\n{answer}", self.Phone);
        }
    }

    private async Task FillInFormAsync()
    {
        if ((await world.ConsultsAsync()).All(consult => consult.Clinician != self.Name || consult.State != "held"))
        {
            await world.RequestAsync(self.Phone, NewId(), "case", _random.Next(2) == 0 ? "now" : "today");
        }
    }

    private (string Words, string? CarrierWord) Words(string[] latest)
    {
        if (_optedOut)
        {
            _optedOut = false;
            return ("START", "START");
        }

        var dice = _random.Next(100);
        var codes = latest.Reverse().SelectMany(body => Code().Matches(body)).Select(match => match.Value).ToArray();
        if (codes.Length > 0 && dice < 70)
        {
            return (Pick(codes), null);
        }

        var letter = codes.Length > 0 ? codes[0][..1] : "A";
        switch (dice)
        {
            case < 4 when !self.Asks:
                _optedOut = true;
                return ("STOP", "STOP");
            case < 6:
                return (Pick("PAUSE 2", "RESUME", "SLEEP", "WAKE", "?", "JOIN", "HELP"), null);
            case < 8:
                return (Pick("whatever you think", "yes but after 4", "no but ask someone else", "I want to die"), null);
            case < 60 when self.Asks:
                return ($"ASK {Pick(Kinds)} {Pick("NOW", "NOW", "TODAY", "THIS WEEK", "")}", null);
            case < 70:
                return ($"X {letter}", null);
            case < 80:
                return ($"R {letter}", null);
            case < 92:
                return (string.Create(CultureInfo.InvariantCulture, $"{letter} {_random.Next(1, 13)}:{_random.Next(12) * 5:D2}{Pick("am", "pm")}"), null);
            default:
                return (Pick("yes", "no", "1", $"{letter} in {_random.Next(5, 90)}"), null);
        }
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private string NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    [GeneratedRegex(@"\b[A-H]\d{1,2}\b")]
    private static partial Regex Code();
}
