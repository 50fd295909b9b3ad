using System.Net;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>What is Confidential, and a partner of another organization: seen as long as it is shared, at every service (R20).</summary>
public sealed class ShareJourneys(JourneyPlatform platform)
{
    private static readonly string s_forum = WellKnown.Organization("fictional-lake-forum");

    [Fact, Rule("R20"), Rule("R156")]
    public async Task A_partner_sees_a_process_and_its_agreement_each_as_long_as_it_is_shared()
    {
        var (support, mission, partner) = (await platform.AsAsync("msu.officer"), await platform.AsAsync("head.of.mission"), await platform.AsAsync("forum.partner"));
        var process = await Situation.NewProcessAsync(platform);
        var names = (Process: process, Agreement: await Situation.NewAgreementAsync(mission, process));
        await SeesAsync(process: false, agreement: false);

        var first = (await support.PostAsync($"/api/v1/{names.Process}/shares", ShareSituation.Terms(s_forum))).Is(HttpStatusCode.Created);
        Assert.Equal("Lake Forum (fictional)", first.TextOf("organizationDisplayName"));
        await SeesAsync(process: true, agreement: false);
        var second = (await mission.PostAsync($"/api/v1/{names.Agreement}/shares", ShareSituation.Terms(s_forum))).Is(HttpStatusCode.Created);
        await SeesAsync(process: true, agreement: true);

        (await support.PostAsync($"{first.Location}:end", new { reason = "The meeting has taken place." })).Is(HttpStatusCode.OK);
        await SeesAsync(process: false, agreement: true);
        (await mission.PostAsync($"{second.Location}:end", new { reason = "The meeting has taken place." })).Is(HttpStatusCode.OK);
        await SeesAsync(process: false, agreement: false);

        async Task SeesAsync(bool process, bool agreement)
        {
            foreach (var (name, sees) in ((string, bool)[])[(names.Process, process), (names.Agreement, agreement)])
            {
                Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await partner.ReadAsync($"/api/v1/{name}")).Status);
                var collection = name.Split('/')[0];
                Assert.Equal(sees, (await partner.ReadAllAsync($"/api/v1/{collection}?pageSize=500")).Any(r => (string?)r["name"] == name));
                Assert.Equal(sees, (await partner.ReadAllAsync($"/api/v1/{collection}/-/shares?pageSize=500")).Any(s => (string?)s["record"] == name));
            }
        }
    }

    [Fact, Rule("R20")]
    public async Task An_officer_of_another_organization_reads_a_mediator_as_long_as_the_profile_is_shared()
    {
        var (support, officer) = (await platform.AsAsync("msu.officer"), await platform.AsAsync("icglr.officer"));
        var profile = (await support.PostAsync("/api/v1/profiles", new
        {
            displayName = $"Invented mediator {Guid.NewGuid():N}",
            gender = "WOMAN",
            seniorityLevel = "EXPERT",
            nationalities = new[] { "KEN" },
            languages = new[] { new { code = "sw", level = "NATIVE" } },
            consents = new[] { new { scope = "SEARCH", givenDay = "2026-01-31", evidence = "Letter of January" }, new { scope = "SHARING", givenDay = "2026-01-31", evidence = "Letter of January" } },
        })).Is(HttpStatusCode.Created).TextOf("name");
        (await support.PostAsync($"/api/v1/{profile}:submit", new { })).Is(HttpStatusCode.OK);
        (await support.PostAsync($"/api/v1/{profile}:vet", new { })).Is(HttpStatusCode.OK);
        (await (await platform.AsAsync("msu.chief")).DecideAsync($"/api/v1/{profile}", "activate")).Is(HttpStatusCode.OK);
        (await officer.ReadAsync($"/api/v1/{profile}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var share = (await support.PostAsync($"/api/v1/{profile}/shares", ShareSituation.Terms(WellKnown.Organization("ICGLR")))).Is(HttpStatusCode.Created);
        (await officer.ReadAsync($"/api/v1/{profile}")).Is(HttpStatusCode.OK);
        Assert.Contains(await officer.ReadAllAsync("/api/v1/profiles/-/shares"), s => (string?)s["record"] == profile);
        (await support.PostAsync($"{share.Location}:end", new { reason = "Not needed any more." })).Is(HttpStatusCode.OK);
        (await officer.ReadAsync($"/api/v1/{profile}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }
}
