using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Designation.Engagements;
using Concord.Designation.Processes;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Engagements;

public sealed class EngagementApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly TestCaller s_head = Person(Roles.HeadOfMission);
    private readonly TestCaller _keeper = Person(Roles.LeadMediator);

    // Each role that works on processes, cleared for everything; and not in the circle.
    private static TestCaller Outside => Person([.. Roles.OfPeople.Except(Roles.OfKeepers)]);

    [Fact, Rule("R129"), Rule("R126")]
    public async Task An_engagement_is_assessed_decided_on_by_a_second_person_run_reviewed_and_closed()
    {
        var (keeper, head) = (fixture.As(_keeper), fixture.As(s_head));
        var path = await ProposedAsync(await fixture.ProcessAsync(), s_head);
        var first = (await keeper.ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("STRICTLY_CONFIDENTIAL", "PROPOSED", "NOT_READY", "HUMANITARIAN_DIALOGUE"), (first.TextOf("classification"), first.TextOf("state"), first.TextOf("readiness"), first.TextOf("suggestedKind")));
        Assert.Equal(("POLITICAL_WHILE_ATROCITIES_ARE_NEAR", "R122"), (first.TextOf("warnings.0.code"), first.TextOf("warnings.0.rule")));

        await ShowAsync(path);
        (await keeper.PostAsync($"{path}:withdrawRisk", new { risk = "TIME_FOR_ATROCITIES", reason = "None." })).IsProblem(HttpStatusCode.Conflict, "RISK_MANDATORY");
        (await keeper.PostAsync($"{path}:withdrawRisk", new { risk = "REPUTATION", reason = "Nobody minds." })).Is(HttpStatusCode.OK);
        (await keeper.PostAsync($"{path}:assessPhase", new { phase = "EMERGING", basis = "Two monitors." })).Is(HttpStatusCode.OK);
        (await keeper.PostAsync($"{path}:planGesture", new { gesture = "Water on the spears.", agreedWith = "Elders" })).Is(HttpStatusCode.OK);
        (await keeper.PostAsync($"{path}:recordGesture", new { number = 1, outcome = "Held at dawn.", heldOn = Today() })).Is(HttpStatusCode.OK);
        var before = (await head.ReadAsync(path)).ETag;
        (await head.PostAsync($"{path}:approve", new { reason = "Agreed." }, ifMatch: before)).IsProblem(HttpStatusCode.Conflict, "ENGAGEMENT_STATE_NOT_ALLOWED");
        var assessed = (await keeper.PostAsync($"{path}:assess", new { reason = "All is there." })).Is(HttpStatusCode.OK).ETag;
        (await head.PostAsync($"{path}:approve", new { reason = "Agreed." })).IsProblem((HttpStatusCode)428, "ETAG_REQUIRED");
        (await head.PostAsync($"{path}:decline", new { reason = "No." })).IsProblem((HttpStatusCode)428, "ETAG_REQUIRED");
        (await head.PostAsync($"{path}:approve", new { reason = "As I read it." }, ifMatch: before)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(_keeper with { Roles = [Roles.MediationSupport] }).PostAsync($"{path}:approve", new { reason = "By myself." }, ifMatch: assessed)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await keeper.PostAsync($"{path}:approve", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var approved = (await head.PostAsync($"{path}:approve", new { reason = "Agreed." }, ifMatch: assessed)).Is(HttpStatusCode.OK);
        Assert.Equal(("APPROVED", "READY"), (approved.TextOf("state"), approved.TextOf("readiness")));
        (await keeper.PostAsync($"{path}:advance", new { to = "ACTIVE", reason = "First meeting." })).Is(HttpStatusCode.OK);
        (await keeper.PostAsync($"{path}:review", new { finding = "As before.", reviewOn = Today(60) })).Is(HttpStatusCode.OK);
        (await keeper.PostAsync($"{path}:advance", new { to = "SUSPENDED", reason = "Trenches." })).Is(HttpStatusCode.OK);
        var stale = (await keeper.ReadAsync(path)).ETag;
        (await keeper.PatchAsync(path, new { purpose = "Open two wells." }, null)).IsProblem((HttpStatusCode)428, "ETAG_REQUIRED");
        var edited = (await keeper.PatchAsync(path, new { purpose = "Open two wells." }, stale)).Is(HttpStatusCode.OK);
        Assert.Equal(("PROPOSED", "Open two wells.", "Open the wells."), (edited.TextOf("state"), edited.TextOf("terms.purpose"), edited.TextOf("earlierTerms.0.terms.purpose")));
        (await keeper.PostAsync($"{path}:advance", new { to = "CLOSED", reason = "Over." }, ifMatch: stale)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await keeper.PostAsync($"{path}:advance", new { to = "CLOSED", reason = "Over." })).Is(HttpStatusCode.OK);
        var last = await head.ReadAsync(path);
        Assert.Equal(["PROPOSED", "ASSESSED", "APPROVED", "ACTIVE", "ACTIVE", "SUSPENDED", "PROPOSED", "CLOSED"], last["steps"].AsArray().Select(s => (string?)s!["to"]));
        Assert.True(JsonNode.DeepEquals(last.Body, Assert.Single(await head.ReadAllAsync(path[..path.LastIndexOf('/')]))));
    }

    [Fact, Rule("R128")]
    public async Task Approval_is_blocked_until_the_law_of_each_jurisdiction_is_checked_and_everything_is_shown()
    {
        var path = await ProposedAsync(await fixture.ProcessAsync(), s_head);
        await ShowAsync(path, law: false);
        var assessed = (await fixture.As(_keeper).PostAsync($"{path}:assess", new { reason = "But the law." })).Is(HttpStatusCode.OK).ETag;
        var refused = (await fixture.As(s_head).PostAsync($"{path}:approve", new { reason = "Agreed." }, ifMatch: assessed)).IsProblem(HttpStatusCode.Conflict, "LEGAL_CHECK_MISSING");
        Assert.Equal("KEN", refused.TextOf("metadata.jurisdictions"));
        (await fixture.As(_keeper).PostAsync($"{path}:recordLegalCheck", Law("Act 12"))).Is(HttpStatusCode.OK);
        (await fixture.As(_keeper).PostAsync($"{path}:recordFinding", new { topic = "OWN_ROLE", finding = "Not yet.", shown = false })).Is(HttpStatusCode.OK);
        assessed = (await fixture.As(_keeper).PostAsync($"{path}:assess", new { reason = "With the law." })).Is(HttpStatusCode.OK).ETag;
        refused = (await fixture.As(s_head).PostAsync($"{path}:approve", new { reason = "Agreed." }, ifMatch: assessed)).IsProblem(HttpStatusCode.Conflict, "ENGAGEMENT_NOT_READY");
        Assert.Equal("OWN_ROLE", refused.TextOf("metadata.missing"));
        Assert.Equal("DECLINED", (await fixture.As(s_head).PostAsync($"{path}:decline", new { reason = "Not ready." }, ifMatch: assessed)).Is(HttpStatusCode.OK).TextOf("state"));
    }

    [Theory, Rule("R127")]
    [InlineData("CONFIDENTIAL")]
    [InlineData("UNCLASSIFIED")]
    [InlineData("STRICTLY_CONFIDENTIAL")]
    public async Task Nobody_outside_the_circle_learns_that_there_is_an_engagement(string classification)
    {
        var (process, secret) = (await fixture.ProcessAsync(classification), $"canary{Guid.NewGuid():N}");
        var (name, outsider) = (process["/api/v1/".Length..], Outside);
        fixture.Service.Name(outsider, name);
        fixture.Service.Name(_keeper, name);
        var outside = fixture.As(outsider);
        var before = await EverythingAsync(outside, process);
        var path = await ProposedAsync(process, s_head, secret);
        await ShowAsync(path, secret: secret);
        (await fixture.As(_keeper).PostAsync($"{path}:assess", new { reason = secret })).Is(HttpStatusCode.OK);
        (await fixture.As(_keeper).ReadAsync(path)).Is(HttpStatusCode.OK);

        Assert.Equal(before, await EverythingAsync(outside, process)); // not a letter more, not a version more
        Assert.Empty((await outside.ReadAsync($"{process}/engagements")).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Empty((await outside.ReadAsync($"{process}/engagements?overdue=true")).Is(HttpStatusCode.OK)["items"].AsArray());
        var unknown = $"{process}/engagements/{Guid.NewGuid()}";
        foreach (var (act, body) in Acts())
        {
            var (real, none) = (await outside.PostAsync($"{path}:{act}", body), await outside.PostAsync($"{unknown}:{act}", body));
            real.IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Equal(none["title"].ToJsonString(), real["title"].ToJsonString());
            Assert.Equal(none.TextOf("detail").Replace(unknown[^36..], "-", StringComparison.Ordinal), real.TextOf("detail").Replace(path[^36..], "-", StringComparison.Ordinal));
        }

        (await outside.ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await outside.PatchAsync(path, new { purpose = "x" }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await outside.ReadAsync("/api/v1/audit/designation/entries")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");

        // Neither a fact nor the audit chain holds a word of it, nor who takes part, nor who is named.
        Assert.Equal(0, await fixture.InStoreAsync(db => db.Outbox.CountAsync(m => m.Data.Contains(secret) || m.Data.Contains("engagements/"))));
        var entries = await fixture.InStoreAsync(db => db.AuditEntries.AsNoTracking().ToListAsync());
        var about = entries.Where(e => e.Content.Contains(path[^36..], StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(about);
        foreach (var word in (string[])[secret, s_head.Subject["accounts/".Length..], "HUMANITARIAN", "POLITICAL", "ASSESSED", "KEN"])
        {
            Assert.DoesNotContain(about, e => e.Content.Contains(word, StringComparison.Ordinal));
        }
    }

    [Fact, Rule("R127")]
    public async Task The_circle_counts_only_with_clearance_now_in_the_own_name_and_beside_the_compartment()
    {
        var process = await fixture.ProcessAsync();
        var path = await ProposedAsync(process, s_head);
        foreach (var caller in (TestCaller[])[s_head with { Clearance = Classification.Confidential }, s_head with { ActsFor = $"accounts/{Guid.NewGuid()}" }])
        {
            (await fixture.As(caller).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Empty((await fixture.As(caller).ReadAsync($"{process}/engagements")).Is(HttpStatusCode.OK)["items"].AsArray());
            (await fixture.As(caller).PostAsync($"{process}/engagements", Body("x"))).IsProblem(HttpStatusCode.Forbidden, "NOT_FOR_THE_CIRCLE");
        }

        (await fixture.As(s_head).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/engagements")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");

        var support = fixture.As(fixture.Support);
        (await support.PatchAsync(process, new { classification = "STRICTLY_CONFIDENTIAL" }, (await support.ReadAsync(process)).ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(_keeper).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // who proposed it is not named in the compartment
        fixture.Service.Name(_keeper, process["/api/v1/".Length..]);
        (await fixture.As(_keeper).ReadAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R127")]
    public async Task Who_is_out_of_the_circle_finds_nothing_more_also_not_by_sending_a_request_again()
    {
        var process = await fixture.ProcessAsync();
        var path = await ProposedAsync(process, s_head);
        var (key, finding) = (Guid.NewGuid().ToString(), new { finding = "As before.", reviewOn = Today(30) });
        (await fixture.As(s_head).PostAsync($"{path}:review", finding, key)).Is(HttpStatusCode.OK);
        (await fixture.As(s_head).PostAsync($"{path}:review", finding, key)).Is(HttpStatusCode.OK); // kept for a retry
        (await fixture.As(_keeper).PostAsync($"{path}:removeFromCircle", new { account = s_head.Subject, reason = "Has left." })).Is(HttpStatusCode.OK);
        var again = await fixture.As(s_head).PostAsync($"{path}:review", finding, key);
        Assert.Equal("ANSWER_NOT_KEPT", again.TextOf("reason"));
        (await fixture.As(s_head).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await fixture.As(s_head).ReadAllAsync($"{process}/engagements"));
        var left = await fixture.As(_keeper).ReadAsync(path);
        Assert.Equal((s_head.Subject, "Has left."), (left.TextOf("circle.1.account"), left.TextOf("circle.1.endReason")));
        (await fixture.As(_keeper).PostAsync($"{path}:removeFromCircle", new { account = _keeper.Subject, reason = "All leave." })).IsProblem(HttpStatusCode.Conflict, "LAST_IN_CIRCLE");
    }

    [Fact, Rule("R129")]
    public async Task Active_talks_past_their_review_are_found_by_their_circle()
    {
        var process = await fixture.ProcessAsync();
        var id = await fixture.InStoreAsync(async db =>
        {
            var of = new ProcessId(Guid.Parse(process[^36..]));
            var (found, past, caller) = (await db.Processes.SingleAsync(p => p.Id == of), DateTime.UtcNow.AddDays(-100), new Caller(_keeper.Subject, "Keeper", null, new HashSet<string>(), Classification.StrictlyConfidential));
            var talks = Engagement.Propose(EngagementId.New(), found, Talks.Terms() with { Label = null }, Talks.Phase(RiskPhase.Imminent), DateOnly.FromDateTime(past).AddDays(90), caller, past);
            talks.Show(law: false);
            talks.Record(Talks.Law("KEN"), Talks.Keeper, DateTime.UtcNow);
            talks.Assess("All is there.", Talks.Keeper, past);
            talks.Approve(found, "Agreed.", Talks.Second, past);
            talks.Advance(found, EngagementState.Active, "Begun.", Talks.Keeper, past);
            db.Add(talks);
            await db.SaveChangesAsync();
            return talks.Id;
        });
        var late = Assert.Single(await fixture.As(_keeper).ReadAllAsync($"{process}/engagements?overdue=true"));
        Assert.EndsWith(id.ToString(), (string)late["name"]!);
        Assert.Equal("REVIEW_OVERDUE", (string?)late["warnings"]![0]!["code"]);
        (await fixture.As(_keeper).PostAsync($"/api/v1/{(string)late["name"]!}:advance", new { to = "SUSPENDED", reason = "Nobody looked." })).Is(HttpStatusCode.OK);
        (await fixture.As(_keeper).PostAsync($"/api/v1/{(string)late["name"]!}:advance", new { to = "ACTIVE", reason = "On." })).IsProblem(HttpStatusCode.Conflict, "REVIEW_OVERDUE");
        (await fixture.As(_keeper).PostAsync($"/api/v1/{(string)late["name"]!}:review", new { finding = "Goes on.", reviewOn = Today(30) })).Is(HttpStatusCode.OK);
        Assert.Empty(await fixture.As(_keeper).ReadAllAsync($"{process}/engagements?overdue=true"));
    }

    [Theory]
    [InlineData("group", "{\"engagement\":{\"group\":\" \"}}")]
    [InlineData("kind", "{\"engagement\":{}}")]
    [InlineData("participants", "{\"engagement\":{\"participants\":[]}}")]
    [InlineData("participants[0].jurisdiction", "{\"engagement\":{\"participants\":[{\"who\":\"x\",\"jurisdiction\":\"Kenya\"}]}}")]
    [InlineData("label.by", "{\"engagement\":{\"label\":{\"text\":\"x\"}}}")]
    [InlineData("timing.why", "{\"engagement\":{\"participants\":[null]}}")]
    public async Task What_is_wrong_with_a_proposal_is_named(string field, string body)
    {
        var refused = (await fixture.As(_keeper).PostAsync($"{await fixture.ProcessAsync()}/engagements", body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.True(refused["errors"].AsObject().ContainsKey($"engagement.{field}"), refused.Text);
    }

    private static TestCaller Person(params string[] roles) => TestCaller.Person($"organizations/{Guid.NewGuid()}", roles) with { Clearance = Classification.StrictlyConfidential };

    private static string Today(int days = 0) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    internal static object Body(string word) => new
    {
        engagement = new
        {
            group = $"The column {word}",
            label = new { text = $"violent extremist {word}", by = $"The council {word}", on = Today(-3) },
            kind = "POLITICAL_DIALOGUE",
            purpose = "Open the wells.",
            timing = new { why = $"Before the rains {word}", widespreadViolence = false },
            participants = new[] { new { who = $"The elder {word}", jurisdiction = "KEN" } },
        },
        phase = new { phase = "IMMINENT", basis = $"Monitors {word}" },
        reviewOn = Today(90),
    };

    /// <summary>Proposed by the keeper, who names one more.</summary>
    private async Task<string> ProposedAsync(string process, TestCaller named, string word = "of the north")
    {
        var path = (await fixture.As(_keeper).PostAsync($"{process}/engagements", Body(word))).Is(HttpStatusCode.Created).Location!.ToString();
        (await fixture.As(_keeper).PostAsync($"{path}:addToCircle", new { account = named.Subject, why = word })).Is(HttpStatusCode.OK);
        return path;
    }

    private async Task ShowAsync(string path, bool law = true, string secret = "Shown.")
    {
        var keeper = fixture.As(_keeper);
        foreach (var topic in (string[])["TRUST_BUILDING", "ACTOR_MAPPING", "OWN_ROLE", "PREPAREDNESS"])
        {
            (await keeper.PostAsync($"{path}:recordFinding", new { topic, finding = secret, shown = true })).Is(HttpStatusCode.OK);
        }

        foreach (var risk in (string[])["TIME_FOR_ATROCITIES", "LEGITIMISATION", "SAFETY", "REPUTATION"])
        {
            (await keeper.PostAsync($"{path}:assessRisk", new { risk, description = secret, mitigation = secret, stopCondition = secret })).Is(HttpStatusCode.OK);
        }

        if (law)
        {
            (await keeper.PostAsync($"{path}:recordLegalCheck", Law(secret))).Is(HttpStatusCode.OK);
        }
    }

    private static object Law(string text) => new { jurisdiction = "KEN", sanctions = "NO_OBSTACLE", counterTerrorism = "NO_OBSTACLE", explanation = text, checkedBy = text, checkedOn = Today(), source = text };

    private static async Task<string> EverythingAsync(HttpClient outside, string process)
    {
        var texts = new List<string>();
        foreach (var path in (string[])[process, $"{process}/claims", $"{process}/lead", $"{process}/leadHistory", $"{process}/stateHistory", $"{process}/supportRoles", $"{process}/personHistory", $"{process}/engagements", "/api/v1/approvals/designation"])
        {
            texts.Add((await outside.ReadAsync(path)).Is(HttpStatusCode.OK).Text);
        }

        return string.Join('\n', texts);
    }

    private static IEnumerable<(string Act, object Body)> Acts() =>
    [
        ("assessPhase", new { phase = "REMOTE", basis = "x" }), ("recordFinding", new { topic = "OWN_ROLE", finding = "x", shown = true }),
        ("assessRisk", new { risk = "SAFETY", description = "x", mitigation = "x", stopCondition = "x" }), ("withdrawRisk", new { risk = "SAFETY", reason = "x" }),
        ("recordLegalCheck", new { jurisdiction = "KEN" }), ("planGesture", new { gesture = "x", agreedWith = "x" }), ("recordGesture", new { number = 1, outcome = "x", heldOn = Today() }),
        ("assess", new { reason = "x" }), ("approve", new { reason = "x" }), ("decline", new { reason = "x" }), ("advance", new { to = "CLOSED", reason = "x" }), ("review", new { finding = "x", reviewOn = Today(9) }),
        ("addToCircle", new { account = $"accounts/{Guid.NewGuid()}", why = "x" }), ("removeFromCircle", new { account = $"accounts/{Guid.NewGuid()}", reason = "x" }),
    ];
}
