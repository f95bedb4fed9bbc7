namespace Curbside.Connect;

/// <summary>What the deployment has left in the environment.</summary>
internal sealed class Values(Func<string, string?> environment)
{
    /// <summary>Before the deployment: what a manager sets, and how.</summary>
    public static readonly IReadOnlyList<(string Name, string Example)> Chosen =
    [
        ("AZURE_SUBSCRIPTION_ID", "00000000-0000-0000-0000-000000000000   (Azure portal, Subscriptions)"),
        ("AZURE_LOCATION", "westus3"),
        ("MANAGER_EMAIL", "pat@example.org"),
        ("TWILIO_ACCOUNT_SID", "AC…   (Twilio console, first page)"),
        ("TWILIO_MESSAGING_SERVICE_SID", "MG…   (Twilio console, Messaging, Services)"),
        ("EMAIL_FROM", "line@example.org"),
    ];

    /// <summary>Without a slash at the end.</summary>
    public string Url => this["CURBSIDE_URL"].TrimEnd('/');

    /// <summary>Where the line answers even when the practice's domain does not.</summary>
    public string FallbackUrl => $"https://{this["CURBSIDE_DOMAIN_CNAME"]}";

    public string this[string name] => Find(name) ?? throw new TroubleException($"{name} is not set. Run: azd provision");

    public string? Find(string name) => environment(name) is { Length: > 0 } value ? value : null;
}

/// <summary>Something that stops the program, told in one sentence.</summary>
internal sealed class TroubleException(string message) : Exception(message);
