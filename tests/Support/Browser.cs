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

    /// <summary>All cookies that it holds.</summary>
    public IReadOnlyList<Cookie> Cookies => [.. _cookies.GetAllCookies().Cast<Cookie>()];

    public string Html { get; private set; } = "";

    /// <summary>Goes back to a page that it has seen.</summary>
    public void Show(string html) => Html = html;

    public Task<HttpResponseMessage> GetAsync(string path) => ReadAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Submits the first form of the page last seen, with the fields it carries and these.</summary>
    public Task<HttpResponseMessage> SubmitAsync(params (string Name, string Value)[] fields) => SubmitToAsync("", fields);

    /// <summary>Submits the first form whose address begins so.</summary>
    public Task<HttpResponseMessage> SubmitToAsync(string action, params (string Name, string Value)[] fields) => SubmitAsync(
        Form().Matches(Html).FirstOrDefault(f => f.Groups[1].Value.StartsWith(action, StringComparison.Ordinal)) ?? throw new Xunit.Sdk.XunitException($"No form {action}: {Html}"), fields);

    private Task<HttpResponseMessage> SubmitAsync(Match form, (string Name, string Value)[] fields) => ReadAsync(new HttpRequestMessage(HttpMethod.Post, WebUtility.HtmlDecode(form.Groups[1].Value))
    {
        Content = new FormUrlEncodedContent(
            Hidden().Matches(form.Value).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
                .Where(h => fields.All(f => f.Name != h.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))),
        Headers = { { "Sec-Fetch-Site", "same-origin" } },
    });

    /// <summary>Goes where the answer sends, as long as it stays at this address, and agrees where it is asked whether the program that began this may sign in.</summary>
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
            if (target.AbsolutePath == "/account/program" && response.StatusCode == HttpStatusCode.OK)
            {
                response = await SubmitAsync();
            }
        }

        return response;
    }

    /// <summary>Submits the first form of the page last seen; told to wait, waits as long as it is told, as a person would who knows the password.</summary>
    public async Task<HttpResponseMessage> SubmitPatientlyAsync(params (string Name, string Value)[] fields)
    {
        for (var left = 3; ; left--)
        {
            var answer = await SubmitAsync(fields);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests || left == 0)
            {
                return answer;
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        }
    }

    /// <param name="path">Where sign-in begins.</param>
    /// <param name="email">Who.</param>
    /// <param name="password">The person's.</param>
    /// <param name="app">Secret of the person's authenticator app; null where there is none.</param>
    /// <param name="patient">Whether to wait where too many have tried from this address.</param>
    public async Task<HttpResponseMessage> SignInAsync(string path, string email, string password, string? app = null, bool patient = false)
    {
        var page = await FollowAsync(await GetAsync(path));
        Assert.True(page.StatusCode == HttpStatusCode.OK, Html);
        (string, string)[] shown = [("email", email), ("password", password)];
        var answer = patient ? await SubmitPatientlyAsync(shown) : await SubmitAsync(shown);
        return app is not null && answer.Headers.Location?.ToString().StartsWith("/account/second-factor", StringComparison.Ordinal) == true ? await ShowCodeAsync(answer, app) : answer;
    }

    /// <summary>Opens the page that asks for a second factor and shows a code of the app there.</summary>
    public async Task<HttpResponseMessage> ShowCodeAsync(HttpResponseMessage asking, string app)
    {
        await FollowAsync(asking);
        return await AuthenticatorApp.Of(app).UseAsync(async code => await SubmitAsync(("code", code)) is { StatusCode: not HttpStatusCode.BadRequest } shown ? shown : null);
    }

    /// <summary>On the page of second factors, where a sign-in leads who needs one and has none: goes on without.</summary>
    public async Task<HttpResponseMessage> WithoutFactorAsync(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK && GoOn().Match(Html) is { Success: true } link ? await FollowAsync(await GetAsync(WebUtility.HtmlDecode(link.Groups[1].Value))) : response;

    /// <summary>Sets an authenticator app up; the person is signed in.</summary>
    /// <returns>Its secret.</returns>
    public async Task<string> SetUpAppAsync(string returnUrl = "/")
    {
        await GetAsync($"/account/factors/authenticator?returnUrl={Uri.EscapeDataString(returnUrl)}");
        var secret = Secret().Match(Html).Groups[1].Value;
        await AuthenticatorApp.Of(secret).UseAsync(async code => await SubmitAsync(("code", code)) is { StatusCode: HttpStatusCode.OK } shown ? shown : null);
        return secret;
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

    [GeneratedRegex("<p><a href=\"(/connect/authorize[^\"]*)\"")]
    private static partial Regex GoOn();

    [GeneratedRegex("secret=([A-Z2-7]+)")]
    private static partial Regex Secret();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"[\\s\\S]*?</form>")]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
