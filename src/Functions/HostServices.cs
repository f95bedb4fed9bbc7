using Curbside.Consults;
using Curbside.Functions.Orchestrations;
using Curbside.Links;
using Curbside.Phones;
using Curbside.Preflight;
using Curbside.Storage;
using Curbside.Timekeeping;
using Curbside.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside.Functions;

/// <summary>Curbside as it is hosted here, whatever stores its rows and sends its messages.</summary>
internal static class HostServices
{
    /// <summary>How long an instance goes by a roster or policy that another instance, or the deployment before this one, has replaced.</summary>
    public static readonly Duration TrustFor = Duration.FromMinutes(1);

    /// <summary>The caller registers <see cref="IStore"/>, <see cref="Sending.ITextSender"/> and <see cref="Sending.IMailSender"/>.</summary>
    /// <param name="policy">Holds until the practice puts one of its own.</param>
    /// <param name="webhookToken">Signs the webhooks of texts.</param>
    /// <param name="eventKey">Proves who signed the webhook of mails.</param>
    /// <param name="fallbackUrl">The platform's own address of the app, where Twilio calls when the practice's does not answer.</param>
    public static IServiceCollection AddCurbsideHost(
        this IServiceCollection services, Policy policy, LinkKey linkKey, string webhookToken, string? eventKey, PageOptions? pages = null,
        string? fallbackUrl = null) => services
            .AddLogging(KeepAddressesOut)
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddSingleton<ITimekeeper, DurableTimekeeper>()
            .AddSingleton(linkKey)
            .AddSingleton(new CurbsideOptions(TrustFor, policy))
            .AddCurbside()
            .AddCurbsidePages(pages)
            .AddSingleton(new WebhookTrust(webhookToken, UnsignedFromLoopback: false) { FallbackUrl = fallbackUrl })
            .AddSingleton<TextReceiver>(found => Receive(found.GetRequiredService<Inbox>()))
            .AddSingleton(found => new SightingBook(found.GetRequiredService<IStore>(), found.GetRequiredService<IClock>(), TrustFor))
            .AddSingleton<TwilioWebhooks>()
            .AddSingleton(new EventTrust(eventKey))
            .AddSingleton<EmailEvents>()
            .AddSingleton<Management>()
            .AddSingleton(new HealthOptions([new("texts", "twilio"), new("mail", "sendgrid"), new("rows", "table storage"), new("signatures", "checked")]))
            .AddSingleton<Health>();

    /// <summary>
    /// The framework logs the address of every request that comes in or goes out: the token of a link is in one, a number may be in the other.
    /// </summary>
    private static void KeepAddressesOut(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("System.Net.Http", LogLevel.Warning);

    private static TextReceiver Receive(Inbox inbox) =>
        (text, stop) => inbox.TextReceivedAsync(text.From, text.MessageSid, text.Body, text.CarrierAnswered, hasMedia: text.HasMedia, stop: stop);
}
