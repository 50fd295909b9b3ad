using System.Net;
using System.Text;
using System.Text.Json;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Concord.Gateway.Tests;

public sealed class ForwardingTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _never = new();
    private WebApplication _backEnd = null!;
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        (_backEnd, var address) = await GatewayUnderTest.BackEndAsync(AnswerAsync);
        _gateway = await GatewayUnderTest.StartAsync(new()
        {
            ["Services:partners:Http"] = address,
            ["Services:roster:Http"] = $"http://127.0.0.1:{Ports.Next()}",
            ["Services:identity:Http"] = address,
            ["Gateway:PatienceSeconds"] = "0.3",
        });
    }

    public async ValueTask DisposeAsync()
    {
        _never.TrySetResult();
        await _gateway.DisposeAsync();
        await _backEnd.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/health/ready":
                return;
            case "/api/v1/organizations/slow":
                await _never.Task.WaitAsync(context.RequestAborted);
                return;
            case "/api/v1/organizations/refused":
                context.Response.StatusCode = 409;
                context.Response.ContentType = "application/problem+json";
                await context.Response.WriteAsync("""{"reason":"OWN"}""");
                return;
            case "/account/away" or "/connect/wrong" or "/account/own":
                context.Response.StatusCode = 503;
                context.Response.ContentType = context.Request.Path.Value switch { "/account/away" => "application/problem+json", "/connect/wrong" => "text/plain", _ => "text/html" };
                await context.Response.WriteAsync("as identity says it");
                return;
            case "/api/v1/organizations/empty":
                context.Response.StatusCode = 404;
                return;
            default:
                using (var reader = new StreamReader(context.Request.Body))
                {
                    var body = await reader.ReadToEndAsync();
                    context.Response.Headers.ETag = "\"7\"";
                    context.Response.Headers.SetCookie = "stolen=1";
                    await context.Response.WriteAsJsonAsync(new
                    {
                        method = context.Request.Method,
                        target = context.Request.Path + context.Request.QueryString,
                        length = body.Length,
                        headers = context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()),
                    });
                }

                return;
        }
    }

    [Theory]
    [InlineData("/api/v1/organizations")]
    [InlineData("/api/v1/organizations?pageSize=3&pageToken=a%2Fb")]
    [InlineData("/api/v1/organizations/0197a000-0000-7000-8000-000000000001:merge")]
    [InlineData("/api/v1/organizations:search")]
    [InlineData("/api/v1/reference/states")]
    [InlineData("/api/v1/me")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task A_request_reaches_its_service_as_it_was_sent(string target)
    {
        var answer = (await _gateway.Client.PostAsync(target, new { a = 1 }, key: "k1", ifMatch: "\"3\"")).Is(HttpStatusCode.OK);
        Assert.Equal(target, answer.TextOf("target"));
        Assert.Equal(("k1", "\"3\""), (answer.TextOf("headers.idempotency-key"), answer.TextOf("headers.if-match")));
        Assert.Equal("\"7\"", answer.ETag);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task What_a_caller_claims_about_itself_is_replaced_and_its_cookies_stay_here()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/organizations");
        request.Headers.Add("X-Forwarded-For", "10.9.8.7");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("Forwarded", "for=10.9.8.7");
        request.Headers.Add("Cookie", "concord.identity=abc; other=1");
        request.Headers.Add("Authorization", "Bearer of-a-program");
        using var response = await _gateway.Client.SendAsync(request);
        var headers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("headers");
        Assert.Equal("127.0.0.1", headers.GetProperty("x-forwarded-for").GetString());
        Assert.NotEqual("evil.example", headers.GetProperty("x-forwarded-host").GetString());
        Assert.False(headers.TryGetProperty("forwarded", out _));
        Assert.False(headers.TryGetProperty("cookie", out _));
        Assert.Equal("Bearer of-a-program", headers.GetProperty("authorization").GetString());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Pages_of_identity_get_their_own_cookies_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("Cookie", "concord.identity=abc; concord.session=secret; concord.form=f; concord.lang=ar; concord.theme=dark; __Host-concord.identity.asked.x=N; other=1");
        using var response = await _gateway.Client.SendAsync(request);
        var headers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("headers");
        Assert.Equal("__Host-concord.identity.asked.x=N; concord.form=f; concord.identity=abc; concord.lang=ar; concord.theme=dark", string.Join("; ", headers.GetProperty("cookie").GetString()!.Split("; ").Order()));
        Assert.True(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_service_that_is_down_is_a_503_with_a_time_to_retry()
    {
        var answer = (await _gateway.Client.ReadAsync("/api/v1/profiles")).IsProblem(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter!.Delta);
        (await _gateway.Client.ReadAsync("/api/v1/agreements")).IsProblem(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE"); // has no address at all
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_a_504() =>
        Assert.NotNull((await _gateway.Client.ReadAsync("/api/v1/organizations/slow")).IsProblem(HttpStatusCode.GatewayTimeout, "SERVICE_UNAVAILABLE").Headers.RetryAfter);

    [Fact]
    public async Task Refusals_of_a_service_pass_unchanged()
    {
        Assert.Equal("""{"reason":"OWN"}""", (await _gateway.Client.ReadAsync("/api/v1/organizations/refused")).Is(HttpStatusCode.Conflict).Text);
        Assert.Equal("", (await _gateway.Client.ReadAsync("/api/v1/organizations/empty")).Is(HttpStatusCode.NotFound).Text);
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/organizations")]
    [InlineData("/nothing")]
    [InlineData("/concord.partners.v1.PartnersService/GetOrganization/more")]
    public async Task An_unknown_address_is_a_404(string target) => (await _gateway.Client.ReadAsync(target)).IsProblem(HttpStatusCode.NotFound, "ROUTE_NOT_FOUND");

    [Theory]
    [InlineData("/account/away", "text/html", false)]
    [InlineData("/connect/wrong", "text/html", false)]
    [InlineData("/account/own", "text/html", true)]
    [InlineData("/account/away", "application/json", true)]
    public async Task What_identity_tells_as_a_program_a_person_is_told_as_a_page(string target, string accept, bool unchanged)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.Add("Accept", accept);
        using var response = await _gateway.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(unchanged, text == "as identity says it");
        if (!unchanged)
        {
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("<h1", text, StringComparison.Ordinal);
            Assert.NotNull(response.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task A_person_who_lost_the_way_gets_a_page_and_the_API_answers_problems_to_everybody()
    {
        async Task<(HttpStatusCode, string?)> OpenAsync(string target)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            using var response = await _gateway.Client.SendAsync(request);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            return (response.StatusCode, response.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), await OpenAsync("/nothing"));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), await OpenAsync("/api/v1/nothing"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), await OpenAsync("/api/v1/profiles"));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task Head_is_what_get_would_answer_without_the_body(string target, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, target);
        using var response = await _gateway.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.NotNull(response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_method_that_is_not_served_is_a_405() =>
        (await _gateway.Client.SendAsync(HttpMethod.Delete, "/openapi/v1.json", null)).IsProblem(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");

    [Fact]
    public async Task A_tunnel_is_asked_of_no_replica()
    {
        var address = _gateway.Client.BaseAddress!;
        using var connection = new System.Net.Sockets.TcpClient(address.Host, address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT /api/v1/organizations HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 405 Method Not Allowed", await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_a_413_whether_its_length_was_told_or_not(bool told)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organizations") { Content = new StringContent(new string('x', 1024 * 1024 + 1), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = told ? null : true;
        request.Headers.ExpectContinue = true; // else the answer may come while we still send
        using var response = await _gateway.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_state_and_its_page_say_what_is_down_and_the_gateway_stays_ready_for_the_rest()
    {
        (await _gateway.Client.ReadAsync("/health/live")).Is(HttpStatusCode.OK);
        (await _gateway.Client.ReadAsync("/health/ready")).Is(HttpStatusCode.OK);
        var status = (await _gateway.Client.ReadAsync("/status.json")).Is(HttpStatusCode.OK);
        Assert.Equal(["identity UP", "partners UP", "roster DOWN"], status["services"].AsArray().Select(s => $"{s!["name"]} {s["state"]}"));
        var page = (await _gateway.Client.ReadAsync("/platform")).Is(HttpStatusCode.OK);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Text, "class=\"status bad\""));
        Assert.Contains("href=\"/signin?returnUrl=%2Fplatform\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http://127", page.Text + status.Text, StringComparison.Ordinal);
        (await _gateway.Client.ReadAsync("/style.css")).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", "%2F")]
    [InlineData("?returnUrl=%2Freference", "%2Freference")]
    [InlineData("?returnUrl=https%3A%2F%2Fevil.example", "%2F")]
    public async Task Sign_in_begins_at_the_public_address_where_its_cookies_belong(string query, string target) =>
        Assert.Equal($"http://concord.test/signin?returnUrl={target}", (await _gateway.Client.ReadAsync($"/signin{query}")).Is(HttpStatusCode.Redirect).Location!.OriginalString);

    [Fact]
    public async Task The_reference_loads_nothing_from_elsewhere()
    {
        using var response = await _gateway.Client.GetAsync(new Uri("/reference/", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode} {response.Headers.Location}");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        foreach (var nonce in System.Text.RegularExpressions.Regex.Matches(html, "<script[^>]*>").Select(m => m.Value))
        {
            Assert.True(nonce.Contains("nonce=", StringComparison.Ordinal), nonce);
        }

        foreach (var script in System.Text.RegularExpressions.Regex.Matches(html, "src=\"([^\"]+)\"").Select(m => m.Groups[1].Value))
        {
            using var loaded = await _gateway.Client.GetAsync(new Uri(new Uri(_gateway.Address + "/reference/"), script));
            Assert.True(loaded.StatusCode == HttpStatusCode.OK, script);
        }

        Assert.Equal("3.1.1", (await _gateway.Client.ReadAsync("/openapi/v1.json")).Is(HttpStatusCode.OK).TextOf("openapi"));
    }
}
