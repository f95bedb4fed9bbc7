using Curbside.Conversations;
using NodaTime;

namespace Curbside.Functions.Sms;

/// <summary>Twilio is away for an hour. Nothing is lost, and nothing is sent twice that could be known to have been sent.</summary>
public sealed class TwilioTroubleTests
{
    private const string Maya = "+14155550101";
    private const string Noor = "+14155550102";

    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task What_was_to_be_sent_while_twilio_was_down_is_sent_once_when_it_is_back()
    {
        await using var undisturbed = await VendorWorld.OpenAsync();
        await undisturbed.TextAsync(Maya, "SM-ask", "ASK MED TODAY");
        var offer = Assert.Single(undisturbed.Thread(Noor), text => text.Contains("asks a CA medication question", StringComparison.Ordinal));

        await using var world = await VendorWorld.OpenAsync();
        world.Twilio.IsDown = true;
        await world.TextAsync(Maya, "SM-ask", "ASK MED TODAY");
        await world.AdvanceAsync(Hour);
        Assert.Empty(world.Thread(Noor));

        world.Twilio.IsDown = false;
        await world.AdvanceAsync(Hour);

        Assert.Equal(undisturbed.Thread(Noor)[0], world.Thread(Noor)[0]);
        Assert.Single(world.Thread(Noor), text => text == offer);
    }

    [Fact]
    public async Task What_twilio_took_without_saying_so_is_not_sent_again()
    {
        await using var world = await VendorWorld.OpenAsync();
        world.Twilio.LosesAnswers = true;
        await world.TextAsync(Maya, "SM-ask", "ASK MED TODAY");
        await world.AdvanceAsync(Hour);

        world.Twilio.LosesAnswers = false;
        await world.AdvanceAsync(Hour);

        var texts = world.Twilio.Texts.Where(text => text.Direction != "inbound").Select(text => (text.To, text.Body)).ToList();
        Assert.Contains(texts, text => text.To == Noor);
        Assert.Equal(texts.Distinct(), texts);
    }

    [Fact]
    public async Task A_text_that_never_arrived_as_a_webhook_is_found_handled_and_answered_once()
    {
        await using var world = await VendorWorld.OpenAsync();
        world.Twilio.Keep(Maya, "+14155550100", "ASK MED TODAY", "inbound", "received");
        var missed = world.Get<MissedTexts>();

        Assert.Equal(0, await missed.CollectAsync(default));
        await world.AdvanceAsync(Duration.FromMinutes(3));
        Assert.Equal(1, await missed.CollectAsync(default));
        Assert.Equal(0, await missed.CollectAsync(default));
        await world.AdvanceAsync(Duration.FromMinutes(3));

        Assert.Single(world.Thread(Noor), text => text.Contains("asks a CA medication question", StringComparison.Ordinal));
        Assert.Single(world.Thread(Maya), text => text.Contains("A: medication, today, client in CA.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_did_arrive_changes_nothing_when_it_is_found_again()
    {
        await using var world = await VendorWorld.OpenAsync();
        await world.TextAsync(Maya, "SM00000000000000000000000000000009", "ASK MED TODAY");
        await world.AdvanceAsync(Duration.FromMinutes(3));
        var before = world.Twilio.Texts.Count;

        Assert.Equal(1, await world.Get<MissedTexts>().CollectAsync(default));
        await world.AdvanceAsync(Duration.FromMinutes(3));

        Assert.Equal(before, world.Twilio.Texts.Count);
    }

    [Fact]
    public async Task A_stop_that_twilio_has_answered_itself_is_not_answered_again()
    {
        await using var world = await VendorWorld.OpenAsync();
        world.Twilio.Keep(Maya, "+14155550100", " stop ", "inbound", "received");
        await world.AdvanceAsync(Duration.FromMinutes(3));

        Assert.Equal(1, await world.Get<MissedTexts>().CollectAsync(default));
        await world.AdvanceAsync(Hour);

        Assert.Empty(world.Thread(Maya));
    }

    [Fact]
    public async Task A_missed_text_that_cannot_be_handled_does_not_hold_up_the_next_and_is_tried_again()
    {
        await using var world = await VendorWorld.OpenAsync();
        world.Twilio.Keep(Maya, "+14155550100", "ASK MED TODAY", "inbound", "received");
        world.Twilio.Keep(Noor, "+14155550100", "PAUSE 3", "inbound", "received", world.Clock.Now + Duration.FromSeconds(1));
        await world.AdvanceAsync(Duration.FromMinutes(3));
        world.Store.FailAt(new Mishap(1, IsMade: false, Kills: false));

        Assert.Equal(1, await world.Get<MissedTexts>().CollectAsync(default));
        await world.AdvanceAsync(Duration.FromMinutes(3));
        Assert.Single(world.Thread(Noor), text => text.Contains("no offers until", StringComparison.Ordinal));
        Assert.Empty(world.Thread(Maya));

        Assert.Equal(1, await world.Get<MissedTexts>().CollectAsync(default));
        await world.AdvanceAsync(Duration.FromMinutes(3));
        Assert.Single(world.Thread(Maya), text => text.Contains("A: medication, today, client in CA.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_twilio_does_not_give_is_asked_for_again()
    {
        await using var world = await VendorWorld.OpenAsync();
        world.Twilio.IsDown = true;
        await Assert.ThrowsAsync<IOException>(() => world.Get<MissedTexts>().CollectAsync(default));
    }
}
