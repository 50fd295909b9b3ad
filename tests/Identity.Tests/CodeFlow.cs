using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Concord.Support;

namespace Concord.Identity.Tests;

/// <summary>The authorization code flow as the command line walks it.</summary>
internal static class CodeFlow
{
    public const string Redirect = "http://127.0.0.1:43210/callback";
    public const string Verifier = "a-verifier-of-this-test-that-is-long-enough-0123456789";

    public static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static string Authorize(string? challenge, string redirect = Redirect, string extra = "") =>
        $"/connect/authorize?client_id=concord-cli&response_type=code&scope=openid%20profile%20offline_access&state=s1&redirect_uri={Uri.EscapeDataString(redirect)}"
        + (challenge is null ? "" : $"&code_challenge={challenge}&code_challenge_method=S256") + extra;

    /// <summary>Signs in and gives the code that the client gets.</summary>
    public static async Task<string> CodeAsync(Browser browser, string email, string password, string? app = null)
    {
        var answer = await browser.WithoutFactorAsync(await browser.FollowAsync(await browser.SignInAsync(Authorize(Challenge), email, password, app)));
        Assert.True(answer.Headers.Location is not null, browser.Html);
        Assert.StartsWith(Redirect, answer.Headers.Location.ToString());
        var query = HttpUtility.ParseQueryString(answer.Headers.Location.Query);
        Assert.Equal("s1", query["state"]);
        return query["code"] ?? throw new Xunit.Sdk.XunitException(answer.Headers.Location.Query);
    }

    public static async Task<(System.Net.HttpStatusCode Status, JsonNode Body)> TokenAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public static (string, string)[] Exchange(string code, string verifier = Verifier) =>
        [("grant_type", "authorization_code"), ("client_id", "concord-cli"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", verifier)];

    public static (string, string)[] Refresh(string token) => [("grant_type", "refresh_token"), ("client_id", "concord-cli"), ("refresh_token", token)];

    public static JsonNode Payload(string jwt, int part = 1) => JsonNode.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[part]))!;
}
