using System.Globalization;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Platform.Browsers;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Platform.Security;
using Concord.Platform.Security.Keys;
using Concord.Platform.Security.News;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Gateway.Browsers;

/// <summary>A browser holds a cookie; what is in it is encrypted, and only the gateway reads it.</summary>
internal static class BrowserSetup
{
    public static readonly Setting Secret = new("Identity:Clients:gateway:Secret", "Secret that the gateway and the identity service share; without it nobody can sign in through the gateway.", Secret: true);
    public static readonly Setting KeyDirectory = new("Gateway:KeyDirectory", "Directory of the keys of browser sessions; shared by replicas. Without it sessions end with the process, unless Identity:KeyDirectory is set.");
    public static readonly Setting SharedKeyDirectory = new("Identity:KeyDirectory", "Directory of the token server's keys, made on the first start; shared by replicas.");
    public const string Cookie = "concord.session";

    /// <summary>As long as the refresh token: a working day, not prolonged by use.</summary>
    private static readonly TimeSpan s_session = TimeSpan.FromHours(8);

    public static WebApplicationBuilder AddBrowserSessions(this WebApplicationBuilder builder)
    {
        builder.Services.NeedsSetting(AccessSetup.Issuer).TakesSetting(Secret).AddSingleton<SessionTokens>().AddAccessList();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Path = "/";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = s_session;
                cookie.SlidingExpiration = false;
            })
            .AddOpenIdConnect();
        builder.Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IConfiguration>((cookie, configuration) => (cookie.Cookie.Name, cookie.Cookie.SecurePolicy) = (CookieNames.Of(Cookie, configuration), Secure(configuration)));
        builder.Services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure<IConfiguration, MeshMember, PublishedKeys>(Configure);
        builder.Services.AddDataProtection().SetApplicationName("concord-gateway");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IConfiguration, ILoggerFactory>((o, configuration, logging) =>
        {
            // Without a directory sessions end with the process, which is right for a gateway that nobody configured to keep them.
            if (OwnKeyDirectory(configuration) is { } path)
            {
                o.XmlRepository = new FileSystemXmlRepository(MakePrivate(path), logging);
            }
        });

        // It warns at every start that the key files are not encrypted; they are protected by their directory's mode.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        return builder;
    }

    /// <summary>The public address of the platform; ends with a slash.</summary>
    public static Uri Issuer(IConfiguration configuration) => new(AccessSetup.Issuer.RequiredIn(configuration));

    private static CookieSecurePolicy Secure(IConfiguration configuration) => CookieNames.AreSecure(configuration) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private static void Configure(OpenIdConnectOptions oidc, IConfiguration configuration, MeshMember mesh, PublishedKeys keys)
    {
        var issuer = Issuer(configuration);
        oidc.ConfigurationManager = keys;
        oidc.TokenValidationParameters.ValidIssuer = issuer.AbsoluteUri;
        oidc.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
        oidc.ClientId = SessionTokens.ClientId;
        oidc.ClientSecret = Secret.In(configuration);
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query; // a form post from elsewhere would come without the Lax cookies
        oidc.UsePkce = true;
        oidc.MapInboundClaims = false;
        oidc.TokenValidationParameters.NameClaimType = ConcordClaims.Name;
        oidc.Scope.Add(OpenIdConnectScope.OfflineAccess);
        oidc.BackchannelHttpHandler = ReplicaHandler.ForHttp("identity", configuration, mesh);
        oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);
        oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        oidc.NonceCookie.SecurePolicy = Secure(configuration);
        oidc.NonceCookie.Name = CookieNames.Of(oidc.NonceCookie.Name!, configuration, ofOnePath: true);
        oidc.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oidc.CorrelationCookie.SecurePolicy = Secure(configuration);
        oidc.CorrelationCookie.Name = CookieNames.Of(oidc.CorrelationCookie.Name!, configuration, ofOnePath: true);

        // Metadata speaks of addresses inside the platform; a browser needs the public ones.
        oidc.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.IssuerAddress = new Uri(issuer, "connect/authorize").AbsoluteUri;
            context.ProtocolMessage.RedirectUri = new Uri(issuer, "signin-oidc").AbsoluteUri;
            context.ProtocolMessage.AcrValues = context.Properties.GetParameter<string>(OpenIdConnectParameterNames.AcrValues);
            return Task.CompletedTask;
        };
        oidc.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.IssuerAddress = new Uri(issuer, "connect/logout").AbsoluteUri;
            context.ProtocolMessage.ClientId = SessionTokens.ClientId; // instead of an identity token, which would have to be kept for it
            context.ProtocolMessage.PostLogoutRedirectUri = new Uri(issuer, "signout-callback-oidc").AbsoluteUri;
            return Task.CompletedTask;
        };
        oidc.Events.OnTokenValidated = context =>
        {
            // Every request carries the cookie up a slow line: who it is and how to ask for a token, nothing else.
            var identity = new ClaimsIdentity([context.Principal!.FindFirst(ConcordClaims.Subject)!, context.Principal.FindFirst(ConcordClaims.Name)!], context.Scheme.Name, ConcordClaims.Name, null);
            context.Principal = new ClaimsPrincipal(identity);
            var tokens = context.TokenEndpointResponse!;
            context.HttpContext.RequestServices.GetRequiredService<SessionTokens>().Begin(
                context.Properties!, tokens.RefreshToken, tokens.AccessToken, TimeSpan.FromSeconds(int.Parse(tokens.ExpiresIn, CultureInfo.InvariantCulture)));
            return Task.CompletedTask;
        };
        oidc.Events.OnRemoteFailure = context =>
        {
            // A page that was open too long, a second tab, a forged answer: nobody is signed in, and a person can try again.
            context.Response.Redirect("/?signIn=failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
        oidc.Events.OnTicketReceived = context =>
        {
            context.Properties!.IsPersistent = false; // ends with the browser
            return Task.CompletedTask;
        };
    }

    /// <summary>Null where sessions end with the process.</summary>
    public static string? OwnKeyDirectory(IConfiguration configuration)
    {
        if (KeyDirectory.In(configuration) is { } own)
        {
            return own;
        }

        if (SharedKeyDirectory.In(configuration) is not { } shared)
        {
            return null;
        }

        MakePrivate(shared); // first, or it would be made along with ours and open to all
        return Path.Combine(shared, "gateway");
    }

    private static DirectoryInfo MakePrivate(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
