using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Curbside.Functions.Support;

/// <summary>
/// Signatures made by Twilio's and SendGrid's own packages for Node.js (npm <c>twilio</c>, <c>@sendgrid/eventwebhook</c>), all by one process.
/// </summary>
/// <param name="Texts">In the order in which they were asked for; so are <paramref name="Events"/>.</param>
/// <param name="EventKey">The public key of the events, as SendGrid shows it.</param>
internal sealed record SignedRequests(IReadOnlyList<string> Texts, string EventKey, IReadOnlyList<string> Events)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public static async Task<SignedRequests> SignAsync(IEnumerable<TextRequest> texts, IEnumerable<EventRequest> events)
    {
        var folder = Folder();
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules", "twilio")),
            "Twilio's package for Node.js is not installed. Run ./test, or npm ci in tests/Functions.Tests; both need Node.js 20 or later.");
        var wanted = JsonSerializer.Serialize(new { texts = texts.Select(text => new { text.Token, text.Url, form = FormOf(text) }), events }, Names);
        var start = new ProcessStartInfo("node", ["sign.js"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(wanted);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<SignedRequests>(await output, Names)!;
    }

    /// <summary>Twilio's helper takes a field that comes more than once as a list.</summary>
    private static Dictionary<string, object> FormOf(TextRequest text) => text.Fields
        .GroupBy(field => field.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count() == 1 ? group.Single().Value : (object)group.Select(field => field.Value).ToArray());

    /// <summary>The project's own folder, which has the packages beside it.</summary>
    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, ".."));
}

internal sealed record TextRequest(string Token, string Url, IReadOnlyList<KeyValuePair<string, string>> Fields);

internal sealed record EventRequest(string Timestamp, string Body);
