using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Concord.Support;

/// <summary>What a browser does that matters here: keeps cookies, follows redirects when told, submits the form of a page.</summary>
/// <param name="address">Where it goes.</param>
/// <param name="program">What it says it is; nothing where absent.</param>
public sealed partial class Browser(string address, string? program = null) : IDisposable
{
    private readonly CookieContainer _cookies = new();

    public HttpClient Client => field ??= new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = new Uri(address) };

    /// <summary>The cookies as they are sent now.</summary>
    public string CookieHeader => _cookies.GetCookieHeader(new Uri(address));

    public string Html { get; private set; } = "";

    public Task<HttpResponseMessage> GetAsync(string path) => ReadAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Submits the first form of the page last seen, with the fields it carries and these.</summary>
    public Task<HttpResponseMessage> SubmitAsync(params (string Name, string Value)[] fields) => ReadAsync(new HttpRequestMessage(HttpMethod.Post, Action().Match(Html).Groups[1].Value)
    {
        Content = new FormUrlEncodedContent(
            Hidden().Matches(Html).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
                .Where(h => fields.All(f => f.Name != h.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))),
        Headers = { { "Sec-Fetch-Site", "same-origin" } },
    });

    /// <summary>Goes where the answer sends, as long as it stays at this address.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage response)
    {
        for (var i = 0; i < 10 && response.Headers.Location is { } next; i++)
        {
            var target = new Uri(Client.BaseAddress!, next);
            if (target.Authority != Client.BaseAddress!.Authority)
            {
                return response;
            }

            response = await GetAsync(target.PathAndQuery);
        }

        return response;
    }

    public async Task<HttpResponseMessage> SignInAsync(string path, string email, string password)
    {
        var page = await FollowAsync(await GetAsync(path));
        Assert.True(page.StatusCode == HttpStatusCode.OK, Html);
        return await SubmitAsync(("email", email), ("password", password));
    }

    private async Task<HttpResponseMessage> ReadAsync(HttpRequestMessage request)
    {
        if (program is not null)
        {
            request.Headers.UserAgent.ParseAdd(program);
        }

        var response = await Client.SendAsync(request);
        Html = await response.Content.ReadAsStringAsync();
        return response;
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
