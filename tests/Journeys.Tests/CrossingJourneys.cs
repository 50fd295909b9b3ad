using System.Net;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>Facts cross from one service to another, and the reaction shows through the API.</summary>
public sealed class CrossingJourneys(JourneyPlatform platform)
{
    [Fact]
    public async Task Designating_and_ending_a_lead_shows_on_the_agreement_that_the_process_led_to()
    {
        var process = await Situation.NewProcessAsync(platform);
        var mission = await platform.AsAsync("head.of.mission");
        var agreement = await Situation.NewAgreementAsync(mission, process);

        await Situation.DesignateAsync(platform, process, Situation.Igad);
        await Eventually.TrueAsync(async () => (string?)(await mission.ReadAsync($"/api/v1/{agreement}")).Find("lead.organizations.0") == Situation.Igad, "the agreement shows the lead");

        var proposer = await platform.AsAsync("authority.proposer");
        var end = (await proposer.PostAsync($"/api/v1/{process}/lead:end", new { leadEpoch = 1, reason = "The mandate ran out." })).Is(HttpStatusCode.Created).TextOf("name");
        (await (await platform.AsAsync("authority.approver")).PostAsync($"/api/v1/{end}:approve", new { })).Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await mission.ReadAsync($"/api/v1/{agreement}")).Find("lead.organizations.0") is null, "the agreement shows that nobody leads");
    }

    [Fact, Rule("R26")]
    public async Task Suspending_a_mediator_puts_the_designation_that_names_it_up_for_review_until_it_is_reinstated()
    {
        var msu = await platform.AsAsync("msu.officer");
        var found = (await msu.PostAsync("/api/v1/profiles:search", new { seniorityLevels = new[] { "LEAD_MEDIATOR" }, pageSize = 200 }, "")).Is(HttpStatusCode.OK);
        var mediator = found["items"].AsArray().Select(i => (string)i!["name"]!).OrderBy(_ => Random.Shared.Next()).First();
        var process = await Situation.NewProcessAsync(platform);
        await Situation.DesignateAsync(platform, process, Situation.Igad, mediator);

        (await msu.PostAsync($"/api/v1/{mediator}:suspend", new { reason = "On leave." })).Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await msu.ReadAsync($"/api/v1/{process}/lead")).Find("lead.underReview.since") is not null, "the designation is up for review");
        await Eventually.TrueAsync(async () => (await msu.PostAsync("/api/v1/profiles:search", new { seniorityLevels = new[] { "LEAD_MEDIATOR" }, pageSize = 500 }, ""))["items"].AsArray().All(i => (string)i!["name"]! != mediator),
            "no search offers the mediator, whichever replica answers it");

        (await msu.PostAsync($"/api/v1/{mediator}:reinstate", new { reason = "Back." })).Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await msu.ReadAsync($"/api/v1/{process}/lead")).Find("lead.underReview") is null, "the review is over");
    }

    [Fact]
    public async Task A_registered_organization_can_hold_accounts_soon_after()
    {
        var administrator = await platform.AsAsync("administrator");
        var name = $"Forum {Guid.NewGuid():N}";
        var organization = (await administrator.PostAsync("/api/v1/organizations", new { displayName = name, kind = "INTERNATIONAL_NGO" })).Is(HttpStatusCode.Created).TextOf("name");

        await Eventually.TrueAsync(async () => (await administrator.ReadAllAsync("/api/v1/accounts/organizations?pageSize=500")).Any(o => (string?)o["name"] == organization && (string?)o["displayName"] == name),
            "the identity service knows the organization");
        var account = new { email = $"{Guid.NewGuid():N}@forum.example", displayName = "Forum officer", organization, roles = new[] { "partner" }, clearance = "UNCLASSIFIED" };
        (await administrator.PostAsync("/api/v1/accounts", account)).Is(HttpStatusCode.Created);
        (await administrator.PostAsync("/api/v1/accounts", account with { email = "x@forum.example", organization = $"organizations/{Guid.NewGuid()}" })).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_question_between_services_is_asked_in_the_caller_s_name()
    {
        var igad = await platform.AsAsync("igad.officer");
        var process = await Situation.NewProcessAsync(platform);
        var proposer = await platform.AsAsync("authority.proposer");
        var answer = await proposer.PostAsync($"/api/v1/{process}/lead:designate", new
        {
            leadEpoch = 0,
            lead = new
            {
                organizations = new[] { $"organizations/{Guid.NewGuid()}" },
                model = "LEAD_WITH_SUPPORT",
                singleCandidateReason = "Only one is willing.",
                reason = "Willing.",
            },
        });
        Assert.InRange((int)answer.Status, 400, 499);
        Assert.Equal(WellKnown.Organization("IGAD"), (await igad.ReadAsync("/api/v1/me")).TextOf("organization"));
    }
}
