using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Concord.Contracts.Reference;
using Concord.Identity.Persistence;
using Concord.Identity.Tokens.Keys;
using Concord.Platform.Hosting;
using Concord.Platform.Security.Keys;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests.Keys;

/// <summary>Another key of tokens while identity and a service that takes its tokens go on: nobody notices; and at once, when it was stolen.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private IdentityHost _identity = null!;
    private IdentityHost _other = null!; // any service host will do: it validates like all others
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync(configure: b => b.Services.AddSingleton<TimeProvider>(_time));
        _other = await IdentityHost.StartAsync(configure: b => b.Configuration["Services:identity:Http"] = _identity.Address);
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _other.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Fact, Abuse(31)]
    public async Task A_service_takes_tokens_of_both_keys_sessions_go_on_and_the_old_key_ends_when_nothing_of_it_is_alive()
    {
        var (before, early, late) = (await MachineAsync(), await SessionAsync(), await SessionAsync());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_other, before));
        var (old, asked) = (KeyOf(before), Stopwatch.GetTimestamp());

        var said = await RotateAsync();
        var next = said.Split(' ')[1];
        await Eventually.TrueAsync(async () => (await PublishedAsync()).SetEquals([old, next]), "both keys are published");
        Assert.Equal(old, KeyOf(await MachineAsync()));
        Assert.Contains("no other was made", await RotateAsync(), StringComparison.Ordinal);

        await Eventually.TrueAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(asked) > PublishedKeys.Pause), "the service may ask again"); // for which the quarter of an hour is long
        _time.Advance(KeyChoice.Announced);
        await Eventually.TrueAsync(async () => KeyOf(await MachineAsync()) == next, "the new key signs");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_other, await MachineAsync()));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_other, before));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_identity, before));
        Assert.Equal(next, KeyOf((await RefreshedAsync(early)).Access!));

        _time.Advance(KeyChoice.AccessAlive);
        await Eventually.TrueAsync(async () => (await PublishedAsync()).SetEquals([next]), "the old key is published no more");
        await Eventually.TrueAsync(async () => await AskAsync(_other, before) == HttpStatusCode.Unauthorized, "no service takes it"); // by its own time it would be good yet: that service has another clock
        Assert.Equal(HttpStatusCode.OK, (await RefreshedAsync(late)).Status);
    }

    [Fact, Abuse(31)]
    public async Task A_stolen_key_ends_at_once_whatever_its_tokens_say()
    {
        var (before, session) = (await MachineAsync(), await SessionAsync());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_other, before));
        var stolen = await File.ReadAllTextAsync(Path.Combine(_identity.KeyDirectory, "signing-key.pem"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_other, Forged(stolen, KeyOf(before), before)));

        var next = (await RotateAsync(RotateTokenKeysVerb.AtOnce)).Split(' ')[1];
        await Eventually.TrueAsync(async () => await AskAsync(_other, before) == HttpStatusCode.Unauthorized, "the service has heard of it");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_other, Forged(stolen, next, before))); // it has not read the new key, and would try the old one
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_other, Forged(stolen, null, before)));
        await Eventually.TrueAsync(async () => await AskAsync(_identity, before) == HttpStatusCode.Unauthorized, "identity has heard of itself");
        Assert.Equal([next], await PublishedAsync());
        Assert.Equal((HttpStatusCode.BadRequest, (string?)null), await RefreshedAsync(session));

        var after = await MachineAsync();
        Assert.Equal(next, KeyOf(after));
        await Eventually.TrueAsync(async () => await AskAsync(_other, after) == HttpStatusCode.OK, "the new key is taken");
        foreach (var forged in (string[])[before, Forged(stolen, next, before), Forged(stolen, null, before)])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(_other, forged));
        }

        await using var scope = _identity.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<IdentityDb>().AuditEntries.Where(e => e.Action == "rotate-token-keys --at-once").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Single(entries);
    }

    private async Task<string> RotateAsync(params string[] words)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(0, await Verbs.RunAsync<IdentityModule>(RotateTokenKeysVerb.Word, words, Configure, output));
        return output.ToString();
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Identity:Issuer"] = TestTokens.Issuer;
        builder.Configuration["Identity:KeyDirectory"] = _identity.KeyDirectory;
        builder.Services.AddSingleton<TimeProvider>(_time);
        TestStore.Current.Use(builder, IdentityModule.Name, _identity.Data);
    }

    private async Task<string> MachineAsync()
    {
        var (status, tokens) = await TokenAsync(_client, ("grant_type", "client_credentials"), ("client_id", $"{WellKnown.Id("client", "demo-partner-system")}"), ("client_secret", _identity.Secrets["demo-partner-system"]));
        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        return tokens["access_token"]!.GetValue<string>();
    }

    private async Task<string> SessionAsync()
    {
        using var browser = new Browser(_identity.Address);
        var (status, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, _identity.Secrets[Officer])));
        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        return tokens["refresh_token"]!.GetValue<string>();
    }

    private async Task<(HttpStatusCode Status, string? Access)> RefreshedAsync(string refresh)
    {
        var (status, tokens) = await TokenAsync(_client, Refresh(refresh));
        return (status, tokens["access_token"]?.GetValue<string>());
    }

    private async Task<HashSet<string>> PublishedAsync() =>
        [.. (await _client.GetFromJsonAsync<JsonObject>("/.well-known/jwks"))!["keys"]!.AsArray().Select(k => k!["kid"]!.GetValue<string>())];

    private static async Task<HttpStatusCode> AskAsync(IdentityHost service, string token)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Address}/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.SendAsync(request)).StatusCode;
    }

    private static string KeyOf(string token) => Payload(token, 0)["kid"]!.GetValue<string>();

    // What a thief of the file can make: any claims, under any key's name, or under none.
    private static string Forged(string pem, string? kid, string like)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Claims = new JsonWebToken(like).Claims.GroupBy(c => c.Type).ToDictionary(g => g.Key, g => g.Key is "exp" or "iat" or "nbf" ? (object)long.Parse(g.First().Value, CultureInfo.InvariantCulture) : g.First().Value),
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = kid, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }
}
