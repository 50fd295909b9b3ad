using Concord.Identity.SignIn;
using Concord.Platform.Browsers;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Identity.Providers;

/// <summary>How each provider is asked, and which answers are good: a code with PKCE, state and nonce, for this client, of exactly this issuer, signed by its key.</summary>
internal sealed class ProviderOptions(ProviderRegister register, IConfiguration configuration, TimeProvider time) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>How long a person may take at the provider.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private const int LongestAnswer = 1 << 20;

    // None of those that a client secret, or nothing at all, is the key of.
    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (register.All.FirstOrDefault(p => p.Scheme == name) is { } provider)
        {
            Describe(options, provider);
            Check(options.TokenValidationParameters, provider);
            Reach(options, provider);
            Report(options.Events, provider);
        }
    }

    private void Describe(OpenIdConnectOptions options, Provider provider)
    {
        (options.ClientId, options.ClientSecret, options.CallbackPath) = (provider.ClientId, provider.ClientSecret, provider.AnswerPath);
        (options.RemoteSignOutPath, options.SignedOutCallbackPath, options.SignInScheme) = (default, default, SecondStep.Scheme); // nothing is kept there, and nobody signed out
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // a form post from elsewhere would come without the Lax cookies
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear(); // they would take acr away
        options.DisableTelemetry = true;
        options.RemoteAuthenticationTimeout = Patience;
        options.ProtocolValidator.NonceLifetime = Patience;
        options.TimeProvider = time;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }

        // The gateway lets cookies of this beginning through.
        Name(options.CorrelationCookie, "concord.identity.asked.");
        Name(options.NonceCookie, "concord.identity.nonce.");
    }

    // To every path, for the few minutes that the person is away: only then a browser takes none of them from a neighbour of this host, who could bring an answer of his own along (CookieNames).
    private void Name(CookieBuilder cookie, string name)
    {
        (cookie.Name, cookie.Path, cookie.SameSite) = (CookieNames.Of(name, configuration), "/", SameSiteMode.Lax);
        cookie.SecurePolicy = CookieNames.AreSecure(configuration) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static void Check(TokenValidationParameters good, Provider provider)
    {
        (good.ValidIssuer, good.ValidAudience, good.ValidAlgorithms) = (provider.Issuer.OriginalString, provider.ClientId, s_algorithms);
        good.ClockSkew = AccessSetup.ClockSkew;
    }

    private void Reach(OpenIdConnectOptions options, Provider provider)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // it is asked where it was set, and nowhere else
            ActivityHeadersPropagator = null, // what happens here is none of its business
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        options.Backchannel = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LongestAnswer };
        options.ConfigurationManager = new ProviderMetadata(provider, options.Backchannel, time);
    }

    private static void Report(OpenIdConnectEvents events, Provider provider)
    {
        events.OnRedirectToIdentityProvider = context =>
        {
            if (ProviderIntent.From(context.Properties).Purpose == ProviderPurpose.StepUp && provider.SecondFactorAcr.Count > 0)
            {
                context.ProtocolMessage.AcrValues = string.Join(' ', provider.SecondFactorAcr);
            }

            return Task.CompletedTask;
        };

        // RFC 9207: an answer says whose it is, where the provider says that its answers do.
        events.OnMessageReceived = async context =>
        {
            var metadata = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
            var says = context.ProtocolMessage.GetParameter("iss");
            if (says is null ? AnswersNameIssuer(metadata) : says != provider.Issuer.OriginalString)
            {
                context.Fail("The answer is of another issuer.");
            }
        };
        // The framework takes an identity token without a signature where it came by the back channel; here the key has signed it wherever it came from.
        events.OnTokenValidated = context =>
        {
            if (!s_algorithms.Contains(context.SecurityToken.Header.Alg) || context.SecurityToken.RawSignature.Length == 0)
            {
                context.Fail("The identity token is not signed.");
            }

            return Task.CompletedTask;
        };
        events.OnAccessDenied = context =>
        {
            AnswerIn(context.HttpContext).Refuse();
            context.HandleResponse();
            return Task.CompletedTask;
        };
        events.OnRemoteFailure = context =>
        {
            AnswerIn(context.HttpContext).Fail(context.Failure);
            context.HandleResponse();
            return Task.CompletedTask;
        };
        events.OnTicketReceived = context =>
        {
            AnswerIn(context.HttpContext).Take(context.Principal, context.Properties);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static bool AnswersNameIssuer(OpenIdConnectConfiguration metadata) =>
        metadata.AuthorizationResponseIssParameterSupported || (metadata.AdditionalData.TryGetValue("authorization_response_iss_parameter_supported", out var says) && says is true);

    private static ProviderAnswer AnswerIn(HttpContext http) => http.Features.Get<ProviderAnswer>() ?? throw new InvalidOperationException("Nobody asked for this answer to be looked at.");
}
