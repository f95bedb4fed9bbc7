namespace Curbside.Conversations;

public class Fifty_say_yes_at_once
{
    private const int Many = 50;

    [Fact]
    public async Task One_has_it_and_everyone_else_is_thanked()
    {
        var names = Enumerable.Range(1, Many).Select(n => $"Person {(char)('A' + (n / 10))}{(char)('a' + (n % 10))}").ToList();
        var rows = names.Select((name, n) => Rosters.Row(name, "MD", $"+1415555{2000 + n}", "consultant", "psychiatrist"));
        await using var practice = await Practice.OpenAsync(
            Rosters.Of([Rosters.Maya, .. rows]), policy: """{ "paces": [{ "kind": "medication", "urgency": "today", "asked_at_once": 50 }] }""");
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK MED TODAY");
        await maya.ReadsAll();
        foreach (var name in names)
        {
            await practice[name].Hears("A: M Lee LPC asks a CA medication question, …");
        }

        var answers = await Task.WhenAll(names.Select(name => Task.Run(async () => (Name: name, Replies: await practice[name].Texts("1")))));

        var consult = await practice.Consult();
        Assert.Equal("booked", consult.State);
        Assert.NotNull(consult.Consultant);
        await practice[consult.Consultant].Hears("A: booked. Call M Lee today 1:15p PT. …");
        foreach (var (other, _) in answers.Where(answer => answer.Name != consult.Consultant))
        {
            // Whoever was thanked before their own text was read is answered as any late answer is.
            var heard = (await practice[other].Thread()).Skip(2).Select(heard => heard.Body).ToList();
            Assert.InRange(heard.Count, 1, 2);
            Assert.All(heard, body => Assert.Equal("Bay Curbside A: covered, thank you. Someone else has it.", body));
            await practice[other].ReadsAll();
        }

        await maya.Hears("A: booked. … calls you today 1:15p PT. …");
        await practice.NobodyHearsMore();

        // All fifty have one mailbox, since they have one first name.
        Assert.Single(await practice.World.MailboxAsync("person@example.org"));
        Assert.Single(await practice.World.MailboxAsync("maya@example.org"));
    }

    [Fact]
    public async Task One_consultant_who_says_yes_to_many_at_once_is_booked_for_each_time_once()
    {
        var names = Enumerable.Range(0, 8).Select(n => $"Asker {(char)('A' + n)}").ToList();
        var rows = names.Select((name, n) => Rosters.Row(name, "LPC", $"+1415555{2000 + n}", "clinician", "counselor"));
        await using var practice = await Practice.OpenAsync(Rosters.Of([Rosters.Noor, .. rows]));
        foreach (var name in names)
        {
            await practice[name].Texts("ASK MED TODAY");
        }

        var noor = practice["Noor Ng"];
        await noor.ReadsAll();
        await Task.WhenAll("ABCDEFGH".Select(letter => Task.Run(() => noor.Texts($"{letter}1"))));
        var booked = (await practice.World.ConsultsAsync()).Where(consult => consult.State == "booked");
        Assert.Single(booked);
        Assert.Equal(7, (await noor.Thread()).Count(heard => heard.Body.Contains("that time has just gone", StringComparison.Ordinal)));
    }
}
