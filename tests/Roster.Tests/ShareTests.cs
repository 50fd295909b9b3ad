using System.Net;
using Concord.Contracts.Access;
using Concord.Roster.Tests.Acceptance;
using Concord.Roster.Tests.Assessments;
using Concord.Roster.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>What another organization sees of a Confidential profile: what is shared with it now, by every way to it, and nothing else (R20).</summary>
public sealed class ShareTests : IAsyncLifetime
{
    private static readonly string[] s_ofTheKeeper = [RosterPermissions.KeepShares.Name, RosterPermissions.ReadContacts.Name, RosterPermissions.ReadAssessments.Name];
    private TestService _service = null!;

    public static TheoryData<Standing> Standings => ShareSituation.All;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R20"), Rule("R139"), Rule("R158")]
    [MemberData(nameof(Standings))]
    public async Task Every_way_to_a_profile_shows_another_organization_what_is_shared_with_it_now_and_nothing_else(Standing standing)
    {
        var profile = await _service.ActiveAsync(Body("Ama Shared"));
        var window = (await _service.As(Desk).PostAsync($"{profile}/availability", new { startDate = "2027-03-01", endDate = "2027-03-14", kind = "REMOTE" })).Is(HttpStatusCode.Created).TextOf("name");
        var assessment = await _service.AssessAsync(Desk, profile);
        var acceptance = await _service.RecordAsync(profile);
        var (officer, sees) = await _service.StandsAsync(Desk, profile, Officer, $"organizations/{Guid.NewGuid()}", standing);
        var name = profile["/api/v1/".Length..];
        var id = IdOf(profile);
        var routes = ReadRoute.Of(_service, "profiles").Where(r => r.Permission != RosterPermissions.ImportProfiles.Name).ToList(); // what looks at the caller's own table shows nobody
        Assert.True(routes.Count >= 7, $"{routes.Count} routes");
        foreach (var route in routes)
        {
            var path = route.With(new Dictionary<string, string> { ["profile"] = id, ["record"] = id, ["window"] = IdOf(window), ["assessment"] = IdOf(assessment), ["acceptance"] = IdOf(acceptance) });
            var answer = await (route.IsPost ? _service.As(officer).PostAsync(path, new { }, key: "") : _service.As(officer).ReadAsync(path));
            if (!RosterPermissions.All.Single(p => p.Name == route.Permission).Roles.Contains(Roles.RegionalOfficer))
            {
                answer.IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            }
            else if (s_ofTheKeeper.Contains(route.Permission)) // no share opens contacts, nor what assessors found
            {
                answer.IsProblem(sees ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, sees ? "NOT_THE_OWNER" : "RESOURCE_NOT_FOUND");
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

        Assert.Equal(sees ? StatusCode.OK : StatusCode.NotFound, await AskAsync(officer, name));
        Assert.Empty((await _service.As(officer).ReadAsync("/api/v1/profiles?state=SUSPENDED")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await _service.As(officer).PatchAsync(profile, new { displayName = "Ama Taken" }, "*")).IsProblem(sees ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, sees ? "NOT_THE_OWNER" : "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R20")]
    public async Task Who_searches_sees_what_every_organization_keeps_and_others_what_is_their_own_or_unclassified()
    {
        var (confidential, open) = (await _service.ActiveAsync(Body("Ama Kept")), await _service.ActiveAsync(Body("Ama Open", "UNCLASSIFIED")));
        foreach (var role in (string[])[Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.Service])
        {
            (await _service.As(TestCaller.Person(Union, role)).ReadAsync(confidential)).Is(HttpStatusCode.OK);
        }

        (await _service.As(Officer).ReadAsync(confidential)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Officer with { Organization = Some.Owner }).ReadAsync(confidential)).Is(HttpStatusCode.OK);
        (await _service.As(Officer).ReadAsync(open)).Is(HttpStatusCode.OK);
        (await _service.As(TestCaller.Person(Union, Roles.Partner)).ReadAsync(open)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R20")]
    public async Task A_profile_is_shared_by_the_organization_that_keeps_it_and_by_no_other()
    {
        var profile = await _service.ActiveAsync(Body("Ama Of The Union", owner: Union));
        (await _service.As(Desk).PostAsync($"{profile}/shares", ShareSituation.Terms(Unknown))).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        Assert.NotNull((await _service.As(Officer).PostAsync($"{profile}/shares", ShareSituation.Terms(Unknown))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.organization"));
        var share = (await _service.As(Officer).PostAsync($"{profile}/shares", ShareSituation.Terms(Some.Owner))).Is(HttpStatusCode.Created);
        Assert.Equal(Union, share.TextOf("owner"));
        (await _service.As(Desk).PostAsync($"{share.Location}:end", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(HeadOfMission).ReadAsync($"{profile}/shares")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R20")]
    public async Task A_profile_that_is_strictly_confidential_is_not_shared_and_one_that_becomes_it_is_shared_no_more()
    {
        var third = Officer with { Clearance = Classification.StrictlyConfidential };
        var secret = await _service.ActiveAsync(Body("Ama Secret", "STRICTLY_CONFIDENTIAL"));
        (await _service.As(Cleared).PostAsync($"{secret}/shares", ShareSituation.Terms(Union))).IsProblem(HttpStatusCode.Conflict, "NOT_FOR_SHARING");
        (await _service.As(third).ReadAsync(secret)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var profile = await _service.ActiveAsync(Body("Ama Raised"));
        (await _service.As(Desk).PostAsync($"{profile}/shares", ShareSituation.Terms(Union))).Is(HttpStatusCode.Created);
        (await _service.As(third).ReadAsync(profile)).Is(HttpStatusCode.OK);
        (await _service.As(Cleared).PatchAsync(profile, new { classification = "STRICTLY_CONFIDENTIAL" }, (await _service.As(Cleared).ReadAsync(profile)).ETag)).Is(HttpStatusCode.OK);
        (await _service.As(third).ReadAsync(profile)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await _service.ClassifyAsync(profile, "CONFIDENTIAL");
        (await _service.As(third).ReadAsync(profile)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // lowered again, and to be shared anew
    }

    [Fact, Rule("R20"), Rule("R137")]
    public async Task An_administrator_is_told_that_a_share_of_a_profile_is_missing_or_which_one_opens_it()
    {
        var profile = await _service.ActiveAsync(Body("Ama Explained"));
        var administrator = _service.As(TestCaller.Person(Some.Owner, Roles.Administrator));
        var asked = $"/api/v1/access/roster:explain?permission=roster.profiles.read&clearance=CONFIDENTIAL&organization={Union}&record={profile["/api/v1/".Length..]}&role=";
        var missing = (await administrator.ReadAsync($"{asked}regional-officer")).Is(HttpStatusCode.OK);
        Assert.Equal((false, "SHARE", false), (missing["allowed"].GetValue<bool>(), missing.TextOf("conditions.2.condition"), missing["conditions.2.met"].GetValue<bool>()));
        Assert.True((await administrator.ReadAsync($"{asked}head-of-mission")).Is(HttpStatusCode.OK)["allowed"].GetValue<bool>());
        Assert.True((await administrator.ReadAsync($"{asked.Replace(Union, Some.Owner, StringComparison.Ordinal)}regional-officer")).Is(HttpStatusCode.OK)["allowed"].GetValue<bool>());
        var share = (await _service.As(Desk).PostAsync($"{profile}/shares", ShareSituation.Terms(Union))).Is(HttpStatusCode.Created).TextOf("name");
        Assert.Equal(share, (await administrator.ReadAsync($"{asked}regional-officer")).Is(HttpStatusCode.OK).TextOf("conditions.2.has.0"));
    }

    private static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    private async Task<StatusCode> AskAsync(TestCaller caller, string name)
    {
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress);
        try
        {
            await new RosterService.RosterServiceClient(channel).GetProfileAsync(new GetProfileRequest { Name = name }, new Metadata { { "authorization", $"Bearer {_service.TokenOf(caller)}" } });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
