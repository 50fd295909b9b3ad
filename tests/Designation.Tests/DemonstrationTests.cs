using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Designation.Tests.Alerts;
using Concord.Platform.Hosting;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

public sealed class DemonstrationTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R157")]
    public async Task The_demonstration_loads_once_shows_what_is_fictional_and_can_be_played_on()
    {
        await fixture.Service.Services.LoadDemonstrationAsync(CancellationToken.None);
        var before = await CountAsync();
        await fixture.Service.Services.LoadDemonstrationAsync(CancellationToken.None);
        Assert.Equal(before, await CountAsync());

        var sudan = $"/api/v1/processes/{WellKnown.Id("process", "south-sudan-rarcss")}";
        Assert.Equal("IMPLEMENTATION", (await fixture.As(fixture.Analyst).ReadAsync(sudan)).TextOf("state"));
        var lead = await fixture.LeadAsync(sudan, "?at=2018-09-12T00:00:00Z");
        Assert.Equal((WellKnown.Organization("IGAD"), "Entered from the public record"), (lead.TextOf("lead.organizations.0"), lead.TextOf("lead.approvedBy.displayName")));
        Assert.Null((await fixture.LeadAsync(sudan, "?at=2018-09-11T23:59:59Z")).Find("lead"));

        var lake = $"/api/v1/processes/{WellKnown.Id("process", "fictional-lake-district")}";
        var fictional = await fixture.As(fixture.Analyst).ReadAsync(lake);
        Assert.True(fictional["fictional"].GetValue<bool>());
        Assert.Equal("EARLY_ENGAGEMENT", fictional.TextOf("state"));
        Assert.Equal(2, (await fixture.As(fixture.Analyst).ReadAsync($"{lake}/claims"))["items"].AsArray().Count);
        await ShowsItsGroundAsync(lake);
        var river = $"/api/v1/processes/{WellKnown.Id("process", "fictional-river-basin")}";
        (await fixture.As(fixture.Analyst).ReadAsync(river)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Support).ReadAsync(river)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var chief = fixture.Support with { Subject = $"accounts/{WellKnown.Id("account", "msu.chief@un.example")}" };
        fixture.Service.Name(chief, river["/api/v1/".Length..]);
        (await fixture.As(chief).ReadAsync(river)).Is(HttpStatusCode.OK);

        var engagement = $"{lake}/engagements/{WellKnown.Id("engagement", "fictional-far-shore")}";
        (await fixture.As(fixture.Support).ReadAsync(engagement)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal("PROPOSED", (await fixture.As(chief).ReadAsync(engagement)).TextOf("state"));

        var proposer = new TestCaller($"accounts/{WellKnown.Id("account", "authority.proposer@un.example")}", "Proposer", null, [Roles.AppointingAuthority]);
        var proposal = (await fixture.As(proposer).PostAsync($"{lake}/lead:designate", new { leadEpoch = 0, lead = DesignationFixture.Terms(fixture.Neighbours.Organization("Any")) })).Is(HttpStatusCode.Created);
        var approver = proposer with { Subject = $"accounts/{WellKnown.Id("account", "authority.approver@un.example")}" };
        (await fixture.As(approver).PostAsync($"{proposal.Location}:approve", body: null)).Is(HttpStatusCode.OK);
    }

    /// <summary>Something stands on each page of the process, and two things are asked of somebody.</summary>
    private async Task ShowsItsGroundAsync(string lake)
    {
        var support = fixture.As(fixture.Support);
        (string Of, int There)[] lists =
        [
            ("parties", 3), ("consents", 2), ("actorMap", 1), ("attempts", 1), ("ripeness", 1), ("fundamentals", 2), ("mandates", 1), ("supportRoles", 1), ("contacts", 2), ("preConsultations", 1),
            ("earlyEngagements", 2), ("informalTracks", 1), ("assemblyTexts", 1),
        ];
        foreach (var (of, there) in lists)
        {
            var items = (await support.ReadAsync($"{lake}/{of}")).Is(HttpStatusCode.OK)["items"].AsArray();
            Assert.Equal((of, there), (of, items.Count));
            Assert.Contains("ictional", items[0]!.ToJsonString(), StringComparison.Ordinal);
        }

        foreach (var document in new[] { "inclusionPlan", "strategy", "communicationsPlan" })
        {
            Assert.Equal((document, 1), (document, (await support.ReadAsync($"{lake}/{document}"))["revision"].GetValue<int>()));
        }

        Assert.Equal("1", (await support.ReadAsync($"{lake}/codeOfConduct")).TextOf("code.version"));
        Assert.Equal("DISJOINT_TRACKS", (string?)Assert.Single(await support.ReadAllAsync($"{lake}/parallelTracks"))["kind"]);
        await fixture.Service.LookAsync();
        Assert.Equal(["PARALLEL_TRACK", "SECOND_LEAD_CLAIM"], (await fixture.AlertsAsync(lake)).Select(a => a.Text("kind")).Order());
    }

    private Task<(int, int, int, int, int, int)> CountAsync() => fixture.InStoreAsync(async db =>
        (await db.Processes.CountAsync(), await db.Claims.CountAsync(), await db.LeadDesignations.CountAsync(), await db.StateChanges.CountAsync(), await db.Contacts.CountAsync(), await db.Engagements.CountAsync()));
}
