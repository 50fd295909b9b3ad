using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.Tests.Situations;
using Concord.Support;
using static Concord.Designation.Tests.Contacts.GivenContact;

namespace Concord.Designation.Tests.ParallelTracks;

public sealed class TrackApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R48"), Rule("R158")]
    public async Task Two_disjoint_tracks_are_found_with_the_contact_that_makes_them_and_told_by_their_number_only()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var one = await RecordAsync(officer, process, Body(label: "A State", topics: ["Ceasefire"], level: "LEADERS"));
        Assert.Empty(await FindingsAsync(process));
        var two = await RecordAsync(officer, process, Body(label: "Elders", from: "2024-03", topics: ["ceasefire", "Amnesty"]));
        var finding = Assert.Single(await FindingsAsync(process));
        Assert.Equal(("DISJOINT_TRACKS", "The front", "OPEN", "CERTAIN", "MEDIUM"), (Text(finding, "kind"), Text(finding, "partyLabel"), Text(finding, "state"), Text(finding["evidence"]!, "certainty"), Text(finding["evidence"]!, "severity")));
        Assert.Equal([[one], [two]], finding["evidence"]!["tracks"]!.AsArray().Select(t => t!["contacts"]!.AsArray().Select(c => c!.GetValue<string>()).ToArray()).OrderBy(t => t[0] == two));
        Assert.Equal("ceasefire", finding["evidence"]!["doubledTopics"]!.AsArray().Single()!.GetValue<string>());
        Assert.DoesNotContain("shopping", finding.ToJsonString(), StringComparison.OrdinalIgnoreCase);

        var name = Text(finding, "name");
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Any(e => e.Type == ParallelTrackFound.Type && e.Subject == name)), "the fact is sent");
        Assert.DoesNotContain("front", fixture.Service.Sent.Single(e => e.Type == ParallelTrackFound.Type && e.Subject == name).Data, StringComparison.OrdinalIgnoreCase);
        (await fixture.As(officer).ReadAsync($"/api/v1/{name}")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED"); // it names contacts of others
        (await fixture.As(fixture.Support).ReadAsync($"/api/v1/{name}")).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).ReadAsync($"{process}/parallelTracks/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R48")]
    public async Task What_the_lead_its_support_or_whoever_coordinates_with_it_does_is_no_other_track()
    {
        var process = await fixture.ProcessAsync();
        var (leader, friend) = (fixture.Officer("Leader"), fixture.Officer("Friend", "STATE"));
        await fixture.Service.HearAsync(new OrganizationRegistered(leader.Organization!, "Leading Forum", "LF", "RegionalOrganization", 1, DateTime.UtcNow));
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        (await fixture.As(friend).PostAsync($"{process}/supportRoles", new { role = "FRIEND", scope = "all", from = "2020-01-01" })).Is(HttpStatusCode.Created);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await RecordAsync(leader, process, Body(label: "A State", from: today));
        foreach (var (organization, label, coordinated) in (IEnumerable<(string?, string?, bool)>)[(leader.Organization, null, false), (friend.Organization, null, false), (null, "lf", false), (null, "Elders", true)])
        {
            await RecordAsync(leader, process, Body(organization: organization, label: label, from: today, coordinated: coordinated));
        }

        Assert.Empty(await FindingsAsync(process));
        await RecordAsync(leader, process, Body(label: "A monastery", from: today));
        Assert.Equal(2, Assert.Single(await FindingsAsync(process))["evidence"]!["tracks"]!.AsArray().Count);

        // Before it led, the same organization was one of several.
        var other = await fixture.ProcessAsync();
        await fixture.DesignateAsync(other, 0, leader.Organization!);
        await RecordAsync(leader, other, Body(organization: leader.Organization, from: "2024-03-05"));
        await RecordAsync(leader, other, Body(organization: friend.Organization, from: "2024-03-05"));
        Assert.Single(await FindingsAsync(other));
    }

    [Fact, Rule("R48")]
    public async Task A_change_of_forum_names_the_unfavourable_step_and_the_talks_after_it()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var step = await RecordAsync(officer, process, Body(label: "A State", outcome: "UNFAVOURABLE", kind: "GOOD_OFFICES"));
        var next = await RecordAsync(officer, process, Body(label: "Elders", from: "2024-03-09", kind: "GOOD_OFFICES"));
        var finding = Assert.Single(await FindingsAsync(process));
        Assert.Equal("FORUM_CHANGE", Text(finding, "kind"));
        Assert.Equal([step, next], finding["evidence"]!["tracks"]!.AsArray().Select(t => t!["contacts"]![0]!.GetValue<string>()));
    }

    [Fact, Rule("R48"), Rule("R143")]
    public async Task The_lead_acknowledges_and_resolves_and_a_contact_that_is_new_to_it_opens_it_again_and_is_named()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        await fixture.DesignateAsync(process, 0, officer.Organization!);
        await RecordAsync(officer, process, Body(label: "A State"));
        var elders = await RecordAsync(officer, process, Body(label: "Elders"));
        var path = $"/api/v1/{Text(Assert.Single(await FindingsAsync(process)), "name")}";
        var lead = fixture.As(Mediator(officer.Organization!));
        (await fixture.As(fixture.Support).PostAsync($"{path}:acknowledge", new { leadEpoch = 1, reason = "seen" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_LEAD");
        (await lead.PostAsync($"{path}:acknowledge", new { leadEpoch = 0, reason = "seen" })).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        (await lead.PostAsync($"{path}:acknowledge", new { reason = "seen" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await lead.PostAsync($"{path}:acknowledge", new { leadEpoch = 1, reason = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await lead.PostAsync($"{path}:acknowledge", new { leadEpoch = 1, reason = "seen" }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await lead.PostAsync($"{path}:acknowledge", new { leadEpoch = 1, reason = "We speak with the State." })).Is(HttpStatusCode.OK);
        (await lead.PostAsync($"{path}:acknowledge", new { leadEpoch = 1, reason = "again" })).IsProblem(HttpStatusCode.Conflict, "FINDING_NOT_OPEN");
        Assert.Equal("RESOLVED", (await lead.PostAsync($"{path}:resolve", new { leadEpoch = 1, reason = "The State supports the talks now." })).Is(HttpStatusCode.OK).TextOf("state"));

        // A correction says the same better, and is nothing new.
        var corrected = (await fixture.As(officer).PostAsync($"/api/v1/{elders}:correct", new { reason = "The day after.", contact = Body(label: "Elders", from: "2024-03-06") })).Is(HttpStatusCode.Created).TextOf("name");
        Assert.Equal("RESOLVED", (await lead.ReadAsync(path)).TextOf("state"));
        var news = await RecordAsync(officer, process, Body(label: "A monastery"));
        var again = (await lead.ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("OPEN", "HIGH"), (again.TextOf("state"), again.TextOf("evidence.severity")));
        var history = (await lead.ReadAsync($"{path}/trackHistory")).Is(HttpStatusCode.OK)["items"].AsArray();
        Assert.Equal(["FOUND", "ACKNOWLEDGED", "RESOLVED", "CHANGED", "REOPENED"], history.Select(h => Text(h!, "step")));
        Assert.Equal("We speak with the State.", Text(history[1]!, "reason"));
        Assert.Equal((corrected, elders), (history[3]!["addedContacts"]![0]!.GetValue<string>(), history[3]!["goneContacts"]![0]!.GetValue<string>()));
        Assert.Equal(news, history[4]!["addedContacts"]!.AsArray().Single()!.GetValue<string>());
        Assert.Equal(2, history[0]!["evidence"]!["tracks"]!.AsArray().Count);
        Assert.Equal(3, history[4]!["evidence"]!["tracks"]!.AsArray().Count);
    }

    [Fact, Rule("R48")]
    public async Task Where_nobody_leads_the_mediation_support_unit_answers()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        await RecordAsync(officer, process, Body(label: "A State"));
        await RecordAsync(officer, process, Body(label: "Elders"));
        var path = $"/api/v1/{Text(Assert.Single(await FindingsAsync(process)), "name")}";
        (await fixture.As(Mediator(officer.Organization!)).PostAsync($"{path}:resolve", new { leadEpoch = 0, reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Support).PostAsync($"{path}:resolve", new { leadEpoch = 3, reason = "x" })).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        (await fixture.As(fixture.Support).PostAsync($"{path}:resolve", new { reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PostAsync($"{path}:acknowledge", new { leadEpoch = 0, reason = "We write to both." })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{path}:resolve", new { leadEpoch = 0, reason = "Both stopped." })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{path}:resolve", new { leadEpoch = 0, reason = "x" })).IsProblem(HttpStatusCode.Conflict, "FINDING_NOT_OPEN");
    }

    [Fact, Rule("R48")]
    public async Task Without_its_contact_a_finding_lapses_and_stays_readable_and_is_found_again_with_another()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        await RecordAsync(officer, process, Body(label: "A State"));
        var elders = await RecordAsync(officer, process, Body(label: "Elders"));
        (await fixture.As(officer).PostAsync($"/api/v1/{elders}:withdraw", new { reason = "It never was." })).Is(HttpStatusCode.OK);
        Assert.Equal("LAPSED", Text(Assert.Single(await FindingsAsync(process)), "state"));
        Assert.Empty(await FindingsAsync(process, "?state=OPEN"));
        await RecordAsync(officer, process, Body(label: "A monastery"));
        Assert.Equal("OPEN", Text(Assert.Single(await FindingsAsync(process)), "state"));
    }

    [Fact, Rule("R48"), Rule("R137")]
    public async Task A_finding_and_its_history_are_as_strict_as_the_strictest_contact_they_rest_on()
    {
        var path = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum", clearance: Classification.StrictlyConfidential);
        await RecordAsync(officer, path, Body(label: "A State"));
        await RecordAsync(officer, path, Body(label: "Elders"));
        fixture.Service.Name(officer, path["/api/v1/".Length..]);
        var hidden = await RecordAsync(officer, path, Body(label: "A monastery", classification: "STRICTLY_CONFIDENTIAL"));
        Assert.Empty(await FindingsAsync(path));
        var named = officer with { Roles = [Roles.MediationSupport] };
        var finding = Assert.Single((await fixture.As(named).ReadAsync($"{path}/parallelTracks")).Is(HttpStatusCode.OK)["items"].AsArray())!;
        Assert.Equal("STRICTLY_CONFIDENTIAL", Text(finding, "classification"));

        (await fixture.As(officer).PostAsync($"/api/v1/{hidden}:withdraw", new { reason = "Another one." })).Is(HttpStatusCode.OK);
        Assert.Single(await FindingsAsync(path));
        var steps = (await fixture.As(fixture.Support).ReadAsync($"/api/v1/{Text(finding, "name")}/trackHistory")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("monastery", steps.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("monastery", (await fixture.As(named).ReadAsync($"/api/v1/{Text(finding, "name")}/trackHistory")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Rule("R48")]
    public async Task What_counts_as_parallel_is_set_for_a_process_and_everything_is_looked_at_anew()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        await RecordAsync(officer, process, Body(label: "A State", from: "2024-01-01"));
        await RecordAsync(officer, process, Body(label: "Elders", from: "2024-06-01"));
        var read = (await fixture.As(fixture.Support).ReadAsync($"{process}/trackThresholds")).Is(HttpStatusCode.OK);
        Assert.Equal((90, 2), (read["windowDays"].GetValue<int>(), read["minimumTracks"].GetValue<int>()));
        Assert.Empty(await FindingsAsync(process));

        var changed = (await fixture.As(fixture.Support).PatchAsync($"{process}/trackThresholds", new { windowDays = 200 }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(200, Assert.Single(await FindingsAsync(process))["evidence"]!["windowDays"]!.GetValue<int>());
        (await fixture.As(fixture.Support).PatchAsync($"{process}/trackThresholds", new { windowDays = 100 }, read.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(fixture.Support).PatchAsync($"{process}/trackThresholds", new { windowDays = 0, minimumTracks = 1 }, changed.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(Mediator(officer.Organization!)).PatchAsync($"{process}/trackThresholds", new { windowDays = 10 }, changed.ETag)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Support).PatchAsync($"{process}/trackThresholds", new JsonObject { ["windowDays"] = null }, changed.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal("LAPSED", Text(Assert.Single(await FindingsAsync(process)), "state"));
    }

    [Fact, Rule("R48")]
    public async Task After_a_change_of_who_supports_everything_is_looked_at_anew_where_it_is_asked_for()
    {
        var process = await fixture.ProcessAsync();
        var (leader, friend) = (fixture.Officer("Leader"), fixture.Officer("Friend", "STATE"));
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await RecordAsync(leader, process, Body(label: "Elders", from: today));
        await RecordAsync(leader, process, Body(organization: friend.Organization, from: today));
        Assert.Equal("OPEN", Text(Assert.Single(await FindingsAsync(process)), "state"));
        (await fixture.As(friend).PostAsync($"{process}/supportRoles", new { role = "FRIEND", scope = "all", from = "2020-01-01" })).Is(HttpStatusCode.Created);
        Assert.Empty((await fixture.As(Mediator(leader.Organization!)).PostAsync($"{process}/parallelTracks:examine", body: null)).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Equal("LAPSED", Text(Assert.Single(await FindingsAsync(process)), "state"));
    }

    [Fact, Rule("R48")]
    public async Task A_new_support_role_is_looked_at_by_itself_once_it_is_heard_of()
    {
        var process = await fixture.ProcessAsync();
        var (name, leader, friend) = (Ground.NameOf(process), fixture.Officer("Leader"), fixture.Officer("Friend", "STATE"));
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (organization, label) in (IEnumerable<(string?, string?)>)[(leader.Organization, null), (friend.Organization, null), (null, "Elders")])
        {
            await RecordAsync(fixture.Support, process, Body(organization: organization, label: label, from: today));
        }

        Assert.Equal(("OPEN", 2), await FoundAsync());
        await fixture.Service.HearAsync(new LeadDesignated(name, [leader.Organization!], "Leader", 1, 2, DateTime.UtcNow));
        Assert.Equal(("OPEN", 2), await FoundAsync());

        var role = (await fixture.As(friend).PostAsync($"{process}/supportRoles", new { role = "FRIEND", scope = "all", from = "2020-01-01" })).Is(HttpStatusCode.Created).TextOf("name");
        await fixture.Service.HearAsync(new SupportRoleRegistered(name, role, friend.Organization!, 1, DateTime.UtcNow));
        Assert.Equal("LAPSED", (await FoundAsync()).State);

        async Task<(string State, int Tracks)> FoundAsync()
        {
            var finding = Assert.Single(await FindingsAsync(process));
            return (Text(finding, "state"), finding["evidence"]!["tracks"]!.AsArray().Count);
        }
    }

    [Fact, Rule("R48")]
    public async Task Who_is_another_track_does_not_end_the_finding_by_own_word()
    {
        var process = await fixture.ProcessAsync();
        var (leader, rival) = (fixture.Officer("Leader"), fixture.Officer("Rival"));
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await RecordAsync(leader, process, Body(label: "A State", from: today));
        var own = await RecordAsync(rival, process, Body(label: "Outsiders", from: today));
        var said = new { contact = Body(label: "Outsiders", from: today, coordinated: true), reason = "It was coordinated." };
        var corrected = (await fixture.As(rival).PostAsync($"/api/v1/{own}:correct", said)).Is(HttpStatusCode.Created).TextOf("name");
        Assert.Equal("OPEN", Text(Assert.Single(await FindingsAsync(process)), "state"));
        (await fixture.As(fixture.Support).PostAsync($"/api/v1/{corrected}:correct", said)).Is(HttpStatusCode.Created);
        Assert.Equal("LAPSED", Text(Assert.Single(await FindingsAsync(process)), "state"));
    }

    [Fact, Rule("R48"), Rule("R141")]
    public async Task A_party_is_the_same_by_its_name_an_alias_and_what_it_was_merged_with_whoever_wrote_it()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var (front, movement) = (await fixture.PartyAsync(process, "Front of the Lake"), await fixture.PartyAsync(process, "Lake Movement"));
        (await fixture.As(fixture.Support).PostAsync($"/api/v1/{movement}:merge", new { into = front, reason = "The same people." })).Is(HttpStatusCode.OK);
        await RecordAsync(officer, process, Body(party: "FRONT of the lake", label: "A State"));
        var recorded = await RecordAsync(officer, process, Body(party: "Lake movement", label: "Elders", from: "2024-03-06"));
        Assert.Equal(front, (await fixture.As(officer).ReadAsync($"/api/v1/{recorded}")).TextOf("parties.0.party"));
        var finding = Assert.Single(await FindingsAsync(process));
        Assert.Equal((front, 2), (Text(finding, "party"), finding["evidence"]!["tracks"]!.AsArray().Count));

        // Marks that nobody sees make no other third party.
        var other = await fixture.ProcessAsync();
        await RecordAsync(officer, other, Body(label: "Elders"));
        await RecordAsync(officer, other, Body(label: "Elders\u200f", from: "2024-03-06"));
        Assert.Empty(await FindingsAsync(other));
    }

    [Fact, Rule("R48"), Rule("R141")]
    public async Task What_contacts_said_before_a_party_was_entered_renamed_or_merged_is_told_of_the_one_that_stands()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var recorded = await RecordAsync(officer, process, Body(party: "Front of the Lake", label: "A State"));
        await RecordAsync(officer, process, Body(party: "Lake Movement", label: "Elders", from: "2024-03-06"));
        Assert.Empty(await FindingsAsync(process));

        var front = await fixture.PartyAsync(process, "Front of the Lake");
        Assert.Empty(await FindingsAsync(process));
        var movement = await fixture.PartyAsync(process, "Lake Movement");
        (await fixture.As(fixture.Support).PostAsync($"/api/v1/{movement}:merge", new { into = front, reason = "The same people." })).Is(HttpStatusCode.OK);
        var finding = Assert.Single(await FindingsAsync(process));
        Assert.Equal((front, "Front of the Lake", 2), (Text(finding, "party"), Text(finding, "partyLabel"), finding["evidence"]!["tracks"]!.AsArray().Count));
        Assert.Equal("Front of the Lake", (await fixture.As(officer).ReadAsync($"/api/v1/{recorded}")).TextOf("parties.0.label")); // as it was written

        var other = await fixture.ProcessAsync();
        await RecordAsync(officer, other, Body(party: "The Front", label: "A State"));
        await RecordAsync(officer, other, Body(party: "Front of the Lake", label: "Elders", from: "2024-03-06"));
        var entered = await fixture.PartyAsync(other, "Front of the Lake");
        Assert.Empty(await FindingsAsync(other));
        var read = await fixture.As(fixture.Support).ReadAsync($"/api/v1/{entered}");
        (await fixture.As(fixture.Support).PatchAsync($"/api/v1/{entered}", new { aliases = new[] { new { name = "The Front", language = "en" } }, reason = "So in the reports." }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal("OPEN", Text(Assert.Single(await FindingsAsync(other)), "state"));
    }

    [Fact, Rule("R48"), Rule("R158")]
    public async Task What_somebody_said_to_a_finding_stays_when_its_party_is_entered_and_merged()
    {
        var process = await fixture.ProcessAsync();
        var (officer, support) = (fixture.Officer("Forum"), fixture.As(fixture.Support));
        await RecordAsync(officer, process, Body(party: "Lake Movement", label: "A State"));
        await RecordAsync(officer, process, Body(party: "lake movement", label: "Elders"));
        var found = Text(Assert.Single(await FindingsAsync(process)), "name");
        (await support.PostAsync($"/api/v1/{found}:resolve", new { leadEpoch = 0, reason = "Both stopped." })).Is(HttpStatusCode.OK);

        var movement = await fixture.PartyAsync(process, "Lake Movement");
        Assert.Equal((found, movement, "RESOLVED"), Only(await FindingsAsync(process)));
        var front = await fixture.PartyAsync(process, "Front of the Lake");
        (await support.PostAsync($"/api/v1/{movement}:merge", new { into = front, reason = "The same people." })).Is(HttpStatusCode.OK);
        Assert.Equal((found, front, "RESOLVED"), Only(await FindingsAsync(process)));
        await RecordAsync(officer, process, Body(party: "Front of the Lake", label: "A monastery"));
        Assert.Equal((found, front, "OPEN"), Only(await FindingsAsync(process)));

        static (string, string, string) Only(List<JsonNode> findings) => Assert.Single(findings) is var finding ? (Text(finding, "name"), Text(finding, "party"), Text(finding, "state")) : default;
    }

    [Fact, Rule("R48"), Rule("R143")]
    public async Task Of_contacts_recorded_at_the_same_moment_none_is_missed_by_what_they_make_together()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => fixture.As(officer).PostAsync($"{process}/contacts", Body(label: $"Mediator {i}"))));
        var recorded = answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.TextOf("name")).ToHashSet();
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.IsProblem(HttpStatusCode.Conflict, "CONCURRENT_CHANGE"));
        recorded.Add(await RecordAsync(officer, process, Body(label: "One more")));
        var found = Assert.Single(await FindingsAsync(process))["evidence"]!["tracks"]!.AsArray().SelectMany(t => t!["contacts"]!.AsArray().Select(c => c!.GetValue<string>())).ToHashSet();
        Assert.Equal(recorded, found);
    }

    private async Task<string> RecordAsync(TestCaller caller, string process, object body) => (await fixture.As(caller).PostAsync($"{process}/contacts", body)).Is(HttpStatusCode.Created).TextOf("name");

    private async Task<List<JsonNode>> FindingsAsync(string process, string query = "") =>
        [.. (await fixture.As(fixture.Support).ReadAsync($"{process}/parallelTracks{query}")).Is(HttpStatusCode.OK)["items"].AsArray().Select(f => f!)];

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
