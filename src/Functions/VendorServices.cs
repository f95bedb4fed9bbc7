using Azure.Data.Tables;
using Curbside.Functions.Email;
using Curbside.Functions.Settings;
using Curbside.Functions.Sms;
using Curbside.Functions.Storage;
using Curbside.Sending;
using Curbside.Storage;
using Microsoft.Extensions.DependencyInjection;
using Twilio.Clients;

namespace Curbside.Functions;

/// <summary>Whose services Curbside stands on here: Azure Table Storage, Twilio, SendGrid.</summary>
internal static class VendorServices
{
    public static IServiceCollection AddVendors(this IServiceCollection services, AppSettings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(_ => TableAccount.Open(settings.Storage))
        .AddSingleton<IStore>(found => new TableStore(found.GetRequiredService<TableServiceClient>(), TimeProvider.System, settings.Storage.TablePrefix))
        .AddSingleton(settings.Twilio)
        .AddSingleton<ITwilioRestClient>(_ => TwilioAccount.Open(settings.Twilio, new HttpClient()))
        .AddSingleton(new SendingPace(settings.Twilio.TextsPerSecond, TimeProvider.System))
        .AddSingleton<ITextSender, TwilioTexts>()
        .AddSingleton<MissedTexts>()
        .AddSingleton(settings.SendGrid)
        .AddSingleton(_ => SendGridMail.Open(settings.SendGrid, new HttpClient()))
        .AddSingleton<IMailSender, SendGridMail>();
}
