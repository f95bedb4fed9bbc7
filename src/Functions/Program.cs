using Curbside.Functions;
using Curbside.Functions.Settings;
using Curbside.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
AppSettings settings;
try
{
    settings = AppSettings.Read(builder.Configuration);
}
catch (SettingsException wrong)
{
    // The host shows what a worker says before it ends.
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

builder.Services
    .AddCurbsideHost(
        settings.PolicyUntilPut, settings.LinkKey, settings.Twilio.AuthToken, settings.SendGrid.EventPublicKey, fallbackUrl: settings.PlatformUrl)
    .AddVendors(settings)
    .AddTelemetryExport(builder.Configuration);
await builder.Build().RunAsync();
return 0;
