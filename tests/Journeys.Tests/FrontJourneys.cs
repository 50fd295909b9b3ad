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
    public async Task A_machine_of_a_partner_signs_in_with_its_own_secret_and_acts_for_its_organization()
    {
        using var client = new HttpClient { BaseAddress = new Uri(platform.Address) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "demo-partner-system",
            ["client_secret"] = SignIn.Read(platform.SignInFile)["demo-partner-system"],
        });
        using var response = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        var token = (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!;
        using var machine = SignIn.Client(platform.Address, token);

        (await machine.ReadAsync("/api/v1/processes")).Is(HttpStatusCode.OK);
        (await machine.ReadAsync("/api/v1/accounts")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }
}
