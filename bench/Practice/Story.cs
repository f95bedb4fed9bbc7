using System.Globalization;
using System.Text.RegularExpressions;
using Curbside.Bench.Storage;
using Curbside.Consults;
using Curbside.Links;
using Curbside.People;
using Curbside.Sending;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Bench.Practice;

/// <summary>A practice in which one thing happens at a time, as people answer what they are asked.</summary>
internal sealed class Story : IDisposable
{
    private const int MostDue = 1000;

    private readonly InProcess _practice;
    private readonly TransitionCounter _counter;
    private readonly Orchestrations? _orchestrations;
    private readonly Dictionary<string, string> _lastTexts = new(StringComparer.Ordinal);
    private readonly List<TextToSend> _textsOut = [];
    private int _texts;

    private Story(InProcess practice, TransitionCounter counter, Orchestrations? orchestrations = null)
    {
        _practice = practice;
        _counter = counter;
        _orchestrations = orchestrations;
    }

    public InProcess Practice => _practice;

    public int TextsIn => _texts;

    /// <summary>All that was sent so far, replies included.</summary>
    public IReadOnlyList<TextToSend> TextsOut => _textsOut;

    /// <summary>Over SQLite, where a loop looks for what is due.</summary>
    public static async Task<Story> OpenAsync(string folder, BenchPractice people, Instant now, TransitionCounter counter)
    {
        using (var practice = InProcess.Open(folder, people.ReadPolicy(), now))
        {
            await practice.People.ImportAsync(people.People);
        }

        var story = InProcess.Open(folder, people.ReadPolicy(), now, inner => new RecordingStore(new SynchronousStore(inner), counter.See));
        await story.People.CurrentAsync();
        counter.Happens("");
        return new Story(story, counter);
    }

    /// <summary>In the Azure host's terms: over its tables, where orchestrations wake consults.</summary>
    /// <param name="tables">A store of tables; what is asked of it is counted.</param>
    public static async Task<Story> OpenAsync(IStore tables, BenchPractice people, Instant now, TransitionCounter counter)
    {
        InProcess? practice = null;
        var orchestrations = new Orchestrations(() => practice!, () => counter.Happens(""));
        practice = new InProcess(
            new RecordingStore(new SynchronousStore(tables), counter.See), people.ReadPolicy(), now, new LinkKey(new byte[32]), Orchestrations.Timekeeper);
        await practice.People.ImportAsync(people.People);
        await practice.People.CurrentAsync();
        counter.Reset();
        return new Story(practice, counter, orchestrations);
    }

    /// <summary>Null where a loop looks for what is due.</summary>
    public Orchestrations? Orchestrations => _orchestrations;

    public async Task TextAsync(string from, string body)
    {
        var sid = string.Create(CultureInfo.InvariantCulture, $"SM{++_texts}");
        _counter.Happens(sid);
        using (_orchestrations?.BeginFunction())
        {
            foreach (var reply in await _practice.Inbox.TextReceivedAsync(PhoneNumber.Parse(from), sid, body, null))
            {
                _practice.Sent.Texts.Enqueue(new TextToSend(reply.Key, from, reply.Body));
            }
        }

        await RunOrchestrationsAsync();
        await DeliverAsync();
    }

    /// <summary>Answers the last question on a phone.</summary>
    /// <param name="answer">What stands behind the number in the text, such as <c>it helped</c>.</param>
    public Task AnswerAsync(string phone, string answer) =>
        Regex.Match(_lastTexts[phone], $@"(?<code>[A-H]\d+) {answer}") is { Success: true } asked
            ? TextAsync(phone, asked.Groups["code"].Value)
            : throw new InvalidOperationException($"Nobody asked for \"{answer}\" in: {_lastTexts[phone]}");

    /// <summary>Lets time pass until this text has come.</summary>
    public async Task UntilAsync(string phone, string words)
    {
        while (!_lastTexts.TryGetValue(phone, out var last) || !last.Contains(words, StringComparison.Ordinal))
        {
            await NextDeadlineAsync();
        }
    }

    public async Task NextDeadlineAsync()
    {
        var due = await _practice.Sweep.NextAsync(default);
        _practice.Now = new[] { due, _orchestrations?.NextAt }.Min() ?? throw new InvalidOperationException("Nothing is due ever.");
        await RunOrchestrationsAsync();

        // Row by row, in the order of the sweep, which handles them side by side: then nobody could tell whose a request is.
        foreach (var row in await _practice.Store.DueAsync(Table.Phones, _practice.Now, MostDue))
        {
            _counter.Happens("");
            using var function = _orchestrations?.BeginFunction();
            await _practice.Phones.AdvanceAsync(PhoneNumber.Parse(row.Partition), takeOver: false, default);
        }

        foreach (var row in await _practice.Store.DueAsync(Table.Consults, _practice.Now, MostDue))
        {
            _counter.Happens("");
            using var function = _orchestrations?.BeginFunction();
            await _practice.Sweep.AdvanceAsync(new ConsultId(row.Partition), default);
        }

        await DeliverAsync();
    }

    public void Dispose()
    {
        _orchestrations?.Dispose();
        _practice.Dispose();
    }

    private Task RunOrchestrationsAsync() => _orchestrations?.RunAsync() ?? Task.CompletedTask;

    private async Task DeliverAsync()
    {
        while (_practice.Sent.Texts.TryDequeue(out var text))
        {
            _lastTexts[text.To] = text.Body;
            _textsOut.Add(text);
            _counter.Happens("");
            using (_orchestrations?.BeginFunction())
            {
                await _practice.Inbox.ReportedAsync(PhoneNumber.Parse(text.To), text.Key, DeliveryReport.Delivered, null);
            }

            await RunOrchestrationsAsync();
        }

        _counter.Happens("");
    }
}
