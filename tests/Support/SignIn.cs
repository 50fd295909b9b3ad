using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Xunit;

namespace Concord.Support;

/// <summary>Signs people in at a running platform the way a program on their machine does: authorization code with PKCE.</summary>
public static class SignIn
{
    private const int Tries = 5;
    private const string Redirect = "http://127.0.0.1:7979/callback";

    /// <summary>Before an e-mail, in the file: the secret of the person's authenticator app.</summary>
    private const string App = "totp:";

    /// <summary>E-mail and password of each person, from the file that the platform wrote.</summary>
    public static IReadOnlyDictionary<string, string> Read(string file) =>
        File.ReadLines(file).Select(l => l.Split('\t')).Where(c => c.Length == 2).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);

    /// <summary>Secret of the person's authenticator app; null where there is none.</summary>
    public static string? AppOf(this IReadOnlyDictionary<string, string> signIns, string email) => signIns.GetValueOrDefault(App + email);

    /// <summary>Signs a person of the demonstration in with all that the file tells.</summary>
    public static Task<string> TokenAsync(string address, IReadOnlyDictionary<string, string> signIns, string email) => TokenAsync(address, email, signIns[email], signIns.AppOf(email));

    /// <summary>Where the platform says that it cannot just now, as while a replica dies, tries again as a person would.</summary>
    public static async Task<string> TokenAsync(string address, string email, string password, string? app = null)
    {
        for (var left = Tries; ; left--)
        {
            var (token, unavailable, said) = await TryAsync(address, email, password, app);
            if (token is not null)
            {
                return token;
            }

            Assert.True(unavailable && left > 1, $"{email} was not signed in: {said}");
        }
    }

    /// <summary>Everything that the token endpoint answers with: access, identity and refresh token, by their names there; and the code that was spent for them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TokensAsync(string address, string email, string password, string scope)
    {
        var (answer, code, _, said) = await ExchangeAsync(address, email, password, scope, null);
        Assert.True(answer?["access_token"] is not null, $"{email} was not signed in: {said}");
        return answer!.AsObject().Where(m => m.Key.EndsWith("_token", StringComparison.Ordinal)).Select(m => KeyValuePair.Create(m.Key, (string)m.Value!)).Append(new("code", code!)).ToDictionary();
    }

    /// <summary>The token of a system of the demonstration.</summary>
    /// <param name="address">Of the platform.</param>
    /// <param name="machine">As the file of sign-ins names it.</param>
    /// <param name="signIns">What that file says.</param>
    public static Task<string> DemonstrationMachineTokenAsync(string address, string machine, IReadOnlyDictionary<string, string> signIns) =>
        MachineTokenAsync(address, signIns[$"{machine} client_id"], signIns[machine]);

    /// <summary>The token of a system that acts for itself.</summary>
    public static async Task<string> MachineTokenAsync(string address, string client, string secret)
    {
        using var platform = new HttpClient(FromOutside()) { BaseAddress = new Uri(address) };
        for (var left = Tries; ; left--)
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret });
            using var response = await platform.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || left == 1)
            {
                return (string?)JsonNode.Parse(body)?["access_token"] ?? throw new Xunit.Sdk.XunitException($"No token for {client}: {body}");
            }
        }
    }

    private static async Task<(string? Token, bool Unavailable, string Said)> TryAsync(string address, string email, string password, string? app)
    {
        var (answer, _, unavailable, said) = await ExchangeAsync(address, email, password, "openid profile", app);
        return ((string?)answer?["access_token"], unavailable, said);
    }

    private static async Task<(JsonNode? Answer, string? Code, bool Unavailable, string Said)> ExchangeAsync(string address, string email, string password, string scope, string? app)
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        using var browser = new Browser(address);
        var answer = await browser.WithoutFactorAsync(await browser.FollowAsync(await browser.SignInAsync(
            $"/connect/authorize?client_id=concord-cli&response_type=code&scope={Uri.EscapeDataString(scope)}&state=s&redirect_uri={Uri.EscapeDataString(Redirect)}&code_challenge={challenge}&code_challenge_method=S256",
            email, password, app, patient: true)));
        if (answer.Headers.Location?.ToString().StartsWith(Redirect, StringComparison.Ordinal) != true)
        {
            return (null, null, answer.StatusCode == HttpStatusCode.ServiceUnavailable, browser.Html);
        }

        var code = HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "concord-cli",
            ["code"] = code,
            ["redirect_uri"] = Redirect,
            ["code_verifier"] = verifier,
        });
        using var response = await browser.Client.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        var body = await response.Content.ReadAsStringAsync();
        return (JsonNode.Parse(body), code, response.StatusCode == HttpStatusCode.ServiceUnavailable, body);
    }

    /// <summary>Whether a token is taken for as long yet.</summary>
    public static bool IsGoodFor(string token, TimeSpan left) =>
        DateTimeOffset.FromUnixTimeSeconds((long)JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!["exp"]!) - DateTimeOffset.UtcNow > left;

    /// <summary>For a caller that lives in this process but stands for one outside: it belongs to no trace of the platform's.</summary>
    public static SocketsHttpHandler FromOutside() => new() { ActivityHeadersPropagator = null };

    /// <summary>A client that acts as the person.</summary>
    public static HttpClient Client(string address, string token) => new(FromOutside())
    {
        BaseAddress = new Uri(address),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };
}
