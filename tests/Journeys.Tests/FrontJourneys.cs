using System.Net;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>What everybody meets first: the start page, the reference, errors at the gateway.</summary>
public sealed class FrontJourneys(JourneyPlatform platform)
{
    [Fact]
    public async Task The_start_page_and_the_reference_answer_without_signing_in_and_load_nothing_from_elsewhere()
    {
        using var nobody = new HttpClient { BaseAddress = new Uri(platform.Address) };
        foreach (var page in (string[])["/", "/reference"])
        {
            var html = await nobody.GetStringAsync(new Uri(page, UriKind.Relative));
            Assert.Contains("Concord", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        }

        Assert.StartsWith("3.1", (await nobody.ReadAsync("/openapi/v1.json")).Is(HttpStatusCode.OK).TextOf("openapi"), StringComparison.Ordinal);
        (await nobody.ReadAsync("/health/ready")).Is(HttpStatusCode.OK);
        (await nobody.ReadAsync("/api/v1/nothing-like-this")).IsProblem(HttpStatusCode.NotFound, "ROUTE_NOT_FOUND");
        (await nobody.ReadAsync("/api/v1/processes")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Who_asks_for_the_sign_in_addresses_is_told_of_this_address_only()
    {
        using var nobody = new HttpClient { BaseAddress = new Uri(platform.Address) };
        var discovery = (await nobody.ReadAsync("/.well-known/openid-configuration")).Is(HttpStatusCode.OK);
        string[] endpoints = ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint"];
        Assert.All(endpoints, e => Assert.StartsWith(platform.Address, discovery.TextOf(e)));
    }

    [Fact]
    public async Task Characters_that_no_store_or_header_takes_are_refused_and_other_scripts_pass()
    {
        using var nobody = new HttpClient { BaseAddress = new Uri(platform.Address) };
        using var form = new StringContent("grant_type=%00&client_id=%00", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, (await nobody.PostAsync(new Uri("/connect/token", UriKind.Relative), form)).StatusCode);

        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var person = new HttpClient(handler) { BaseAddress = new Uri(platform.Address) };
        person.DefaultRequestHeaders.Authorization = (await platform.AsAsync("igad.officer")).DefaultRequestHeaders.Authorization;
        person.DefaultRequestHeaders.TryAddWithoutValidation("X-Note", "ключ");
        (await person.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_machine_of_a_partner_signs_in_with_its_own_secret_and_acts_for_its_organization()
    {
        var token = await SignIn.DemonstrationMachineTokenAsync(platform.Address, "demo-partner-system", SignIn.Read(platform.SignInFile));
        using var machine = SignIn.Client(platform.Address, token);

        (await machine.ReadAsync("/api/v1/processes")).Is(HttpStatusCode.OK);
        (await machine.ReadAsync("/api/v1/accounts")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }
}
