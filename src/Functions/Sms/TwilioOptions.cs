namespace Curbside.Functions.Sms;

/// <summary>The Twilio account that texts, and as whom.</summary>
public sealed record TwilioOptions
{
    /// <summary>Such as <c>AC…</c>, 34 characters.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>Opens the account, and signs its webhooks.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>Such as <c>MG…</c>; this or <see cref="From"/>.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>One number to send from, in E.164; this or <see cref="MessagingServiceSid"/>.</summary>
    public string? From { get; init; }

    /// <summary>
    /// How many texts a second may leave one instance of the app. A US long code sends one, a campaign as many as it was granted; what is sent faster
    /// waits at Twilio, where nothing urgent can overtake it.
    /// </summary>
    public double TextsPerSecond { get; init; } = 1;
}
