using Concord.Contracts.Access;
using Concord.Identity.Clients;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Identity.Tokens.Keys;
using Concord.Platform.Security;
using Concord.Platform.Security.Keys;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace Concord.Identity.Tokens;

/// <summary>The OpenID Connect server: authorization code with PKCE for people, client credentials for machines, refresh tokens.</summary>
internal static class TokenServer
{
    /// <summary>How long a token is good that nobody revokes.</summary>
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(15);

    /// <summary>A working day; not prolonged by use.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(8);

    public static IHostApplicationBuilder AddTokenServer(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeyFiles>().AddSingleton<TokenKeys>().AddSingleton<ITokenKeyRotation, KeyRotation>().AddHostedService<KeyWatch>();
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(p => p.GetRequiredService<TokenKeys>());
        builder.Services.AddHostedService<TokenSweeper>();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetRevocationEndpointUris("connect/revoke")
                    .SetEndSessionEndpointUris("connect/logout").SetUserInfoEndpointUris("connect/userinfo");
                server.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes([Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess, .. MachineScopes.All]);
                server.RegisterClaims(ConcordClaims.Organization, ConcordClaims.Role, ConcordClaims.Clearance, Claims.AuthenticationTime, Claims.AuthenticationContextReference, Claims.AuthenticationMethodReference);
                server.SetAccessTokenLifetime(AccessLifetime).SetRefreshTokenLifetime(SessionLifetime).DisableSlidingRefreshTokenExpiration();
                server.DisableAccessTokenEncryption(); // every service reads it; it says nothing secret
                server.UseReferenceRefreshTokens(); // short enough for a browser's cookie
                server.RemoveEventHandler(ValidateClientSecret.Descriptor).AddEventHandler(ClientProof.Descriptor).AddEventHandler(SameRefusal.Descriptor).AddEventHandler(RefusedClient.Descriptor);
                server.RemoveEventHandler(Exchange.ValidateScopePermissions.Descriptor); // at this endpoint only machines ask for scopes, and which theirs are ConnectApi says
                server.RemoveEventHandler(RedeemTokenEntry.Descriptor).AddEventHandler(SpentTokens.Descriptor).AddEventHandler(SessionEndsWithToken.Descriptor);
                server.UseAspNetCore().DisableTransportSecurityRequirement() // TLS ends before this service
                    .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough().EnableUserInfoEndpointPassthrough()
                    .EnableErrorPassthrough(); // a person who cannot be sent back to a client sees a page
            });
        builder.Services.AddOptions<OpenIddictServerOptions>().Configure<IConfiguration, TokenKeys>((o, configuration, keys) =>
        {
            o.Issuer = Issuer(configuration);
            o.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain); // shows the verifier to whoever sees the request
            var live = keys.Live;
            o.SigningCredentials.AddRange(live.CurrentFirst(live.Published).Select(k => k.Signing)); // which are what is published
            o.EncryptionCredentials.AddRange(live.CurrentFirst(live.Held).Select(k => k.Encryption));
        }).PostConfigure<TokenKeys>((o, keys) => o.TokenValidationParameters.IssuerSigningKeys = [.. keys.Live.Held.Select(k => k.Signing.Key)]); // a refresh token outlives the access tokens of its day
        return builder;
    }

    /// <summary>The public address of the platform, as tokens name it; ends with a slash.</summary>
    public static Uri Issuer(IConfiguration configuration) => new(AccessSetup.Issuer.RequiredIn(configuration));
}
