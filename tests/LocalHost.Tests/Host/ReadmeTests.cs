using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Curbside.LocalHost.Host;

/// <summary>The conversation that the README shows is the one that the demo practice has.</summary>
public sealed partial class ReadmeTests
{
    private const string SenderName = "Bay Curbside ";

    private static readonly Dictionary<string, string> Phones = new() { ["Maya Lee"] = RunningHost.Maya, ["Noor Ng"] = RunningHost.Noor };

    [Fact]
    public async Task Its_conversation_runs_as_it_stands_there()
    {
        await using var host = await RunningHost.StartAsync(options => options with { Start = NodaTime.Instant.FromUtc(2026, 1, 5, 21, 0) });
        var said = new List<string>();

        // The first text that a phone gets is its welcome, which is left out there.
        var read = Phones.Values.ToDictionary(phone => phone, _ => 1);
        var who = "";
        var told = Told();
        foreach (Match line in told)
        {
            who = line.Groups["who"].Value is { Length: > 0 } name ? name : who;
            var phone = Phones[who];
            if (line.Groups["way"].Value == ">")
            {
                await host.TextAsync(phone, $"SM{said.Count}", line.Groups["body"].Value);
                said.Add(line.Value);
                continue;
            }

            var body = (await ReceivedAsync(host, phone))[read[phone]++];
            said.Add($"{line.Groups["who"].Value,-10}< {body.Replace(SenderName, "", StringComparison.Ordinal)}");
        }

        Assert.Equal(string.Join('\n', told.Select(line => WithoutToken(line.Value))), string.Join('\n', said.Select(WithoutToken)));
        foreach (var (phone, count) in read)
        {
            var received = await ReceivedAsync(host, phone);
            Assert.Equal(count, received.Count);
            Assert.Contains("STOP", received[0], StringComparison.Ordinal);
        }
    }

    private static async Task<List<string>> ReceivedAsync(RunningHost host, string phone) =>
    [
        .. (await host.ThreadAsync(phone)).Where(text => text.GetProperty("direction").GetString() == "out")
            .Select(text => text.GetProperty("body").GetString()!),
    ];

    private static MatchCollection Told([CallerFilePath] string here = "")
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../README.md")).ReplaceLineEndings("\n");
        return Line().Matches(readme.Split("```\n").Single(block => block.StartsWith("Maya Lee  >", StringComparison.Ordinal)));
    }

    private static string WithoutToken(string line) => Token().Replace(line, "/c/…");

    [GeneratedRegex("^(?<who>[A-Z][a-z]+ [A-Z][a-z]+)? *(?<way>[<>]) (?<body>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("https?://[^/ ]+/c/[A-Za-z0-9_-]{22}")]
    private static partial Regex Token();
}
