using System.Net;
using System.Security.Cryptography;
using Concord.Platform.Mesh;
using Concord.Platform.Security.Keys;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Platform.Tests.Security;

/// <summary>How a service reads the keys of tokens: in time, and never because of somebody's invented tokens again and again.</summary>
public sealed class PublishedKeysTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ECDsaSecurityKey _first = KeyNamed("first");
    private readonly ECDsaSecurityKey _second = KeyNamed("second");
    private ECDsaSecurityKey[] _published = [];
    private WebApplication _identity = null!;
    private PublishedKeys _keys = null!;
    private int _asked;
    private bool _away;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:0");
        builder.Logging.ClearProviders();
        _identity = builder.Build();
        _identity.MapGet("/.well-known/openid-configuration", (HttpContext http) =>
        {
            Interlocked.Increment(ref _asked);
            return _away ? Results.StatusCode(500) : Results.Json(new { issuer = TestTokens.Issuer, jwks_uri = $"http://{http.Request.Host}/.well-known/jwks" });
        });
        _identity.MapGet("/.well-known/jwks", () => Results.Json(new { keys = _published.Select(k => JsonWebKeyConverter.ConvertFromECDsaSecurityKey(k)).Select(k => new { kty = k.Kty, crv = k.Crv, x = k.X, y = k.Y, kid = k.Kid, use = "sig" }) }));
        await _identity.StartAsync();
        var configuration = new ConfigurationManager { ["Services:identity:Http"] = _identity.Urls.First() };
        _keys = new PublishedKeys(configuration, new MeshMember(new MeshName("notes"), configuration, TimeProvider.System, NullLogger<MeshMember>.Instance), _clock);
        _published = [_first];
    }

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_is_new_is_read_with_its_first_token_and_one_that_was_taken_back_is_forgotten()
    {
        Assert.True(await IsGoodAsync(_first));
        _published = [_second];
        _clock.Advance(PublishedKeys.Pause);
        Assert.True(await IsGoodAsync(_second));
        Assert.False(await IsGoodAsync(_first));
    }

    [Fact, Abuse(40)]
    public async Task A_flood_of_invented_keys_asks_identity_once_a_second_and_holds_up_nobody()
    {
        Assert.True(await IsGoodAsync(_first));
        for (var i = 0; i < 200; i++)
        {
            Assert.False(await IsGoodAsync(KeyNamed($"invented {i}")));
        }

        Assert.Equal(1, _asked);
        Assert.True(await IsGoodAsync(_first));
        for (var second = 2; second < 5; second++)
        {
            _clock.Advance(PublishedKeys.Pause);
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => IsGoodAsync(KeyNamed($"invented {second} {i}"))));
            Assert.Equal(second, _asked);
        }
    }

    [Fact]
    public async Task Where_identity_does_not_answer_what_was_read_goes_on()
    {
        Assert.True(await IsGoodAsync(_first));
        _away = true;
        _clock.Advance(TimeSpan.FromHours(3));
        Assert.True(await IsGoodAsync(_first));
        Assert.Equal(2, _asked);
        Assert.False(await IsGoodAsync(_second));
        Assert.Equal(2, _asked);
        (_away, _published) = (false, [_first, _second]);
        _clock.Advance(PublishedKeys.Pause);
        Assert.True(await IsGoodAsync(_second));
    }

    [Fact]
    public async Task Before_anything_was_read_nothing_is_good_and_identity_is_not_asked_by_every_request()
    {
        _away = true;
        Assert.False(await IsGoodAsync(_first));
        Assert.False(await IsGoodAsync(_first));
        Assert.Equal(1, _asked);
        _away = false;
        _clock.Advance(PublishedKeys.Pause);
        Assert.True(await IsGoodAsync(_first));
    }

    private async Task<bool> IsGoodAsync(SecurityKey key)
    {
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Issuer = TestTokens.Issuer, Audience = "concord", SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256) });
        var checking = new TokenValidationParameters { ValidIssuer = TestTokens.Issuer, ValidAudience = "concord", ConfigurationManager = _keys };
        return (await new JsonWebTokenHandler().ValidateTokenAsync(token, checking)).IsValid;
    }

    private static ECDsaSecurityKey KeyNamed(string name) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = name };
}
