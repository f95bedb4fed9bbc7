namespace Curbside.Conversations;

public class Accepted_at_once
{
    [Fact]
    public async Task The_first_consultant_takes_the_first_time()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Maya Lee"].Hears(
            "A: medication, today, client in CA. Asking prescribers now. By 5:00p we text you a name, or that no one was free and what to do. X A withdraws.",
            "A: …");
        await practice["Noor Ng"].Hears("A: M Lee LPC asks a CA medication question, phone, about 20 min. A1 today …");
        await practice["Noor Ng"].Texts("A1");
        await practice["Noor Ng"].Hears("A: booked. …");
        await practice["Maya Lee"].Hears("A: …");
        await practice["Maya Lee"].Hears("A: booked. …");
        await practice.Expect("booked", "Noor Ng");
        await practice.NobodyHearsMore();
    }
}
