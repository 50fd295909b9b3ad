using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.Friends;
using Concord.Partners.V1;
using Concord.Support;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests.Friends;

public sealed class FriendApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R37"), Rule("R38"), Rule("R39")]
    public async Task The_mediator_chooses_a_friend_gives_it_functions_and_says_why_by_criterion()
    {
        var (process, mediator) = await LedAsync();
        var state = State("Coastal State");
        await fixture.Service.HearAsync(new OrganizationRegistered(state, "Coastal State", "CS", "State", 1, DateTime.UtcNow));
        var friend = (await fixture.As(mediator).PostAsync($"{process}/friends", new
        {
            leadEpoch = 1,
            organization = state,
            functions = new[] { "HOSTS_ROUNDS", "IDEAS" },
            criteria = new[] { new { criterion = "TRUSTED_BY_THE_PARTIES", text = "Both shores sent their sick there." }, new { criterion = "STAYS_THE_COURSE", text = "It has hosted for ten years." } },
        })).Is(HttpStatusCode.Created);
        Assert.Equal((state, "Coastal State", mediator.Subject), (friend.TextOf("organization"), friend.TextOf("organizationDisplayName"), friend.TextOf("chosenBy.account")));
        Assert.Empty(friend["warnings"].AsArray());
        var path = friend.Location!.ToString();

        (await fixture.As(mediator).PostAsync($"{path}:giveFunction", new { leadEpoch = 1, function = "ATTENDS_SIGNING" }, ifMatch: friend.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(mediator).PostAsync($"{path}:giveFunction", new { leadEpoch = 1, function = "IDEAS" }, ifMatch: friend.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(mediator).PostAsync($"{path}:giveFunction", new { leadEpoch = 1, function = "IDEAS" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(mediator).PostAsync($"{path}:endFunction", new { leadEpoch = 1, function = "IDEAS", reason = "others do" })).Is(HttpStatusCode.OK);
        (await fixture.As(mediator).PostAsync($"{path}:endFunction", new { leadEpoch = 1, function = "IDEAS", reason = "again" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(mediator).PostAsync($"{path}:giveFunction", new { leadEpoch = 1, function = "IDEAS" })).Is(HttpStatusCode.OK);

        var read = (await fixture.As(fixture.Analyst).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(["HOSTS_ROUNDS -", "IDEAS others do", "ATTENDS_SIGNING -", "IDEAS -"],
            read["functions"].AsArray().Select(f => $"{f!["function"]!.GetValue<string>()} {f["endReason"]?.GetValue<string>() ?? "-"}"));
        var notes = (await fixture.As(mediator).ReadAsync($"{path}/notes")).Is(HttpStatusCode.OK);
        Assert.Equal(["CRITERION TRUSTED_BY_THE_PARTIES", "CRITERION STAYS_THE_COURSE"], notes["items"].AsArray().Select(n => $"{n!["kind"]} {n["criterion"]}").Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain("score", notes.Text + read.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Rule("R37")]
    public async Task More_than_six_warn_and_more_than_nine_need_a_reason()
    {
        var (process, mediator) = await LedAsync();
        for (var i = 1; i <= 9; i++)
        {
            var added = (await AddAsync(mediator, process, State($"State {i}"))).Is(HttpStatusCode.Created);
            Assert.Equal(i > 6 ? 1 : 0, added["warnings"].AsArray().Count);
        }

        var refused = (await AddAsync(mediator, process, State("Tenth"))).IsProblem(HttpStatusCode.Conflict, "FRIENDS_TOO_MANY");
        Assert.Equal(("R37", "9"), (refused.TextOf("rule"), refused.TextOf("metadata.limit")));
        var tenth = (await AddAsync(mediator, process, State("Tenth"), "Both blocs want their neighbour.")).Is(HttpStatusCode.Created);
        Assert.Equal(("FRIENDS_MANY", "R37", "Both blocs want their neighbour."), (tenth.TextOf("warnings.0.code"), tenth.TextOf("warnings.0.rule"), tenth.TextOf("exceptionReason")));
        var list = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/friends?pageSize=4")).Is(HttpStatusCode.OK);
        Assert.Equal((4, "FRIENDS_MANY"), (list["items"].AsArray().Count, list.TextOf("warnings.0.code")));
        Assert.Equal(10, (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/friends?pageSize=4")).Count);
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/friends?pageSize=4&on={Today():O}&pageToken={list.TextOf("nextPageToken")}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R37")]
    public async Task Both_limits_are_settings()
    {
        await using var strict = await fixture.ReplicaAsync(b => (b.Configuration["Designation:FriendsWarnAbove"], b.Configuration["Designation:FriendsStopAbove"]) = ("1", "2"));
        var (process, mediator) = await LedAsync();
        var client = strict.As(mediator);
        int[] warnings = [0, 1];
        foreach (var expected in warnings)
        {
            Assert.Equal(expected, (await client.PostAsync($"{process}/friends", new { leadEpoch = 1, organization = State("One") })).Is(HttpStatusCode.Created)["warnings"].AsArray().Count);
        }

        (await client.PostAsync($"{process}/friends", new { leadEpoch = 1, organization = State("Three") })).IsProblem(HttpStatusCode.Conflict, "FRIENDS_TOO_MANY");
    }

    [Fact, Rule("R37"), Rule("R143")]
    public async Task Of_eight_friends_chosen_at_two_instances_for_the_last_place_one_is_admitted()
    {
        await using var other = await fixture.ReplicaAsync();
        var (process, mediator) = await LedAsync();
        for (var i = 1; i < 9; i++)
        {
            (await AddAsync(mediator, process, State($"State {i}"))).Is(HttpStatusCode.Created);
        }

        HttpClient[] instances = [fixture.As(mediator), other.As(mediator)];
        var states = Enumerable.Range(0, 8).Select(i => State($"Late {i}")).ToList();
        var answers = await Task.WhenAll(states.Select((s, i) => Task.Run(() => instances[i % 2].PostAsync($"{process}/friends", new { leadEpoch = 1, organization = s }))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Contains(a.Is(HttpStatusCode.Conflict).TextOf("reason"), (string[])["FRIENDS_TOO_MANY", "CONCURRENT_CHANGE"]));
        Assert.Equal(9, (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/friends")).Count);
    }

    [Fact, Rule("R37"), Rule("R143")]
    public async Task Who_led_before_is_refused_in_every_act_with_who_leads_now()
    {
        var (process, mediator) = await LedAsync();
        var friend = (await AddAsync(mediator, process, State("Kept"))).Is(HttpStatusCode.Created).Location!.ToString();
        var note = (await fixture.As(mediator).PostAsync($"{friend}/notes", new { leadEpoch = 1, text = "Hosted well." })).Is(HttpStatusCode.Created).TextOf("name");
        await HandOverAsync(process, 1, fixture.Neighbours.Organization("The Successor"));

        foreach (var (path, body) in ActsOf(process, friend, note, 1))
        {
            var refused = (await fixture.As(mediator).PostAsync(path, body)).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
            Assert.Equal("The Successor", refused.TextOf("metadata.holder"));
        }

        foreach (var (path, body) in ActsOf(process, friend, note, 2))
        {
            (await fixture.As(mediator).PostAsync(path, body)).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_LEAD");
        }

        (await fixture.As(mediator).PostAsync($"{friend}:rotateOut", new { reason = "no epoch" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Single((await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/friends")));
    }

    [Fact, Rule("R37"), Rule("R143")]
    public async Task A_hand_over_at_another_instance_between_read_and_act_is_noticed_and_nothing_is_written()
    {
        var (process, mediator) = await LedAsync();
        var successor = fixture.Neighbours.Organization("The Quick");
        await using var slow = await fixture.ReplicaAsync(b => b.Services.AddSingleton<PartnersService.PartnersServiceClient>(new Meanwhile(() => HandOverAsync(process, 1, successor))));
        var refused = (await slow.As(mediator).PostAsync($"{process}/friends", new { leadEpoch = 1, organization = State("Too late"), functions = new[] { "IDEAS" } }))
            .IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        Assert.Equal(("The Quick", "2"), (refused.TextOf("metadata.holder"), refused.TextOf("metadata.leadEpoch")));
        Assert.Empty(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/friends"));
    }

    [Fact, Rule("R37")]
    public async Task Who_was_a_friend_on_a_day_is_answered_after_it_was_rotated_out()
    {
        var (process, mediator) = await LedAsync();
        var early = State("Early");
        var first = (await AddAsync(mediator, process, early)).Is(HttpStatusCode.Created);
        var path = first.Location!.ToString();
        (await fixture.As(mediator).PostAsync($"{path}:rotateOut", new { leadEpoch = 1, reason = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(mediator).PostAsync($"{path}:rotateOut", new { leadEpoch = 1, reason = "Makes room for the north." })).Is(HttpStatusCode.OK);
        (await fixture.As(mediator).PostAsync($"{path}:rotateOut", new { leadEpoch = 1, reason = "twice" })).IsProblem(HttpStatusCode.Conflict, "FRIEND_ENDED");
        await MovedBackAsync(path, 10, 5);
        (await AddAsync(mediator, process, early)).Is(HttpStatusCode.Created); // again, as a record of its own

        Assert.Empty(await OnAsync(-11));
        Assert.Equal("Makes room for the north.", Assert.Single(await OnAsync(-10))["endReason"]!.GetValue<string>());
        Assert.Single(await OnAsync(-5)); // its last day
        Assert.Empty(await OnAsync(-4));
        Assert.Null(Assert.Single(await OnAsync(0))["endTime"]);
        Assert.Equal(2, (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/friends")).Count);
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/friends?on={Today().AddDays(1):O}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        Task<IReadOnlyList<System.Text.Json.Nodes.JsonObject>> OnAsync(int days) => fixture.As(fixture.Analyst).ReadAllAsync($"{process}/friends?on={Today().AddDays(days):O}");
    }

    [Fact, Rule("R37")]
    public async Task Only_a_registered_organization_that_does_not_lead_is_chosen_and_once()
    {
        var (process, mediator) = await LedAsync();
        var state = State("Once");
        (await AddAsync(mediator, process, state)).Is(HttpStatusCode.Created);
        (await AddAsync(mediator, process, state)).IsProblem(HttpStatusCode.Conflict, "FRIEND_ALREADY");
        (await AddAsync(mediator, process, mediator.Organization!)).IsProblem(HttpStatusCode.Conflict, "FRIEND_LEADS");
        (await AddAsync(mediator, process, $"organizations/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        object[] wrong =
        [
            new { leadEpoch = 1 }, new { leadEpoch = 1, organization = state, functions = new[] { "IDEAS", "IDEAS" } },
            new { leadEpoch = 1, organization = state, criteria = new object[] { new { criterion = "CREATIVITY" } } },
            new { leadEpoch = 1, organization = state, criteria = new object[] { new { criterion = "CREATIVITY", text = "a" }, new { criterion = "CREATIVITY", text = "b" } } },
        ];
        foreach (var body in wrong)
        {
            (await fixture.As(mediator).PostAsync($"{process}/friends", body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        (await fixture.As(fixture.Support).PostAsync($"{process}/friends", new { leadEpoch = 1, organization = state })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(mediator).ReadAsync($"{process}/friends/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(mediator with { Clearance = Classification.Unclassified }).ReadAsync($"{process}/friends")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R158"), Rule("R38")]
    public async Task What_is_noted_is_for_those_who_work_with_the_mediator_and_for_the_organization_which_replies()
    {
        var (process, mediator) = await LedAsync();
        var officer = fixture.Officer("Noted State", "STATE");
        var friend = (await AddAsync(mediator, process, officer.Organization!)).Is(HttpStatusCode.Created).Location!.ToString();
        var note = (await fixture.As(mediator).PostAsync($"{friend}/notes", new { leadEpoch = 1, text = "It spoke for one side only." })).Is(HttpStatusCode.Created);
        Assert.Equal(("PERFORMANCE", mediator.Subject), (note.TextOf("kind"), note.TextOf("by.account")));
        var path = $"/api/v1/{note.TextOf("name")}";

        Assert.Empty((await fixture.As(fixture.Officer("Another State", "STATE")).ReadAsync($"{friend}/notes")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await fixture.As(fixture.Analyst with { Organization = officer.Organization }).ReadAsync($"{friend}/notes")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");

        (await fixture.As(fixture.Officer("Another State", "STATE")).PostAsync($"{path}:reply", new { text = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(officer).PostAsync($"{path}:reply", new { text = " " })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var reply = (await fixture.As(officer).PostAsync($"{path}:reply", new { text = "We spoke for both; the minutes show it." })).Is(HttpStatusCode.Created);
        (await fixture.As(officer).PostAsync($"/api/v1/{reply.TextOf("name")}:reply", new { text = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(mediator).PostAsync($"/api/v1/{reply.TextOf("name")}:withdraw", new { leadEpoch = 1, reason = "unwelcome" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(mediator).PostAsync($"{path}:withdraw", new { leadEpoch = 1, reason = "The minutes show it." }, ifMatch: note.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(mediator).PostAsync($"{path}:withdraw", new { leadEpoch = 1, reason = "again" })).IsProblem(HttpStatusCode.Conflict, "NOTE_WITHDRAWN");
        foreach (var reader in (TestCaller[])[mediator, officer, fixture.Support, fixture.Proposer])
        {
            var read = (await fixture.As(reader).ReadAsync($"{friend}/notes")).Is(HttpStatusCode.OK);
            Assert.Equal(("It spoke for one side only.", "The minutes show it.", note.TextOf("name")), (read.TextOf("items.0.text"), read.TextOf("items.0.withdrawReason"), read.TextOf("items.1.repliesTo")));
        }

        var auditor = fixture.As(TestCaller.Person(fixture.Support.Organization!, Roles.Auditor) with { Clearance = Classification.StrictlyConfidential });
        var chain = (await auditor.ReadAsync($"/api/v1/audit/designation/entries?resource={process["/api/v1/".Length..]}&pageSize=500")).Is(HttpStatusCode.OK);
        Assert.Contains("designation.friends.keep", chain.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("one side only", chain.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The minutes show it.", chain.Text, StringComparison.Ordinal);
        (await fixture.As(mediator).PostAsync($"{friend}/notes/{Guid.NewGuid()}:withdraw", new { leadEpoch = 1, reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R37")]
    public async Task Nobody_stays_a_friend_against_its_will_and_one_that_left_the_platform_is_under_review()
    {
        var (process, mediator) = await LedAsync();
        var officer = fixture.Officer("Unwilling", "STATE");
        var friend = (await AddAsync(mediator, process, officer.Organization!)).Is(HttpStatusCode.Created).Location!.ToString();
        await fixture.Service.HearAsync(new OrganizationLeft(officer.Organization!, "Merged.", 2, DateTime.UtcNow));
        Assert.Equal("ORGANIZATION_LEFT", (await fixture.As(fixture.Analyst).ReadAsync(friend)).TextOf("underReview.cause"));
        (await fixture.As(fixture.Officer("Other")).PostAsync($"{friend}:leave", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        var left = (await fixture.As(officer).PostAsync($"{friend}:leave", new { reason = "We were not asked." })).Is(HttpStatusCode.OK);
        Assert.Equal(("We were not asked.", officer.Subject), (left.TextOf("endReason"), left.TextOf("endedBy.account")));
        Assert.Null(left.Find("underReview"));
        (await fixture.As(mediator).PostAsync($"{friend}:giveFunction", new { leadEpoch = 1, function = "IDEAS" })).IsProblem(HttpStatusCode.Conflict, "FRIEND_ENDED");
    }

    private static DateOnly Today() => DateOnly.FromDateTime(DateTime.UtcNow);

    private static IEnumerable<(string Path, object Body)> ActsOf(string process, string friend, string note, long leadEpoch) =>
    [
        ($"{process}/friends", new { leadEpoch, organization = $"organizations/{Guid.NewGuid()}" }),
        ($"{friend}:giveFunction", new { leadEpoch, function = "IDEAS" }),
        ($"{friend}:endFunction", new { leadEpoch, function = "IDEAS", reason = "x" }),
        ($"{friend}:rotateOut", new { leadEpoch, reason = "x" }),
        ($"{friend}/notes", new { leadEpoch, text = "x" }),
        ($"/api/v1/{note}:withdraw", new { leadEpoch, reason = "x" }),
    ];

    private string State(string displayName) => fixture.Neighbours.Organization(displayName, "STATE");

    private async Task<(string Process, TestCaller Mediator)> LedAsync()
    {
        var process = await fixture.ProcessAsync();
        var organization = fixture.Neighbours.Organization("The Leader");
        await fixture.DesignateAsync(process, 0, organization);
        return (process, TestCaller.Person(organization, Roles.LeadMediator));
    }

    private Task<ApiAnswer> AddAsync(TestCaller mediator, string process, string organization, string? exceptionReason = null) =>
        fixture.As(mediator).PostAsync($"{process}/friends", new { leadEpoch = 1, organization, exceptionReason });

    private async Task HandOverAsync(string process, long epoch, string organization) =>
        (await fixture.As(fixture.Approver).PostAsync($"{await fixture.ProposeHandOverAsync(process, epoch, organization)}:approve", body: null)).Is(HttpStatusCode.OK);

    /// <summary>As if it had been chosen and rotated out these many days ago.</summary>
    private Task MovedBackAsync(string friend, int chosen, int ended) => fixture.InStoreAsync(async db =>
    {
        var id = new FriendId(Guid.Parse(friend.Split('/')[^1]));
        var found = await db.Friends.SingleAsync(f => f.Id == id);
        db.Entry(found).Property(f => f.CreateTime).CurrentValue = Today().AddDays(-chosen).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        db.Entry(found).Property(f => f.EndTime).CurrentValue = Today().AddDays(-ended).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        return await db.SaveChangesAsync();
    });

    /// <summary>Stands in for partners; something happens while it is asked.</summary>
    private sealed class Meanwhile(Func<Task> happens) : PartnersService.PartnersServiceClient
    {
        public override AsyncUnaryCall<GetOrganizationResponse> GetOrganizationAsync(
            GetOrganizationRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => new(
            AnswerAsync(request.Name), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

        private async Task<GetOrganizationResponse> AnswerAsync(string name)
        {
            await happens();
            return new GetOrganizationResponse { Name = name, DisplayName = "Answered", Kind = "STATE" };
        }
    }
}
