using System.Globalization;
using Concord.Support;
using Microsoft.Playwright;

namespace Concord.Pages;

/// <summary>How a page is looked at.</summary>
/// <param name="Language">Tag of one of the six.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Theme">As in the menu.</param>
/// <param name="Scripts">Whether scripts run.</param>
public sealed record Look(string Language = "en", int Width = 1280, string Theme = "light", bool Scripts = true);

/// <summary>The system's Chromium on the pages of one platform, signed in as the people of its demonstration.</summary>
public sealed class PagesOf : IAsyncDisposable
{
    // The shell without the windows of a browser draws the same pages for a good deal less work.
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private static readonly string? Program = Array.Find(Programs, File.Exists);
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address;
    private readonly IReadOnlyDictionary<string, string> _passwords;
    private readonly Dictionary<string, (DateTime Time, Task<string> Cookies)> _sessions = [];
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(8); // later a person with a second factor would be asked for it again

    private PagesOf(IPlaywright playwright, IBrowser browser, string address, string signInFile)
    {
        (_playwright, _browser, _address) = (playwright, browser, address);
        _passwords = SignIn.Read(signInFile);
    }

    /// <summary>What is missing on this machine; null where nothing is.</summary>
    public static string? Missing { get; } = Program is not null ? null : "chromium is not installed.";

    public static async Task<PagesOf> StartAsync(string address, string signInFile)
    {
        var playwright = await Playwright.CreateAsync();
        return new PagesOf(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] }), address, signInFile);
    }

    /// <summary>A window of its own, signed in.</summary>
    /// <param name="person">First part of the e-mail; nobody where null.</param>
    /// <param name="look">How it is looked at.</param>
    /// <param name="through">Another address of the same platform: a slower way to it.</param>
    public async Task<IPage> OpenAsync(string? person, Look look, string? through = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = through ?? _address,
            ViewportSize = new() { Width = look.Width, Height = look.Width < 600 ? 740 : 900 },
            JavaScriptEnabled = look.Scripts,
            ColorScheme = look.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            Locale = look.Language,
        });
        List<(string Name, string Value)> cookies = [("concord.lang", look.Language), ("concord.theme", look.Theme)];
        if (person is not null)
        {
            cookies.AddRange((await SessionAsync(person)).Split("; ").Select(c => c.Split('=', 2)).Select(c => (c[0], c[1])));
        }

        await context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = through ?? _address }));
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>The cookies of a session, one for all windows of a person for as long as a second factor counts.</summary>
    public Task<string> SessionAsync(string person)
    {
        lock (_sessions)
        {
            if (!_sessions.TryGetValue(person, out var session) || DateTime.UtcNow - session.Time > Fresh)
            {
                _sessions[person] = session = (DateTime.UtcNow, SignInAsync(person));
            }

            return session.Cookies;
        }
    }

    private async Task<string> SignInAsync(string person)
    {
        var email = _passwords.Keys.Single(e => e.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{person}@"), StringComparison.Ordinal));
        using var browser = new Browser(_address);
        await browser.FollowAsync(await browser.SignInAsync("/signin", email, _passwords[email], _passwords.AppOf(email)));
        return browser.CookieHeader;
    }
}
