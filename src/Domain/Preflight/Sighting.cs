namespace Curbside.Preflight;

/// <summary>What has been seen to work between the line and those who carry for it. No setting shows as much.</summary>
public enum Sighting
{
    /// <summary>A text came in, signed by the carrier: its webhook is right.</summary>
    TextCameIn,

    /// <summary>The carrier told that a text reached its phone: carriers know the sender.</summary>
    TextArrived,

    /// <summary>The mail service told, signed, that an email reached its mailbox: the sender is verified and the webhook right.</summary>
    MailArrived,
}
