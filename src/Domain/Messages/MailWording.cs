namespace Curbside.Messages;

/// <summary>One mail, before the link is put in.</summary>
/// <param name="Subject">Says nothing of what the consult is about, since subjects show on locked screens.</param>
/// <param name="Text">Plain text; <see cref="Wording.LinkMark"/> stands where the link goes.</param>
public sealed record Mail(string Subject, string Text);

/// <summary>Puts the same messages into mails: for people who are not texted, and to carry the calendar entry.</summary>
public static class MailWording
{
    /// <summary>The words of the text without letters, numbers and commands, since mail is answered on the page behind the link.</summary>
    /// <remarks>What is about the line itself only ever answers a text, but for what its managers are told; the rest is not made to suit a mail.</remarks>
    public static Mail Mail(Message message, WordingContext context)
    {
        var reader = new Reader(context, ByMail: true);
        var phrase = Wording.Phrase(message, reader);
        var name = phrase.Name is { } person ? Names.Say(person, phrase.Form) : "";
        string?[] paragraphs =
        [
            $"{reader.Opening}{phrase.Naming(name)}",
            phrase.Answers.IsEmpty ? null : string.Join('\n', phrase.Answers.Select(answer => $"- {answer}")),
            phrase.Then,
            phrase.HasPage ? $"{phrase.Link ?? (phrase.Answers.IsEmpty ? "Details" : "Answer here")}: {Wording.LinkMark}" : null,
        ];
        return new Mail(
            $"{reader.Sender}: {phrase.Subject}",
            string.Join("\n\n", paragraphs.Where(paragraph => paragraph is not null)));
    }
}
