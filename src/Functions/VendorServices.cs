using Curbside.Functions.Settings;
using Curbside.Functions.Storage;
using Curbside.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Curbside.Functions;

/// <summary>Whose services Curbside stands on here: Azure Table Storage, Twilio, SendGrid.</summary>
internal static class VendorServices
{
    public static IServiceCollection AddVendors(this IServiceCollection services, AppSettings settings) => services
        .AddSingleton(_ => TableAccount.Open(settings.Storage))
        .AddSingleton<IStore>(found => new TableStore(
            found.GetRequiredService<Azure.Data.Tables.TableServiceClient>(), TimeProvider.System, settings.Storage.TablePrefix));
}
