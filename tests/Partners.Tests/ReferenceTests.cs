using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Partners.Tests;

public sealed class ReferenceTests : IAsyncLifetime
{
    private TestService _service = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<PartnersModule>();
        _client = _service.As(TestCaller.Person(WellKnown.Organization("AU"), Roles.Analyst));
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R140")]
    public async Task States_carry_their_codes_and_a_name_in_each_of_the_six_languages()
    {
        var states = await _client.ReadAllAsync("/api/v1/reference/areas?kind=STATE&pageSize=100");

        Assert.Equal(195, states.Count);
        Assert.All(states, s => Assert.All(["arabic", "chinese", "english", "french", "russian", "spanish"], l => Assert.NotEqual("", (string)s["name"]![l]!)));
        Assert.All(states, s => Assert.Matches("^[0-9]{3}$", (string)s["m49"]!));
        Assert.Equal("جنوب السودان", (string)(await _client.ReadAsync("/api/v1/reference/areas/ssd")).Is(HttpStatusCode.OK)["name.arabic"]!);
        (await _client.ReadAsync("/api/v1/reference/areas/XXX")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Each_list_says_which_day_it_describes_and_pages_to_its_end()
    {
        foreach (var list in (string[])["areas", "regions", "languages", "organizations", "sources"])
        {
            Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", (await _client.ReadAsync($"/api/v1/reference/{list}?pageSize=1")).TextOf("asOf"));
        }

        Assert.Equal(ReferenceData.Languages.Length, (await _client.ReadAllAsync("/api/v1/reference/languages?pageSize=97")).Count);
        Assert.Equal(ReferenceData.Areas.Length, (await _client.ReadAllAsync("/api/v1/reference/areas?pageSize=50")).Count);
    }

    [Fact, Rule("R66")]
    public async Task The_organizations_of_the_sources_are_registered_from_the_start_under_known_names()
    {
        var registered = await _client.ReadAllAsync("/api/v1/organizations?pageSize=100");
        Assert.Equal(registered.Count(o => (string?)o["kind"] == "ORGAN"), (await _client.ReadAllAsync("/api/v1/organizations?kind=ORGAN&pageSize=2")).Count);
        string[] named = ["AU", "ECOWAS", "SADC", "IGAD", "ECCAS", "ICGLR", "EU", "OSCE", "COMMONWEALTH", "OAS", "ASEAN", "PIF", "CIS", "LAS", "OIC", "ACHPR", "CEWARN"];
        Assert.All(named, code => Assert.Contains(registered, o => (string?)o["referenceCode"] == code && (string?)o["name"] == WellKnown.Organization(code)));
    }

    [Fact, Rule("R66")]
    public async Task Members_are_dated_and_known_gaps_are_said_and_not_filled()
    {
        var igad = (await _client.ReadAsync("/api/v1/reference/organizations/igad/members?pageSize=500")).Is(HttpStatusCode.OK);
        Assert.Contains(igad["items"].AsArray(), m => (string)m!["alpha3"]! == "SSD" && (string)m["status"]! == "MEMBER");
        var eccas = await _client.ReadAsync("/api/v1/reference/organizations/ECCAS/members");
        Assert.Empty(eccas["items"].AsArray());
        Assert.NotEqual("", eccas.TextOf("gaps"));
    }

    [Fact]
    public async Task A_second_start_registers_nothing_again()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using (await TestService.StartAsync<PartnersModule>(directory: directory))
        {
        }

        await using var again = await TestService.StartAsync<PartnersModule>(directory: directory);
        var page = await again.As(TestCaller.Person(WellKnown.Organization("AU"), Roles.Analyst)).ReadAsync("/api/v1/organizations?pageSize=500");
        Assert.Equal(ReferenceData.Organizations.Length, page["items"].AsArray().Count);
    }
}
