using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Monitoring.Tests.MonitoringFixture;

namespace Concord.Monitoring.Tests;

/// <summary>What a partner sees of a Confidential agreement: what is shared with its organization now, by every way to it, and nothing else (R20).</summary>
public sealed class ShareTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    public static TheoryData<Standing> Standings => ShareSituation.All;

    [Theory, Rule("R20"), Rule("R139")]
    [MemberData(nameof(Standings))]
    public async Task Every_way_to_an_agreement_shows_a_partner_what_is_shared_with_it_now_and_nothing_else(Standing standing)
    {
        var (agreement, parts) = await WholeAgreementAsync();
        var (partner, sees) = await fixture.Service.StandsAsync(Head, agreement, Partner(), Partner().Organization!, standing);
        var name = agreement["/api/v1/".Length..];
        var routes = ReadRoute.Of(fixture.Service, "agreements");
        Assert.True(routes.Count >= 14, $"{routes.Count} routes");
        foreach (var route in routes)
        {
            var answer = await fixture.As(partner).ReadAsync(route.With(parts));
            if (!Roles.OfPartners.Any(MonitoringPermissions.All.Single(p => p.Name == route.Permission).Roles.Contains))
            {
                answer.IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            }
            else if (route.IsOfRecord && !sees)
            {
                answer.IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            }
            else
            {
                Assert.Equal(sees, answer.Is(HttpStatusCode.OK).Text.Contains(name, StringComparison.Ordinal) || (route.IsOfRecord && sees));
            }
        }

        // What would change something finds it no more than what reads it.
        var begun = await fixture.As(partner).PostAsync($"/api/v1/{parts["milestoneName"]}:start", new { on = "2020-01-10" });
        begun.IsProblem(sees ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, sees ? "NOT_RESPONSIBLE" : "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R20"), Rule("R48")]
    public async Task A_shared_agreement_does_not_name_who_leads_a_confidential_process_for_the_process_is_not_shared_by_it()
    {
        var agreement = await fixture.RecordAsync();
        var partner = Partner();
        (await fixture.As(Head).PostAsync($"{agreement}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created);
        Assert.NotNull((await fixture.As(Analyst).ReadAsync(agreement)).Find("lead"));
        Assert.Null((await fixture.As(partner).ReadAsync(agreement)).Is(HttpStatusCode.OK).Find("lead"));
        Assert.Empty((await fixture.As(partner).ReadAsync($"{agreement}/leadLog")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    [Fact, Rule("R20")]
    public async Task An_agreement_is_shared_by_who_records_agreements_with_who_is_registered()
    {
        var agreement = await fixture.RecordAsync();
        (await fixture.As(Verifier).PostAsync($"{agreement}/shares", ShareSituation.Terms(Partner().Organization!))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.NotNull((await fixture.As(Head).PostAsync($"{agreement}/shares", ShareSituation.Terms(StandInDesignation.Unregistered))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.organization"));
        (await fixture.As(Head with { Clearance = Classification.Unclassified }).PostAsync($"{agreement}/shares", ShareSituation.Terms(Partner().Organization!))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(Head with { Organization = null }).PostAsync($"{agreement}/shares", ShareSituation.Terms(Partner().Organization!))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(Partner()).ReadAsync(await fixture.RecordAsync(fixture.OpenProcess(), "UNCLASSIFIED"))).Is(HttpStatusCode.OK);
    }

    private static TestCaller Partner() => TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Partner);

    /// <summary>An agreement with one of everything that belongs to one, and the parts of addresses that lead to it.</summary>
    private async Task<(string Agreement, Dictionary<string, string> Parts)> WholeAgreementAsync()
    {
        var agreement = await fixture.RecordAsync();
        var provision = await fixture.ProvisionAsync(agreement, "1.1");
        var milestone = await fixture.MilestoneAsync(agreement, provision, "first");
        var assessment = (await fixture.As(Head).PostAsync($"{agreement}/assessments", new { provision, asOf = "2020-03-01", level = 1, initiated = true, report = "report 1", segment = 3 })).Is(HttpStatusCode.Created).TextOf("name");
        (await fixture.As(Head).PostAsync($"{agreement}:translate", new { language = "fr", title = "Accord du Lac", shortTitle = "Lac" })).Is(HttpStatusCode.OK);
        return (agreement, new()
        {
            ["agreement"] = IdOf(agreement),
            ["record"] = IdOf(agreement),
            ["provision"] = IdOf(provision),
            ["milestone"] = IdOf(milestone),
            ["milestoneName"] = milestone,
            ["assessment"] = IdOf(assessment),
            ["language"] = "fr",
        });
    }

    private static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];
}
