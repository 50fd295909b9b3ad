using System.Net;
using System.Net.Http.Headers;
using Concord.Support;
using Concord.Support.Telemetry;

namespace Concord.Embedded.Tests;

/// <summary>Nothing that anybody writes into a request comes out of a log line, a scope, a span or a metric.</summary>
public sealed class DiscretionTests
{
    private const string Administrator = FirstAdministrator.Email;
    private readonly List<string> _planted = [];

    [Fact, Abuse(24), Abuse(25)]
    public async Task What_people_and_programs_write_is_told_to_nobody_even_where_every_level_is_turned_up()
    {
        await using var collector = OtlpReceiver.Start();
        var data = Directory.CreateTempSubdirectory("concord-discretion-").FullName;
        await using var platform = await EmbeddedProcess.StartAsync(data, settings: new Dictionary<string, string>(collector.Settings)
        {
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
            ["Logging__Console__FormatterName"] = "json",
        });
        var given = SignIn.Read(Path.Combine(data, "first-sign-in.txt"))[Administrator];
        var chosen = await FirstAdministrator.OfAsync(platform.Address, data);
        var token = await SignIn.TokenAsync(platform.Address, chosen, Administrator);
        _planted.AddRange([given, chosen[Administrator], chosen.AppOf(Administrator)!, token, token.Split('.')[2]]);

        using var administrator = SignIn.Client(platform.Address, token);
        await AccountsAsync(administrator);
        await MachinesAsync(administrator, platform.Address);
        await ListsAsync(administrator);
        await RefusalsAsync(administrator);
        await SignInsAsync(platform.Address);
        await SessionAsync(platform.Address, chosen);
        await ForgeriesAsync(administrator);

        await Eventually.TrueAsync(() => Task.FromResult(collector.Spans.Any(s => s.Attributes.GetValueOrDefault("http.route") == "/account/sign-in")), "the last request is told");
        Assert.Equal(0, await platform.StopAsync());
        var everything = string.Join('\n', await platform.Told);
        Assert.DoesNotContain('\u001b', everything); // nobody moves the cursor of who reads it
        Assert.DoesNotContain(everything.Split('\n'), line => line.TrimStart().StartsWith("Forged", StringComparison.OrdinalIgnoreCase));
        var told = string.Join('\n', everything.Split('\n').Where(line => line.StartsWith('{'))); // the log; before it stands the first sign-in, for the person who started it
        Assert.Contains("\"Category\":\"Concord.", told, StringComparison.Ordinal); // it does tell
        Assert.NotEmpty(collector.Lines);
        Assert.True(_planted.Count >= 20);
        Assert.All(_planted, secret =>
        {
            Assert.False(told.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} is in the log: {Around(told, secret)}");
            Assert.False(collector.Holds(secret), $"{secret} was exported");
        });
    }

    private async Task AccountsAsync(HttpClient administrator)
    {
        var account = new { email = Plant("@mail.example"), displayName = Plant("displayName"), organization = (string)(await administrator.ReadAsync("/api/v1/me"))["organization"]!, roles = new[] { "partner" }, clearance = "UNCLASSIFIED" };
        var key = Plant("key");
        var made = (await administrator.PostAsync("/api/v1/accounts", account, key)).Is(HttpStatusCode.Created);
        _planted.Add(made.TextOf("oneTimePassword"));
        await administrator.PostAsync("/api/v1/accounts", account, key);
        (await administrator.PostAsync("/api/v1/accounts", account)).Is(HttpStatusCode.Conflict);
        (await administrator.PostAsync("/api/v1/accounts", account with { email = Plant("not-an-address") })).Is(HttpStatusCode.BadRequest);
        (await administrator.PostAsync("/api/v1/accounts", account with { email = Plant("@role.example"), roles = [Plant("role")] })).Is(HttpStatusCode.BadRequest);
        (await administrator.PostAsync("/api/v1/accounts", $$"""{"email":"{{Plant("@broken.example")}}", """)).Is(HttpStatusCode.BadRequest);
        (await administrator.PostAsync("/api/v1/accounts", new Dictionary<string, string> { [Plant("field")] = "x" })).Is(HttpStatusCode.BadRequest);
    }

    private async Task MachinesAsync(HttpClient administrator, string address)
    {
        var organization = (string)(await administrator.ReadAsync("/api/v1/me"))["organization"]!;
        var wish = new { displayName = Plant("system"), organization, roles = new[] { "partner" }, scopes = new[] { "identity.me.read" }, clearance = "UNCLASSIFIED", expireTime = DateTime.UtcNow.AddDays(1) };
        var made = (await administrator.PostAsync("/api/v1/clients", wish)).Is(HttpStatusCode.Created);
        var (id, path) = (made.TextOf("client.clientId"), $"/api/v1/{made.TextOf("client.name")}");
        var rotated = (await administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 5 })).Is(HttpStatusCode.OK);
        _planted.AddRange([made.TextOf("secret"), rotated.TextOf("secret")]);
        foreach (var secret in (ApiAnswer[])[made, rotated])
        {
            var token = await SignIn.MachineTokenAsync(address, id, secret.TextOf("secret"));
            _planted.AddRange([token, token.Split('.')[2]]);
            (await SignIn.Client(address, token).ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
            (await SignIn.Client(address, token).ReadAsync("/api/v1/clients")).Is(HttpStatusCode.Forbidden);
        }

        (await administrator.PostAsync("/api/v1/clients", wish with { scopes = [Plant("scope")] })).Is(HttpStatusCode.BadRequest);
        await Assert.ThrowsAsync<Xunit.Sdk.XunitException>(() => SignIn.MachineTokenAsync(address, id, Plant("wrong")));
    }

    // A browser's cookies, of the gateway and of the identity service, while they are good.
    private async Task SessionAsync(string address, IReadOnlyDictionary<string, string> chosen)
    {
        using var browser = new Browser(address);
        await browser.FollowAsync(await browser.SignInAsync("/signin", Administrator, chosen[Administrator], chosen.AppOf(Administrator)));
        var cookies = browser.Cookies.Where(c => c.Value.Length > 20).ToList();
        Assert.Contains(cookies, c => c.Name == "concord.session");
        Assert.Contains(cookies, c => c.Name == "concord.identity");
        _planted.AddRange(cookies.Select(c => c.Value));
        foreach (var path in (string[])["/", "/clients", "/sessions", "/api/v1/me", "/nothing/here"])
        {
            await browser.GetAsync(path);
        }

        await browser.GetAsync("/account/sign-out");
        await browser.SubmitAsync();
    }

    // Whoever could write a line of the log could hide what they did in it.
    private static async Task ForgeriesAsync(HttpClient administrator)
    {
        const string Forged = "\r\nForged: 2026-11-28T00:00:00.000Z info Concord.Identity all is well\u001b[2J\u001b[31m\u2028Forged";
        await administrator.ReadAsync($"/api/v1/accounts/{Uri.EscapeDataString(Forged)}");
        await administrator.ReadAsync($"/{Uri.EscapeDataString(Forged)}?q={Uri.EscapeDataString(Forged)}");
        await administrator.ReadAsync($"/api/v1/audit/identity/entries?actor={Uri.EscapeDataString(Forged)}");
        (await administrator.PostAsync("/api/v1/accounts", new { email = Forged, displayName = Forged, organization = Forged, roles = new[] { Forged }, clearance = Forged }, key: "forged")).Is(HttpStatusCode.BadRequest);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.TryAddWithoutValidation("User-Agent", "a\u001b[31mForged");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "\u001b[2JForged");
        using var answer = await administrator.SendAsync(request);
    }

    private async Task ListsAsync(HttpClient administrator)
    {
        foreach (var list in (string[])["accounts", "organizations", "profiles", "processes", "agreements"])
        {
            await administrator.ReadAsync($"/api/v1/{list}?q={Plant("name")}&pageSize=1");
            await administrator.ReadAsync($"/api/v1/{list}?pageToken={Plant("pageToken")}");
            await administrator.ReadAsync($"/api/v1/{list}/{Plant("%40path.example")}");
        }

        await administrator.ReadAsync($"/nowhere/{Plant("path")}?q={Plant("query")}");
        await administrator.PostAsync("/api/v1/profiles:search", new { text = Plant("name sought"), languages = new[] { new { code = Plant("code") } } }, "");
    }

    private async Task RefusalsAsync(HttpClient administrator)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"eyJhbGciOiJFUzI1NiJ9.{Plant("payload")}.{Plant("signature")}");
        request.Headers.Add("Cookie", $"concord.session={Plant("cookie")}");
        request.Headers.UserAgent.ParseAdd(Plant("browser"));
        request.Headers.Add("X-Forwarded-For", Plant("address"));
        request.Headers.Add("baggage", $"person={Plant("baggage")}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await administrator.SendAsync(request)).StatusCode);
        await administrator.SendAsync(HttpMethod.Patch, $"/api/v1/organizations/{Guid.NewGuid()}", new { displayName = Plant("new name") }, ifMatch: $"\"{Plant("etag")}\"");
    }

    private async Task SignInsAsync(string address)
    {
        using var browser = new Browser(address);
        var page = await browser.SignInAsync(
            $"/connect/authorize?client_id=concord-cli&response_type=code&scope=openid&state={Plant("state")}&login_hint={Plant("%40hint.example")}&redirect_uri={Uri.EscapeDataString("http://127.0.0.1:7979/callback")}&code_challenge={new string('c', 43)}&code_challenge_method=S256",
            Plant("@wrong.example"), Plant("password"));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        await browser.GetAsync($"/signin?returnUrl=/{Plant("return")}");
        await browser.GetAsync($"/signin-oidc?code={Plant("code")}&state={Plant("state")}");
        foreach (var grant in (string[])["authorization_code", "refresh_token", "client_credentials", "password"])
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = grant,
                ["client_id"] = grant == "client_credentials" ? Plant("client") : "concord-cli",
                ["client_secret"] = Plant("secret"),
                ["code"] = Plant("code"),
                ["code_verifier"] = Plant("verifier"),
                ["refresh_token"] = Plant("refresh"),
                ["username"] = Plant("@user.example"),
                ["password"] = Plant("password"),
            });
            await browser.Client.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        }
    }

    /// <summary>A word that occurs nowhere else; what is planted with it says what it was, and is looked for without it.</summary>
    private string Plant(string what)
    {
        var secret = $"Zw{Guid.NewGuid():N}";
        _planted.Add(secret);
        return what.StartsWith('@') || what.StartsWith('%') ? $"{secret}{what}" : $"{what.Replace(' ', '-')}{secret}";
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)];
    }
}
