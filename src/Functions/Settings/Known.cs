namespace Curbside.Functions.Settings;

/// <summary>Every setting that is read, by its name, with what it is and where to get it.</summary>
public static class Known
{
    public static Setting PublicUrl { get; } = new(
        "PublicUrl",
        "the address of this app on the web, such as https://curbside.example.org: https, at most 26 characters, nothing after the name; without it the "
            + "platform's own name is used");

    public static Setting LinkKey { get; } = new(
        "LinkKey",
        "32 random bytes in base64 that links are made from, as `openssl rand -base64 32` prints them; another one makes every link stop working");

    public static Setting TableEndpoint { get; } = new(
        "Storage__TableEndpoint",
        "the table address of the storage account, such as https://bayarea.table.core.windows.net, for the app's managed identity");

    public static Setting Connection { get; } = new(
        "Storage__ConnectionString", "the connection string of a storage account, such as UseDevelopmentStorage=true for Azurite");

    public static Setting Identity { get; } = new(
        "Storage__ManagedIdentityClientId", "the client id of a user-assigned identity, where the app's own is not to be used");

    public static Setting TablePrefix { get; } = new(
        "Storage__TablePrefix", "letters before the name of every table, where two practices share an account");

    public static Setting AccountSid { get; } = new(
        "Twilio__AccountSid", "the account SID on the home page of the Twilio console: AC and 32 signs");

    public static Setting AuthToken { get; } = new(
        "Twilio__AuthToken", "the auth token on the home page of the Twilio console, best as a Key Vault reference");

    public static Setting ServiceSid { get; } = new(
        "Twilio__MessagingServiceSid", "the SID of the messaging service that texts are sent by: MG and 32 signs");

    public static Setting TextFrom { get; } = new("Twilio__From", "the number that texts are sent from, such as +14155550190");

    public static Setting Pace { get; } = new(
        "Twilio__TextsPerSecond", "how many texts a second may leave one instance, such as 1 for a long code or what a campaign was granted");

    public static Setting ApiKey { get; } = new(
        "SendGrid__ApiKey", "an API key that may send mail: it begins with SG., best as a Key Vault reference");

    public static Setting MailFrom { get; } = new(
        "SendGrid__From", "the address that mail is sent from; SendGrid has to know it as a verified sender");

    public static Setting EventKey { get; } = new(
        "SendGrid__WebhookKey", "the verification key of the signed event webhook, on SendGrid's page Mail Settings, Event Webhooks");

    public static Setting Sandbox { get; } = new("SendGrid__Sandbox", "true to have mail checked and not delivered; false otherwise");

    public static IReadOnlyList<Setting> All { get; } =
    [
        PublicUrl, LinkKey, TableEndpoint, Connection, Identity, TablePrefix, AccountSid, AuthToken, ServiceSid, TextFrom, Pace, ApiKey, MailFrom, EventKey,
        Sandbox,
    ];

    /// <summary>The settings of each section, by its name.</summary>
    public static ILookup<string, Setting> Sections { get; } = All
        .Where(setting => setting.Name.Contains("__", StringComparison.Ordinal)).ToLookup(setting => setting.Name.Split("__")[0]);
}
