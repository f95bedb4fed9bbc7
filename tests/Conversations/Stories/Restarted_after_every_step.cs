namespace Curbside.Conversations;

public class Restarted_after_every_step
{
    [Fact]
    public async Task From_request_to_follow_up_nothing_is_lost_or_told_twice()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar));
        var (maya, noor, omar) = (practice["Maya Lee"], practice["Noor Ng"], practice["Omar Reyes"]);

        await practice.Submits("Maya Lee", ("kind", "medication"), ("urgency", "today"), ("form", "f-1"));
        await maya.Hears("A: did you ask for a consult: medication, today, client in CA? It is not sent yet. A1 send it, A0 not me.");
        await QuietAsync();

        await maya.Texts("1");
        await maya.Hears("A: medication, today, client in CA. Asking prescribers now. By 5:00p …", "A: this consult gives …", "A: you can add your question…");
        await noor.Hears("A: M Lee LPC asks a CA medication question, …");
        await QuietAsync();

        await practice.After("0:30");
        await omar.Hears("A: M Lee LPC asks a CA medication question, …");
        await QuietAsync();

        await noor.Texts("4:45pm");
        await noor.Hears("A: 4:45p offered to M Lee. Not booked yet. We text you by 2:30p either way.");
        await maya.Hears("A: Dr Ng can call you today 4:45p PT. A1 book it, A0 ask someone else. Held until 2:30p.");
        await QuietAsync();

        await maya.Texts("no, 4:15pm");
        await maya.Hears("A: 4:15p offered to Dr Ng. Not booked yet. We text you by 2:30p either way.");
        await noor.Hears("A: M Lee asks for today 4:15p PT instead. A1 take it, A0 can't. Held until 2:30p.");
        await QuietAsync();

        await noor.Texts("A1");
        await noor.Hears("A: booked. Call M Lee today 4:15p PT. …");
        await maya.Hears("A: booked. Dr Ng calls you today 4:15p PT. …");
        await omar.Hears("A: covered, thank you. Someone else has it.");
        await QuietAsync();

        await noor.Texts("R A");
        await noor.Hears("A: when instead of today 4:15p PT with M Lee? …");
        await QuietAsync();
        await noor.Texts("4:30pm");
        await noor.Hears("A: 4:30p offered to M Lee. …");
        await maya.Hears("A: Dr Ng asks to move today 4:15p PT to today 4:30p. A1 take the new time, A0 keep the old. Open until …");
        await QuietAsync();
        await maya.Texts("A1");
        await maya.Hears("A: moved. The consult with Dr Ng is today 4:30p PT.");
        await noor.Hears("A: moved. The consult with M Lee is today 4:30p PT.");
        await QuietAsync();

        await practice.Until("2026-01-05 15:30");
        await maya.Hears("A: reminder: Dr Ng, phone, today 4:30p PT. …");
        await noor.Hears("A: reminder: M Lee LPC, phone, today 4:30p PT. …");
        await QuietAsync();
        await practice.Until("2026-01-05 16:30");
        await maya.Hears("A: it is time. Dr Ng calls you now, from 415-555-0102");
        await noor.Hears("A: it is time. Call M Lee now: 415-555-0101");
        await QuietAsync();
        await practice.Until("2026-01-05 17:05");
        await maya.Hears("A: did the consult with Dr Ng take place? A1 it did, A0 it did not.");
        await noor.Hears("A: did the consult with M Lee take place? A…");
        await QuietAsync();
        await maya.Texts("A1");
        await maya.Hears("A: thank you for telling us.");
        await practice.Expect("met", "Noor Ng");
        await QuietAsync();

        await practice.Until("2026-01-12 16:30");
        await maya.Hears("A: did the consult help? A1 it helped, A2 partly, A3 still stuck.");
        await QuietAsync();
        await maya.Texts("A1");
        await maya.Hears("A: thank you for telling us.");
        await noor.Hears("A: M Lee found the consult useful. Thank you.");
        await QuietAsync();
        await practice.Expect("closed", "Noor Ng");
        foreach (var address in new[] { "maya@example.org", "noor@example.org" })
        {
            Assert.Equal(
                ["Bay Curbside: a consult is booked", "Bay Curbside: a consult is moved"],
                (await practice.World.MailboxAsync(address)).Select(mail => mail.Subject));
        }

        await practice.Until("2026-02-12 12:00");
        await QuietAsync();

        async Task QuietAsync()
        {
            await practice.NobodyHearsMore();
            await practice.Restart();
            await practice.NobodyHearsMore();
        }
    }
}
