using System.Buffers.Text;
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
    private const string Redirect = "http://127.0.0.1:7979/callback";

    /// <summary>E-mail and password of each person, from the file that the platform wrote.</summary>
    public static IReadOnlyDictionary<string, string> Read(string file) =>
        File.ReadLines(file).Select(l => l.Split('\t')).Where(c => c.Length == 2).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);

    public static async Task<string> TokenAsync(string address, string email, string password)
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        using var browser = new Browser(address);
        var answer = await browser.FollowAsync(await browser.SignInAsync(
            $"/connect/authorize?client_id=concord-cli&response_type=code&scope=openid%20profile&state=s&redirect_uri={Uri.EscapeDataString(Redirect)}&code_challenge={challenge}&code_challenge_method=S256",
            email, password));
        Assert.True(answer.Headers.Location?.ToString().StartsWith(Redirect, StringComparison.Ordinal) == true, $"{email} was not signed in: {browser.Html}");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "concord-cli",
            ["code"] = HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!,
            ["redirect_uri"] = Redirect,
            ["code_verifier"] = verifier,
        });
        using var response = await browser.Client.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        return (string?)body?["access_token"] ?? throw new Xunit.Sdk.XunitException($"No token for {email}: {body}");
    }

    /// <summary>For a caller that lives in this process but stands for one outside: it belongs to no trace of the platform's.</summary>
    public static SocketsHttpHandler FromOutside() => new() { ActivityHeadersPropagator = null };

    /// <summary>A client that acts as the person.</summary>
    public static HttpClient Client(string address, string token) => new(FromOutside())
    {
        BaseAddress = new Uri(address),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };
}
