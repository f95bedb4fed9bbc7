using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;

namespace Curbside.Functions.Storage;

/// <summary>Opens the storage account.</summary>
internal static class TableAccount
{
    /// <summary>
    /// Longer than the five seconds that the service looks for rows at a time, and short enough for two tries within the 15 seconds that Twilio
    /// waits for an answer.
    /// </summary>
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(7);

    /// <exception cref="ArgumentException">Neither an endpoint nor a connection string is given, or both are.</exception>
    public static TableServiceClient Open(StorageOptions options, HttpPipelineTransport? transport = null)
    {
        var client = new TableClientOptions { RetryPolicy = new ReadsAlone(), Retry = { NetworkTimeout = NetworkTimeout } };
        if (transport is not null)
        {
            client.Transport = transport;
        }

        return options switch
        {
            { TableEndpoint: { } endpoint, ConnectionString: null or "" } => new TableServiceClient(endpoint, Identity(options), client),
            { TableEndpoint: null, ConnectionString: { Length: > 0 } connection } => new TableServiceClient(connection, client),
            _ => throw new ArgumentException("Storage needs either a table endpoint or a connection string, and not both.", nameof(options)),
        };
    }

    private static ManagedIdentityCredential Identity(StorageOptions options) => new(
        options.ManagedIdentityClientId is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);

    /// <summary>
    /// Reads are repeated here. A write is not: when its answer was lost, repeating it blindly turns an insert that was made into "exists", and a
    /// replacement that was made into "changed". <see cref="TableCommit"/> repeats those, and knows its own.
    /// </summary>
    private sealed class ReadsAlone()
        : RetryPolicy(maxRetries: 2, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2)))
    {
        protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
            message.Request.Method == RequestMethod.Get && base.ShouldRetry(message, exception);

        protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
            message.Request.Method == RequestMethod.Get && await base.ShouldRetryAsync(message, exception);
    }
}
