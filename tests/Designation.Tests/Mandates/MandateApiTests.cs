using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class MandateApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    private static object Mandate(int daysLeft, string? organization = null) => new
    {
        organization,
        organ = "Peace and Security Council",
        reference = "PSC/PR/COMM",
        adoptedOn = s_today.AddDays(-100),
        summary = "Mandates talks",
        expireOn = s_today.AddDays(daysLeft),
        documents = new[] { new { title = "Communiqué", symbol = "PSC/PR/COMM" } },
    };

    [Fact, Rule("R154")]
    public async Task A_mandate_is_recorded_found_before_it_expires_renewed_and_ended()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var whom = fixture.Neighbours.Organization("Mandated");
        var near = (await support.PostAsync($"{process}/mandates", Mandate(10, whom))).Is(HttpStatusCode.Created);
        var far = (await support.PostAsync($"{process}/mandates", Mandate(200))).Is(HttpStatusCode.Created);
        Assert.Equal(("IN_FORCE", whom, "PSC/PR/COMM"), (near.TextOf("standing"), near.TextOf("organization"), near.TextOf("documents.0.symbol")));
        Assert.Equal(2, (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/mandates")).Count);
        Assert.Equal(near.TextOf("name"), (string?)Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/mandates?expiresWithinDays=30"))["name"]);
        Assert.Contains(await fixture.As(fixture.Analyst).ReadAllAsync("/api/v1/processes/-/mandates?expiresWithinDays=30"), m => (string?)m["name"] == near.TextOf("name"));
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/mandates?expiresWithinDays=-1")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var renewed = (await support.PostAsync($"{near.Location}:renew", new { reference = "Second", adoptedOn = s_today, openEnded = true }, ifMatch: near.ETag)).Is(HttpStatusCode.OK);
        Assert.Null(renewed.Find("expireOn"));
        Assert.Equal(("Second", s_today.AddDays(10).ToString("O")), (renewed.TextOf("renewals.0.reference"), renewed.TextOf("renewals.0.expiredOnBefore")));
        (await support.PostAsync($"{near.Location}:renew", new { reference = "Third", adoptedOn = s_today, openEnded = true }, ifMatch: near.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var again = (await support.PostAsync($"{near.Location}:renew", new { reference = "Third", adoptedOn = s_today, openEnded = true }, ifMatch: renewed.ETag)).Is(HttpStatusCode.OK);
        Assert.NotEqual(renewed.ETag, again.ETag); // nothing else of it changed
        Assert.Empty(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/mandates?expiresWithinDays=30"));

        (await support.PostAsync($"{far.Location}:end", new { reason = "Recorded in error" })).Is(HttpStatusCode.OK);
        (await support.PostAsync($"{far.Location}:end", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "MANDATE_ENDED");
        Assert.Equal("ENDED", (await fixture.As(fixture.Analyst).ReadAsync(far.Location!.ToString())).TextOf("standing"));
    }

    [Fact, Rule("R154"), Rule("R137")]
    public async Task Mandates_are_kept_by_mediation_support_name_registered_organizations_and_show_with_their_process_only()
    {
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var made = (await fixture.As(fixture.Support).PostAsync($"{hidden}/mandates", Mandate(5))).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Support).PostAsync($"{hidden}/mandates", Mandate(5, $"organizations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await fixture.As(fixture.Officer("Officer")).PostAsync($"{hidden}/mandates", Mandate(5))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Analyst).ReadAsync(made.Location!.ToString())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.DoesNotContain(await fixture.As(fixture.Analyst).ReadAllAsync("/api/v1/processes/-/mandates"), m => (string?)m["name"] == made.TextOf("name"));
        var elsewhere = await fixture.ProcessAsync();
        (await fixture.As(fixture.Support).ReadAsync(made.Location.ToString().Replace(hidden, elsewhere, StringComparison.Ordinal))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await fixture.AdvanceAsync(elsewhere, "CLOSED");
        (await fixture.As(fixture.Support).PostAsync($"{elsewhere}/mandates", Mandate(5))).IsProblem(HttpStatusCode.Conflict, "PROCESS_CLOSED");
    }

    [Fact, Rule("R43"), Rule("R156")]
    public async Task Who_asked_whom_for_a_mediator_is_recorded_answered_and_read_by_those_who_decide_and_lead_alone()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var organization = fixture.Neighbours.Organization("Asked");
        object body = new { entry = "SOUGHT_BY_PARTY", party = "The Front", organization, madeOn = s_today, form = "THROUGH_INTERMEDIARY", text = "Asks for talks in a third place." };
        var sought = (await support.PostAsync($"{process}/mediatorRequests", body)).Is(HttpStatusCode.Created);
        var offered = (await support.PostAsync($"{process}/mediatorRequests", new { entry = "OFFERED_TO_PARTY", party = "The Front", organization, madeOn = s_today, form = "LETTER", text = "Offers." })).Is(HttpStatusCode.Created);
        Assert.Equal("ACCEPTED", (await support.PostAsync($"{sought.Location}:answer", new { accepted = true, answeredOn = s_today, note = "Letter" }, ifMatch: sought.ETag)).Is(HttpStatusCode.OK).TextOf("state"));
        (await support.PostAsync($"{sought.Location}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "MEDIATOR_REQUEST_CLOSED");
        Assert.Equal("WITHDRAWN", (await support.PostAsync($"{offered.Location}:withdraw", new { reason = "Recorded in error" })).Is(HttpStatusCode.OK).TextOf("state"));
        (await support.PostAsync($"{process}/mediatorRequests", new { entry = "OFFERED_TO_PARTY", party = "The Front", organization = "x", madeOn = s_today.AddDays(2), form = "LETTER", text = "Offers." })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        await fixture.DesignateAsync(process, 0, organization);
        var mediator = TestCaller.Person(organization, Roles.LeadMediator) with { Clearance = Classification.Confidential };
        foreach (var reader in (TestCaller[])[fixture.Support, fixture.Proposer, mediator])
        {
            Assert.Equal(2, (await fixture.As(reader).ReadAllAsync($"{process}/mediatorRequests")).Count);
        }

        var rival = TestCaller.Person(fixture.Neighbours.Organization("A Rival"), Roles.LeadMediator);
        (await fixture.As(rival).ReadAsync($"{process}/mediatorRequests")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(rival).ReadAsync(sought.Location!.ToString())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal("The Front", (await fixture.As(mediator).ReadAsync(sought.Location!.ToString())).TextOf("party"));
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/mediatorRequests")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Officer("Officer")).ReadAsync(sought.Location.ToString())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await support.ReadAsync($"{process}/mediatorRequests/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }
}
