using System.Net;
using Concord.Abuse.Tests.Cases;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>The front of the platform: addresses that are not for outside, names it is called by, pages elsewhere, the way to sign in and back.</summary>
public sealed class FrontTests(AbusePlatform platform)
{
    [Theory, Abuse(35)]
    [InlineData("/internal/access-news")]
    [InlineData("/account/%2e%2e/internal/access-news")]
    [InlineData("/account/..%2finternal/access-news")]
    [InlineData("/account/%252e%252e/internal/access-news")]
    [InlineData("/account/..;/internal/access-news")]
    [InlineData("/account//internal/access-news")]
    [InlineData("//internal/access-news")]
    [InlineData("/.well-known/../internal/access-news")]
    [InlineData("/api/v1/../../internal/access-news")]
    [InlineData("/api/v1/me/../../../internal/access-news")]
    [InlineData("/api/v1/processes;x=y")]
    [InlineData("/api/v1//processes")]
    [InlineData("/openapi/designation.json")]
    [InlineData("/health")]
    [InlineData("/metrics")]
    [InlineData("/debug")]
    [InlineData("/swagger")]
    [InlineData("/.env")]
    [InlineData("/.git/config")]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo")]
    [InlineData("/grpc.health.v1.Health/Check")]
    [InlineData("/concord.identity.v1.Anything/Ask")]
    public async Task Nothing_answers_at_an_address_that_is_not_for_outside(string target)
    {
        foreach (var person in (string[])["", "administrator"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(platform.Address.TrimEnd('/') + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            if (person.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await platform.Crowd.TokenAsync(person)}");
            }

            Assert.Equal(HttpStatusCode.NotFound, (await new Wire(platform).SendAsync(request, person)).Status);
        }
    }

    [Theory, Abuse(15)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "http://evil.example", false)]
    [InlineData(null, null, false)]
    [InlineData("same-origin", null, true)]
    public async Task A_page_elsewhere_changes_nothing_with_somebody_s_browser(string? site, string? origin, bool passes)
    {
        using var browser = await platform.Crowd.BrowserAsync("igad.officer");
        using var read = await browser.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        foreach (var target in (string[])["/api/v1/me/sessions:endOthers", "/signout", $"/{platform.World.Process}/claim"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new StringContent("", null, "text/plain") };
            foreach (var (header, value) in (ReadOnlySpan<(string, string?)>)[("Sec-Fetch-Site", site), ("Origin", origin)])
            {
                if (value is not null)
                {
                    request.Headers.TryAddWithoutValidation(header, value);
                }
            }

            request.Headers.Add("Accept", "application/json");
            if (passes && target != "/api/v1/me/sessions:endOthers")
            {
                continue; // it would be carried out
            }

            using var answer = await browser.Client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var refused = answer.StatusCode == HttpStatusCode.Forbidden;
            Assert.True(refused == !passes, $"{target}: {(int)answer.StatusCode} {text}");
        }
    }

    [Theory, Abuse(15)]
    [InlineData("/")]
    [InlineData("/api/v1/processes")]
    [InlineData("/account/sign-in")]
    [InlineData("/connect/token")]
    [InlineData("/nothing")]
    public async Task No_page_elsewhere_frames_or_reads_an_answer(string target)
    {
        foreach (var origin in (string[])["null", "http://evil.example"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, platform.Address.TrimEnd('/') + target);
            request.Headers.TryAddWithoutValidation("Origin", origin);
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await platform.Crowd.TokenAsync("igad.officer")}");
            var answer = await new Wire(platform).SendAsync(request, "igad.officer");
            Assert.DoesNotContain(answer.Headers.Keys, h => h.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("same-origin", answer.Headers["Cross-Origin-Resource-Policy"]);
        }
    }

    [Fact]
    public async Task A_name_that_the_caller_chose_leads_nobody_elsewhere()
    {
        foreach (var target in (string[])["/", "/signin", "/signin?returnUrl=//evil.example", "/account/sign-in?returnUrl=//evil.example", "/connect/logout?client_id=gateway&post_logout_redirect_uri=http://evil.example/", "/processes", "/openapi/v1.json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, platform.Address.TrimEnd('/') + target);
            request.Headers.Host = "evil.example";
            foreach (var header in (string[])["X-Forwarded-Host", "X-Forwarded-Server", "X-Forwarded-Prefix", "X-Host"])
            {
                request.Headers.TryAddWithoutValidation(header, "evil.example");
            }

            request.Headers.TryAddWithoutValidation("Forwarded", "host=evil.example");
            var answer = await new Wire(platform).SendAsync(request, "");
            Assert.DoesNotContain("evil.example", answer.Headers.GetValueOrDefault("Location", ""), StringComparison.Ordinal);
            Assert.DoesNotContain("//evil.example", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    public async Task Signing_in_leads_back_to_this_platform_only(string target)
    {
        using var browser = await platform.Crowd.BrowserAsync("analyst");
        foreach (var way in (string[])["/signin?returnUrl=", "/prefer/theme/dark?back="])
        {
            var first = await browser.GetAsync(way + Uri.EscapeDataString(target));
            for (var step = 0; step < 8 && first.Headers.Location is { } next; step++)
            {
                var absolute = new Uri(new Uri(platform.Address), next);
                Assert.Equal(new Uri(platform.Address).Authority, absolute.Authority);
                first = await browser.GetAsync(absolute.PathAndQuery);
            }
        }
    }

    [Fact, Abuse(20)]
    public async Task Signing_in_answers_a_name_that_is_not_there_as_a_wrong_password()
    {
        var pages = new List<string>();
        foreach (var email in (string[])[platform.Crowd.EmailOf("icglr.officer"), $"nobody.{Guid.NewGuid():N}@example.org"])
        {
            using var browser = new Browser(platform.Address);
            using var answer = await browser.SignInAsync("/account/sign-in?returnUrl=%2F", email, "a wrong password of somebody");
            pages.Add($"{(int)answer.StatusCode} {string.Join(",", answer.Headers.Select(h => h.Key).Order())} {Form().Replace(browser.Html.Replace(email, "-", StringComparison.Ordinal), "-")}");
        }

        Assert.Equal(pages[0], pages[1]);
    }

    private static System.Text.RegularExpressions.Regex Form() => new("value=\"[A-Za-z0-9_-]{60,}\"");
}
