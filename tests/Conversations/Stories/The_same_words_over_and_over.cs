namespace Curbside.Conversations;

/// <summary>Two machines would answer each other for ever; a person in danger is answered every time.</summary>
public class The_same_words_over_and_over
{
    private const string Crisis = "if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time. No person reads this number.";

    [Fact]
    public async Task A_machine_gets_three_replies_an_hour_and_a_manager_hears_of_it_once()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Dana));
        var (noor, dana) = (practice["Noor Ng"], practice["Dana Fox"]);
        for (var ticket = 1; ticket <= 200; ticket++)
        {
            await noor.Texts($"Parcel {ticket} waits: purple elephants!");
        }

        await practice.After("0:00");
        Assert.Equal(3, (await noor.Thread()).Count(heard => heard.Key is not null && !heard.Body.Contains("Msg frequency", StringComparison.Ordinal)));
        await dana.Hears("the phone of Noor Ng MD texts the same words over and over; we answer them no more for now. Please call 415-555-0102");
        await dana.HearsNothing();
        await noor.ReadsAll();

        await noor.Texts("?");
        await noor.Hears("nothing is open. Text ASK to ask a colleague.");
        await practice.After("1:01");
        await noor.Texts("parcel waits: PURPLE elephants");
        await noor.Hears("sorry, we …");
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task What_answers_a_question_is_done_however_often_it_was_texted()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Noor));
        for (var consult = 0; consult < 6; consult++)
        {
            await practice["Maya Lee"].Texts("ASK MED TODAY");
            await practice["Noor Ng"].ReadsAll();
            await practice["Noor Ng"].Texts("0");
            await practice["Noor Ng"].Hears("…");
        }
    }

    [Fact]
    public async Task Somebody_in_danger_is_answered_up_to_thirty_times_an_hour()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Dana));
        var maya = practice["Maya Lee"];
        for (var text = 0; text < 30; text++)
        {
            await maya.Texts("I want to kill myself");
            await maya.Hears(Crisis);
        }

        await maya.Texts("I want to kill myself");
        await maya.HearsNothing();
        await practice["Dana Fox"].Hears("the phone of Maya Lee LPC texts the same words over and over; …");
        await practice.After("1:01");
        await maya.Texts("I want to kill myself");
        await maya.Hears(Crisis);
        await practice.NobodyHearsMore();
    }

    [Fact]
    public async Task No_manager_hears_of_a_phone_with_support_open()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya, Rosters.Theo, Rosters.Dana));
        var maya = practice["Maya Lee"];
        await maya.Texts("ASK SUPPORT TODAY");
        await practice.Expect("asking");
        for (var text = 0; text < 5; text++)
        {
            await maya.Texts("purple elephants");
        }

        Assert.Equal(3, (await maya.Thread()).Count(heard => heard.Body.Contains("did not understand", StringComparison.Ordinal)));
        await practice["Dana Fox"].HearsNothing();
    }

    [Fact]
    public async Task A_picture_alone_is_told_what_to_do()
    {
        await using var practice = await Practice.OpenAsync(Rosters.Of(Rosters.Maya));
        var maya = practice["Maya Lee"];
        for (var picture = 0; picture < 3; picture++)
        {
            await maya.SendsAPicture();
            await maya.Hears("we can't read pictures here. Please text it in words, without client details. Text ? to see what is open.");
        }

        await maya.SendsAPicture();
        await practice.NobodyHearsMore();
    }
}
