namespace Curbside.Conversations;

public class From_booking_to_follow_up
{
    [Fact]
    public async Task Reminders_the_start_did_you_meet_and_did_it_help()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var maya = practice["Maya Lee"];
        var noor = practice["Noor Ng"];
        await maya.Texts("ASK MED THIS WEEK");
        await noor.Texts("wed 3pm");
        await maya.Texts("yes");
        await maya.ReadsAll();
        await noor.ReadsAll();

        await practice.Until("2026-01-06 15:00");
        await maya.Hears("A: reminder: Dr Ng, phone, tomorrow 3:00p PT. …");
        await noor.Hears("A: reminder: M Lee LPC, phone, tomorrow 3:00p PT. …");
        await practice.Until("2026-01-07 14:00");
        await maya.Hears("A: reminder: Dr Ng, phone, today 3:00p PT. …");
        await noor.Hears("A: reminder: M Lee LPC, phone, today 3:00p PT. …");
        await practice.Until("2026-01-07 15:00");
        await maya.Hears("A: it is time. Dr Ng calls you now, from 415-555-0102");
        await noor.Hears("A: it is time. Call M Lee now: 415-555-0101");

        await practice.Until("2026-01-07 15:35");
        await maya.Hears("A: did the consult with Dr Ng take place? A1 it did, A0 it did not.");
        await noor.Hears("A: did the consult with M Lee take place? A…it did, A0 it did not.");
        await noor.Texts("yes");
        await noor.Hears("A: thank you for telling us.");
        await practice.Expect("met", "Noor Ng");

        await practice.Until("2026-01-14 14:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-14 15:00");
        await maya.Hears("…: did the consult help? …it helped, …partly, …still stuck.");
        await maya.Texts("partly");
        await maya.Hears("…: thank you for telling us.");
        await noor.Hears("…: M Lee says that it helped in part. Thank you.");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task It_helped_and_both_hear_a_thank_you()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        var (maya, noor) = (practice["Maya Lee"], practice["Noor Ng"]);
        await maya.Texts("ASK MED TODAY");
        await noor.Texts("A1");
        await practice.Until("2026-01-05 18:00");
        await maya.Texts("yes");
        await practice.Until("2026-01-12 18:00");
        await maya.ReadsAll();
        await noor.ReadsAll();
        await maya.Texts("A1");
        await maya.Hears("…: thank you for telling us.");
        await practice.Expect("closed", "Noor Ng");
        await noor.Hears("…: M Lee found the consult useful. Thank you.");
    }

    [Fact]
    public async Task Both_get_the_time_by_mail_with_a_calendar_entry()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("A1");
        foreach (var (address, other) in new[] { ("maya@example.org", "Noor Ng MD"), ("noor@example.org", "Maya Lee LPC") })
        {
            var mail = Assert.Single(await practice.World.MailboxAsync(address));
            Assert.Equal("Bay Curbside: a consult is booked", mail.Subject);
            var entry = Assert.Single(mail.Attachments);
            Assert.Contains($"SUMMARY:Consult with {other}\r\n", entry, StringComparison.Ordinal);
            Assert.Contains("METHOD:REQUEST\r\n", entry, StringComparison.Ordinal);
            Assert.DoesNotContain("medication", entry, StringComparison.OrdinalIgnoreCase);
        }
    }
}
