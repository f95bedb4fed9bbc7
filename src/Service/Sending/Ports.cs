using Curbside.Messages;
using NodaTime;

namespace Curbside.Sending;

/// <summary>A text on its way to a carrier.</summary>
/// <param name="Key">The outbox key: travels with it and comes back with every report.</param>
/// <param name="Since">When it was decided; what the carrier took before is another.</param>
/// <param name="Urgent">Goes before others that wait for their turn.</param>
public sealed record TextToSend(string Key, string To, string Body, Instant Since = default, bool Urgent = false);

public sealed record MailToSend(string Key, string To, string Subject, string Text, IReadOnlyList<Attachment> Attachments);

public sealed record Attachment(string Name, string ContentType, string Content);

/// <summary>Sends texts. One sending is one call; nothing is repeated behind it.</summary>
public interface ITextSender
{
    Task<SendOutcome> SendAsync(TextToSend text, CancellationToken stop);

    /// <summary>Asks whether a text was taken before the answer got lost.</summary>
    /// <returns>The carrier's id of it; null when the carrier never had it.</returns>
    Task<string?> FindAsync(TextToSend text, CancellationToken stop);
}

/// <summary>Sends mail, with the same promises as <see cref="ITextSender"/>.</summary>
public interface IMailSender
{
    Task<SendOutcome> SendAsync(MailToSend mail, CancellationToken stop);

    Task<string?> FindAsync(MailToSend mail, CancellationToken stop);
}

/// <summary>How a sending ended, in terms of what happens next.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Taken; a report of the delivery follows.</summary>
    public sealed record Sent(string ProviderId) : SendOutcome;

    /// <summary>Refused for good: this person cannot be reached this way. The consult moves on at once.</summary>
    public sealed record Unreachable(string Reason) : SendOutcome;

    /// <summary>Refused because the person has opted out at the carrier.</summary>
    public sealed record OptedOut : SendOutcome;

    /// <summary>Not now: tried again after a while.</summary>
    /// <param name="Trouble">What a person has to mend first; null for what passes.</param>
    public sealed record TryLater(Duration After, string Reason, ServiceTrouble? Trouble = null) : SendOutcome;
}

/// <param name="Service">As people know it, such as <c>Twilio</c>.</param>
public sealed record ServiceTrouble(LineTrouble Kind, string Service);

/// <summary>What a carrier or mail service reports of something it took.</summary>
public enum DeliveryReport
{
    Delivered,
    Undeliverable,
    OptedOut,
}
