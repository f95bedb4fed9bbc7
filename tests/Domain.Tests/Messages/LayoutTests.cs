using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Messages;

public class LayoutTests
{
    private static readonly Letter B = new('B');
    private static readonly WordingContext Plain = Cast.Ordinary.Context(B);

    [Fact]
    public void Answers_carry_the_letter_and_the_questions_own_numbers() => Assert.Equal(
        "Bay Curbside B: did the consult help? B4 it helped, B5 partly, B6 still stuck.",
        Wording.Text(new Message.DidItHelp(), Plain with { Numbers = [4, 5, 6] }));

    [Fact]
    public void The_last_answer_stands_behind_0_where_the_question_has_it() => Assert.Equal(
        "Bay Curbside B: did the consult help? B4 it helped, B5 partly, B0 still stuck.",
        Wording.Text(new Message.DidItHelp(), Plain with { Numbers = [4, 5], HasNone = true }));

    [Fact]
    public void Without_a_letter_answers_are_bare_numbers() => Assert.Equal(
        "Bay Curbside: risk: how soon? 1 now, 2 today, 0 leave it.",
        Wording.Text(
            new Message.ChooseUrgency(Kind.Risk, [Urgency.Now, Urgency.Today]),
            Plain with { Letter = null, Numbers = [1, 2], HasNone = true }));

    [Fact]
    public void Without_a_letter_commands_are_bare_words() => Assert.EndsWith(
        "what to do. X withdraws.",
        Wording.Text(new Message.Asking(Kind.Case, Urgency.Today, Cast.Ordinary.By), Plain with { Letter = null }),
        StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_is_asked_no_answers_are_shown() => Assert.Equal(
        "Bay Curbside B: did the consult help?", Wording.Text(new Message.DidItHelp(), Plain));

    [Theory]
    [InlineData(4, false)]
    [InlineData(3, true)]
    [InlineData(1, true)]
    public void A_question_with_other_answers_than_the_words_is_refused(int numbered, bool hasNone)
    {
        var context = Plain with { Numbers = [.. Enumerable.Range(1, numbered)], HasNone = hasNone };
        Assert.Throws<ArgumentException>(() => Wording.Text(new Message.DidItHelp(), context));
    }

    [Fact]
    public void An_accent_in_any_name_costs_nothing()
    {
        var text = Wording.Text(
            new Message.Proposed(new PersonName("Łucja Żółć", "MD"), Cast.Ordinary.Start, Modality.Phone, Cast.Ordinary.By),
            Plain with { SenderName = "Café “Šťastná”", Numbers = [1], HasNone = true });
        Assert.Equal("Café \"Stastna\" B: Dr Zolc can call you today 3:30p PT. B1 book it, B0 ask someone else. Held until 5:00p.", text);
        Assert.Equal(1, Gsm7.Segments(text));
    }

    [Fact]
    public void A_name_gives_way_before_a_second_segment_is_spent()
    {
        var text = Wording.Text(
            new Message.BookedForAsker(new PersonName("Noor Featherstonehaugh-Cholmondeley", "LPC"), Cast.Ordinary.Start, Modality.InPerson),
            Plain with { SenderName = "Bay Area Curbside 24" });
        Assert.Equal(
            "Bay Area Curbside 24 B: booked. Featherstonehaugh-C. meets you in person today 3:30p PT. Notes and calendar: {link}",
            text);
        Assert.Equal(160, text.Length - Wording.LinkMark.Length + Plain.LinkLength);
    }

    [Fact]
    public void A_shorter_link_leaves_more_of_the_name()
    {
        var text = Wording.Text(
            new Message.NoteWritten(new PersonName("Noor Featherstonehaugh-Cholmondeley", "LPC")),
            Plain with { SenderName = "Bay Area Curbside 24", LinkLength = 30 });
        Assert.Contains(" N Featherstonehaugh-Cholmondeley wrote ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_merely_helps_is_left_out_before_a_name_is_cut_to_the_bone()
    {
        var asker = new PersonName("Maya Featherstonehaugh", "LPC");
        var offer = new Message.Offer(asker, Kind.Medication, Urgency.Today, Modality.Phone, Duration.FromMinutes(20), Cast.Longest.Starts);
        Assert.Equal(
            "Bay Curbside B: M Featherstonehaugh LPC asks a medication question, phone, about 20 min. "
            + "B1 wed 11/18 11:30a, B2 wed 11/18 12:30p, B3 wed 11/18 1:30p, B0 can't.",
            Wording.Text(offer, Plain with { Numbers = [1, 2, 3], HasNone = true }));
    }

    [Fact]
    public void A_long_practice_name_is_left_out_of_the_welcome() => Assert.Equal(
        "Bay Curbside: consult texts from your practice. Msg frequency varies, msg & data rates may apply. HELP for help, STOP to opt out.",
        Wording.Text(new Message.Welcome(new string('P', 60)), Plain with { Letter = null }));

    [Fact]
    public void All_open_consults_take_two_segments_at_the_most()
    {
        var brief = new LetterBrief(Side.Consultant, Phase.Booked, Cast.Longest.Asker, Cast.Longest.Start);
        var items = Letter.All.Select(letter => new OpenItem(letter, Kind.SecondOpinion, [10, 11, 12, 0], Brief: letter.Value % 2 == 0 ? brief : null)).ToImmutableArray();
        Assert.Equal(2, Gsm7.Segments(Wording.Text(new Message.OpenList(items), Cast.Longest.Context(null))));
    }

    [Fact]
    public void An_offer_of_support_names_nobody_even_in_a_mail() =>
        Assert.StartsWith(
            "Bay Curbside: a colleague asks for support",
            MailWording.Mail(
                new Message.Offer(null, Kind.Support, Urgency.Today, Modality.Phone, Duration.FromMinutes(30), Cast.Ordinary.Starts),
                Plain with { Numbers = [1, 2], HasNone = true }).Text,
            StringComparison.Ordinal);
}
