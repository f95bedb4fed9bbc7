using System.Diagnostics;
using System.Text.Json;

namespace Curbside.Browser;

/// <summary>Calendar files as a parser of somebody else's reads them (ical.js, from npm), in strict mode.</summary>
public class Calendar_files
{
    [Fact]
    public async Task From_the_booking_over_a_change_to_the_withdrawal()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await demo.TextAsync(Demo.Noor, "A 3:30pm");
        await demo.TextAsync(Demo.Maya, "1");
        var link = new Uri(await demo.LinkAsync(Demo.Maya)).AbsolutePath;
        var booked = await ReadAsync(await demo.GetAsync($"{link}/invite.ics"));
        Assert.Equal("REQUEST", booked.Method);
        Assert.Equal("CONFIRMED", booked.Status);
        Assert.Equal("2026-01-05T23:30:00.000Z", booked.Start);
        Assert.Equal("2026-01-05T23:50:00.000Z", booked.End);
        Assert.Equal("America/Los_Angeles", booked.Zone);
        Assert.Equal("Consult with Noor Ng MD", booked.Summary);
        Assert.Equal(["-PT15M"], booked.Alarms);
        Assert.DoesNotContain("medication", booked.Text, StringComparison.OrdinalIgnoreCase);

        // The mail carries the same entry, for the other side as well.
        var mailed = await MailedAsync(demo, "noor.ng@example.org");
        Assert.Equal((booked.Uid, booked.Sequence, booked.Start), (mailed.Uid, mailed.Sequence, mailed.Start));

        await demo.TextAsync(Demo.Noor, "R A");
        await demo.TextAsync(Demo.Noor, "4:15pm");
        await demo.AnswerAsync(Demo.Maya);
        var moved = await ReadAsync(await demo.GetAsync($"{link}/invite.ics"));
        Assert.Equal("2026-01-06T00:15:00.000Z", moved.Start);
        Assert.Equal(booked.Uid, moved.Uid);
        Assert.True(moved.Sequence > booked.Sequence);

        await demo.TextAsync(Demo.Maya, "X A");
        var cancelled = await ReadAsync(await demo.GetAsync($"{link}/invite.ics"));
        Assert.Equal(("CANCEL", "CANCELLED", booked.Uid), (cancelled.Method, cancelled.Status, cancelled.Uid));
        Assert.Equal(moved.Start, cancelled.Start);
        Assert.True(cancelled.Sequence > moved.Sequence);
        Assert.Empty(cancelled.Alarms);
        Assert.Equal(cancelled.Sequence, (await MailedAsync(demo, "noor.ng@example.org")).Sequence);
    }

    private static async Task<Entry> MailedAsync(Demo demo, string address)
    {
        var mails = JsonElement.Parse(await demo.GetAsync($"/local/mailboxes/{address}/messages")).EnumerateArray();
        return await ReadAsync(mails.SelectMany(mail => mail.GetProperty("attachments").EnumerateArray()).Last().GetProperty("content").GetString()!);
    }

    private static async Task<Entry> ReadAsync(string file)
    {
        Assert.All(file.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal), line));
        using var node = Process.Start(new ProcessStartInfo("node", [Tools.Path("calendar.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(file);
        node.StandardInput.Close();
        var (output, errors) = (await node.StandardOutput.ReadToEndAsync(), await node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, errors);
        return JsonSerializer.Deserialize<Entry>(output, JsonSerializerOptions.Web)! with { Text = file };
    }

    private sealed record Entry(
        string Method, string Uid, int Sequence, string Status, string Start, string End, string Zone, string Summary, IReadOnlyList<string> Alarms, string Text);
}
