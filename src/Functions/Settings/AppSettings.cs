using Curbside.Consults;
using Curbside.Functions.Email;
using Curbside.Functions.Sms;
using Curbside.Functions.Storage;
using Curbside.Links;
using Microsoft.Extensions.Configuration;
using static Curbside.Functions.Settings.LooksLike;

namespace Curbside.Functions.Settings;

/// <summary>Everything that the app is told by its settings, checked when it starts.</summary>
/// <param name="PublicUrl">Where the practice is on the web, without a slash at the end.</param>
public sealed record AppSettings(string PublicUrl, LinkKey LinkKey, StorageOptions Storage, TwilioOptions Twilio, SendGridOptions SendGrid)
{
    /// <summary>The platform's own name for the app, until the practice has one: too long for the shortest texts, and good for a beginning.</summary>
    public const string PlatformName = "WEBSITE_HOSTNAME";

    /// <summary>The app under that name; null where the platform gives it none.</summary>
    public string? PlatformUrl { get; init; }

    /// <summary>The policy that holds until the practice puts one of its own: the defaults, at this address.</summary>
    public Policy PolicyUntilPut => PolicyFile.Default with { Practice = PolicyFile.Default.Practice with { PublicUrl = PublicUrl } };

    /// <exception cref="SettingsException">Something is missing, malformed or contradictory.</exception>
    public static AppSettings Read(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration);
        var platform = configuration[PlatformName] is { Length: > 0 } name ? $"https://{name}" : null;
        var url = platform is null ? read.Required(Known.PublicUrl, APublicUrl) : read.Optional(Known.PublicUrl, APublicUrl) ?? platform;
        var key = read.Required(Known.LinkKey, ALinkKey);
        var (storage, twilio, sendGrid) = (ReadStorage(read), ReadTwilio(read), ReadSendGrid(read));
        foreach (var section in Known.Sections)
        {
            read.NothingElse(section.Key, section);
        }

        return read.Errors.Count == 0
            ? new AppSettings(url, new LinkKey(Convert.FromBase64String(key)), storage, twilio, sendGrid) { PlatformUrl = platform }
            : throw new SettingsException(read.Errors);
    }

    private static StorageOptions ReadStorage(SettingsReader read)
    {
        var endpoint = read.Optional(Known.TableEndpoint, AnAddress);
        var connection = read.Optional(Known.Connection);
        read.OneOf(Known.TableEndpoint, endpoint, Known.Connection, connection);
        return new StorageOptions
        {
            TableEndpoint = Uri.TryCreate(endpoint, UriKind.Absolute, out var address) ? address : null,
            ConnectionString = connection,
            ManagedIdentityClientId = read.Optional(Known.Identity, value => Guid.TryParse(value, out _)),
            TablePrefix = read.Optional(Known.TablePrefix, AnAlphanumericName) ?? "",
        };
    }

    private static TwilioOptions ReadTwilio(SettingsReader read)
    {
        var twilio = new TwilioOptions
        {
            AccountSid = read.Required(Known.AccountSid, value => ASid("AC", value)),
            AuthToken = read.Required(Known.AuthToken),
            MessagingServiceSid = read.Optional(Known.ServiceSid, value => ASid("MG", value)),
            From = read.Optional(Known.TextFrom, APhoneNumber),
        };
        read.OneOf(Known.ServiceSid, twilio.MessagingServiceSid, Known.TextFrom, twilio.From);
        return TryPace(read.Optional(Known.Pace, value => TryPace(value, out _)), out var pace) ? twilio with { TextsPerSecond = pace } : twilio;
    }

    private static SendGridOptions ReadSendGrid(SettingsReader read) => new()
    {
        ApiKey = read.Required(Known.ApiKey, value => value.StartsWith("SG.", StringComparison.Ordinal)),
        FromAddress = read.Required(Known.MailFrom, value => value.Contains('@', StringComparison.Ordinal)),
        EventPublicKey = read.Required(Known.EventKey, Base64),
        Sandbox = bool.TryParse(read.Optional(Known.Sandbox, value => bool.TryParse(value, out _)), out var on) && on,
    };
}
