using System.Net;
using Concord.Contracts.Events;
using Concord.Designation.Claims;
using Concord.Designation.Criteria;
using Concord.Designation.Lead;
using Concord.Designation.Mandates;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

/// <summary>What a claim says beside its three texts: kind, scope, days, mandate, self-assessment, documents.</summary>
public sealed class ClaimTermsTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly RegisterClaim s_plain = new("A mandate", "near", "an interest");
    private static readonly MandateTerms s_mandate = new("Summit", "Communiqué of March", new DateOnly(2025, 3, 1), new DateOnly(2026, 3, 1));

    [Theory, Rule("R154")]
    [InlineData("STATE", true)]
    [InlineData("INTERNATIONAL_NGO", true)]
    [InlineData("LOCAL_NGO", true)]
    [InlineData("UNITED_NATIONS", false)]
    [InlineData("REGIONAL_ORGANIZATION", false)]
    [InlineData("SUBREGIONAL_ORGANIZATION", false)]
    public void Only_who_may_act_without_a_mandate_says_that_there_is_none(string kind, bool may)
    {
        var request = s_plain with { NoMandate = true };
        if (may)
        {
            Assert.True(Register(request, kind).NoMandate);
        }
        else
        {
            Given.Refused(PlatformReasons.InvalidField, () => Register(request, kind));
        }
    }

    [Fact, Rule("R154")]
    public void A_mandate_has_an_organ_a_reference_and_a_last_day_or_is_said_to_be_open_ended()
    {
        Assert.Equal(s_mandate, Register(s_plain with { MandateTerms = s_mandate }).MandateTerms);
        Assert.True(Register(s_plain with { MandateTerms = s_mandate with { ExpireOn = null, OpenEnded = true } }).MandateTerms!.OpenEnded);
        foreach (var wrong in (MandateTerms[])
            [s_mandate with { Organ = " " }, s_mandate with { Reference = null }, s_mandate with { AdoptedOn = null }, s_mandate with { ExpireOn = null }, s_mandate with { OpenEnded = true }, s_mandate with { ExpireOn = new DateOnly(2025, 2, 28) }])
        {
            Given.Refused(PlatformReasons.InvalidField, () => Register(s_plain with { MandateTerms = wrong }));
        }

        Given.Refused(PlatformReasons.InvalidField, () => Register(s_plain with { MandateTerms = s_mandate, NoMandate = true }, "STATE"));
    }

    [Fact, Rule("R31"), Rule("R157")]
    public void Each_criterion_is_spoken_to_once_in_words_with_what_they_rest_on()
    {
        var near = new CriterionStatement("PROXIMITY", "Its office is on the lake.", "Headquarters agreement of 2019");
        Assert.Equal([near], Register(s_plain with { SelfAssessment = [near] }).SelfAssessment!);
        foreach (var wrong in (CriterionStatement[][])[[near, near], [near with { Statement = "" }], [near with { Evidence = null }], [near with { Criterion = "LEVERAGE" }], [near with { Criterion = "STRATEGIC_INTERESTS" }]])
        {
            Given.Refused(PlatformReasons.InvalidField, () => Register(s_plain with { SelfAssessment = wrong }));
        }
    }

    [Fact, Rule("R48")]
    public void Days_are_in_order_and_who_says_nothing_more_claims_to_lead()
    {
        Given.Refused(PlatformReasons.InvalidField, () => Register(s_plain with { From = new DateOnly(2025, 3, 2), Until = new DateOnly(2025, 3, 1) }));
        Assert.Equal((ClaimKind.Lead, null), (Register(s_plain).Kind, Register(s_plain).Scope));
    }

    [Fact, Rule("R31"), Rule("R154"), Rule("R48")]
    public async Task All_that_a_claim_says_is_read_again_and_a_wrong_part_is_named()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var body = new
        {
            mandate = "Summit decision",
            advantages = "near",
            disadvantages = "an interest",
            kind = "LEAD",
            scope = "The shores",
            from = "2025-05-01",
            until = "2026-05-01",
            mandateTerms = new { organ = "Summit", reference = "Communiqué", adoptedOn = "2025-03-01", expireOn = "2026-03-01" },
            selfAssessment = new[] { new { criterion = "PROXIMITY", statement = "On the lake", evidence = "Headquarters agreement" } },
            documents = new[] { new { title = "Communiqué", address = "https://forum.example/communique.pdf", language = "en", sha256 = new string('A', 64) } },
        };
        var claim = (await fixture.As(officer).PostAsync($"{process}/claims", body)).Is(HttpStatusCode.Created);
        var read = (await fixture.As(fixture.Analyst).ReadAsync(claim.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(("LEAD", "REGIONAL_ORGANIZATION", "The shores", "2026-05-01"), (read.TextOf("kind"), read.TextOf("actorKind"), read.TextOf("scope"), read.TextOf("until")));
        Assert.Equal(("Summit", "2026-03-01", "PROXIMITY"), (read.TextOf("mandateTerms.organ"), read.TextOf("mandateTerms.expireOn"), read.TextOf("selfAssessment.0.criterion")));
        Assert.Equal(new string('a', 64), read.TextOf("documents.0.sha256"));

        var other = await fixture.As(fixture.Officer("State", "STATE")).PostAsync($"{process}/claims", body);
        Assert.NotNull(other.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors")!["selfAssessment[0].criterion"]);
    }

    [Fact, Rule("R34"), Rule("R48")]
    public async Task A_claim_to_support_contends_with_nobody_is_told_to_nobody_and_stays_open_where_its_organization_leads()
    {
        var process = await fixture.ProcessAsync();
        var friend = fixture.Officer("Organ that supports", "ORGAN"); // of a kind that does not lead
        var support = (await fixture.As(friend).PostAsync($"{process}/claims", new { mandate = "m", advantages = "a", disadvantages = "d", kind = "SUPPORT" })).Is(HttpStatusCode.Created);
        (await fixture.As(friend).PostAsync($"{process}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_MAY_NOT_LEAD");
        var leader = fixture.Officer("Leader");
        var lead = (await fixture.As(leader).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        Assert.Empty(lead["otherClaims"].AsArray());
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        Assert.Equal("SELECTED", (await fixture.As(leader).ReadAsync(lead.Location!.ToString())).TextOf("state"));

        var elsewhere = await fixture.ProcessAsync();
        var own = (await fixture.As(leader).PostAsync($"{elsewhere}/claims", new { mandate = "m", advantages = "a", disadvantages = "d", kind = "SUPPORT" })).Is(HttpStatusCode.Created);
        await fixture.DesignateAsync(elsewhere, 0, leader.Organization!);
        Assert.Equal("PROPOSED", (await fixture.As(leader).ReadAsync(own.Location!.ToString())).TextOf("state"));
        var facts = await fixture.InStoreAsync(db => db.Outbox.Where(m => m.Type == ClaimRegistered.Type).Select(m => m.Subject).ToListAsync());
        Assert.Contains(lead.TextOf("name"), facts);
        Assert.DoesNotContain(support.TextOf("name"), facts);
    }

    private static Claim Register(RegisterClaim request, string kind = "REGIONAL_ORGANIZATION") =>
        Claim.Register(ClaimId.New(), Given.Process(), new AskedOrganization("organizations/x", "X", kind), request, Signature.Of(Given.Proposer), Given.Start).Item1;
}
