using System.Net;
using Concord.Contracts.Access;
using Concord.Roster.Persistence;
using Concord.Roster.SharingAgreements;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SharingAgreements.SharingClient;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>Agreements by which organizations share parts of their rosters (R20).</summary>
public sealed class SharingAgreementApiTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task Named_people_are_named_to_a_receiver_once_it_sees_them()
    {
        var named = Name(await _service.ActiveAsync(Body("Ama Named", owner: Union)));
        await _service.ActiveAsync(Body("Bela Unnamed", owner: Union));
        var path = await _service.ApprovedAsync(Terms(scope: new { people = (string[])[named] }));
        Assert.DoesNotContain(named, (await _service.As(Reader).ReadAsync(path)).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains(named, (await _service.As(Officer).ReadAsync("/api/v1/sharingAgreements")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await _service.As(Reader).PostAsync($"{path}:agree", Nothing)).Is(HttpStatusCode.OK);
        Assert.Contains(named, (await _service.As(Reader).ReadAsync(path)).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(["Ama Named"], (await _service.SearchAsync(Reader, new { })).NamesIn());
    }

    [Fact, Rule("R20")]
    public async Task Of_two_receivers_each_is_told_how_it_stands_with_itself_alone()
    {
        var path = await _service.ApprovedAsync(Terms(receivers: [Third, Some.Owner]));
        var other = TestCaller.Person(Some.Owner, Roles.RegionalOfficer);
        var before = (await _service.As(other).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.As(Reader).PostAsync($"{path}:agree", Nothing)).Is(HttpStatusCode.OK);
        var after = (await _service.As(other).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal((before.TextOf("state"), before.TextOf("updateTime")), (after.TextOf("state"), after.TextOf("updateTime")));
        Assert.Single(await _service.As(other).ReadAllAsync("/api/v1/sharingAgreements?state=APPROVED"));
        Assert.Empty(await _service.As(other).ReadAllAsync("/api/v1/sharingAgreements?state=AGREED"));
        Assert.Equal("AGREED", (await _service.As(Reader).ReadAsync(path)).TextOf("state"));
        Assert.Single(await _service.As(Officer).ReadAllAsync("/api/v1/sharingAgreements?state=AGREED"));
        Assert.Empty(await _service.As(Officer).ReadAllAsync("/api/v1/sharingAgreements?state=APPROVED"));
    }

    [Fact, Rule("R20")]
    public async Task An_agreement_opens_people_once_two_of_the_owner_and_one_of_the_receiver_have_said_so_and_until_then_the_receiver_knows_of_nothing()
    {
        var person = await _service.ActiveAsync(Body("Ama Agreed", owner: Union));
        var proposed = (await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms())).Is(HttpStatusCode.Created);
        var path = proposed.Location!.ToString();
        Assert.Equal(("PROPOSED", false, 1), (proposed.TextOf("state"), proposed["open"].GetValue<bool>(), proposed["peopleNow"].GetValue<int>()));
        (await _service.As(Reader).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Reader).PostAsync($"{path}:agree", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Officer).PostAsync($"{path}:approve", Nothing)).IsProblem(HttpStatusCode.Forbidden, "SHARING_AGREEMENT_SAME_PERSON");
        (await _service.As(SecondOfficer).PostAsync($"{path}:approve", Nothing)).Is(HttpStatusCode.OK);
        Assert.Null((await _service.As(Reader).ReadAsync(path)).Is(HttpStatusCode.OK).Find("peopleNow"));
        Assert.Empty((await _service.SearchAsync(Reader, new { })).NamesIn());
        (await _service.As(Reader).PostAsync($"{path}:approve", Nothing)).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(Officer).PostAsync($"{path}:agree", Nothing)).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(Reader).PostAsync($"{path}:agree", Nothing, ifMatch: proposed.ETag)).Is(HttpStatusCode.PreconditionFailed);
        var agreed = (await _service.As(Reader).PostAsync($"{path}:agree", Nothing)).Is(HttpStatusCode.OK);
        Assert.Equal(("AGREED", true, 1), (agreed.TextOf("state"), agreed["open"].GetValue<bool>(), agreed["peopleNow"].GetValue<int>()));
        Assert.Null(agreed.Find("exposedToReprisals"));
        (await _service.As(Reader).PostAsync($"{path}:agree", Nothing)).IsProblem(HttpStatusCode.Conflict, "SHARING_AGREEMENT_WRONG_STATE");
        Assert.Equal(["Ama Agreed"], (await _service.SearchAsync(Reader, new { })).NamesIn());
        (await _service.As(Reader).ReadAsync(person)).Is(HttpStatusCode.OK);
        (await _service.As(Reader with { Clearance = Classification.Unclassified }).ReadAsync(person)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(TestCaller.Person(Some.Owner, Roles.RegionalOfficer)).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await _service.SearchAsync(TestCaller.Person(Some.Owner, Roles.RegionalOfficer), new { })).NamesIn());
    }

    [Fact, Rule("R20"), Rule("R26"), Rule("R158")]
    public async Task What_the_agreement_does_not_name_is_withheld_by_every_way_to_the_person_and_how_the_person_is_reached_always_is()
    {
        var person = await _service.ActiveAsync(Body("Ama Partly", owner: Union, countries: ["KEN"], expertise: [new { area = "ELECTIONS", level = "EXPERT" }]));
        (await _service.As(Officer).SendAsync(HttpMethod.Put, $"{person}/contact", new { emails = (string[])["ama@example.org"] }, ifMatch: (await _service.As(Officer).ReadAsync(person)).ETag)).Is(HttpStatusCode.OK);
        var window = (await _service.As(Officer).PostAsync($"{person}/availability", new { startDate = "2027-03-01", endDate = "2027-03-14", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        await _service.AgreedAsync(Terms(["EXPERIENCE"]));
        foreach (var read in (ApiAnswer[])[(await _service.As(Reader).ReadAsync(person)).Is(HttpStatusCode.OK), (await _service.SearchAsync(Reader, new { countries = (string[])["KEN"] }))])
        {
            Assert.Contains("Ama Partly", read.Text, StringComparison.Ordinal);
            Assert.Contains("\"KEN\"", read.Text, StringComparison.Ordinal);
            Assert.Contains("\"withheld\":[\"SKILLS\",\"AVAILABILITY\",\"TRAININGS\",\"NATIONALITIES\"]", read.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("ELECTIONS", read.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"sw\"", read.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("EMAIL", read.Text, StringComparison.Ordinal);
        }

        Assert.Empty((await _service.SearchAsync(Reader, new { languages = (object[])[new { code = "sw" }] })).NamesIn());
        Assert.Empty((await _service.SearchAsync(Reader, new { excludedNationalities = (string[])["FRA"] })).NamesIn());
        Assert.True((await _service.SearchAsync(Reader, new { conflictCountries = (string[])["FRA"] }))["items"].AsArray().Single(i => (string)i!["name"]! == Name(person))!["conflictsUnknown"]!.GetValue<bool>());
        Assert.False((await _service.SearchAsync(Reader, new { }))["items"].AsArray().Single(i => (string)i!["name"]! == Name(person))!["conflictsUnknown"]!.GetValue<bool>());
        Assert.False((await _service.SearchAsync(Officer, new { conflictCountries = (string[])["FRA"] }))["items"].AsArray().Single(i => (string)i!["name"]! == Name(person))!["conflictsUnknown"]!.GetValue<bool>());
        (await _service.As(Reader).ReadAsync($"{person}/availability")).IsProblem(HttpStatusCode.Forbidden, "FIELDS_NOT_SHARED");
        (await _service.As(Reader).ReadAsync(window.Location!.ToString())).IsProblem(HttpStatusCode.Forbidden, "FIELDS_NOT_SHARED");
        (await _service.As(Reader).ReadAsync($"{person}/contact?purpose=DEPLOYMENT&purposeNote=x")).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(Reader).PatchAsync(person, new { displayName = "Ama Taken" }, "*")).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        Assert.Contains("ELECTIONS", (await _service.As(Officer).ReadAsync(person)).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R20"), Rule("R156")]
    public async Task What_no_agreement_can_be_made_of_is_refused_with_the_fields_that_are_wrong()
    {
        var (own, foreign) = (await _service.ActiveAsync(Body("Ama Own", owner: Union)), await _service.ActiveAsync(Body("Ama Foreign", "UNCLASSIFIED")));
        WrongIn(["receivers", "purpose", "untilDay", "exposedToReprisals"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", new { }));
        WrongIn(["receivers"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms(receivers: [Union])));
        WrongIn(["receivers"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms(receivers: [Unknown])));
        WrongIn(["untilDay"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms(days: 367)));
        WrongIn(["scope.regions", "scope.languages"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms(scope: new { regions = (string[])["999"], languages = (string[])["xx"] })));
        WrongIn(["scope.people"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms(scope: new { people = (string[])[Name(own), Name(foreign)] })));
        WrongIn(["scope.people"], await _service.As(Officer).PostAsync("/api/v1/sharingAgreements", Terms(scope: new { people = (string[])[$"profiles/{Guid.NewGuid()}"] })));
        (await _service.As(TestCaller.Person(Union, Roles.HeadOfMission)).PostAsync("/api/v1/sharingAgreements", Terms())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Empty((await _service.As(Officer).ReadAsync("/api/v1/sharingAgreements")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    [Fact, Rule("R20")]
    public async Task Lists_are_filtered_by_state_and_organization_and_tell_a_receiver_of_itself_alone()
    {
        var open = await _service.AgreedAsync(Terms(receivers: [Third, Some.Owner]));
        var waiting = await _service.ApprovedAsync(Terms());
        await _service.ApprovedAsync(Terms(receivers: [Some.Owner]));
        Assert.Equal([Name(open)], await NamesAsync(Reader, "?state=AGREED"));
        Assert.Equal([Name(waiting)], await NamesAsync(Reader, "?state=APPROVED"));
        Assert.Equal(2, (await NamesAsync(Reader, "")).Length);
        Assert.Equal(3, (await NamesAsync(Officer, $"?owner={Union}")).Length);
        Assert.Equal(2, (await NamesAsync(Officer, $"?receiver={Third}")).Length);
        Assert.Empty(await NamesAsync(Reader, $"?receiver={Some.Owner}"));
        Assert.Equal([Third], (await _service.As(Reader).ReadAsync(open))["receivers"].AsArray().Select(r => r!["organization"]!.GetValue<string>()));
    }

    [Fact, Rule("R20"), Rule("R137")]
    public async Task An_administrator_is_told_which_agreement_opens_a_person()
    {
        var person = await _service.ActiveAsync(Body("Ama Explained", owner: Union));
        var agreement = await _service.AgreedAsync(Terms());
        var answer = (await _service.As(TestCaller.Person(Some.Owner, Roles.Administrator)).ReadAsync(
            $"/api/v1/access/roster:explain?permission=roster.profiles.read&clearance=CONFIDENTIAL&organization={Third}&record={Name(person)}&role=regional-officer")).Is(HttpStatusCode.OK);
        Assert.True(answer["allowed"].GetValue<bool>());
        Assert.Equal(Name(agreement), answer.TextOf("conditions.2.has.0"));
    }

    [Fact, Rule("R20")]
    public async Task The_store_the_record_and_the_index_agree_whom_an_agreement_opens()
    {
        var (random, sharing) = (new RandomRoster(5), new RandomSharing(5));
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        var people = Enumerable.Range(0, 120).Select(_ => sharing.Person(random)).ToList();
        db.AddRange(people);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var opened = 0;
        for (var round = 0; round < 80; round++)
        {
            foreach (var sight in sharing.Reader(people, random.Today()).AgreedSights())
            {
                var inStore = await db.Profiles.Where(sight.Covered()).Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken);
                Assert.Equal(people.Where(sight.Covers).Select(p => p.Id.Value).Order(), inStore.Select(id => id.Value).Order());
                opened += inStore.Count;
            }
        }

        Assert.True(opened > 300, $"{opened} opened");
    }

    private static string Name(string path) => path["/api/v1/".Length..];

    private async Task<string[]> NamesAsync(TestCaller caller, string filter) =>
        [.. (await _service.As(caller).ReadAsync($"/api/v1/sharingAgreements{filter}")).Is(HttpStatusCode.OK)["items"].AsArray().Select(i => i!["name"]!.GetValue<string>())];
}
