using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace Concord.Identity.Tokens;

/// <summary>
/// A code is good once, and so is a refresh token, unless its client proves itself by a secret (RFC 9700 §4.14.2): replicas of the gateway
/// then ask with the one token of a browser's session side by side.
/// </summary>
internal sealed class SpentTokens(IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<ProcessSignInContext>
{
    private readonly RedeemTokenEntry _redeem = new(tokens);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ProcessSignInContext>()
        .UseScopedHandler<SpentTokens>().SetOrder(RedeemTokenEntry.Descriptor.Order).Build();

    /// <summary>Whether the refresh token that came with a request stays good.</summary>
    public static bool Stays(OpenIddictRequest request) => request.IsRefreshTokenGrantType() && request.ClientSecret is not null;

    public ValueTask HandleAsync(ProcessSignInContext context) => Stays(context.Request) ? ValueTask.CompletedTask : _redeem.HandleAsync(context);
}
