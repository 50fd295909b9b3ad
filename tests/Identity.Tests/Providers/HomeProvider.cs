using System.Security.Claims;
using System.Security.Cryptography;
using Concord.Support.Servers;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Concord.Identity.Tests.Providers;

/// <summary>An organization's own OpenID Connect provider, on a port of its own, with its own store and keys. It lets in whom the test names, and can be made to answer wrongly.</summary>
internal sealed class HomeProvider : IAsyncDisposable
{
    public const string ClientId = "concord-at-home";
    public const string ClientSecret = "a secret that home gave";
    private readonly SqliteConnection _store;
    private readonly WebApplication _app;

    private HomeProvider(WebApplication app, SqliteConnection store, string issuer) => (_app, _store, Issuer) = (app, store, issuer);

    public string Issuer { get; }

    /// <summary>Claims of whoever comes next, <c>sub</c> among them.</summary>
    public Claim[] Person { get; set; } = [];

    /// <summary>How it refuses whoever comes next; lets them in where null.</summary>
    public string? Error { get; set; }

    /// <summary>What becomes of the identity token on its way; as it is where null.</summary>
    public Func<string, string>? Spoil { get; set; }

    /// <summary>What its token endpoint answers instead of everything else.</summary>
    public (int Status, string Body)? Instead { get; set; }

    /// <summary>What it was asked last.</summary>
    public OpenIddictRequest Asked { get; private set; } = new();

    public SigningCredentials Signing => _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials[0];

    public static async Task<HomeProvider> StartAsync(params string[] redirects)
    {
        var issuer = $"http://127.0.0.1:{Ports.Next()}/";
        var store = new SqliteConnection("Data Source=:memory:");
        await store.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(issuer);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<ProviderStore>(o => o.UseSqlite(store).UseOpenIddict<Guid>());
        HomeProvider? home = null;
        builder.Services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ProviderStore>().ReplaceDefaultEntities<Guid>()).AddServer(server =>
        {
            server.SetIssuer(new Uri(issuer)).SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email);
            server.AddSigningKey(NewKey()).AddEphemeralEncryptionKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
            server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.Response.IdToken is { } token && home!.Spoil is { } spoil)
                {
                    context.Response.IdToken = spoil(token);
                }

                return ValueTask.CompletedTask;
            }).SetOrder(int.MinValue));
        });
        var app = builder.Build();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/token" && home!.Instead is var (status, body))
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(body);
                return;
            }

            await next(context);
        });
        app.UseAuthentication();
        app.MapGet("/authorize", (HttpContext http) => home!.Answer(http));
        home = new HomeProvider(app, store, issuer);
        await home.RegisterAsync(redirects);
        await app.StartAsync();
        using var first = new HttpClient();
        await first.GetStringAsync(new Uri($"{issuer}.well-known/openid-configuration")); // the first answer of a busy machine may take longer than the platform waits
        await first.GetStringAsync(new Uri($"{issuer}.well-known/jwks"));
        return home;
    }

    /// <summary>Another key from now on, and the old one no more.</summary>
    public void RotateKey()
    {
        var options = _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        options.SigningCredentials.Clear();
        options.SigningCredentials.Add(new SigningCredentials(NewKey(), SecurityAlgorithms.EcdsaSha256));
    }

    /// <summary>The token with other claims, signed again.</summary>
    /// <param name="token">As it was made.</param>
    /// <param name="change">Of its claims.</param>
    /// <param name="key">By its own key where null.</param>
    public string Resign(string token, Action<Dictionary<string, object>> change, SigningCredentials? key = null)
    {
        var claims = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object>>(Base64UrlEncoder.Decode(token.Split('.')[1]))!;
        change(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(System.Text.Json.JsonSerializer.Serialize(claims), key ?? Signing);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    public static SecurityKey NewKey()
    {
        var key = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private IResult Answer(HttpContext http)
    {
        Asked = http.GetOpenIddictServerRequest()!;
        if (Error is { } error)
        {
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity(Person, "home"));
        principal.SetScopes(Asked.GetScopes());
        principal.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private async Task RegisterAsync(string[] redirects)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProviderStore>().Database.EnsureCreatedAsync();
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Email },
        };
        client.RedirectUris.UnionWith(redirects.Select(r => new Uri(r)));
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client);
    }

    private sealed class ProviderStore(DbContextOptions<ProviderStore> options) : DbContext(options);
}
