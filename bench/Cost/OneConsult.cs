using Curbside.Bench.Measurements;
using Curbside.Bench.Practice;
using Curbside.Bench.Storage;
using Curbside.Messages;

namespace Curbside.Bench.Cost;

/// <summary>What one consult takes, counted from ASK to "did it help?", with a refusal and another time on the way.</summary>
/// <param name="StorageRequests">Of the practice's tables.</param>
/// <param name="Turns">Of its orchestration: events and deadlines.</param>
/// <param name="TextsOut">Replies to texts included.</param>
/// <param name="SegmentsOut">What carriers count.</param>
internal sealed record OneConsult(int StorageRequests, int Turns, int TextsIn, int TextsOut, int SegmentsOut)
{
    public static async Task<OneConsult> CountAsync(Workspace workspace)
    {
        var counter = new TransitionCounter();
        using var story = await Story.OpenAsync(workspace.NewFolder(), new BenchPractice(BenchPractice.Morning), BenchPractice.Morning, counter);
        await Measurements.StorageRequests.FromAskToFollowUpAsync(story);
        return new OneConsult(
            counter.All.Sum(transition => transition.Requests),
            counter.All.Count(transition => transition.Kind.EndsWith("decided by a consult", StringComparison.Ordinal)),
            story.TextsIn,
            story.TextsOut.Count,
            story.TextsOut.Sum(text => Gsm7.Segments(text.Body)));
    }
}
