using System.Net;
using Concord.Designation.Tests.Situations;
using Concord.Support;

namespace Concord.Designation.Tests.Parties;

public sealed class PartyApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R83")]
    public async Task A_party_that_is_there_already_is_told_of_and_entered_only_with_a_reason()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var first = await fixture.PartyAsync(process, "River Front");
        var refused = (await support.PostAsync($"{process}/parties", Ground.Party("river FRONT"))).IsProblem(HttpStatusCode.Conflict, "PARTY_ALREADY_NAMED");
        Assert.Equal(first, refused.TextOf("metadata.party"));
        var second = (await support.PostAsync($"{process}/parties", Ground.Party("river FRONT", distinctBecause: "The faction that left."))).Is(HttpStatusCode.Created);
        Assert.Equal("The faction that left.", second.TextOf("distinctBecause"));
        await fixture.PartyAsync(await fixture.ProcessAsync(), "River Front"); // of another process it is another entry
    }

    [Fact, Rule("R83")]
    public async Task Of_eight_who_enter_the_same_party_at_once_one_does()
    {
        var process = await fixture.ProcessAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.As(fixture.Support).PostAsync($"{process}/parties", Ground.Party("Front"))));
        var made = Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != made), a => a.IsProblem(HttpStatusCode.Conflict, "PARTY_ALREADY_NAMED"));
        Assert.Single(await fixture.As(fixture.Support).ReadAllAsync($"{process}/parties"));
    }

    [Fact, Rule("R158")]
    public async Task What_a_party_was_called_and_who_changed_it_stays_in_its_history()
    {
        var process = await fixture.ProcessAsync();
        var leader = await fixture.MediatorAsync(process);
        var (support, mediator) = (fixture.As(fixture.Support), fixture.As(leader));
        var party = $"/api/v1/{await fixture.PartyAsync(process, "Front")}";
        var read = (await fixture.As(fixture.Analyst).ReadAsync(party)).Is(HttpStatusCode.OK);
        (await support.PatchAsync(party, new { displayName = "New Front" }, read.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // for what reason?
        (await support.PatchAsync(party, new { displayName = "New Front", reason = "Its own statement." }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var renamed = (await mediator.PatchAsync(party, new { displayName = "New Front", standing = "ABSENT", reason = "Its own statement." }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("New Front", "ABSENT", leader.Subject), (renamed.TextOf("displayName"), renamed.TextOf("standing"), renamed.TextOf("by.account")));
        (await support.PatchAsync(party, new { displayName = "Other", reason = "Late." }, read.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");

        var seen = (await fixture.As(fixture.Officer("Reader")).ReadAsync(party)).Is(HttpStatusCode.OK);
        Assert.Equal("New Front", seen.TextOf("displayName"));
        Assert.Null(seen.Find("reason")); // it may tell who said so
        Assert.DoesNotContain("Its own statement.", (await fixture.As(fixture.Officer("Reader")).ReadAsync($"{process}/parties")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await fixture.As(fixture.Officer("Reader")).ReadAsync($"{party}/history")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var history = await fixture.As(fixture.Analyst).ReadAllAsync($"{party}/history?pageSize=1");
        Assert.Equal(["Front", "New Front"], history.Select(v => (string)v["party"]!["displayName"]!));
        Assert.Equal([fixture.Support.Subject, leader.Subject], history.Select(v => (string)v["by"]!["account"]!));
        Assert.Equal("Its own statement.", (string?)history[1]["party"]!["reason"]);
    }

    [Fact]
    public async Task Two_entries_that_are_one_party_are_merged_and_both_stay_readable()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var (front, movement) = (await fixture.PartyAsync(process, "Front"), await fixture.PartyAsync(process, "Movement"));
        var elsewhere = await fixture.PartyAsync(await fixture.ProcessAsync(), "Elsewhere");
        (await support.PostAsync($"/api/v1/{movement}:merge", new { into = elsewhere, reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await support.PostAsync($"/api/v1/{movement}:merge", new { into = "parties/1", reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var merged = (await support.PostAsync($"/api/v1/{movement}:merge", new { into = front, reason = "The same people." })).Is(HttpStatusCode.OK);
        Assert.Equal(front, merged.TextOf("mergedInto"));

        Assert.Equal([front], (await support.ReadAllAsync($"{process}/parties")).Select(p => (string)p["name"]!));
        Assert.Equal([front, movement], (await support.ReadAllAsync($"{process}/parties?merged=true")).Select(p => (string)p["name"]!));
        Assert.Equal("Movement", (await support.ReadAsync($"/api/v1/{front}")).TextOf("aliases.0.name"));
        Assert.Equal(front, (string?)(await support.ReadAllAsync($"/api/v1/{movement}/history"))[^1]["mergedInto"]);
        (await support.PostAsync($"/api/v1/{movement}:merge", new { into = front, reason = "again" })).IsProblem(HttpStatusCode.Conflict, "PARTY_MERGED");
        (await support.PostAsync($"{process}/parties", Ground.Party("MOVEMENT"))).IsProblem(HttpStatusCode.Conflict, "PARTY_ALREADY_NAMED"); // found as an alias
    }

    [Theory, Rule("R137")]
    [InlineData("parties", true)]
    [InlineData("actorMap", false)]
    [InlineData("consents", false)]
    [InlineData("measures", false)]
    [InlineData("ripeness", false)]
    [InlineData("attempts", true)]
    [InlineData("fundamentals", false)]
    [InlineData("spoilers", false)]
    public async Task Names_are_seen_with_the_process_and_what_is_known_of_parties_by_fewer(string collection, bool everybody)
    {
        var process = await fixture.ProcessAsync();
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var officer = fixture.Officer("Reader");
        var answer = await fixture.As(officer).ReadAsync($"{process}/{collection}");
        if (everybody)
        {
            answer.Is(HttpStatusCode.OK);
            await fixture.IsHiddenAsync(officer, hidden, collection);
        }
        else
        {
            answer.IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        (await fixture.As(await fixture.MediatorAsync(process)).ReadAsync($"{process}/{collection}")).Is(HttpStatusCode.OK);
        if (everybody)
        {
            (await fixture.As(Ground.Rival).ReadAsync($"{process}/{collection}")).Is(HttpStatusCode.OK);
        }
        else
        {
            await fixture.IsHiddenAsync(Ground.Rival, process, collection);
        }

        (await fixture.As(fixture.Support).ReadAsync($"{hidden}/{collection}")).Is(HttpStatusCode.OK);
        await fixture.IsHiddenAsync(Ground.Rival, hidden, collection);
    }

    [Theory]
    [InlineData("parties")]
    [InlineData("actorMap")]
    [InlineData("consents")]
    [InlineData("measures")]
    [InlineData("ripeness")]
    [InlineData("attempts")]
    [InlineData("fundamentals")]
    [InlineData("spoilers")]
    public async Task Nothing_is_recorded_by_who_only_reads_nor_by_a_mediator_of_another_lead_nor_where_the_process_is_hidden(string collection)
    {
        (await fixture.As(Ground.Rival).PostAsync($"{await fixture.ProcessAsync()}/{collection}", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        (await fixture.As(fixture.Analyst).PostAsync($"{hidden}/{collection}", new { })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(Ground.Rival).PostAsync($"{hidden}/{collection}", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Support).PostAsync($"{hidden}/{collection}", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Empty((await fixture.As(fixture.Support).ReadAsync($"{hidden}/{collection}")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    [Theory]
    [InlineData("parties/{0}", null)]
    [InlineData("parties/{0}/history", null)]
    [InlineData("parties/{0}:merge", "{\"into\":\"x\",\"reason\":\"x\"}")]
    [InlineData("actorMap/{0}:end", "{\"reason\":\"x\"}")]
    [InlineData("consents/{0}:retract", "{\"reason\":\"x\"}")]
    [InlineData("consents/{0}:withdraw", "{\"reason\":\"x\"}")]
    [InlineData("measures/{0}:end", "{\"reason\":\"x\"}")]
    [InlineData("ripeness/{0}:retract", "{\"reason\":\"x\"}")]
    [InlineData("attempts/{0}:retract", "{\"reason\":\"x\"}")]
    [InlineData("fundamentals/{0}:retract", "{\"reason\":\"x\"}")]
    [InlineData("spoilers/{0}", null)]
    [InlineData("spoilers/{0}:review", "{\"finding\":\"x\"}")]
    [InlineData("spoilers/{0}:end", "{\"reason\":\"x\"}")]
    public async Task An_entry_that_is_not_there_does_not_exist(string address, string? body)
    {
        var process = await fixture.ProcessAsync();
        var path = $"{process}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Guid.NewGuid())}";
        (body is null ? await fixture.As(fixture.Support).ReadAsync(path) : await fixture.As(fixture.Support).PostAsync(path, body)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }
}
