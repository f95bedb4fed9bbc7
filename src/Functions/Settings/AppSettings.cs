using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Functions.Email;
using Curbside.Functions.Sms;
using Curbside.Functions.Storage;
using Curbside.Links;
using Curbside.People;
using Microsoft.Extensions.Configuration;

namespace Curbside.Functions.Settings;

/// <summary>Everything that the app is told by its settings, checked when it starts.</summary>
/// <param name="PublicUrl">Where the practice is on the web, without a slash at the end.</param>
public sealed partial record AppSettings(string PublicUrl, LinkKey LinkKey, StorageOptions Storage, TwilioOptions Twilio, SendGridOptions SendGrid)
{
    /// <summary>The platform's own name for the app, until the practice has one: too long for the shortest texts, and good for a beginning.</summary>
    public const string PlatformName = "WEBSITE_HOSTNAME";

    private const int LinkKeyBytes = 32;

    public static Setting Url { get; } = new("PublicUrl", "the address of this app on the web, such as https://curbside.example.org: https, at most 26 characters, nothing after the name; without it the platform's own name is used");

    public static Setting Key { get; } = new("Links__Key", "32 random bytes in base64 that links are made from, as `openssl rand -base64 32` prints them; another one makes every link stop working");

    public static Setting TableEndpoint { get; } = new("Storage__TableEndpoint", "the table address of the storage account, such as https://bayarea.table.core.windows.net, for the app's managed identity");

    public static Setting Connection { get; } = new("Storage__ConnectionString", "the connection string of a storage account, such as UseDevelopmentStorage=true for Azurite");

    public static Setting Identity { get; } = new("Storage__ClientId", "the client id of a user-assigned identity, where the app's own is not to be used");

    public static Setting TablePrefix { get; } = new("Storage__TablePrefix", "letters before the name of every table, where two practices share an account");

    public static Setting AccountSid { get; } = new("Twilio__AccountSid", "the account SID on the home page of the Twilio console: AC and 32 signs");

    public static Setting AuthToken { get; } = new("Twilio__AuthToken", "the auth token on the home page of the Twilio console, best as a Key Vault reference");

    public static Setting ServiceSid { get; } = new("Twilio__MessagingServiceSid", "the SID of the messaging service that texts are sent by: MG and 32 signs");

    public static Setting From { get; } = new("Twilio__From", "the number that texts are sent from, such as +14155550190");

    public static Setting Pace { get; } = new("Twilio__TextsPerSecond", "how many texts a second may leave one instance, such as 1 for a long code or what a campaign was granted");

    public static Setting ApiKey { get; } = new("SendGrid__ApiKey", "an API key that may send mail: it begins with SG., best as a Key Vault reference");

    public static Setting MailFrom { get; } = new("SendGrid__From", "the address that mail is sent from; SendGrid has to know it as a verified sender");

    public static Setting EventKey { get; } = new("SendGrid__WebhookPublicKey", "the verification key of the signed event webhook, on SendGrid's page Mail Settings, Event Webhooks");

    public static Setting Sandbox { get; } = new("SendGrid__Sandbox", "true to have mail checked and not delivered; false otherwise");

    /// <summary>All settings that are read here.</summary>
    public static IReadOnlyList<Setting> All { get; } =
        [Url, Key, TableEndpoint, Connection, Identity, TablePrefix, AccountSid, AuthToken, ServiceSid, From, Pace, ApiKey, MailFrom, EventKey, Sandbox];

    /// <exception cref="SettingsException">Something is missing, malformed or contradictory.</exception>
    public static AppSettings Read(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration);
        var url = read.Optional(Url, IsPublic);
        if (url is null && configuration[PlatformName] is not { Length: > 0 })
        {
            read.Required(Url);
        }

        var key = read.Required(Key, IsLinkKey);
        var storage = new StorageOptions
        {
            TableEndpoint = Uri.TryCreate(read.Optional(TableEndpoint, IsHttps), UriKind.Absolute, out var endpoint) ? endpoint : null,
            ConnectionString = read.Optional(Connection),
            ManagedIdentityClientId = read.Optional(Identity, value => Guid.TryParse(value, out _)),
            TablePrefix = read.Optional(TablePrefix, value => Letters().IsMatch(value)) ?? "",
        };
        read.OneOf(TableEndpoint, storage.TableEndpoint?.ToString(), Connection, storage.ConnectionString);
        var twilio = new TwilioOptions
        {
            AccountSid = read.Required(AccountSid, value => Sid("AC", value)),
            AuthToken = read.Required(AuthToken),
            MessagingServiceSid = read.Optional(ServiceSid, value => Sid("MG", value)),
            From = read.Optional(From, value => PhoneNumber.TryParse(value, out _)),
            TextsPerSecond = read.Optional(Pace, IsPace) is { } pace && IsPace(pace) ? double.Parse(pace, CultureInfo.InvariantCulture) : new TwilioOptions().TextsPerSecond,
        };
        read.OneOf(ServiceSid, twilio.MessagingServiceSid, From, twilio.From);
        var mail = new SendGridOptions
        {
            ApiKey = read.Required(ApiKey, value => value.StartsWith("SG.", StringComparison.Ordinal)),
            FromAddress = read.Required(MailFrom, value => value.Contains('@', StringComparison.Ordinal)),
            EventPublicKey = read.Required(EventKey, IsBase64),
            Sandbox = read.Optional(Sandbox, value => bool.TryParse(value, out _)) is { } sandbox && bool.TryParse(sandbox, out var on) && on,
        };
        foreach (var section in All.Select(setting => setting.Name.Split("__")).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct())
        {
            read.NothingElse(section, All.Where(setting => setting.Name.StartsWith(section, StringComparison.Ordinal)));
        }

        return read.Errors.Count == 0
            ? new AppSettings(url ?? $"https://{configuration[PlatformName]}", new LinkKey(Convert.FromBase64String(key)), storage, twilio, mail)
            : throw new SettingsException(read.Errors);
    }

    /// <summary>The policy that holds until the practice puts one of its own: the defaults, at this address.</summary>
    public Policy PolicyUntilPut => PolicyFile.Default with { Practice = PolicyFile.Default.Practice with { PublicUrl = PublicUrl } };

    /// <summary>As the policy file has it, whose rule this is.</summary>
    private static PolicyReading PolicyAt(string url) => PolicyFile.Read(JsonSerializer.Serialize(new { practice = new { public_url = url } }));

    private static bool IsPublic(string value) => IsHttps(value) && PolicyAt(value) is PolicyReading.Accepted;

    private static bool IsHttps(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static bool IsLinkKey(string value) => Decoded(value) == LinkKeyBytes;

    private static bool IsBase64(string value) => Decoded(value) > 0;

    private static int Decoded(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length) ? length : 0;
    }

    private static bool IsPace(string value) => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pace) && pace is > 0 and <= 1000;

    private static bool Sid(string kind, string value) => value.Length == 34 && value.StartsWith(kind, StringComparison.Ordinal) && value.All(char.IsAsciiLetterOrDigit);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{0,9}\z")]
    private static partial Regex Letters();
}
