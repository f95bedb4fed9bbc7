namespace Curbside.Conversations;

public class Another_time
{
    public static TheoryData<string, string> Sides => new() { { "Maya Lee", "Noor Ng" }, { "Noor Ng", "Maya Lee" } };

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task One_of_the_options_is_chosen_and_taken_and_the_reminders_follow(string by, string other)
    {
        await using var practice = await BookedAsync();
        await practice[by].Texts("R A");
        await practice[by].Hears(
            $"A: when instead of wed 3:00p PT with {Short(other)}? A… today 1:15p, A… today 2:15p, A… today 3:15p, A0 keep the old. …");
        await practice[by].Texts("A3");
        await practice[by].Hears($"A: 3:15p offered to {Short(other)}. Until it is taken, the old time stands. We text you by 5:00p.");
        await practice[other].Hears($"A: {Short(by)} asks to move wed 3:00p PT to today 3:15p. A… take the new time, A0 keep the old. Open until …");
        Assert.Equal("2026-01-07T23:00:00Z", $"{(await practice.Consult()).StartsAt}");

        await practice[other].Texts("yes");
        await practice[other].Hears($"A: moved. The consult with {Short(by)} is today 3:15p PT.");
        await practice[by].Hears($"A: moved. The consult with {Short(other)} is today 3:15p PT.");
        Assert.Equal("2026-01-05T23:15:00Z", $"{(await practice.Consult()).StartsAt}");
        var mails = await practice.World.MailboxAsync("maya@example.org");
        Assert.Equal(["Bay Curbside: a consult is booked", "Bay Curbside: a consult is moved"], mails.Select(mail => mail.Subject));
        Assert.Contains("DTSTART;TZID=America/Los_Angeles:20260105T151500\r\n", Assert.Single(mails[1].Attachments), StringComparison.Ordinal);

        await practice.Until("2026-01-05 14:15");
        await practice[by].Hears($"A: reminder: {Titled(other)}, phone, today 3:15p PT. …");
        await practice[other].Hears($"A: reminder: {Titled(by)}, phone, today 3:15p PT. …");
        await practice.Until("2026-01-05 15:15");
        await practice["Maya Lee"].Hears("A: it is time. Dr Ng calls you now, from 415-555-0102");
        await practice["Noor Ng"].Hears("A: it is time. Call M Lee now: 415-555-0101");
        await practice.Until("2026-01-05 15:50");
        await practice["Maya Lee"].Hears("A: did the consult with Dr Ng take place? …");
        await practice["Noor Ng"].Hears("A: did the consult with M Lee take place? …");
        await practice["Maya Lee"].Texts("yes");
        await practice["Maya Lee"].Hears("A: thank you for telling us.");
        await practice.Until("2026-01-08 12:00");
        await practice.NobodyHearsMore();
        await practice.Expect("met", "Noor Ng");
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task A_time_of_ones_own_is_texted_and_taken(string by, string other)
    {
        await using var practice = await BookedAsync();
        await practice[by].Texts("r a");
        await practice[by].Texts("thu 10am");
        await practice[by].Hears(
            "A: when instead of …", $"A: thu 10:00a offered to {Short(other)}. Until it is taken, the old time stands. We text you by 5:00p.");
        await practice[other].Hears($"A: {Short(by)} asks to move wed 3:00p PT to thu 10:00a. A… take the new time, A0 keep the old. Open until …");
        await practice[other].Texts("ok");
        await practice[other].Hears($"A: moved. The consult with {Short(by)} is thu 10:00a PT.");
        await practice[by].Hears($"A: moved. The consult with {Short(other)} is thu 10:00a PT.");

        await practice.Until("2026-01-07 09:59");
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-07 10:00");
        await practice[by].Hears($"A: reminder: {Titled(other)}, phone, tomorrow 10:00a PT. …");
        await practice[other].Hears($"A: reminder: {Titled(by)}, phone, tomorrow 10:00a PT. …");
        await practice.Until("2026-01-07 16:00");
        await practice.NobodyHearsMore();
        await practice.Expect("booked", "Noor Ng");
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task It_is_refused_and_the_old_time_stands(string by, string other)
    {
        await using var practice = await BookedAsync();
        await practice[by].Texts("R A");
        await practice[by].Texts("thu 10am");
        await practice[by].ReadsAll();
        await practice[other].ReadsAll();
        await practice[other].Texts("no");
        await practice[other].Hears($"A: no new time. The consult with {Short(by)} stays wed 3:00p PT.");
        await practice[by].Hears($"A: no new time. The consult with {Short(other)} stays wed 3:00p PT.");
        await RemindersOfTheOldTimeAsync(practice);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task It_is_answered_with_a_third_time(string by, string other)
    {
        await using var practice = await BookedAsync();
        await practice[by].Texts("R A");
        await practice[by].Texts("thu 10am");
        await practice[by].ReadsAll();
        await practice[other].ReadsAll();
        await practice[other].Texts("thu 2pm");
        await practice[other].Hears($"A: thu 2:00p offered to {Short(by)}. Until it is taken, the old time stands. We text you by 5:00p.");
        await practice[by].Hears($"A: {Short(other)} asks to move wed 3:00p PT to thu 2:00p. A… take the new time, A0 keep the old. Open until …");
        await practice[by].Texts("yes");
        await practice[by].Hears($"A: moved. The consult with {Short(other)} is thu 2:00p PT.");
        await practice[other].Hears($"A: moved. The consult with {Short(by)} is thu 2:00p PT.");
        await practice.NobodyHearsMore();
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public async Task Nobody_answers_and_the_old_time_stands(string by, string other)
    {
        await using var practice = await BookedAsync();
        await practice[by].Texts("R A");
        await practice[by].Texts("thu 10am");
        await practice[by].ReadsAll();
        await practice[other].ReadsAll();
        await practice.After("4:00");
        await practice[by].Hears($"A: no new time. The consult with {Short(other)} stays wed 3:00p PT.");
        await practice[other].Hears($"A: no new time. The consult with {Short(by)} stays wed 3:00p PT.");

        // A late yes moves nothing: it says where things stand.
        await practice[other].Texts("yes");
        await practice[other].Hears(other == "Maya Lee" ? "A: booked. Dr Ng calls you wed 3:00p PT. …" : "A: booked. Call M Lee wed 3:00p PT. …");
        await RemindersOfTheOldTimeAsync(practice);
    }

    [Fact]
    public async Task It_is_thought_better_of()
    {
        await using var practice = await BookedAsync();
        await practice["Maya Lee"].Texts("R A");
        await practice["Maya Lee"].Texts("0");
        await practice["Maya Lee"].Hears("A: when instead of …", "A: no new time. The consult with Dr Ng stays wed 3:00p PT.");
        await practice.NobodyHearsMore();
        await RemindersOfTheOldTimeAsync(practice);
    }

    [Fact]
    public async Task A_time_that_is_taken_is_said_to_be()
    {
        await using var practice = await BookedAsync();
        await practice["Maya Lee"].Texts("ASK MED TODAY");
        await practice["Noor Ng"].Texts("B1");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        await practice["Maya Lee"].Texts("R A");
        await practice["Maya Lee"].Texts("A 1:20pm");
        await practice["Maya Lee"].Hears("A: when instead of …", "A: 1:20p is already taken. Text another time: A 5:15p");
        await practice["Maya Lee"].Texts("A wed 3:10pm");
        await practice["Maya Lee"].Hears("A: wed 3:10p offered to Dr Ng. …");
        await practice["Noor Ng"].Texts("yes");
        await practice["Noor Ng"].Hears("A: M Lee asks to move wed 3:00p PT to wed 3:10p. …", "A: moved. The consult with M Lee is wed 3:10p PT.");
    }

    private static async Task RemindersOfTheOldTimeAsync(Practice practice)
    {
        await practice.NobodyHearsMore();
        await practice.Until("2026-01-07 14:59");
        await practice["Maya Lee"].Hears("A: reminder: Dr Ng, phone, tomorrow 3:00p PT. …", "A: reminder: Dr Ng, phone, today 3:00p PT. …");
        await practice["Noor Ng"].Hears("A: reminder: M Lee LPC, phone, tomorrow 3:00p PT. …", "A: reminder: M Lee LPC, phone, today 3:00p PT. …");
        await practice.NobodyHearsMore();
        await practice.Expect("booked", "Noor Ng");
    }

    /// <summary>On Monday at 1 in the afternoon, for Wednesday at 3.</summary>
    private static async Task<Practice> BookedAsync()
    {
        var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        await practice["Maya Lee"].Texts("ASK MED THIS WEEK");
        await practice["Noor Ng"].Texts("wed 3pm");
        await practice["Maya Lee"].Texts("yes");
        await practice["Maya Lee"].ReadsAll();
        await practice["Noor Ng"].ReadsAll();
        return practice;
    }

    private static string Short(string name) => name == "Noor Ng" ? "Dr Ng" : "M Lee";

    private static string Titled(string name) => name == "Noor Ng" ? "Dr Ng" : "M Lee LPC";
}
