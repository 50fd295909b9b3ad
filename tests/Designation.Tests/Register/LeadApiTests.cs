using System.Net;
using System.Globalization;
using Concord.Contracts.Events;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Register;

public sealed class LeadApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R28"), Rule("R143")]
    public async Task Of_sixteen_competing_approvals_at_once_one_wins_and_the_rest_are_told_who_holds_the_lead()
    {
        for (var round = 0; round < 3; round++)
        {
            var process = await fixture.ProcessAsync();
            var proposals = new List<string>();
            for (var i = 0; i < 16; i++)
            {
                proposals.Add(await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization($"Rival {i}")));
            }

            var client = fixture.As(fixture.Approver);
            using var gun = new Barrier(16);
            var answers = await Task.WhenAll(proposals.Select(p => Task.Factory.StartNew(() =>
            {
                gun.SignalAndWait();
                return client.PostAsync($"{p}:approve", body: null);
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            var holder = (await fixture.LeadAsync(process)).TextOf("lead.displayName");
            foreach (var loser in answers.Where(a => a.Status != HttpStatusCode.OK))
            {
                loser.IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
                Assert.Equal(("R143", holder, "1"), (loser.TextOf("rule"), loser.TextOf("metadata.holder"), loser.TextOf("metadata.leadEpoch")));
            }

            var history = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/leadHistory"))["items"].AsArray();
            Assert.Single(history);
            var name = process["/api/v1/".Length..];
            await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Count(e => e.Type == LeadDesignated.Type && e.Subject == name) == 1), "one fact is sent");
        }
    }

    [Fact, Rule("R28")]
    public async Task The_database_itself_refuses_a_second_open_designation()
    {
        var process = await fixture.ProcessAsync();
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("First"));
        var id = new ProcessId(Guid.Parse(process.Split('/')[^1]));

        var refusal = await Assert.ThrowsAsync<DomainException>(() => fixture.InStoreAsync(async db =>
        {
            // Behind the register's back: a row made by a process read from nowhere near the store.
            var row = await db.LeadDesignations.AsNoTracking().SingleAsync(d => d.Process == id);
            var forged = await db.Processes.AsNoTracking().SingleAsync(p => p.Id == id);
            db.Add(new LeadDesignation(forged, row.Terms, 99, row.StartTime.AddDays(1), row.ProposedBy, row.ApprovedBy, row.CreateTime));
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(DesignationReasons.LeadAlreadyHeld, refusal.Reason);
    }

    [Fact, Rule("R49")]
    public async Task The_history_has_neither_gap_nor_overlap_and_answers_for_every_boundary()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Holder 0"));
        await fixture.AdvanceAsync(process, "SUBSTANTIVE_TALKS");
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            var proposal = await fixture.ProposeHandOverAsync(process, epoch, fixture.Neighbours.Organization($"Holder {epoch}"));
            (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).Is(HttpStatusCode.OK);
        }

        var first = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/leadHistory?pageSize=3")).Is(HttpStatusCode.OK);
        var second = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/leadHistory?pageSize=3&pageToken={first.TextOf("nextPageToken")}")).Is(HttpStatusCode.OK);
        var history = first["items"].AsArray().Concat(second["items"].AsArray()).ToList();
        Assert.Equal(4, history.Count);
        Assert.Null(second.Find("nextPageToken"));
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(i + 1, history[i]!["epoch"]!.GetValue<long>());
            Assert.Equal(i == 3 ? null : history[i + 1]!["startTime"]!.GetValue<string>(), history[i]!["endTime"]?.GetValue<string>());
            var start = DateTime.Parse(history[i]!["startTime"]!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            Assert.Equal($"Holder {i}", (await AtAsync(start)).TextOf("lead.displayName"));
            Assert.Equal(i == 0 ? null : $"Holder {i - 1}", (await AtAsync(start.AddMicroseconds(-1))).Find("lead.displayName")?.GetValue<string>());
        }

        (await fixture.LeadAsync(process, "?at=2999-01-01T00:00:00Z")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.LeadAsync(process, "?at=yesterday")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var name = process["/api/v1/".Length..];
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Count(e => e.Type == LeadEnded.Type && e.Subject == name) == 3), "each end is sent");

        Task<ApiAnswer> AtAsync(DateTime at) => fixture.LeadAsync(process, $"?at={at:yyyy-MM-ddTHH:mm:ss.ffffff}Z");
    }

    [Fact, Rule("R28")]
    public async Task The_lead_ends_only_where_none_is_required_and_the_epoch_moves_on()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:end", new { leadEpoch = 0, reason = "x" })).IsProblem(HttpStatusCode.Conflict, "NO_LEAD");
        (await fixture.As(fixture.Support).PostAsync($"{process}:advance", new { to = "FRAMEWORK_AGREED", reason = "x" })).IsProblem(HttpStatusCode.Conflict, "LEAD_REQUIRED");
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Brief"));
        var second = await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", new { leadEpoch = 1, lead = DesignationFixture.Terms(fixture.Neighbours.Organization("Second")) });
        Assert.Equal("Brief", second.IsProblem(HttpStatusCode.Conflict, "LEAD_ALREADY_HELD").TextOf("metadata.holder"));
        var end = (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:end", new { leadEpoch = 1, reason = "not accepted" })).Is(HttpStatusCode.Created);
        Assert.Null(end.Find("terms"));
        await fixture.AdvanceAsync(process, "FRAMEWORK_AGREED");
        (await fixture.As(fixture.Approver).PostAsync($"{end.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "LEAD_REQUIRED");
        await fixture.AdvanceAsync(process, "SUSPENDED");
        Assert.True((await fixture.As(fixture.Analyst).ReadAsync(process))["leadRequired"].GetValue<bool>());
        (await fixture.As(fixture.Approver).PostAsync($"{end.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "LEAD_REQUIRED");
        await fixture.AdvanceAsync(process, "COLLAPSED");
        (await fixture.As(fixture.Approver).PostAsync($"{end.Location}:approve", body: null)).Is(HttpStatusCode.OK);

        var now = await fixture.LeadAsync(process);
        Assert.Null(now.Find("lead"));
        Assert.Equal(2, now["leadEpoch"].GetValue<long>());
        (await fixture.As(fixture.Approver).PostAsync($"{end.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
    }

    [Fact, Rule("R29")]
    public async Task The_comparison_stays_with_those_who_may_see_proposals_and_the_reason_is_read_by_all()
    {
        var process = await fixture.ProcessAsync();
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Near"));
        foreach (var (path, at) in (IEnumerable<(string, string)>)[("lead", "lead"), ("leadHistory", "items.0")])
        {
            Assert.Equal(2, (await fixture.As(fixture.Support).ReadAsync($"{process}/{path}"))[$"{at}.candidates"].AsArray().Count);
            var told = (await fixture.As(fixture.Officer("Reader")).ReadAsync($"{process}/{path}")).Is(HttpStatusCode.OK);
            Assert.Equal(("best placed", null), (told.TextOf($"{at}.reason"), told.Find($"{at}.candidates")));
        }
    }

    [Fact]
    public async Task A_second_named_person_approves_and_a_retry_is_answered_again()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Claimant");
        var rival = fixture.Officer("Rival");
        var claim = (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        var other = (await fixture.As(rival).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        var proposal = await fixture.ProposeAsync(process, 0, officer.Organization!);

        (await fixture.As(fixture.Proposer).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        var stranger = TestCaller.Person(officer.Organization!, Contracts.Access.Roles.AppointingAuthority);
        (await fixture.As(stranger).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await fixture.As(stranger).PostAsync($"{process}/lead:designate", new { leadEpoch = 0, lead = DesignationFixture.Terms(officer.Organization!) })).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await fixture.As(fixture.Analyst).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Analyst).ReadAsync(proposal)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null, ifMatch: "\"7\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");

        var key = Guid.NewGuid().ToString();
        var approved = (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null, key)).Is(HttpStatusCode.OK);
        var again = (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null, key)).Is(HttpStatusCode.OK);
        Assert.Equal(("APPROVED", approved.Text), (approved.TextOf("state"), again.Text));
        Assert.Equal("SELECTED", (await fixture.As(officer).ReadAsync(claim.Location!.ToString())).TextOf("state"));
        Assert.Equal("PROPOSED", (await fixture.As(officer).ReadAsync(other.Location!.ToString())).TextOf("state"));
    }

    [Fact, Rule("R137")]
    public async Task Whoever_acts_for_the_proposer_is_no_second_person_and_neither_is_the_one_it_was_proposed_for()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Claimant");
        var proposal = await fixture.ProposeAsync(process, 0, officer.Organization!);
        var standsIn = fixture.Approver with { ActsFor = fixture.Proposer.Subject };
        (await fixture.As(standsIn).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.As(standsIn).PostAsync($"{proposal}:reject", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.As(standsIn).PostAsync($"{proposal}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_PROPOSER");

        var lead = new { leadEpoch = 0, lead = DesignationFixture.Terms(officer.Organization!) };
        var own = (await fixture.As(standsIn).PostAsync($"{process}/lead:designate", lead)).Is(HttpStatusCode.Created);
        Assert.Equal((fixture.Approver.Subject, fixture.Proposer.Subject), (own.TextOf("proposedBy.account"), own.TextOf("proposedBy.actsFor")));
        foreach (var either in (TestCaller[])[fixture.Proposer, fixture.Approver, standsIn])
        {
            (await fixture.As(either).PostAsync($"{own.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        }

        (await fixture.As(fixture.Proposer).PostAsync($"{own.Location}:withdraw", new { reason = "I am back" })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).Is(HttpStatusCode.OK); // in his own name he is another person
    }

    [Fact]
    public async Task A_proposal_is_rejected_by_the_second_person_and_withdrawn_by_the_first()
    {
        var process = await fixture.ProcessAsync();
        var organization = fixture.Neighbours.Organization("Somebody");
        var one = await fixture.ProposeAsync(process, 0, organization);
        var two = await fixture.ProposeAsync(process, 0, organization);
        (await fixture.As(fixture.Approver).PostAsync($"{two}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_PROPOSER");
        (await fixture.As(fixture.Approver).PostAsync($"{one}:reject", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("REJECTED", (await fixture.As(fixture.Approver).PostAsync($"{one}:reject", new { reason = "not now" })).TextOf("state"));
        Assert.Equal("WITHDRAWN", (await fixture.As(fixture.Proposer).PostAsync($"{two}:withdraw", new { reason = "mistaken" })).TextOf("state"));
        (await fixture.As(fixture.Approver).PostAsync($"{one}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        Assert.Equal(2, (await fixture.As(fixture.Support).ReadAsync($"{process}/proposals?kind=DESIGNATE"))["items"].AsArray().Count);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("\"")]
    [InlineData("ቡ")]
    public async Task The_longest_comparison_that_is_allowed_is_kept_to_the_letter(string letter)
    {
        var process = await fixture.ProcessAsync();
        var organization = fixture.Neighbours.Organization("Wordy");
        var text = string.Concat(Enumerable.Repeat(letter, 4000 / letter.Length));
        var candidates = Enumerable.Range(0, 12).Select(i => new { organization = i == 0 ? organization : $"organizations/{Guid.NewGuid()}", advantages = text, disadvantages = text });
        var lead = new { organizations = new[] { organization }, model = "LEAD_WITH_SUPPORT", candidates, reason = text, workingArrangement = text, singleCandidateReason = text, displayName = text[..400] };
        var made = (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", new { leadEpoch = 0, lead })).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Approver).PostAsync($"{made.Location}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal(text, (await fixture.As(fixture.Support).ReadAsync(made.Location!.ToString())).TextOf("terms.candidates.11.disadvantages"));
    }

    [Fact, Rule("R31"), Rule("R26"), Rule("R157")]
    public async Task A_proposal_names_registered_organizations_that_lead_and_active_mediators_and_ranks_nobody()
    {
        var process = await fixture.ProcessAsync();
        var good = fixture.Neighbours.Organization("Good");
        (await TryAsync(DesignationFixture.Terms($"organizations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await TryAsync(DesignationFixture.Terms(fixture.Neighbours.Organization("An organ", "ORGAN")))).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_MAY_NOT_LEAD");
        (await TryAsync(DesignationFixture.Terms(good, fixture.Neighbours.Profile("SUSPENDED")))).IsProblem(HttpStatusCode.Conflict, "MEDIATOR_NOT_ACTIVE");
        (await TryAsync(DesignationFixture.Terms(good, $"profiles/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.Conflict, "MEDIATOR_NOT_ACTIVE");
        (await TryAsync(new { organizations = new[] { good }, model = "LEAD_WITH_SUPPORT", reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "COMPARISON_REQUIRED");
        (await TryAsync(new { organizations = new[] { good }, model = "JOINT_MEDIATION", reason = "x", singleCandidateReason = "y" })).IsProblem(HttpStatusCode.BadRequest, "MODEL_CONSTRAINT");
        (await TryAsync(new { organizations = new[] { good }, model = "LEAD_WITH_SUPPORT", reason = "x", candidates = new[] { new { organization = good, advantages = "a", disadvantages = "b", score = 3 } } }))
            .IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await TryAsync(null)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var mediator = fixture.Neighbours.Profile();
        var proposal = await fixture.ProposeAsync(process, 0, good, mediator);
        fixture.Neighbours.SetState(mediator, "SUSPENDED");
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "MEDIATOR_NOT_ACTIVE");

        Task<ApiAnswer> TryAsync(object? lead) => fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", new { leadEpoch = 0, lead });
    }
}
