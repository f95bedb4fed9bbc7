using Azure.Core;

namespace Curbside.Infra.Tests.Connect;

/// <summary>Somebody who is logged in.</summary>
internal sealed class StaticCredential : TokenCredential
{
    public const string Token = "logged in";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token, DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
