using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Curbside.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Curbside.Functions.Telemetry;

/// <summary>Where measurements and spans go: to Application Insights, to a collector, to both, or nowhere.</summary>
internal static class TelemetryExport
{
    /// <summary>Set by the platform where Application Insights is switched on.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Set beside it where only identities may write: <c>ClientId=…;Authorization=AAD</c>.</summary>
    public const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>OpenTelemetry's own name for where a collector listens; the exporter reads it and its siblings itself.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        Action<AzureMonitorExporterOptions>? insights = configuration[ApplicationInsights] is { Length: > 0 } connection
            ? monitor => (monitor.ConnectionString, monitor.Credential) = (connection, Identity(configuration))
            : null;
        var collector = !string.IsNullOrEmpty(configuration[Collector]);
        if (insights is null && !collector)
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("curbside"))
            .WithTracing(traces => ToBoth(traces.AddSource(Traces.Source), insights, collector))
            .WithMetrics(metrics => ToBoth(metrics.AddMeter(Measures.Meter), insights, collector));
        return services;
    }

    /// <returns>Null where the connection string alone is enough.</returns>
    internal static ManagedIdentityCredential? Identity(IConfiguration configuration)
    {
        var parts = (configuration[Authentication] ?? "").Split(';', StringSplitOptions.TrimEntries);
        var client = Array.Find(parts, part => part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase))?["ClientId=".Length..];
        return !parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase) ? null
            : new ManagedIdentityCredential(client is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
    }

    private static void ToBoth(TracerProviderBuilder traces, Action<AzureMonitorExporterOptions>? insights, bool collector)
    {
        if (insights is not null)
        {
            traces.AddAzureMonitorTraceExporter(insights);
        }

        if (collector)
        {
            traces.AddOtlpExporter();
        }
    }

    private static void ToBoth(MeterProviderBuilder metrics, Action<AzureMonitorExporterOptions>? insights, bool collector)
    {
        if (insights is not null)
        {
            metrics.AddAzureMonitorMetricExporter(insights);
        }

        if (collector)
        {
            metrics.AddOtlpExporter();
        }
    }
}
