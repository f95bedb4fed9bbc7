using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Curbside.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Curbside.Functions.Telemetry;

/// <summary>Where measurements and spans go: to Application Insights, to a collector, to both, or nowhere.</summary>
internal static class TelemetryExport
{
    /// <summary>Set by the platform where Application Insights is switched on.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>
    /// Who sends, where Application Insights takes nothing without a role: <c>ClientId=…;Authorization=AAD</c>. The Functions host reads it as well.
    /// https://learn.microsoft.com/azure/azure-functions/functions-app-settings#applicationinsights_authentication_string
    /// </summary>
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

    /// <returns>Null where the connection string's key is enough.</returns>
    internal static TokenCredential? Identity(IConfiguration configuration)
    {
        var said = (configuration[Authentication] ?? "").Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToDictionary(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return said.GetValueOrDefault("Authorization") != "AAD" ? null : new ManagedIdentityCredential(
            said.GetValueOrDefault("ClientId") is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
    }
}
