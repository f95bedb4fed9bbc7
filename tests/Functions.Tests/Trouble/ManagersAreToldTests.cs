using System.Net;
using System.Text.Json;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Email;
using Curbside.Functions.Sms;
using Curbside.Functions.Support;
using NodaTime;

namespace Curbside.Functions.Trouble;

/// <summary>What only a person can mend is told to the practice's managers: once a day, by the way that still works, and without a word of anybody's.</summary>
public sealed class ManagersAreToldTests
{
    private const string Maya = "+14155550101";
    private const string Noor = "+14155550102";
    private const string Dana = "+14155550106";
    private const string DanasMail = "dana@example.org";

    private static readonly Instant Afternoon = Instant.FromUtc(2026, 1, 5, 21, 0);
    private static readonly string Rita = Rosters.Row("Rita Oh", "", "+14155550107", "manager", "other", licences: "", consented: false);

    [Fact]
    public async Task A_refused_auth_token_is_mailed_once_a_day_until_it_is_mended()
    {
        await using var world = await VendorWorld.OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana, Rita);
        world.Twilio.Refuses = FakeTwilio.Refusal(401, 20003);
        await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        await world.TextAsync(Maya, "SM-2", "ASK CASE TODAY");

        var mail = Assert.Single(world.SendGrid.To(DanasMail));
        Assert.Single(world.SendGrid.To("rita@example.org"));
        Assert.Equal("Bay Curbside: the line needs you", mail.GetProperty("subject").GetString());
        Assert.Equal("Bay Curbside: no texts go out: Twilio refuses our account. Please check its balance, its notices and the auth token", Words(mail));
        Assert.Empty(world.Thread(Dana));

        await world.AdvanceAsync(Duration.FromHours(30));
        Assert.Equal(2, world.SendGrid.To(DanasMail).Count);

        world.Twilio.Refuses = null;
        await world.TextAsync(Maya, "SM-3", "ASK SUPPORT TODAY");
        await world.AdvanceAsync(Duration.FromDays(2));
        Assert.Equal(2, world.SendGrid.To(DanasMail).Count(sent => Words(sent).Contains("no texts go out", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_kind_of_trouble_is_told_for_itself()
    {
        await using var world = await VendorWorld.OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Dana);
        foreach (var (status, code) in new[] { (401, 20003), (400, 21606), (400, 21408), (400, 21608), (400, 21609), (403, 99999) })
        {
            world.Twilio.Refuses = FakeTwilio.Refusal(status, code);
            await world.TextAsync(Maya, $"SM-{code}", $"ASK {(code % 2 == 0 ? "MED" : "CASE")} TODAY");
        }

        string[] told =
        [
            "no texts go out: Twilio refuses our account", "no texts go out: Twilio does not take our number", "texts to a colleague's country",
            "our Twilio account is on trial", "no texts go out: Twilio does not take our web address",
        ];
        Assert.Equal(told.Length, world.SendGrid.To(DanasMail).Count);
        Assert.All(told, says => Assert.Single(world.SendGrid.To(DanasMail), sent => Words(sent).Contains(says, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("30034", "carriers refuse our texts")]
    [InlineData("30032", "carriers refuse our texts")]
    [InlineData("30002", "Twilio refuses our account")]
    [InlineData("30007", "took a text of ours for spam")]
    [InlineData("30023", "are used up")]
    public async Task What_carriers_report_by_the_hundred_and_to_two_instances_at_once_is_one_mail(string code, string says)
    {
        await using var world = await FunctionsWorld.OpenAsync(Afternoon, PolicyFile.Default, Rosters.People(Rosters.Maya, Rosters.Noor, Rosters.Dana));
        await using var other = await world.OpenAnotherAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => ReportAsync(n % 2 == 0 ? world : other, $"m-{n}", code)));

        var mail = Assert.Single(world.Providers.Mailbox(DanasMail));
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("555", mail.Text, StringComparison.Ordinal);
        await world.AdvanceAsync(Duration.FromDays(1));
        await ReportAsync(world, "m-another", code);
        Assert.Equal(2, world.Providers.Mailbox(DanasMail).Count);
    }

    [Theory]
    [InlineData("30003")]
    [InlineData("30006")]
    [InlineData("30017")]
    [InlineData("21610")]
    public async Task What_concerns_one_phone_or_passes_is_told_to_nobody(string code)
    {
        await using var world = await FunctionsWorld.OpenAsync(Afternoon, PolicyFile.Default, Rosters.People(Rosters.Maya, Rosters.Noor, Rosters.Dana));
        await ReportAsync(world, "m-1", code);
        Assert.Empty(world.Providers.Mailbox(DanasMail));
        Assert.Empty(world.Providers.Thread(Dana));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "no emails go out: SendGrid refuses our account. Please check its API key and its plan")]
    [InlineData(HttpStatusCode.Forbidden, "no emails go out: SendGrid does not take our sender. Please verify its address there")]
    public async Task A_mail_service_that_refuses_is_told_by_text(HttpStatusCode status, string says)
    {
        await using var world = await VendorWorld.OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Dana, Rita);
        world.SendGrid.Answers = status;
        await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        await world.TextAsync(Noor, "SM-2", "A1");

        Assert.Equal(2, Told(world).Count());
        Assert.StartsWith("consult texts from", Told(world).First(), StringComparison.Ordinal);
        Assert.Equal(says, Told(world).Last());
        Assert.Empty(world.Thread("+14155550107"));
        await world.AdvanceAsync(Duration.FromHours(1));
        Assert.Single(Told(world), says);
    }

    [Fact]
    public async Task At_night_a_manager_sleeps_and_is_told_in_the_morning()
    {
        await using var world = await VendorWorld.OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Dana);
        world.SendGrid.Answers = HttpStatusCode.ServiceUnavailable;
        await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        await world.TextAsync(Noor, "SM-2", "A1");
        await world.AdvanceAsync(Duration.FromHours(8.5));
        world.SendGrid.Answers = HttpStatusCode.Forbidden;
        await world.AdvanceAsync(Duration.FromHours(10));
        Assert.Empty(world.Thread(Dana));

        await world.AdvanceAsync(Duration.FromHours(2));
        Assert.Single(Told(world), text => text.Contains("does not take our sender", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_that_are_dropped_because_the_plan_is_used_up_are_told_by_text()
    {
        var signed = await SignedRequests.SignAsync([], [new EventRequest(
            $"{Afternoon.ToUnixTimeSeconds()}",
            """[{"email":"maya@example.org","event":"dropped","reason":"Recipient List over Package Quota","curbside_key":"m-1"}]""")]);
        await using var world = await FunctionsWorld.OpenAsync(
            Afternoon, PolicyFile.Default, Rosters.People(Rosters.Maya, Rosters.Dana), eventKey: signed.EventKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/email/events");
        request.Content = new StringContent(
            """[{"email":"maya@example.org","event":"dropped","reason":"Recipient List over Package Quota","curbside_key":"m-1"}]""");
        request.Headers.Add(Sending.SendGridSignature.TimestampHeader, $"{Afternoon.ToUnixTimeSeconds()}");
        request.Headers.Add(Sending.SendGridSignature.Header, signed.Events[0]);
        using var response = await world.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Single(world.Providers.Thread(Dana), heard => heard.Body.Contains("SendGrid refuses our account", StringComparison.Ordinal));
        Assert.Contains(world.Log.Lines, line => line.Event.Id == 104);
    }

    [Fact]
    public async Task Where_both_are_broken_the_mail_waits_and_nothing_goes_round_in_circles()
    {
        await using var world = await VendorWorld.OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Dana);
        world.Twilio.Refuses = FakeTwilio.Refusal(401, 20003);
        world.SendGrid.Answers = HttpStatusCode.Unauthorized;
        await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        await world.AdvanceAsync(Duration.FromHours(5));
        Assert.Empty(world.Thread(Dana));

        world.SendGrid.Answers = HttpStatusCode.Accepted;
        await world.AdvanceAsync(Duration.FromHours(2));
        Assert.Single(world.SendGrid.To(DanasMail), sent => Words(sent).Contains("no texts go out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_is_manager_the_log_says_it_alone()
    {
        await using var world = await FunctionsWorld.OpenAsync(Afternoon, PolicyFile.Default, Rosters.People(Rosters.Maya, Rosters.Noor));
        await ReportAsync(world, "m-1", "30034");

        Assert.Contains(world.Log.Lines, line => line.Event.Id == 102);
        Assert.Empty(world.Providers.Mailbox("maya@example.org"));
        Assert.Empty(world.Providers.Mailbox("noor@example.org"));
    }

    /// <summary>Whichever write the store fails at, before it is made or after: what is tried again meets the same trouble, and tells it once.</summary>
    [Fact]
    public async Task A_store_that_stumbles_neither_hides_it_nor_doubles_it()
    {
        var writes = (await RefusedAsync(Mishap.None)).Writes;
        Assert.True(writes > 10, "The story does not write.");
        for (var write = 1; write <= writes; write++)
        {
            foreach (var isMade in new[] { true, false })
            {
                var (keys, _) = await RefusedAsync(new Mishap(write, isMade, Kills: false));
                Assert.True(keys.Distinct().Count() == 1, $"{keys.Distinct().Count()} mails when write {write} failed.");
            }
        }
    }

    /// <returns>The keys of what Dana was mailed, a key that comes twice being one mail that nobody can ask for; and the writes it took.</returns>
    private static async Task<(List<string> Keys, int Writes)> RefusedAsync(Mishap mishap)
    {
        await using var world = await VendorWorld.OpenAsync(Rosters.Maya, Rosters.Noor, Rosters.Dana);
        world.Twilio.Refuses = FakeTwilio.Refusal(401, 20003);
        var before = world.Store.Writes;
        world.Store.FailAt(mishap);
        try
        {
            await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        }
        catch (IOException)
        {
            await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        }

        var writes = world.Store.Writes - before;
        await world.AdvanceAsync(Duration.FromHours(1));
        return ([.. world.SendGrid.To(DanasMail).Select(FakeSendGrid.KeyOf)], writes);
    }

    private static string Words(JsonElement mail) => mail.GetProperty("content")[0].GetProperty("value").GetString()!;

    private static IEnumerable<string> Told(VendorWorld world) =>
        world.Thread(Dana).Select(text => text.Replace("Bay Curbside: ", "", StringComparison.Ordinal));

    private static async Task ReportAsync(FunctionsWorld world, string key, string code)
    {
        using var answer = await world.PostSignedAsync(
            $"/sms/status?m={key}",
            new() { ["To"] = Noor, ["MessageStatus"] = "undelivered", ["ErrorCode"] = code },
            FunctionsWorld.AuthToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
