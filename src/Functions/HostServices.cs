using Curbside.Consults;
using Curbside.Functions.Orchestrations;
using Curbside.Links;
using Curbside.Phones;
using Curbside.Timekeeping;
using Curbside.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Curbside.Functions;

/// <summary>Curbside as it is hosted here, whatever stores its rows and sends its messages.</summary>
internal static class HostServices
{
    /// <summary>How long an instance goes by a roster or policy that another instance, or the deployment before this one, has replaced.</summary>
    public static readonly Duration TrustFor = Duration.FromMinutes(1);

    /// <summary>The caller registers <see cref="Storage.IStore"/>, <see cref="Sending.ITextSender"/> and <see cref="Sending.IMailSender"/>.</summary>
    /// <param name="policy">Holds until the practice puts one of its own.</param>
    /// <param name="webhookToken">Signs the webhooks of texts.</param>
    public static IServiceCollection AddCurbsideHost(
        this IServiceCollection services, Policy policy, LinkKey linkKey, string webhookToken, PageOptions? pages = null) => services
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddSingleton<ITimekeeper, DurableTimekeeper>()
            .AddSingleton(linkKey)
            .AddSingleton(new CurbsideOptions(TrustFor, policy))
            .AddCurbside()
            .AddCurbsidePages(pages)
            .AddSingleton(new WebhookTrust(webhookToken, UnsignedFromLoopback: false))
            .AddSingleton<TextReceiver>(found => Receive(found.GetRequiredService<Inbox>()))
            .AddSingleton<TwilioWebhooks>()
            .AddSingleton<Management>()
            .AddSingleton(new Health([new("texts", "twilio"), new("mail", "sendgrid"), new("rows", "table storage"), new("signatures", "checked")]));

    private static TextReceiver Receive(Inbox inbox) =>
        (text, stop) => inbox.TextReceivedAsync(text.From, text.MessageSid, text.Body, text.CarrierAnswered, stop: stop);
}
