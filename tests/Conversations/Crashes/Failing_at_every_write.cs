using System.Collections.Concurrent;

namespace Curbside.Conversations;

/// <summary>
/// The store fails at the first write of a story, at the second, and so on to the last, once before it is made and once after. The program dies of it and is started
/// again, or lives on; and the carrier calls again. Nobody may notice: everyone hears the same as if nothing had happened, in the same order and once.
/// </summary>
public class Failing_at_every_write
{
    private static readonly Scene[] FromRequestToSecondOpinion =
    [
        new("2026-01-05 13:00", "Maya Lee", "ASK"),
        new("2026-01-05 13:03", "Maya Lee", "A3"),
        new("2026-01-05 13:06", "Maya Lee", "purple"),
        new("2026-01-05 13:09", "Maya Lee", "A8"),
        new("2026-01-05 13:12", "Noor Ng", "A0"),
        new("2026-01-05 13:15", "Omar Reyes", "4:45pm"),
        new("2026-01-05 13:18", "Maya Lee", "1"),
        new("2026-01-05 13:21", "Maya Lee", "A10"),
        new("2026-01-05 13:24", "Omar Reyes", "R A"),
        new("2026-01-05 13:27", "Omar Reyes", "tomorrow 3pm"),
        new("2026-01-05 13:30", "Maya Lee", "yes, thank you. Which number?"),
        new("2026-01-06 16:00", "Omar Reyes", "yes"),
        new("2026-01-13 15:10", "Maya Lee", "A15"),
        new("2026-01-13 15:13", "Maya Lee", "yes"),
        new("2026-01-13 15:16", "Ines Costa", "1"),
        new("2026-01-13 15:19", "Ines Costa", "X A"),
        new("2026-01-13 15:22", "Maya Lee", "?"),
    ];

    private static readonly Scene[] RiskThatNobodyTakes =
    [
        new("2026-01-05 13:00", "Maya Lee", "ASK RISK NOW"),
        new("2026-01-05 13:03", "Ines Costa", "yes"),
        new("2026-01-05 13:21", "Theo Brandt", "X A"),
        new("2026-01-05 13:40", "Dana Fox", "yes"),
        new("2026-01-05 20:00", "Maya Lee", "all good"),
    ];

    private static readonly Scene[] StopsOnBothSides =
    [
        new("2026-01-05 13:00", "Maya Lee", "ask med today"),
        new("2026-01-05 13:03", "Noor Ng", "A1"),
        new("2026-01-05 13:06", "Noor Ng", "STOP"),
        new("2026-01-05 13:09", "Omar Reyes", "A2"),
        new("2026-01-05 13:12", "Maya Lee", "please stop texting me"),
        new("2026-01-05 13:15", "Noor Ng", "START"),
        new("2026-01-05 13:18", "Omar Reyes", "X A"),
        new("2026-01-05 18:00", "Maya Lee", "START"),
    ];

    public static TheoryData<string> Stories => [.. Told.Keys];

    private static Dictionary<string, (Scene[] Scenes, string? Unreachable)> Told { get; } = new()
    {
        ["From request to second opinion"] = (FromRequestToSecondOpinion, null),
        ["Risk that nobody takes"] = (RiskThatNobodyTakes, null),
        ["Stops on both sides"] = (StopsOnBothSides, null),
        ["The first who is asked cannot be reached"] = (FromRequestToSecondOpinion, "Noor Ng"),
        ["The asker of a risk consult cannot be reached"] = (RiskThatNobodyTakes, "Maya Lee"),
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public Task A_program_that_dies_is_not_noticed(string story) => NobodyNoticesAsync(story, kills: true);

    /// <summary>What was claimed is let go after a minute, so that whoever cannot be reached is found out later; the other stories take no longer.</summary>
    [Theory]
    [InlineData("From request to second opinion")]
    [InlineData("Risk that nobody takes")]
    [InlineData("Stops on both sides")]
    public Task A_store_that_stumbles_is_not_noticed(string story) => NobodyNoticesAsync(story, kills: false);

    private static async Task NobodyNoticesAsync(string story, bool kills)
    {
        var expected = await TellAsync(story, Mishap.None);
        Assert.True(expected.Writes > 50, "The story does not write.");
        var mishaps = Enumerable.Range(1, expected.Writes).SelectMany(write =>
            (Mishap[])[new Mishap(write, IsMade: false, kills), new Mishap(write, IsMade: true, kills)]);
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(mishaps, async (mishap, _) =>
        {
            var told = await TellAsync(story, mishap);
            if (told.Outcome != expected.Outcome)
            {
                differences.Add($"{mishap}:\n{Difference(expected.Outcome, told.Outcome)}");
            }
        });
        Assert.True(differences.IsEmpty, $"{differences.Count} of {2 * expected.Writes} times somebody noticed.\n{string.Join('\n', differences.Order().Take(3))}");
    }

    private static async Task<(string Outcome, int Writes)> TellAsync(string story, Mishap mishap)
    {
        var (scenes, unreachable) = Told[story];
        await using var practice = await Practice.OpenAsync(
            Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Ines, Rosters.Theo, Rosters.Dana));
        var store = ((ServiceWorld)practice.World).Store;
        var before = store.Writes;
        if (unreachable is not null)
        {
            await practice[unreachable].IsReachable(false);
        }

        store.FailAt(mishap);
        foreach (var (at, who, says) in scenes)
        {
            await PersistAsync(() => practice.Until(at));
            await PersistAsync(() => practice[who].TextsAs($"{who} {at}", says));
        }

        await PersistAsync(() => practice.Until("2026-01-20 09:00"));
        return (await OutcomeAsync(practice), store.Writes - before);

        async Task PersistAsync(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (StoreFailedException)
            {
                if (mishap.Kills)
                {
                    await practice.Restart();
                }

                await act();
            }
        }
    }

    private static async Task<string> OutcomeAsync(Practice practice)
    {
        var lines = new List<string>();
        foreach (var name in new[] { "Maya Lee", "Noor Ng", "Omar Reyes", "Ines Costa", "Theo Brandt", "Dana Fox" })
        {
            lines.AddRange((await practice[name].Thread()).Select(heard => $"{name} < {heard.Body}"));

            // No mail service can be asked whether it has taken a mail, so that one may come twice.
            var address = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org";
            lines.AddRange((await practice.World.MailboxAsync(address)).Select(mail => $"{name} @ {mail.Text.ReplaceLineEndings(" ")}").Distinct().Order());
        }

        lines.AddRange((await practice.World.ConsultsAsync()).Select(consult => $"{consult with { Id = "" }}").Order());
        return string.Join('\n', lines);
    }

    private static string Difference(string expected, string told)
    {
        var (wanted, had) = (expected.Split('\n').ToList(), told.Split('\n').ToList());
        var missing = wanted.GroupBy(line => line).SelectMany(group => Enumerable.Repeat($"  - {group.Key}", Math.Max(0, group.Count() - had.Count(line => line == group.Key))));
        var surplus = had.GroupBy(line => line).SelectMany(group => Enumerable.Repeat($"  + {group.Key}", Math.Max(0, group.Count() - wanted.Count(line => line == group.Key))));
        var differences = missing.Concat(surplus).ToList();
        return differences.Count > 0 ? string.Join('\n', differences) : $"  the order differs from: {wanted.Zip(had).First(pair => pair.First != pair.Second).First}";
    }

    private sealed record Scene(string At, string Who, string Says);
}
