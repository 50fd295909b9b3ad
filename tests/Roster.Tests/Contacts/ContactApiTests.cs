using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Roster.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Contacts;

/// <summary>Contacts are masked for everybody until they are asked for, by those who may, for a purpose that is on record (R26).</summary>
public sealed class ContactApiTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R26")]
    public async Task The_profile_tells_which_kinds_there_are_and_only_a_reading_for_a_purpose_tells_what_they_are()
    {
        var path = await _service.ActiveAsync(Body("Ama Reached"));
        Assert.Empty((await _service.As(Desk).ReadAsync(path))["contactKinds"].AsArray());
        var kept = (await _service.KeepAsync(Desk, path, new
        {
            emails = new[] { "ama@mediator.example", "other@mediator.example" },
            phones = new[] { "+254 (700) 000-001" },
            postal = new { address = "12 Lake Road", place = "Kisumu", country = "KEN" },
            messengers = new[] { new { service = "Signal", address = "+254 700 000 001" } },
            note = "Call after noon; speak to nobody else.",
            emergency = new { displayName = "Joseph", relation = "Brother", phone = "+254 700 000 009" },
        })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("mediator.example", kept.Text, StringComparison.Ordinal);
        string[] kinds = ["EMAIL", "PHONE", "POSTAL", "MESSENGER", "NOTE", "EMERGENCY"];
        Assert.Equal(kinds, (await _service.As(HeadOfMission).ReadAsync(path))["contactKinds"].AsArray().Select(k => k!.GetValue<string>()));

        var shown = (await _service.ContactAsync(Desk, path)).Is(HttpStatusCode.OK);
        Assert.Equal(("ama@mediator.example", "+254 (700) 000-001", "Kisumu", "Signal", "Call after noon; speak to nobody else.", "Brother"),
            (shown.TextOf("emails.0"), shown.TextOf("phones.0"), shown.TextOf("postal.place"), shown.TextOf("messengers.0.service"), shown.TextOf("note"), shown.TextOf("emergency.relation")));
        Assert.Equal((kept.ETag, $"{path["/api/v1/".Length..]}/contact"), (shown.ETag, shown.TextOf("name")));
    }

    [Fact, Rule("R26")]
    public async Task Each_reading_is_entered_with_its_purpose_and_without_one_there_is_neither()
    {
        var path = await _service.ActiveAsync(Body("Ama Entered", classification: "UNCLASSIFIED"));
        (await _service.KeepAsync(Desk, path, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        foreach (var unsaid in (string[])["", "?purpose=EMERGENCY", "?purposeNote=x", "?purpose=CURIOSITY&purposeNote=x", "?purpose=EMERGENCY&purposeNote=%20"])
        {
            (await _service.ContactAsync(Desk, path, unsaid)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        Assert.Empty(await ReadingsAsync(path));
        (await _service.ContactAsync(Desk, path)).Is(HttpStatusCode.OK);
        var entry = Assert.Single(await ReadingsAsync(path));
        Assert.Equal((Desk.Subject, AuditOutcome.Done, "EMERGENCY: The hotel was attacked"), (entry.Actor, entry.Outcome, entry.Purpose));
    }

    [Fact, Rule("R26")]
    public async Task Where_it_cannot_be_entered_nothing_is_shown()
    {
        var path = await _service.ActiveAsync(Body("Ama Unshown"));
        (await _service.KeepAsync(Desk, path, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        await InStoreAsync(db => db.AuditTips.ExecuteDeleteAsync(Token));
        var refused = await _service.ContactAsync(Desk, path);
        refused.IsProblem(HttpStatusCode.ServiceUnavailable, "AUDIT_BROKEN");
        Assert.DoesNotContain("mediator.example", refused.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task Only_mediation_support_and_the_officers_of_the_owner_read_and_change_them()
    {
        var owned = await _service.ActiveAsync(Body("Ama Owned", owner: Union));
        (await _service.KeepAsync(Officer, owned, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Officer, owned)).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Desk, owned)).IsProblem(HttpStatusCode.Conflict, "CONTACTS_MASKED"); // no request is approved for her
        (await _service.KeepAsync(Desk, owned, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        var stranger = TestCaller.Person(Some.Owner, Roles.RegionalOfficer);
        foreach (var answer in (ApiAnswer[])[await _service.ContactAsync(stranger, owned), await _service.KeepAsync(stranger, owned, ContactClient.Contacts()), await _service.As(stranger).SendAsync(HttpMethod.Delete, $"{owned}/contact", null)])
        {
            answer.IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // the profile itself is not theirs to see
        }

        foreach (var role in Roles.OfPeople.Except([Roles.MediationSupport, Roles.RegionalOfficer]).Append(Roles.Service))
        {
            (await _service.ContactAsync(TestCaller.Person(Union, role), owned)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }
    }

    [Fact, Rule("R26")]
    public async Task Before_activation_only_the_owner_and_those_who_vet_find_them()
    {
        var draft = await _service.DraftAsync(Body("Ama Draft", owner: Union));
        (await _service.KeepAsync(Officer, draft, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Officer, draft)).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Desk, draft)).IsProblem(HttpStatusCode.Conflict, "CONTACTS_MASKED"); // they do not vet yet
        (await _service.ContactAsync(TestCaller.Person(Some.Owner, Roles.RegionalOfficer), draft)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Contacts_of_an_unclassified_profile_take_a_clearance_for_what_is_Confidential()
    {
        var path = await _service.ActiveAsync(Body("Ama Open", classification: "UNCLASSIFIED"));
        (await _service.KeepAsync(Desk, path, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        (await _service.As(Uncleared).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Uncleared, path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Replaced_as_a_whole_and_taken_away_in_every_state()
    {
        var path = await _service.ActiveAsync(Body("Ama Replaced"));
        (await _service.ContactAsync(Desk, path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).SendAsync(HttpMethod.Put, $"{path}/contact", ContactClient.Contacts())).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.As(Desk).SendAsync(HttpMethod.Put, $"{path}/contact", ContactClient.Contacts(), ifMatch: "\"1\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.KeepAsync(Desk, path, ContactClient.Contacts(note: "one"))).Is(HttpStatusCode.OK);
        (await _service.KeepAsync(Desk, path, new { phones = new[] { "112233" } })).Is(HttpStatusCode.OK);
        var shown = (await _service.ContactAsync(Desk, path)).Is(HttpStatusCode.OK);
        Assert.Equal((0, "112233", null), (shown["emails"].AsArray().Count, shown.TextOf("phones.0"), shown.Find("note")));

        (await _service.As(Desk).PostAsync($"{path}:retire", new { reason = "over" })).Is(HttpStatusCode.OK);
        (await _service.KeepAsync(Desk, path, ContactClient.Contacts())).IsProblem(HttpStatusCode.Conflict, "PROFILE_RETIRED");
        (await _service.As(Desk).SendAsync(HttpMethod.Delete, $"{path}/contact", null)).Is(HttpStatusCode.NoContent);
        (await _service.ContactAsync(Desk, path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await _service.As(Desk).ReadAsync(path))["contactKinds"].AsArray());
        Assert.Equal(0, await InStoreAsync(db => db.Contacts.CountAsync(Token)));
    }

    [Fact, Abuse(28)]
    public async Task They_follow_a_change_of_the_classification_and_do_not_open_under_one_that_somebody_wrote_into_the_store()
    {
        var path = await _service.ActiveAsync(Body("Ama Raised"));
        (await _service.KeepAsync(Desk, path, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        foreach (var label in (string[])["STRICTLY_CONFIDENTIAL", "UNCLASSIFIED", "STRICTLY_CONFIDENTIAL"])
        {
            await _service.ClassifyAsync(path, label);
            Assert.Equal("ama@mediator.example", (await _service.ContactAsync(Cleared, path)).Is(HttpStatusCode.OK).TextOf("emails.0"));
        }

        await InStoreAsync(db => db.Profiles.ExecuteUpdateAsync(s => s.SetProperty(p => p.Classification, Classification.Unclassified), Token));
        (await _service.ContactAsync(Desk, path)).IsProblem(HttpStatusCode.ServiceUnavailable, "SEAL_BROKEN");
    }

    [Fact, Abuse(28)]
    public async Task Swapped_between_two_people_in_the_store_they_open_for_neither()
    {
        var paths = new[] { await _service.ActiveAsync(Body("Ama One")), await _service.ActiveAsync(Body("Ama Two")) };
        foreach (var path in paths)
        {
            (await _service.KeepAsync(Desk, path, ContactClient.Contacts())).Is(HttpStatusCode.OK);
        }

        await InStoreAsync(async db =>
        {
            var both = await db.Contacts.ToListAsync(Token);
            var (first, second) = (both[0].Content, both[1].Content);
            both[0].Reseal(second);
            both[1].Reseal(first);
            return await db.SaveChangesAsync(Token);
        });
        foreach (var path in paths)
        {
            (await _service.ContactAsync(Desk, path)).IsProblem(HttpStatusCode.ServiceUnavailable, "SEAL_BROKEN");
        }
    }

    [Theory]
    [InlineData("""{}""", "emails")]
    [InlineData("""{"emails":["no address"]}""", "emails[0]")]
    [InlineData("""{"emails":["a@b.example","@"]}""", "emails[1]")]
    [InlineData("""{"emails":[null]}""", "emails[0]")]
    [InlineData("""{"emails":["a@1","a@2","a@3","a@4","a@5","a@6"]}""", "emails")]
    [InlineData("""{"phones":["call me"]}""", "phones[0]")]
    [InlineData("""{"phones":["12"]}""", "phones[0]")]
    [InlineData("""{"postal":{"address":"x","place":"y","country":"Kenya"}}""", "postal.country")]
    [InlineData("""{"postal":{"place":"y","country":"KEN"}}""", "postal.address")]
    [InlineData("""{"messengers":[{"service":"Signal"}]}""", "messengers[0].address")]
    [InlineData("""{"messengers":[null]}""", "messengers[0].service")]
    [InlineData("""{"emergency":{"displayName":"Joseph"}}""", "emergency.phone")]
    [InlineData("""{"emergency":{"phone":"112233"}}""", "emergency.displayName")]
    [InlineData("""{"kinds":["EMAIL"],"emails":["a@b.example"]}""", "kinds")]
    public async Task What_is_wrong_is_told_by_its_field_and_nothing_is_kept(string body, string field)
    {
        var path = await _service.DraftAsync(Body("Ama Wrong"));
        Assert.Contains((await _service.KeepAsync(Desk, path, body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")["errors"].AsObject().Select(e => e.Key), key => key == field);
        Assert.Equal(0, await InStoreAsync(db => db.Contacts.CountAsync(Token)));
    }

    [Fact]
    public async Task At_their_longest_they_fit()
    {
        var path = await _service.DraftAsync(Body("Ama Long"));
        var address = new string('&', 200);
        (await _service.KeepAsync(Desk, path, new
        {
            emails = Enumerable.Repeat($"{address}@{new string('中', 50)}", 5),
            phones = Enumerable.Repeat(new string('1', 40), 5),
            postal = new { address = new string('&', 500), place = address, country = "KEN" },
            messengers = Enumerable.Repeat(new { service = new string('&', 60), address }, 5),
            note = new string('&', 2000),
            emergency = new { displayName = address, relation = new string('&', 100), phone = "112233", email = $"{address}@x" },
        })).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Desk, path)).Is(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<AuditContent>> ReadingsAsync(string path) => [.. (await InStoreAsync(db => db.AuditEntries.Where(e => e.Action == "roster.contacts.read" && e.Outcome == AuditOutcome.Done).OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync(Token)))
        .Select(text => AuditContent.Read(text)!).Where(e => e.Resources.Contains(path["/api/v1/".Length..]))];

    private async Task<T> InStoreAsync<T>(Func<RosterDb, Task<T>> act)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<RosterDb>());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
