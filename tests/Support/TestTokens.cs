using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Concord.Contracts.Access;
using Concord.Platform.Security.News;
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
        services.AddSingleton<TestNews>().AddHostedService(p => p.GetRequiredService<TestNews>());
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

/// <summary>Says in place of the identity service that no token is revoked, and who is named where.</summary>
internal sealed class TestNews(AccessList list) : BackgroundService
{
    private static readonly TimeSpan Pace = AccessList.LongestSilence / 4;
    private readonly ConcurrentDictionary<string, long> _below = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _named = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Tell();
        return base.StartAsync(cancellationToken);
    }

    public void Revoke(string subject)
    {
        _below[subject] = 1;
        Tell();
    }

    /// <summary>In these compartments and no others.</summary>
    public void Name(string account, params string[] processes)
    {
        _named[account] = processes;
        Tell();
    }

    private void Tell() => list.Hear(new AccessNews("test", _below.ToDictionary(), _named.ToDictionary()));

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
    /// <summary>Names of permissions that the token asks for; a machine does nothing without.</summary>
    public string[] Scopes { get; init; } = [];

    /// <summary>Resource name of the account of who is away, where the person acts for somebody.</summary>
    public string? ActsFor { get; init; }

    /// <summary>When the first of what the person has for a while ends, UTC.</summary>
    public DateTime? RightsUntil { get; init; }

    /// <summary>Number of the sign-in that the token comes from; none where absent.</summary>
    public string? Session { get; init; }

    /// <summary>A partner's system that asks for these permissions.</summary>
    public static TestCaller Machine(string organization, string role, params string[] scopes) =>
        new($"clients/{Guid.NewGuid()}", "Test Machine", organization, [role]) { Scopes = scopes };

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

        if (ActsFor is not null)
        {
            yield return new Claim(ConcordClaims.ActsFor, ActsFor);
            yield return new Claim(ConcordClaims.ActsForName, "Who is away");
        }

        if (RightsUntil is { } until)
        {
            yield return new Claim(ConcordClaims.RightsUntil, new DateTimeOffset(until).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);
        }

        if (Session is not null)
        {
            yield return new Claim(ConcordClaims.Session, Session);
        }

        if (Scopes.Length > 0)
        {
            yield return new Claim(ConcordClaims.Scope, string.Join(' ', Scopes));
        }

        foreach (var role in Roles)
        {
            yield return new Claim(ConcordClaims.Role, role);
        }
    }
}
