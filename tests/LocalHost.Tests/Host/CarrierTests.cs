using System.Net;
using System.Text.Json;
using Curbside.LocalHost.Carrier;
using Curbside.Sending;

namespace Curbside.LocalHost.Host;

public sealed class CarrierTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    private ITextSender Sender => _host.Get<ITextSender>();

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_text_gets_an_id_of_the_carriers_own_and_is_found_by_its_key()
    {
        var text = new TextToSend("m-1", RunningHost.Maya, "Hello");
        Assert.Null(await Sender.FindAsync(text, default));

        var sent = Assert.IsType<SendOutcome.Sent>(await Sender.SendAsync(text, default));

        Assert.Matches("^SM[0-9a-f]{32}$", sent.ProviderId);
        Assert.Equal(sent.ProviderId, await Sender.FindAsync(text, default));
        Assert.Null(await Sender.FindAsync(text with { To = RunningHost.Noor }, default));
        Assert.Equal(
            $$"""[{"id":"{{sent.ProviderId}}","key":"m-1","direction":"out","body":"Hello","at":"2026-01-05T17:00:00Z"}]""",
            await _host.GetAsync($"/local/phones/{RunningHost.Maya}/messages"));
    }

    [Fact]
    public async Task A_text_that_is_sent_twice_is_there_twice()
    {
        await Sender.SendAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default);
        await Sender.SendAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default);

        var thread = await _host.ThreadAsync(RunningHost.Maya);
        Assert.Equal(["m-1", "m-1"], thread.Select(text => text.GetProperty("key").GetString()));
        Assert.NotEqual(thread[0].GetProperty("id").GetString(), thread[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_text_to_an_unreachable_phone_is_taken_and_reported_undelivered_and_never_shown_there()
    {
        await SetReachableAsync(RunningHost.Maya, false);

        Assert.IsType<SendOutcome.Sent>(await Sender.SendAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default));

        Assert.Empty(await _host.ThreadAsync(RunningHost.Maya));
        Assert.NotNull(await Sender.FindAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default));
        await SetReachableAsync(RunningHost.Maya, true);
        await Sender.SendAsync(new TextToSend("m-2", RunningHost.Maya, "Hello again"), default);
        Assert.Equal(["Hello again"], await _host.BodiesAsync(RunningHost.Maya));
    }

    [Fact]
    public async Task A_consult_moves_on_when_the_one_who_was_asked_cannot_be_reached()
    {
        await SetReachableAsync(RunningHost.Noor, false);
        await _host.MayaAsksAsync();
        await _host.AdvanceAsync("00:00:00");

        Assert.Empty(await _host.ThreadAsync(RunningHost.Noor));
        var consult = JsonElement.Parse(await _host.GetAsync("/local/consults"))[0];
        Assert.Equal(("asking", 2), (consult.GetProperty("state").GetString(), consult.GetProperty("wave").GetInt32()));
    }

    [Fact]
    public async Task Every_report_is_told_before_an_advance_returns()
    {
        await _host.MayaAsksAsync();
        await _host.AdvanceAsync("00:00:00");
        Assert.Empty(_host.Get<TextTable>().Owed(10));
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData(" unsubscribe ")]
    [InlineData("Cancel")]
    public async Task Someone_who_writes_stop_is_refused_texts_until_they_start_again(string word)
    {
        await WriteAsync(RunningHost.Maya, word);

        var thread = await _host.ThreadAsync(RunningHost.Maya);
        Assert.Equal(["in", "out"], thread.Select(text => text.GetProperty("direction").GetString()));
        Assert.Equal(JsonValueKind.Null, thread[1].GetProperty("key").ValueKind);
        Assert.StartsWith("You have successfully been unsubscribed.", thread[1].GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.IsType<SendOutcome.OptedOut>(await Sender.SendAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default));
        Assert.Equal(2, (await _host.ThreadAsync(RunningHost.Maya)).Length);

        await WriteAsync(RunningHost.Maya, "yes");

        Assert.IsType<SendOutcome.Sent>(await Sender.SendAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default));
    }

    [Fact]
    public async Task Help_is_answered_by_the_carrier_alone()
    {
        await WriteAsync(RunningHost.Maya, "help");
        Assert.Equal(["help", "Reply STOP to unsubscribe. Msg&Data Rates May Apply."], await _host.BodiesAsync(RunningHost.Maya));
    }

    [Fact]
    public async Task A_yes_of_someone_who_is_not_opted_out_is_left_to_curbside()
    {
        await WriteAsync(RunningHost.Maya, "yes");
        Assert.DoesNotContain(await _host.BodiesAsync(RunningHost.Maya), body => body.Contains("re-subscribed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scripts_stop_is_passed_through_by_a_carrier_that_does_nothing_of_its_own()
    {
        await _host.TextAsync(RunningHost.Maya, "SM1", "STOP");
        Assert.DoesNotContain(await _host.BodiesAsync(RunningHost.Maya), body => body.Contains("successfully", StringComparison.Ordinal));
        Assert.IsType<SendOutcome.Sent>(await Sender.SendAsync(new TextToSend("m-1", RunningHost.Maya, "Hello"), default));
    }

    [Fact]
    public async Task Mail_is_in_its_mailbox_with_what_is_attached()
    {
        var attachment = new Attachment("invite.ics", "text/calendar", "BEGIN:VCALENDAR");
        var mail = new MailToSend("m-1", "maya@example.org", "Booked", "See you.", [attachment]);
        Assert.Null(await _host.Get<IMailSender>().FindAsync(mail, default));

        var sent = Assert.IsType<SendOutcome.Sent>(await _host.Get<IMailSender>().SendAsync(mail, default));

        Assert.Equal(sent.ProviderId, await _host.Get<IMailSender>().FindAsync(mail, default));
        var expected = $$"""
            [{"id":"{{sent.ProviderId}}","key":"m-1","subject":"Booked","text":"See you.",
            "attachments":[{"name":"invite.ics","content":"BEGIN:VCALENDAR"}],"at":"2026-01-05T17:00:00Z"}]
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), await _host.GetAsync("/local/mailboxes/Maya@Example.org/messages"));
    }

    private async Task SetReachableAsync(string phone, bool reachable)
    {
        var body = reachable ? """{ "reachable": true }""" : """{ "reachable": false }""";
        using var response = await _host.PostJsonAsync($"/local/phones/{phone}", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task WriteAsync(string phone, string body)
    {
        using var response = await _host.PostFormAsync($"/local/phones/{phone}/texts", ("body", body));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }
}
