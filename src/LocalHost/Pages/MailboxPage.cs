using Curbside.LocalHost.Carrier;
using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>The mails of one address, the newest first.</summary>
internal static class MailboxPage
{
    public static Html Render(string address, IReadOnlyList<MailInBox> mails) => Html.Of(
        $"""
        <p><a href="/local">All phones and mailboxes</a></p>
        <h1>{address}</h1>
        {Html.Each(mails.Reverse(), Mail)}
        """);

    private static Html Mail(MailInBox mail) => Html.Of(
        $"""
        <h2>{mail.Subject}</h2>
        <pre>{LinkedText.Of(mail.Text)}</pre>
        {Html.Each(mail.Attachments, Attachment)}
        """);

    private static Html Attachment(MailAttachment attachment) =>
        Html.Of($"<details><summary>{attachment.Name}</summary><pre>{attachment.Content}</pre></details>");
}
