using System.Globalization;
using System.Net;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Register;

/// <summary>When somebody led is corrected by two, beside what was recorded.</summary>
public sealed class LeadHistoryTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateTime Now = Given.Start.AddDays(30);
    private readonly Process _process = Given.Process(ProcessState.EarlyEngagement, ProcessState.PreNegotiation);

    [Fact, Rule("R28")]
    public void A_correction_that_lets_two_lead_or_nobody_where_somebody_had_to_is_refused()
    {
        var (first, second) = TwoLeads();
        var history = new LeadHistory([first, second], []);
        StateChange[] states = [State(ProcessState.SubstantiveTalks, Given.Start.AddDays(1))];

        Refused(new CorrectedTimes(NameOf(first), Given.Start, Given.Start.AddDays(12))); // into the second's time
        Refused(new CorrectedTimes(NameOf(second), Given.Start.AddDays(8), null)); // into the first's
        Refused(new CorrectedTimes(NameOf(first), Given.Start, Given.Start.AddDays(9))); // a day without
        Refused(new CorrectedTimes(NameOf(second), Given.Start.AddDays(11), null));
        Refused(new CorrectedTimes(NameOf(first), Given.Start.AddDays(2), Given.Start.AddDays(10))); // talks had begun a day before
        Assert.Single(history.Checked([new(NameOf(first), Given.Start.AddHours(23), Given.Start.AddDays(10))], states, Now));
        Assert.Equal(2, history.Checked([new(NameOf(second), Given.Start.AddDays(8), null), new(NameOf(first), Given.Start, Given.Start.AddDays(8))], states, Now).Count);

        void Refused(CorrectedTimes correction) => Given.Refused(DesignationReasons.HistoryInconsistent, () => history.Checked([correction], states, Now));
    }

    [Fact, Rule("R28"), Rule("R49")]
    public void Talks_that_are_suspended_are_not_left_without_a_lead_by_a_correction_and_early_contacts_that_are_may_be()
    {
        var (first, second) = TwoLeads();
        var history = new LeadHistory([first, second], []);
        var (stopped, later) = (Given.Start.AddDays(9), new CorrectedTimes(NameOf(second), Given.Start.AddDays(11), null));
        StateChange Suspended(ProcessState from) => new(_process.Id, from, ProcessState.Suspended, "x", Signature.Of(Given.Proposer), stopped);

        Given.Refused(DesignationReasons.HistoryInconsistent, () => history.Checked([later], [State(ProcessState.SubstantiveTalks, Given.Start), Suspended(ProcessState.SubstantiveTalks)], Now));
        Assert.Single(history.Checked([later], [State(ProcessState.EarlyEngagement, Given.Start), Suspended(ProcessState.EarlyEngagement)], Now));
    }

    [Fact]
    public void A_correction_reads_its_times_by_their_offset_and_names_what_is_written_without_one_in_utc()
    {
        var (first, second) = TwoLeads();
        var history = new LeadHistory([first, second], []);
        var start = Given.Start.AddDays(10);
        foreach (var written in (DateTime[])[start, start.ToLocalTime(), DateTime.SpecifyKind(start, DateTimeKind.Unspecified)])
        {
            var counts = Assert.Single(history.Checked([new(NameOf(second), written, null)], [], Now)).Now.Start;
            Assert.Equal((start, DateTimeKind.Utc), (counts, counts.Kind));
        }
    }

    [Fact]
    public void A_correction_names_what_is_there_once_and_moves_an_end_without_making_or_taking_one()
    {
        var (first, second) = TwoLeads();
        var history = new LeadHistory([first, second], []);
        Invalid("corrections");
        Invalid("corrections", new(NameOf(first), Given.Start, Given.Start.AddDays(10)), new(NameOf(first), Given.Start, Given.Start.AddDays(10)));
        Invalid("corrections[0].designation", new CorrectedTimes($"{_process.Id}/leadHistory/{Guid.NewGuid()}", Given.Start, null));
        Invalid("corrections[0].endTime", new CorrectedTimes(NameOf(first), Given.Start, null));
        Invalid("corrections[0].endTime", new CorrectedTimes(NameOf(second), Given.Start.AddDays(10), Given.Start.AddDays(11)));
        Invalid("corrections[0].endTime", new CorrectedTimes(NameOf(first), Given.Start.AddDays(3), Given.Start.AddDays(3)));
        Invalid("corrections[0].startTime", new CorrectedTimes(NameOf(second), Now.AddDays(1), null));
        Invalid("corrections[0].startTime", new CorrectedTimes(NameOf(second), new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc), null));
        Invalid("corrections[0].startTime", new CorrectedTimes(NameOf(second), null, null));

        void Invalid(string field, params CorrectedTimes[] corrections) =>
            Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, () => history.Checked(corrections, [], Now)).Errors.Select(e => e.Field));
    }

    [Fact, Rule("R28"), Rule("R49")]
    public async Task What_was_recorded_stays_and_the_history_answers_by_the_correction_once_a_second_person_agreed()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("First"));
        var recorded = (await fixture.LeadAsync(process))["lead"];
        var (name, start) = ((string)recorded["name"]!, DateTime.Parse((string)recorded["startTime"]!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        var earlier = start.AddDays(-3);
        Assert.Null((await AtAsync(earlier)).Find("lead"));

        var asked = (await fixture.As(fixture.Proposer).PostAsync($"{process}/leadHistory:correct", new { leadEpoch = 1, corrections = new[] { new { designation = name, startTime = earlier } }, reason = "The letter is of that day." }))
            .Is(HttpStatusCode.Created);
        Assert.Equal(("CORRECT", name), (asked.TextOf("kind"), asked.TextOf("corrections.0.designation")));
        Assert.Null((await AtAsync(earlier)).Find("lead"));
        (await fixture.As(fixture.Proposer).PostAsync($"{asked.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.As(fixture.Approver).PostAsync($"{asked.Location}:approve", body: null)).Is(HttpStatusCode.OK);

        var corrected = await AtAsync(earlier);
        Assert.Equal("First", corrected.TextOf("lead.displayName"));
        Assert.Equal((1, (string)recorded["startTime"]!, "The letter is of that day."),
            (corrected["lead.corrections"].AsArray().Count, corrected.TextOf("lead.corrections.0.formerStartTime"), corrected.TextOf("lead.corrections.0.reason")));
        Assert.Equal(1, (long)corrected["leadEpoch"]);
        Assert.Null((await AtAsync(earlier.AddMicroseconds(-1))).Find("lead"));
        Assert.Equal(corrected.TextOf("lead.startTime"), (string)(await fixture.As(fixture.Analyst).ReadAsync($"{process}/leadHistory"))["items.0.startTime"]!);
        Assert.Equal(corrected.TextOf("lead.startTime"), (await fixture.As(fixture.Analyst).ReadAsync($"{process}/brief")).TextOf("lead.startTime"));
        var period = new { from = Day(earlier), until = Day(DateTime.UtcNow), classification = "CONFIDENTIAL" };
        var draft = (await fixture.As(fixture.Support).PostAsync($"{process}/councilSummaries", period)).Is(HttpStatusCode.Created)["sections"].AsArray();
        Assert.Equal($"First, since {Day(earlier)}.", (string?)draft.Single(s => (string?)s!["section"] == "LEAD")!["text"]);
        var id = new ProcessId(Guid.Parse(process.Split('/')[^1]));
        Assert.Equal(start, await fixture.InStoreAsync(db => Task.FromResult(db.LeadDesignations.Single(d => d.Process == id).StartTime)));
        (await fixture.As(fixture.Approver).PostAsync(await fixture.ProposeHandOverAsync(process, 1, fixture.Neighbours.Organization("Second")) + ":approve", body: null)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/leadHistory:correct", new { leadEpoch = 2, corrections = new[] { new { designation = name, startTime = earlier, endTime = DateTime.UtcNow } }, reason = "x" }))
            .IsProblem(HttpStatusCode.Conflict, "HISTORY_INCONSISTENT");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/leadHistory:correct", new { leadEpoch = 0, corrections = new[] { new { designation = name, startTime = earlier } }, reason = "x" }))
            .IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");

        Task<ApiAnswer> AtAsync(DateTime at) => fixture.LeadAsync(process, $"?at={at:yyyy-MM-ddTHH:mm:ss.ffffff}Z");
        static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact, Rule("R28"), Rule("R49")]
    public async Task An_interim_lead_needs_no_comparison_but_an_end_and_a_process_in_talks_is_handed_to_it_in_one_act()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("First"));
        await fixture.AdvanceAsync(process, "SUBSTANTIVE_TALKS");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:end", new { leadEpoch = 1, reason = "resigned" })).IsProblem(HttpStatusCode.Conflict, "LEAD_REQUIRED");

        var until = DateTime.UtcNow.AddDays(60);
        (await HandOverAsync(new { untilTime = until })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await HandOverAsync(new { reason = "resigned", untilTime = DateTime.UtcNow.AddDays(-1) })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await HandOverAsync(null)).IsProblem(HttpStatusCode.BadRequest, "COMPARISON_REQUIRED");
        var proposal = (await HandOverAsync(new { reason = "resigned", untilTime = until })).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Approver).PostAsync($"{proposal.Location}:approve", body: null)).Is(HttpStatusCode.OK);

        var now = await fixture.LeadAsync(process);
        Assert.Equal(("Caretaker", "resigned", 2), (now.TextOf("lead.displayName"), now.TextOf("lead.interim.reason"), (int)now["leadEpoch"]));
        var history = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/leadHistory"))["items"].AsArray();
        Assert.Equal((string)history[0]!["endTime"]!, (string)history[1]!["startTime"]!);

        Task<ApiAnswer> HandOverAsync(object? interim) => fixture.As(fixture.Proposer).PostAsync($"{process}/lead:handOver", new
        {
            leadEpoch = 1,
            lead = new { organizations = new[] { fixture.Neighbours.Organization("Caretaker") }, model = "LEAD_WITH_SUPPORT", reason = "at hand", interim },
            handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" },
        });
    }

    private (LeadDesignation, LeadDesignation) TwoLeads()
    {
        var register = new LeadRegister(_process, null);
        var first = register.Designate(_process, Given.Forum, Given.Start).Begun!;
        var second = register.Approve(register.HandOver(_process, Given.Council, Given.Start.AddDays(9)), Given.Approver, Given.Start.AddDays(10)).Begun!;
        return (first, second);
    }

    private string NameOf(LeadDesignation designation) => $"{_process.Id}/{designation.Id}";

    private StateChange State(ProcessState to, DateTime at) => new(_process.Id, null, to, "x", Signature.Of(Given.Proposer), at);
}
