namespace Curbside.Infra.Tests.Connect;

/// <summary>Leads what goes to the name that Azure gave the app to the machine of the test.</summary>
internal sealed class PlatformName(string url) : DelegatingHandler(new HttpClientHandler())
{
    public const string Host = "curbside-x.azurewebsites.net";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host == Host)
        {
            request.RequestUri = new Uri($"{url}{request.RequestUri.PathAndQuery}");
            request.Headers.Host = Host;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
