using System.Collections.Immutable;
using Curbside.Messages;

namespace Curbside.Tests.Messages;

public class MailWordingTests
{
    private static readonly ImmutableArray<Sample> Samples = Sample.AboutConsults(Cast.Ordinary);

    public static TheoryData<string> Names => [.. Samples.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_reads_exactly_as_in_the_wordbook(string name)
    {
        var mail = Mail(name);
        Assert.Equal(Wordbook.Mails[name], $"{mail.Subject} | {mail.Text}");
    }

    [Fact]
    public void The_wordbook_has_an_entry_for_every_mail_in_order_and_no_other()
    {
        Wordbook.Write("mails.txt", Samples.Select(sample => (sample.Name, $"{Mail(sample.Name).Subject} | {Mail(sample.Name).Text}")));
        Assert.Equal(Samples.Select(sample => sample.Name), Wordbook.Mails.Select(entry => entry.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Subject_and_text_open_with_the_sender_name_and_no_letter(string name)
    {
        var mail = Mail(name);
        var opening = Samples.Single(sample => sample.Name == name).IsDrill ? "Bay Curbside DRILL: " : "Bay Curbside: ";
        Assert.StartsWith(opening, mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith(opening, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bA\d|\b[XR] A\b|\btext you\b|ASK", mail.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_subject_is_never_clinical_and_names_nobody(string name) =>
        Assert.DoesNotMatch("(?i)risk|case|medication|opinion|observ|support|crisis|danger|Lee|Ng|Ruiz", Mail(name).Subject);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_question_is_answered_behind_the_link_and_shows_its_answers(string name)
    {
        var mail = Mail(name);
        var asks = Samples.Single(sample => sample.Name == name).HasNone;
        Assert.Equal(asks, mail.Text.EndsWith("\n\nAnswer here: {link}", StringComparison.Ordinal));
        Assert.Equal(asks, mail.Text.Contains("\n- ", StringComparison.Ordinal));
    }

    private static Mail Mail(string name)
    {
        var sample = Samples.Single(sample => sample.Name == name);
        return MailWording.Mail(sample.Message, sample.Context(Cast.Ordinary));
    }
}
