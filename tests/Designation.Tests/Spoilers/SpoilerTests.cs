using System.Net;
using Concord.Contracts.Access;
using Concord.Designation.Spoilers;
using Concord.Designation.Tests.Situations;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Spoilers;

public sealed class SpoilerTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly SpoilerJudgement s_judgement = new(
        "x", "Its western wing", SpoilerPosition.OutsideTheProcess, SpoilerSeat.Constituents, [SpoilerMotive.FearForSecurity, SpoilerMotive.Smuggling], "Tolls",
        [new Backer("A trader", [BackingKind.Money])], "It fired at the monitors.", "Two reports", new DateOnly(2025, 6, 1));

    [Theory, Rule("R57"), Rule("R158")]
    [InlineData("judgement")]
    [InlineData("evidence")]
    [InlineData("motives")]
    [InlineData("backers")]
    [InlineData("backers[0].who")]
    [InlineData("reviewOn")]
    [InlineData("position")]
    [InlineData("seat")]
    public void AJudgement_SaysWhyOnWhatEvidenceAndWhenItIsLookedAtAgain(string field)
    {
        var judgement = field switch
        {
            "judgement" => s_judgement with { Judgement = " " },
            "evidence" => s_judgement with { Evidence = null },
            "motives" => s_judgement with { Motives = [] },
            "backers" => s_judgement with { Backers = [new Backer("A trader", [])] },
            "backers[0].who" => s_judgement with { Backers = [new Backer("", [BackingKind.Weapons])] },
            "position" => s_judgement with { Position = null },
            "seat" => s_judgement with { Seat = null },
            _ => s_judgement with { ReviewOn = new DateOnly(2026, 6, 1) }, // more than a year from the first of March 2025
        };
        Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, () => judgement.Checked(Given.Start)).Errors.Select(e => e.Field));
        Assert.Equal(s_judgement.Backers, s_judgement.Checked(Given.Start).Backers);
    }

    [Fact, Rule("R57"), Rule("R58")]
    public void CoercionIsOfOthers_AndTheyAreNamed()
    {
        var review = new ReviewSpoiler("Still fires.", SpoilerStrategy.CoercionByOthers, null, new DateOnly(2025, 6, 1));
        var by = Designation.Processes.Signature.Of(Given.Proposer);
        Assert.Contains("coercedBy", Given.Refused(PlatformReasons.InvalidField, () => SpoilerReview.Of(review, by, Given.Start)).Errors.Select(e => e.Field));
        Assert.Equal("The Council", SpoilerReview.Of(review with { CoercedBy = "The Council" }, by, Given.Start).CoercedBy);
        Given.Refused(PlatformReasons.InvalidField, () => SpoilerReview.Of(review with { Strategy = SpoilerStrategy.DepartingTrain, CoercedBy = "The Council" }, by, Given.Start));
    }

    [Fact, Rule("R57")]
    public async Task A_threat_to_withdraw_support_is_recorded_with_a_warning_and_reviews_stay()
    {
        var process = await fixture.ProcessAsync();
        var leader = await fixture.MediatorAsync(process);
        var mediator = fixture.As(leader);
        var spoiler = await SpoilerAsync(process, leader);
        var made = (await mediator.ReadAsync(spoiler)).Is(HttpStatusCode.OK);
        Assert.Null(made.Find("strategy"));
        Assert.Equal(leader.Subject, made.TextOf("by.account"));
        var threatened = (await mediator.PostAsync($"{spoiler}:review", Review("THREAT_TO_WITHDRAW_SUPPORT"), ifMatch: made.ETag)).Is(HttpStatusCode.OK);
        Assert.Contains("veto", threatened.TextOf("warning.text"), StringComparison.Ordinal);
        (await mediator.PostAsync($"{spoiler}:review", Review("ADDRESS_CONCERNS"), ifMatch: made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var addressed = (await mediator.PostAsync($"{spoiler}:review", Review("ADDRESS_CONCERNS"))).Is(HttpStatusCode.OK);
        Assert.Null(addressed.Find("warning"));
        Assert.Equal(["THREAT_TO_WITHDRAW_SUPPORT", "ADDRESS_CONCERNS"], addressed["reviews"].AsArray().Select(r => (string)r!["strategy"]!));

        (await mediator.PostAsync($"{spoiler}:end", new { reason = "It joined the talks." })).Is(HttpStatusCode.OK);
        (await mediator.PostAsync($"{spoiler}:review", Review("ADDRESS_CONCERNS"))).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        (await mediator.PostAsync($"{spoiler}:end", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        Assert.Empty(await mediator.ReadAllAsync($"{process}/spoilers"));
        Assert.Equal("It joined the talks.", (string?)Assert.Single(await mediator.ReadAllAsync($"{process}/spoilers?ended=true"))["end"]!["reason"]);
    }

    [Fact, Rule("R57")]
    public async Task Spoilers_without_a_strategy_are_told_of_when_agreement_is_near()
    {
        var leader = TestCaller.Person(fixture.Neighbours.Organization("Leads"), Roles.LeadMediator);
        var (near, far, secret) = (await TalksAsync("CONFIDENTIAL", leader), await fixture.ProcessAsync(), await TalksAsync("STRICTLY_CONFIDENTIAL", leader));
        var open = await SpoilerAsync(near);
        var addressed = await SpoilerAsync(near);
        var ended = await SpoilerAsync(near);
        var early = await SpoilerAsync(far);
        var hidden = await SpoilerAsync(secret);
        (await fixture.As(fixture.Support).PostAsync($"{addressed}:review", Review("DEPARTING_TRAIN"))).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{ended}:end", new { reason = "Joined." })).Is(HttpStatusCode.OK);

        var told = await ToldAsync(leader);
        Assert.Contains(open, told);
        Assert.DoesNotContain(addressed, told);
        Assert.DoesNotContain(ended, told);
        Assert.DoesNotContain(early, told);
        Assert.DoesNotContain(hidden, told);
        Assert.Contains(hidden, await ToldAsync(fixture.Support));
        Assert.Empty(await ToldAsync(leader with { Clearance = Classification.Unclassified }));
        Assert.Empty(await ToldAsync(Ground.Rival));
    }

    [Fact, Rule("R57"), Rule("R137")]
    public async Task Spoilers_of_an_unclassified_process_are_confidential_all_the_same()
    {
        var process = await fixture.ProcessAsync("UNCLASSIFIED");
        var spoiler = await SpoilerAsync(process);
        var leader = await fixture.MediatorAsync(process);
        (await fixture.As(leader).ReadAsync(spoiler)).Is(HttpStatusCode.OK);
        var low = fixture.As(leader with { Clearance = Classification.Unclassified });
        (await low.ReadAsync(process)).Is(HttpStatusCode.OK);
        (await low.ReadAsync($"{process}/spoilers")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await low.ReadAsync(spoiler)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await low.PostAsync($"{process}/spoilers", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        foreach (var role in (string[])[Roles.AppointingAuthority, Roles.HeadOfMission, Roles.Analyst, Roles.RegionalOfficer, Roles.Monitor])
        {
            (await fixture.As(TestCaller.Person($"organizations/{Guid.NewGuid()}", role)).ReadAsync($"{process}/spoilers")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }
    }

    /// <returns>Path of the spoiler.</returns>
    private async Task<string> SpoilerAsync(string process, TestCaller? keeper = null) =>
        (await fixture.As(keeper ?? fixture.Support).PostAsync($"{process}/spoilers", new
        {
            party = await fixture.PartyAsync(process, $"Front {Guid.NewGuid():N}"),
            position = "INSIDE_THE_PROCESS",
            seat = "LEADERSHIP",
            motives = new[] { "POWER" },
            judgement = "It fired at the monitors.",
            evidence = "Two reports",
            reviewOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        })).Is(HttpStatusCode.Created).Location!.ToString();

    private async Task<string> TalksAsync(string classification, TestCaller leader)
    {
        var process = await fixture.ProcessAsync(classification, "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        var name = Ground.NameOf(process);
        var (proposer, approver) = (fixture.Proposer with { Clearance = Classification.StrictlyConfidential }, fixture.Approver with { Clearance = Classification.StrictlyConfidential });
        fixture.Service.Name(proposer, name);
        fixture.Service.Name(approver, name);
        var proposal = (await fixture.As(proposer).PostAsync($"{process}/lead:designate", new { leadEpoch = 0, lead = DesignationFixture.Terms(leader.Organization!) })).Is(HttpStatusCode.Created).Location;
        (await fixture.As(approver).PostAsync($"{proposal}:approve", body: null)).Is(HttpStatusCode.OK);
        await fixture.AdvanceAsync(process, "SUBSTANTIVE_TALKS");
        return process;
    }

    private async Task<IReadOnlyList<string>> ToldAsync(TestCaller caller) => [.. (await fixture.As(caller).ReadAllAsync("/api/v1/processes/-/spoilers?pageSize=1")).Select(s => $"/api/v1/{(string)s["name"]!}")];

    private static object Review(string strategy) => new
    {
        finding = "Nothing has changed.",
        strategy,
        reviewOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
    };
}
