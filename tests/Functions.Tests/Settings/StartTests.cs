using Curbside.Functions.Support;
using Curbside.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Curbside.Functions.Settings;

/// <summary>What the program puts together from its settings.</summary>
public sealed class StartTests
{
    [Fact]
    public void Every_function_gets_what_it_needs()
    {
        var settings = AppSettings.Read(AppSettingsTests.Sampled());
        using var services = new ServiceCollection()
            .AddLogging()
            .AddCurbsideHost(settings.PolicyUntilPut, settings.LinkKey, settings.Twilio.AuthToken, settings.SendGrid.EventPublicKey)
            .AddVendors(settings)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.All(FunctionMap.All.Where(method => !method.IsStatic), method => ActivatorUtilities.CreateInstance(services, method.DeclaringType!));
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=00000000-0000-0000-0000-000000000000")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")]
    [InlineData(null, null)]
    public void Telemetry_goes_where_a_setting_says_and_nowhere_without_one(string? name, string? value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(name is null ? [] : [new(name, value)]).Build();
        using var services = new ServiceCollection().AddLogging().AddTelemetryExport(configuration).BuildServiceProvider();

        Assert.Equal(name is not null, services.GetService<TracerProvider>() is not null);
        Assert.Equal(name is not null, services.GetService<MeterProvider>() is not null);
    }
}
