using Curbside.Bench.Measurements;
using Curbside.Messages;

namespace Curbside.Bench.Cost;

/// <summary>What one consult takes in the Azure host, counted from ASK to "did it help?", with a refusal and another time on the way.</summary>
/// <param name="StorageRequests">Of the practice's tables.</param>
/// <param name="Turns">Of its orchestration: each runs one activity.</param>
/// <param name="TextsOut">Replies to texts included.</param>
/// <param name="SegmentsOut">What carriers count.</param>
internal sealed record OneConsult(int StorageRequests, int Turns, int TextsIn, int TextsOut, int SegmentsOut)
{
    public static async Task<OneConsult> CountAsync()
    {
        var one = await DurableRequests.RunAsync();
        return new OneConsult(one.InTransitions, one.Activities, one.TextsIn, one.TextsOut.Count, one.TextsOut.Sum(Gsm7.Segments));
    }
}
