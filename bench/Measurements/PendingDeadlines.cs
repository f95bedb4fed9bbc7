using System.Diagnostics;
using Curbside.Bench.Practice;
using Curbside.Bench.Storage;
using Curbside.Consults;
using Curbside.LocalHost.Storage;
using Curbside.People;
using Curbside.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Curbside.Bench.Measurements;

/// <summary>
/// What the program has in memory, with the demo practice and with 100,000 consults that wait; and how late the texts leave when 1,000 of those
/// fall due in the same moment: "did it help?", which in a practice is due at eight for everyone who met in the evening a week before.
/// </summary>
internal static class PendingDeadlines
{
    private const int Waiting = 100_000;
    private const int DueAtOnce = 1_000;
    private const int CommitsAtOnce = 256;
    private const int RowsPerCommit = 100;
    private const double TargetDemoMegabytes = 80;
    private const double TargetMegabytes = 250;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(4);
    private static readonly Duration UntilDue = Duration.FromSeconds(12);
    private static readonly TimeSpan LongestLateness = TimeSpan.FromSeconds(40);

    public static async Task<IReadOnlyList<Line>> MeasureAsync(Workspace workspace)
    {
        var demo = await IdleMegabytesAsync(await HostProcess.StartAsync(workspace.NewFolder()));
        var people = new BenchPractice(SystemClock.Instance.GetCurrentInstant());
        var template = await MetConsultAsync(workspace.NewFolder(), people);
        var folder = workspace.NewFolder();
        var options = people.WriteFiles(workspace.NewFolder());
        await SeedWaitingAsync(folder, people, template);

        // With nothing due soon: a start looks a minute ahead for what a crash left, and reading that is not being idle.
        var first = await HostProcess.StartAsync(folder, options);
        var startedIn = first.StartedIn;
        var resident = await IdleMegabytesAsync(first);

        var due = await SeedDueAtOnceAsync(folder, people, template);
        await using var host = await HostProcess.StartAsync(folder, options);
        var lateness = new Percentiles(await LatenessAsync(folder, due));
        return
        [
            new Line("memory idle, demo practice", $"{demo:F0} MB", "≤ 80 MB", demo <= TargetDemoMegabytes),
            new Line($"memory idle, {Waiting:N0} consults waiting", $"{resident:F0} MB", "≤ 250 MB", resident <= TargetMegabytes),
            new Line($"memory right after {DueAtOnce:N0} more fell due at once", $"{host.ResidentMegabytes():F0} MB"),
            new Line($"start to first 200 with {Waiting:N0} waiting", $"{startedIn.TotalSeconds:F2} s"),
            new Line(
                $"lateness when {DueAtOnce:N0} fall due at once ({lateness.Count:N0} texts seen)",
                $"p50 {lateness.Median:F2} s, p99 {lateness.P99:F2} s, max {lateness.Max:F2} s"),
        ];
    }

    private static async Task<double> IdleMegabytesAsync(HostProcess host)
    {
        await using (host)
        {
            await Task.Delay(Idle);
            return host.ResidentMegabytes();
        }
    }

    /// <summary>A consult whose two people have met, made by asking for it.</summary>
    private static async Task<Consult> MetConsultAsync(string folder, BenchPractice people)
    {
        var today = SystemClock.Instance.GetCurrentInstant();
        var counter = new TransitionCounter();
        using var story = await Story.OpenAsync(folder, people, today, counter);
        var (clinician, consultant) = (BenchPractice.Phone(0, 0), BenchPractice.Phone(0, 1));
        await story.TextAsync(clinician, "ASK MED TODAY");
        await story.TextAsync(consultant, "A1");
        await story.UntilAsync(consultant, "take place?");
        await story.AnswerAsync(consultant, "it did");
        var row = (await story.Practice.Store.ScanAsync(Table.Consults, RowKeys.State, RowKeys.State + "~")).Single();
        return StoredForm.Read<StoredConsult>(row.Body).Consult;
    }

    /// <summary>Due from an hour on. Without the reasons kept for each of the 200 people, which nobody reads here.</summary>
    private static async Task SeedWaitingAsync(string folder, BenchPractice people, Consult template)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        using var practice = InProcess.Open(folder, people.ReadPolicy(), now);
        await practice.People.ImportAsync(people.People);
        var lean = template with { Choices = [] };
        await SaveAsync(practice, lean, Enumerable.Range(DueAtOnce, Waiting), n => now + Duration.FromHours(1) + Duration.FromSeconds(n));
    }

    /// <summary>With everything that a consult keeps.</summary>
    /// <returns>When they fall due.</returns>
    private static async Task<Instant> SeedDueAtOnceAsync(string folder, BenchPractice people, Consult template)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var due = now + UntilDue;
        using var practice = InProcess.Open(folder, people.ReadPolicy(), now);
        await SaveAsync(practice, template, Enumerable.Range(0, DueAtOnce), _ => due);
        return due;
    }

    private static async Task SaveAsync(
        InProcess practice, Consult template, IEnumerable<int> numbers, Func<int, Instant> dueAt)
    {
        var askers = BenchPractice.Everyone.Select(phone => PersonId.Of(PhoneNumber.Parse(phone))).ToList();
        var followUp = Duration.FromDays(7);
        foreach (var batch in numbers.Chunk(CommitsAtOnce))
        {
            var commits = batch.Select(n =>
            {
                var (asker, consultant) = (askers[n % askers.Count], askers[(n + 1) % askers.Count]);
                var booking = ((Stage.Met)template.Stage).Booking with { Consultant = consultant, Start = dueAt(n) - followUp };
                var consult = template with
                {
                    Id = ConsultId.From($"waiting {n}"),
                    Request = template.Request with { Asker = asker },
                    Stage = new Stage.Met(booking, booking.End),
                };
                var stored = new StoredConsult(consult, dueAt(n), Outstanding.None);
                return (consult.Id, Save: practice.Store.CommitAsync(
                    Table.Consults, consult.Id.Value, [new Write.Insert(RowKeys.State, StoredForm.Write(stored), stored.Due)]));
            }).ToList();
            await Task.WhenAll(commits.Select(commit => commit.Save));
            foreach (var rows in commits.Chunk(RowsPerCommit))
            {
                var body = StoredForm.Write(practice.Now);
                await practice.Store.CommitAsync(Table.Open, "open", [.. rows.Select(row => new Write.Insert(row.Id.Value, body))]);
            }
        }
    }

    /// <returns>Seconds after the due time at which the carrier took each text.</returns>
    private static async Task<IReadOnlyList<double>> LatenessAsync(string folder, Instant due)
    {
        await Task.Delay((due - SystemClock.Instance.GetCurrentInstant() is { } left && left > Duration.Zero ? left : Duration.Zero).ToTimeSpan());
        var watch = Stopwatch.StartNew();
        while (true)
        {
            await Task.Delay(500);
            var lateness = Read(folder, due);
            if (lateness.Count >= DueAtOnce || watch.Elapsed > LongestLateness)
            {
                return lateness.Count > 0 ? lateness : throw new InvalidOperationException("Nothing that fell due was sent.");
            }
        }
    }

    private static List<double> Read(string folder, Instant due)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "carrier.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT at FROM texts WHERE incoming = 0 AND body LIKE '%did the consult help?%'";
        using var texts = command.ExecuteReader();
        var lateness = new List<double>();
        while (texts.Read())
        {
            lateness.Add((Instant.FromUnixTimeTicks(texts.GetInt64(0)) - due).TotalSeconds);
        }

        return lateness;
    }
}
