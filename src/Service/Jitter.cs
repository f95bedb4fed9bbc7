namespace Curbside;

/// <summary>The pause after a lost race, so that those who lost do not meet again.</summary>
internal static class Jitter
{
    public static Task WaitAsync(int attempt, CancellationToken stop) =>
        Task.Delay(Random.Shared.Next(1, 1 << Math.Min(attempt + 3, 9)), stop);
}
