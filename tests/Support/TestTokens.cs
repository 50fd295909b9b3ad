using System.Security.Claims;
using System.Security.Cryptography;
using Concord.Contracts.Access;
using Concord.Platform.Security.Revocation;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Support;

/// <summary>Signs access tokens for a service under test, in place of the identity service.</summary>
public sealed class TestTokens
{
    public const string Issuer = "http://concord.test/";
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    /// <summary>Makes the service under test trust this signer.</summary>
    public void Trust(IServiceCollection services)
    {
        services.AddHostedService<NothingRevoked>();
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt =>
        {
            jwt.Configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
            jwt.ConfigurationManager = null;
            jwt.TokenValidationParameters.ValidIssuer = Issuer;
            jwt.TokenValidationParameters.IssuerSigningKey = _key;
        });
    }

    public string For(TestCaller caller) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = ConcordClaims.Audience,
        TokenType = "at+jwt",
        Expires = DateTime.UtcNow.AddMinutes(30),
        Subject = new ClaimsIdentity(caller.Claims()),
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });
}

/// <summary>Says in place of the identity service that no token is revoked.</summary>
internal sealed class NothingRevoked(RevocationList list) : BackgroundService
{
    private static readonly TimeSpan Pace = RevocationList.LongestSilence / 4;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        list.Hear(new RevokedTokens("test", new Dictionary<string, long>()));
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            list.HearNoChange();
        }
    }
}

/// <summary>Who a test acts as.</summary>
public sealed record TestCaller(string Subject, string DisplayName, string? Organization, string[] Roles, Classification Clearance = Classification.Confidential)
{
    /// <summary>A person with a fresh account.</summary>
    public static TestCaller Person(string organization, params string[] roles) =>
        new($"accounts/{Guid.NewGuid()}", "Test Person", organization, roles);

    internal IEnumerable<Claim> Claims()
    {
        yield return new Claim(ConcordClaims.Subject, Subject);
        yield return new Claim(ConcordClaims.Name, DisplayName);
        yield return new Claim(ConcordClaims.Clearance, Clearance.ToString());
        if (Organization is not null)
        {
            yield return new Claim(ConcordClaims.Organization, Organization);
        }

        foreach (var role in Roles)
        {
            yield return new Claim(ConcordClaims.Role, role);
        }
    }
}
