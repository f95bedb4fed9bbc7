using Curbside.Bench.Practice;
using Curbside.Bench.Storage;

namespace Curbside.Bench.Measurements;

/// <summary>What each transition of one whole consult asks of the store, which in Azure is paid for and waited for one by one.</summary>
internal static class StorageRequests
{
    private const int TargetMost = 8;

    public static async Task<IReadOnlyList<Line>> MeasureAsync(Workspace workspace)
    {
        var counter = new TransitionCounter();
        using var story = await Story.OpenAsync(workspace.NewFolder(), new BenchPractice(BenchPractice.Morning), BenchPractice.Morning, counter);
        await FromAskToFollowUpAsync(story);
        return
        [
            .. from transition in counter.All
               group (double)transition.Requests by transition.Kind into kind
               let requests = new Percentiles(kind)
               orderby kind.Key
               select new Line(
                   $"storage requests: {kind.Key} ({requests.Count})",
                   $"mean {requests.Mean:F1}, most {requests.Max:F0}",
                   "≤ 8", requests.Max <= TargetMost),
        ];
    }

    /// <summary>The first says no, the second yes; reminders, the start, whether they met, whether it helped.</summary>
    public static async Task FromAskToFollowUpAsync(Story story)
    {
        var (clinician, first, second) = (BenchPractice.Phone(0, 0), BenchPractice.Phone(0, 1), BenchPractice.Phone(0, 2));
        await story.TextAsync(clinician, "ASK MED WEEK");
        await story.AnswerAsync(first, "can't");
        await story.TextAsync(second, "tomorrow 4pm");
        await story.TextAsync(clinician, "?");
        await story.TextAsync(clinician, "yes");
        await story.UntilAsync(second, "take place?");
        await story.AnswerAsync(second, "it did");
        await story.TextAsync(first, "PAUSE 1");
        await story.UntilAsync(clinician, "did the consult help?");
        await story.AnswerAsync(clinician, "it helped");
        await story.NextDeadlineAsync();
    }
}
