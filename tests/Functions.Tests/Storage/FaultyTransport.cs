using Azure.Core;
using Azure.Core.Pipeline;

namespace Curbside.Functions.Storage;

/// <summary>The way to a real service, on which requests meet what is to befall them.</summary>
internal sealed class FaultyTransport(Mishaps writes, Mishaps reads) : HttpPipelineTransport
{
    private static readonly HttpClientTransport Way = new();

    public override Request CreateRequest() => Way.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The store waits for nothing.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var mishaps = message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? writes
            : message.Request.Method == RequestMethod.Get ? reads
            : new Mishaps();
        var mishap = mishaps.Take();
        if (mishap is Mishap.Throttled)
        {
            message.Response = new FakeResponse(503, content: """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
            return;
        }

        if (mishap is not Mishap.LostBefore)
        {
            await Way.ProcessAsync(message);
        }

        if (mishap is not null)
        {
            await mishaps.Meanwhile();
            throw new IOException("The connection was closed.");
        }
    }
}
