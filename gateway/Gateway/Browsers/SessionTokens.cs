using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Platform.Security.News;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Concord.Gateway.Browsers;

/// <summary>
/// The access tokens of browsers' sessions. A cookie carries only what they are asked for with, so that it costs a slow line little;
/// each replica asks for its own and keeps it while it is good.
/// </summary>
internal sealed class SessionTokens(IConfiguration configuration, MeshMember mesh, TimeProvider time, AccessList revoked) : IDisposable
{
    public const string ClientId = "gateway";
    private const string Key = "refresh_token";
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1); // so that it does not run out on its way; of a short one, half its life
    private readonly HttpClient _client = new(ReplicaHandler.ForHttp("identity", configuration, mesh)) { Timeout = TimeSpan.FromSeconds(10) };

    // Many requests of one page, one question.
    private readonly ConcurrentDictionary<string, Lazy<Task<Token>>> _tokens = new();

    /// <param name="Access">Null where the identity service has ended the session.</param>
    /// <param name="Renewal">When another one is asked for.</param>
    private sealed record Token(string? Access, DateTimeOffset Renewal);

    /// <summary>A session begins: what its cookie is to carry, and the first token.</summary>
    public void Begin(AuthenticationProperties session, string refreshToken, string accessToken, TimeSpan lifetime)
    {
        session.StoreTokens([new AuthenticationToken { Name = Key, Value = refreshToken }]);
        Keep(refreshToken, new Lazy<Task<Token>>(Task.FromResult(new Token(accessToken, RenewalOf(lifetime)))));
    }

    /// <summary>A token that is good for a while; null where the identity service has ended the session.</summary>
    public async Task<string?> FindAsync(AuthenticationProperties session)
    {
        if (session.GetTokenValue(Key) is not { } refresh)
        {
            return null;
        }

        try
        {
            if (_tokens.TryGetValue(refresh, out var held) && await held.Value is var token)
            {
                if (token.Renewal > time.GetUtcNow() && !IsRevoked(token.Access))
                {
                    return token.Access;
                }

                _tokens.TryRemove(KeyValuePair.Create(refresh, held));
            }

            return (await Keep(refresh, new Lazy<Task<Token>>(() => AskAsync(refresh))).Value).Access;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            throw Fail.Because(PlatformReasons.DependencyUnavailable, "The identity service does not answer; your session goes on when it does.", ("service", "identity"));
        }
    }

    /// <summary>The next request of this browser's session gets a new token.</summary>
    public async Task ForgetAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Properties?.GetTokenValue(Key) is { } refresh)
        {
            _tokens.TryRemove(refresh, out _);
        }
    }

    /// <summary>Ends the session at the identity service too; where that does not answer, it ends by its own time.</summary>
    public async Task RevokeAsync(AuthenticationProperties session, CancellationToken cancellationToken)
    {
        if (session.GetTokenValue(Key) is not { } refresh)
        {
            return;
        }

        _tokens.TryRemove(refresh, out _);
        try
        {
            using var form = Form(("token", refresh), ("token_type_hint", Key));
            using var answer = await _client.PostAsync(Address("/connect/revoke"), form, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // signing out must not fail for it
        }
    }

    public void Dispose() => _client.Dispose();

    private DateTimeOffset RenewalOf(TimeSpan lifetime) => time.GetUtcNow() + (lifetime > 2 * Ahead ? lifetime - Ahead : lifetime / 2);

    // What was taken away counts at once; what the person still may do is in the next token.
    private bool IsRevoked(string? access) =>
        access is not null && new JsonWebToken(access) is var token && (!revoked.TakesKey(token.Kid) || revoked.Includes(name => token.TryGetClaim(name, out var claim) ? claim.Value : null));

    private Lazy<Task<Token>> Keep(string refresh, Lazy<Task<Token>> token)
    {
        var kept = _tokens.GetOrAdd(refresh, token);
        if (kept == token)
        {
            _ = ForgetAsync(refresh, token);
        }

        return kept;
    }

    // A refusal and a failure are forgotten at once, a token when it is of no use any more.
    private async Task ForgetAsync(string refresh, Lazy<Task<Token>> kept)
    {
        try
        {
            var token = await kept.Value;
            if (token.Access is not null && token.Renewal - time.GetUtcNow() is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, time);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            // whoever asked is told
        }
        finally
        {
            _tokens.TryRemove(KeyValuePair.Create(refresh, kept));
        }
    }

    // Not bound to the request that asked first: the others wait for it too.
    private async Task<Token> AskAsync(string refresh)
    {
        using var form = Form(("grant_type", "refresh_token"), ("refresh_token", refresh));
        using var response = await _client.PostAsync(Address("/connect/token"), form);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            return new Token(null, DateTimeOffset.MaxValue); // invalid_grant; whatever else is wrong does not end a person's session
        }

        response.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return new Token(json.RootElement.GetProperty("access_token").GetString(), RenewalOf(TimeSpan.FromSeconds(json.RootElement.GetProperty("expires_in").GetInt32())));
    }

    private FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(
        [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("client_id", ClientId), new("client_secret", BrowserSetup.Secret.In(configuration) ?? "")]);

    private Uri Address(string path) => new(ServiceAddresses.Of(ServiceAddresses.Http, "identity", configuration)[0], path);
}
