namespace Curbside.Functions.Email;

/// <summary>The SendGrid account that mails, and as whom.</summary>
public sealed record SendGridOptions
{
    /// <summary>Such as <c>SG.…</c>; the permission Mail Send is enough.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>A verified sender. The practice's name goes with it.</summary>
    public string FromAddress { get; init; } = "";

    /// <summary>The verification key of the signed event webhook, base64. Without it no event is believed.</summary>
    public string? EventPublicKey { get; init; }

    /// <summary>SendGrid checks each mail and delivers none: for trying things out.</summary>
    public bool Sandbox { get; init; }
}
