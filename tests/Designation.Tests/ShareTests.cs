using System.Net;
using Concord.Contracts.Access;
using Concord.Designation.Tests.Engagements;
using Concord.Designation.V1;
using Concord.Platform.Sharing;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

/// <summary>What a partner sees of a Confidential process: what is shared with its organization now, by every way to it, and nothing else (R20).</summary>
public sealed class ShareTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    public static TheoryData<Standing> Standings => ShareSituation.All;

    [Theory, Rule("R20"), Rule("R139")]
    [MemberData(nameof(Standings))]
    public async Task Every_way_to_a_process_shows_a_partner_what_is_shared_with_it_now_and_nothing_else(Standing standing)
    {
        var (process, parts) = await WholeProcessAsync();
        var (partner, sees) = await fixture.Service.StandsAsync(fixture.Support, process, Partner(), Partner().Organization!, standing);
        var name = process["/api/v1/".Length..];
        var routes = ReadRoute.Of(fixture.Service, "processes");
        Assert.True(routes.Count >= 14, $"{routes.Count} routes");
        foreach (var route in routes.Where(r => !r.Pattern.EndsWith(":watch", StringComparison.Ordinal)))
        {
            var path = route.With(parts) + (route.Pattern is "processes/-/claims" or "processes/-/supportRoles" ? $"?organization={parts["organization"]}" : route.Pattern.EndsWith(":compare", StringComparison.Ordinal) ? "?from=1&to=1" : "");
            var answer = await fixture.As(partner).ReadAsync(path);
            if (!Roles.OfPartners.Any(DesignationPermissions.All.Single(p => p.Name == route.Permission).Roles.Contains))
            {
                answer.IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            }
            else if ((route.IsOfRecord && !sees) || route.Pattern.Contains("{text}", StringComparison.Ordinal) || route.Pattern.Contains("{delegation}", StringComparison.Ordinal)) // those ask for a seat at the table
            {
                answer.IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            }
            else
            {
                Assert.Equal(sees, answer.Is(HttpStatusCode.OK).Text.Contains(name, StringComparison.Ordinal) || (route.IsOfRecord && sees));
            }
        }

        Assert.Equal(sees ? StatusCode.OK : StatusCode.NotFound, await AskAsync(partner, name));
        using var watch = await fixture.As(partner).GetAsync(new Uri($"{process}:watch", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, watch.StatusCode);
    }

    [Fact, Rule("R20")]
    public async Task What_is_not_shared_is_no_other_than_what_is_not_there()
    {
        var process = await fixture.ProcessAsync();
        var (here, nowhere) = (process["/api/v1/".Length..], $"processes/{Guid.NewGuid()}");
        var partner = Partner();
        foreach (var path in (string[])["", "/claims", "/lead", ":watch"])
        {
            Assert.Equal(await TextAsync(nowhere), await TextAsync(here));

            async Task<string> TextAsync(string name) => System.Text.RegularExpressions.Regex.Replace(
                (await fixture.As(partner).ReadAsync($"/api/v1/{name}{path}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND").Text.Replace(name, "", StringComparison.Ordinal), "\"traceId\":\"[^\"]*\"", "");
        }

        // Claims are not a partner's to make, wherever; an officer who may is given the same receipt (R48).
        Assert.Equal(
            (await fixture.As(partner).PostAsync($"/api/v1/{nowhere}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED").TextOf("detail"),
            (await fixture.As(partner).PostAsync($"/api/v1/{here}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED").TextOf("detail"));
    }

    [Fact, Rule("R20")]
    public async Task Who_is_outside_sees_what_is_unclassified_and_who_is_inside_all_that_the_clearance_covers()
    {
        var (open, confidential) = (await fixture.ProcessAsync("UNCLASSIFIED"), await fixture.ProcessAsync());
        (await fixture.As(Partner()).ReadAsync(open)).Is(HttpStatusCode.OK);
        (await fixture.As(Partner() with { Roles = [Roles.FocalPoint, Roles.Administrator] }).ReadAsync(confidential)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(Partner() with { Roles = [Roles.Partner, Roles.Analyst] }).ReadAsync(confidential)).Is(HttpStatusCode.OK);
        (await fixture.As(Partner() with { Roles = [Roles.Service] }).ReadAsync(confidential)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R20"), Rule("R127")]
    public async Task A_share_opens_nothing_that_is_strictly_confidential_and_ends_where_a_process_becomes_that()
    {
        var secret = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var partner = Partner() with { Clearance = Classification.StrictlyConfidential };
        (await fixture.As(fixture.Support).PostAsync($"{secret}/shares", ShareSituation.Terms(partner.Organization!))).IsProblem(HttpStatusCode.Conflict, "NOT_FOR_SHARING");
        fixture.Service.Name(partner, secret["/api/v1/".Length..]);
        (await fixture.As(partner).ReadAsync(secret)).Is(HttpStatusCode.OK); // named, and so no share is asked for

        var process = await fixture.ProcessAsync();
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created);
        (await fixture.As(partner).ReadAsync(process)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PatchAsync(process, new { classification = "STRICTLY_CONFIDENTIAL" }, (await fixture.As(fixture.Support).ReadAsync(process)).ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(partner).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await fixture.As(partner).ReadAsync("/api/v1/processes/-/shares")).Is(HttpStatusCode.OK)["items"].AsArray());
        var ended = (await fixture.As(fixture.Support).ReadAsync($"{process}/shares?open=false")).Is(HttpStatusCode.OK);
        Assert.Equal((1, false), (ended["items"].AsArray().Count, ended["items.0.open"].GetValue<bool>()));
    }

    [Fact, Rule("R20"), Rule("R156")]
    public async Task A_share_says_with_whom_what_for_by_whose_consent_and_until_when_and_tells_the_other_organization_less()
    {
        var process = await fixture.ProcessAsync();
        var partner = Partner();
        var given = (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created);
        Assert.Equal((fixture.Support.Organization, partner.Organization, "The parties", "Nobody by name", true), (given.TextOf("owner"), given.TextOf("organization"), given.TextOf("consent.by"), given.TextOf("exposedToReprisals"), given["open"].GetValue<bool>()));
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).IsProblem(HttpStatusCode.Conflict, "ALREADY_SHARED");
        Assert.Equal(given.TextOf("name"), (await fixture.As(fixture.Support).ReadAsync($"{process}/shares?open=true")).Is(HttpStatusCode.OK).TextOf("items.0.name"));

        var own = (await fixture.As(partner).ReadAsync("/api/v1/processes/-/shares")).Is(HttpStatusCode.OK);
        Assert.Equal((process["/api/v1/".Length..], "Prepares the round of March"), (own.TextOf("items.0.record"), own.TextOf("items.0.purpose")));
        Assert.DoesNotContain("The parties", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody by name", own.Text, StringComparison.Ordinal);

        (await fixture.As(fixture.Support).PostAsync($"{given.Location}:end", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PostAsync($"{given.Location}:end", new { reason = "Over" }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var ended = (await fixture.As(fixture.Support).PostAsync($"{given.Location}:end", new { reason = "Over" }, ifMatch: given.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("Over", "Test Person", false), (ended.TextOf("endReason"), ended.TextOf("endedBy.displayName"), ended["open"].GetValue<bool>()));
        (await fixture.As(fixture.Support).PostAsync($"{given.Location}:end", new { reason = "Over" })).IsProblem(HttpStatusCode.Conflict, "SHARE_ENDED");
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares/{Guid.NewGuid()}:end", new { reason = "Over" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created); // it begins anew
    }

    [Fact, Rule("R20")]
    public async Task What_has_expired_is_shared_anew()
    {
        var process = await fixture.ProcessAsync();
        var (partner, _) = await fixture.Service.StandsAsync(fixture.Support, process, Partner(), $"organizations/{Guid.NewGuid()}", Standing.Expired);
        (await fixture.As(partner).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created);
        (await fixture.As(partner).ReadAsync(process)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).IsProblem(HttpStatusCode.Conflict, "ALREADY_SHARED");
    }

    [Fact, Rule("R20")]
    public async Task Of_many_who_share_the_same_with_the_same_at_once_one_does()
    {
        await using var other = await fixture.ReplicaAsync();
        HttpClient[] instances = [fixture.As(fixture.Support), other.As(fixture.Support)];
        for (var round = 0; round < 4; round++)
        {
            var (process, partner) = (await fixture.ProcessAsync(), Partner());
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => instances[i % 2].PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!)))));
            Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
            Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.IsProblem(HttpStatusCode.Conflict, "ALREADY_SHARED"));
            Assert.Single((await fixture.As(fixture.Support).ReadAsync($"{process}/shares")).Is(HttpStatusCode.OK)["items"].AsArray());
        }
    }

    [Fact, Rule("R20"), Rule("R156")]
    public async Task What_no_share_can_be_made_of_is_refused()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var empty = (await support.PostAsync($"{process}/shares", new { consent = new { } })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(
            ["consent.by", "consent.date", "consent.evidence", "consent.form", "exposedToReprisals", "organization", "purpose", "scope", "untilTime"],
            empty["errors"].AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
        var organization = Partner().Organization!;
        var without = System.Text.Json.JsonSerializer.SerializeToNode(ShareSituation.Terms(organization))!.AsObject();
        without.Remove("consent");
        (await support.PostAsync($"{process}/shares", without)).IsProblem(HttpStatusCode.UnprocessableEntity, "CONSENT_REQUIRED");
        await RefusedAsync("organization", ShareSituation.Terms($"organizations/{Guid.NewGuid()}")); // not registered
        await RefusedAsync("organization", ShareSituation.Terms(fixture.Support.Organization!)); // one's own
        await RefusedAsync("organization", ShareSituation.Terms("organizations/0197A000-0000-7000-8000-00000000000A"));
        await RefusedAsync("untilTime", ShareSituation.Terms(organization, until: DateTime.UtcNow.AddDays(367)));
        await RefusedAsync("untilTime", ShareSituation.Terms(organization, from: new DateTime(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc)));
        await RefusedAsync("untilTime", ShareSituation.Terms(organization, until: DateTime.UtcNow.AddDays(-1)));
        await RefusedAsync("fromTime", ShareSituation.Terms(organization, from: DateTime.UtcNow.AddDays(-1)));
        var machine = fixture.Support with { Subject = "clients/desk" };
        (await fixture.As(machine).PostAsync($"{process}/shares", ShareSituation.Terms(organization))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Officer("Shares")).PostAsync($"{process}/shares", ShareSituation.Terms(organization))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Support with { Clearance = Classification.Unclassified }).PostAsync($"{process}/shares", ShareSituation.Terms(organization))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await support.ReadAsync($"{process}/shares")).Is(HttpStatusCode.OK)["items"].AsArray());

        async Task RefusedAsync(string field, object terms) => Assert.NotNull((await support.PostAsync($"{process}/shares", terms)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find($"errors.{field}"));
    }

    [Fact, Rule("R20")]
    public async Task Shares_with_one_organization_have_a_limit()
    {
        var process = await fixture.ProcessAsync();
        var partner = Partner();
        var given = (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created);
        var copies = await fixture.InStoreAsync(async db =>
        {
            var share = await db.Set<Share>().AsNoTracking().SingleAsync(s => s.Record == process.Substring("/api/v1/".Length));
            for (var i = 0; i < 499; i++)
            {
                var entry = db.Entry(share);
                db.Add(share);
                entry.Property(s => s.Id).CurrentValue = ShareId.New();
                entry.Property(s => s.Record).CurrentValue = $"processes/{Guid.NewGuid()}";
                await db.SaveChangesAsync();
                entry.State = EntityState.Detached;
            }

            return 499;
        });
        Assert.Equal(499, copies);
        (await fixture.As(partner).ReadAsync(process)).Is(HttpStatusCode.OK); // as many as there can be are looked up
        Assert.Single((await fixture.As(partner).ReadAsync("/api/v1/processes/-/shares")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await fixture.As(fixture.Support).PostAsync($"{await fixture.ProcessAsync()}/shares", ShareSituation.Terms(partner.Organization!))).IsProblem(HttpStatusCode.Conflict, "TOO_MANY_SHARES");
    }

    [Fact, Rule("R20"), Rule("R156")]
    public async Task Who_was_given_what_is_found_in_the_audit_chain_by_either_organization_and_no_name_of_a_person_is()
    {
        var process = await fixture.ProcessAsync();
        var partner = Partner();
        (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created);
        var auditor = fixture.As(TestCaller.Person(fixture.Support.Organization!, Roles.Auditor) with { Clearance = Classification.StrictlyConfidential });
        foreach (var resource in (string[])[partner.Organization!, fixture.Support.Organization!, process["/api/v1/".Length..]])
        {
            var entries = (await auditor.ReadAsync($"/api/v1/audit/designation/entries?resource={resource}&pageSize=500")).Is(HttpStatusCode.OK);
            Assert.Contains("designation.shares.keep", entries.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("The parties", entries.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Nobody by name", entries.Text, StringComparison.Ordinal);
        }
    }

    [Fact, Rule("R20"), Rule("R137")]
    public async Task An_administrator_is_told_which_share_opens_a_process_or_that_one_is_missing()
    {
        var process = await fixture.ProcessAsync();
        var (name, partner) = (process["/api/v1/".Length..], Partner());
        var administrator = fixture.As(TestCaller.Person(fixture.Support.Organization!, Roles.Administrator));
        var asked = $"/api/v1/access/designation:explain?permission=designation.processes.read&role=partner&clearance=CONFIDENTIAL&organization={partner.Organization}&record=";
        var missing = (await administrator.ReadAsync(asked + name)).Is(HttpStatusCode.OK);
        Assert.Equal((false, "SHARE", false), (missing["allowed"].GetValue<bool>(), missing.TextOf("conditions.2.condition"), missing["conditions.2.met"].GetValue<bool>()));
        var share = (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created).TextOf("name");
        var open = (await administrator.ReadAsync(asked + name)).Is(HttpStatusCode.OK);
        Assert.Equal((true, share), (open["allowed"].GetValue<bool>(), open.TextOf("conditions.2.has.0")));
        Assert.Equal(2, (await administrator.ReadAsync((asked + name).Replace("role=partner", "role=analyst", StringComparison.Ordinal))).Is(HttpStatusCode.OK)["conditions"].AsArray().Count);

        var unknowing = fixture.As(TestCaller.Person(fixture.Support.Organization!, Roles.Administrator) with { Clearance = Classification.Unclassified });
        var hidden = (await unknowing.ReadAsync(asked + name)).Is(HttpStatusCode.OK);
        Assert.Equal((await unknowing.ReadAsync($"{asked}processes/{Guid.NewGuid()}")).Is(HttpStatusCode.OK).Text, hidden.Text);
        Assert.DoesNotContain(share, hidden.Text, StringComparison.Ordinal);
        Assert.NotNull((await administrator.ReadAsync((asked + name).Replace(partner.Organization!, "them", StringComparison.Ordinal))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.organization"));
    }

    private TestCaller Partner() => TestCaller.Person(fixture.Neighbours.Organization("Partner", "INTERNATIONAL_NGO"), Roles.Partner);

    /// <summary>A process with one of everything that belongs to one, and the parts of addresses that lead to it.</summary>
    private async Task<(string Process, Dictionary<string, string> Parts)> WholeProcessAsync()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Supports");
        var claim = (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created).TextOf("name");
        var role = (await fixture.As(officer).PostAsync($"{process}/supportRoles", new { role = "HOST", scope = "Hosts", from = "2026-12-01" })).Is(HttpStatusCode.Created).TextOf("name");
        var consulted = await fixture.BeforeALeadAsync(process);
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Leads"));
        var objected = await fixture.OfTheFirstLeadAsync(process);
        var proposal = await fixture.ProposeHandOverAsync(process, 1, fixture.Neighbours.Organization("Successor"));
        var contact = (await fixture.As(officer).PostAsync($"{process}/contacts", Contacts.GivenContact.Body(label: "A State"))).Is(HttpStatusCode.Created).TextOf("name");
        (await fixture.As(officer).PostAsync($"{process}/contacts", Contacts.GivenContact.Body(label: "Elders"))).Is(HttpStatusCode.Created);
        var finding = (await fixture.As(fixture.Support).ReadAsync($"{process}/parallelTracks")).Is(HttpStatusCode.OK).TextOf("items.0.name");
        var (friend, summary, recommendation) = await Friends.Around.OfAsync(fixture, process);
        var engagement = (await fixture.As(fixture.Support).PostAsync($"{process}/engagements", EngagementApiTests.Body("x"))).Is(HttpStatusCode.Created).TextOf("name");
        var id = process[(process.LastIndexOf('/') + 1)..];
        var party = await Situations.Ground.PartyAsync(fixture, process, "A party");
        return (process, new(consulted.Concat(objected))
        {
            ["process"] = id,
            ["record"] = id,
            ["claim"] = claim[(claim.LastIndexOf('/') + 1)..],
            ["supportRole"] = role[(role.LastIndexOf('/') + 1)..],
            ["proposal"] = proposal[(proposal.LastIndexOf('/') + 1)..],
            ["organization"] = officer.Organization!,
            ["party"] = party[(party.LastIndexOf('/') + 1)..],
            ["spoiler"] = $"{Guid.NewGuid()}",
            ["contact"] = contact[(contact.LastIndexOf('/') + 1)..],
            ["finding"] = finding[(finding.LastIndexOf('/') + 1)..],
            ["delegation"] = id, // no partner comes as far as these: whatever stands there
            ["text"] = id,
            ["version"] = id,
            ["comment"] = id,
            ["talkSession"] = id,
            ["preConsultation"] = id,
            ["exclusionFlag"] = id,
            ["earlyEngagement"] = id,
            ["informalTrack"] = id,
            ["assemblyText"] = id,
            ["trainingOffer"] = id,
            ["friend"] = friend.Split('/')[^1],
            ["councilSummary"] = summary.Split('/')[^1],
            ["councilMission"] = recommendation.Split('/')[^3],
            ["engagement"] = engagement[(engagement.LastIndexOf('/') + 1)..],
        });
    }

    private async Task<StatusCode> AskAsync(TestCaller caller, string name)
    {
        using var channel = GrpcChannel.ForAddress(fixture.Service.GrpcAddress);
        try
        {
            await new DesignationService.DesignationServiceClient(channel).GetProcessAsync(new GetProcessRequest { Name = name }, new Metadata { { "authorization", $"Bearer {fixture.Service.TokenOf(caller)}" } });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
