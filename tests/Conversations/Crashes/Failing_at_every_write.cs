using System.Collections.Concurrent;

namespace Curbside.Conversations;

/// <summary>
/// The store fails at the first write of a story, at the second, and so on to the last, once before it is made and once after. The program dies of
/// it and is started again, or lives on; and the carrier calls again. Nobody may notice: everyone hears the same as if nothing had happened, in the
/// same order and once.
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

    private static readonly Scene[] NothingComesOfIt =
    [
        new("2026-01-05 13:00", "Maya Lee", "ASK"),
        new("2026-01-05 13:03", "Maya Lee", "A3"),
        new("2026-01-05 13:06", "Maya Lee", "A8"),
        new("2026-01-05 13:09", "Noor Ng", "4pm, if she sends the notes"),
        new("2026-01-05 13:12", "Maya Lee", "4:30pm"),
        new("2026-01-05 13:15", "Noor Ng", "no"),
        new("2026-01-05 13:18", "Omar Reyes", "STOP"),
        new("2026-01-05 13:21", "Dana Fox", "A0"),
        new("2026-01-05 13:24", "Omar Reyes", "START"),
        new("2026-01-05 13:27", "Maya Lee", "ask case this week"),
        new("2026-01-05 13:30", "Maya Lee", "X B"),
        new("2026-01-05 13:33", "Maya Lee", "ask risk today"),
        new("2026-01-05 13:36", "Maya Lee", "please stop texting me"),
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

    /// <summary>One phone is both sides, and answers for both in one text. Which of its two letters is told first after a death is left to chance.</summary>
    private static readonly Scene[] Drill =
    [
        new("2026-01-05 13:00", "Dana Fox", "DRILL"),
        new("2026-01-05 13:03", "Dana Fox", "DRILL"),
        new("2026-01-05 13:06", "Dana Fox", "B in 20"),
        new("2026-01-05 13:09", "Dana Fox", "A1"),
        new("2026-01-05 13:12", "Dana Fox", "R B"),
        new("2026-01-05 13:15", "Dana Fox", "B 1:30pm"),
        new("2026-01-05 13:18", "Dana Fox", "A yes"),
        new("2026-01-05 13:38", "Dana Fox", "A yes and B no"),
        new("2026-01-05 13:41", "Dana Fox", "A0"),
        new("2026-01-05 13:44", "Dana Fox", "?"),
    ];

    public static TheoryData<string> Stories => [.. Told.Keys];

    private static Dictionary<string, (Scene[] Scenes, string? Unreachable)> Told { get; } = new()
    {
        ["From request to second opinion"] = (FromRequestToSecondOpinion, null),
        ["Risk that nobody takes"] = (RiskThatNobodyTakes, null),
        ["Stops on both sides"] = (StopsOnBothSides, null),
        ["Nothing comes of it"] = (NothingComesOfIt, null),
        ["A drill"] = (Drill, null),
        ["The first who is asked cannot be reached"] = (FromRequestToSecondOpinion, "Noor Ng"),
        ["The asker of a risk consult cannot be reached"] = (RiskThatNobodyTakes, "Maya Lee"),
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public Task A_program_that_dies_is_not_noticed(string story) => NobodyNoticesAsync(story, kills: true);

    /// <summary>Time that was reserved in vain stays taken for two minutes, and so this is a story without a booking.</summary>
    [Fact]
    public Task A_store_that_stumbles_is_not_noticed() => NobodyNoticesAsync("Nothing comes of it", kills: false);

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
            if (InOrder(told.Outcome) != InOrder(expected.Outcome))
            {
                differences.Add($"{mishap}:\n{Difference(expected.Outcome, told.Outcome)}");
            }
        });
        Assert.True(
            differences.IsEmpty,
            $"{differences.Count} of {2 * expected.Writes} times somebody noticed.\n{string.Join('\n', differences.Order().Take(3))}");

        string InOrder(string outcome) => Told[story].Scenes == Drill ? string.Join('\n', outcome.Split('\n').Order(StringComparer.Ordinal)) : outcome;
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
            var mails = await practice.World.MailboxAsync(address);
            lines.AddRange(mails.Select(mail => $"{name} @ {mail.Text.ReplaceLineEndings(" ")}").Distinct().Order());
        }

        lines.AddRange((await practice.World.ConsultsAsync()).Select(consult => $"{consult with { Id = "" }}").Order());
        return string.Join('\n', lines);
    }

    private static string Difference(string expected, string told)
    {
        var (wanted, had) = (expected.Split('\n').ToList(), told.Split('\n').ToList());
        var differences = More("-", wanted, had).Concat(More("+", had, wanted)).ToList();
        return differences.Count > 0
            ? string.Join('\n', differences)
            : $"  the order differs from: {wanted.Zip(had).First(pair => pair.First != pair.Second).First}";

        static IEnumerable<string> More(string sign, List<string> some, List<string> others) =>
            from lines in some.GroupBy(line => line)
            from line in lines.Skip(others.Count(other => other == lines.Key))
            select $"  {sign} {line}";
    }

    private sealed record Scene(string At, string Who, string Says);
}
