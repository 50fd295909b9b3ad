using System.Net;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Talks;

public sealed class ParticipationTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R56"), Rule("R53")]
    public async Task Women_and_men_are_counted_by_delegation_role_and_level_and_a_table_without_women_is_named()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (government, movement) = (await talks.DelegationAsync("Government"), await talks.DelegationAsync("Movement"));
        var men = await SessionAsync(talks, "PLENARY", "2026-02-01", (government, Count(0, 3)), (movement, Count(0, 2)));
        await SessionAsync(talks, "SHUTTLE", "2026-02-03", (government, Count(1, 3)));
        var mistaken = await SessionAsync(talks, "JOINT_SESSION", "2026-02-04", (movement, Count(0, 9)));
        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{mistaken}:withdraw", new { reason = "It did not take place." })).Is(HttpStatusCode.OK);

        var table = (await talks.As(fixture.Proposer).ReadAsync($"{talks.Process}/participation")).Is(HttpStatusCode.OK);
        Assert.Equal([men], table["sessionsWithoutWomen"].AsArray().Select(s => (string)s!));
        Assert.Equal((government, 2, "2026-02-03", false), Told(table, 0));
        Assert.Equal((movement, 1, "2026-02-01", true), Told(table, 1));
        Assert.Equal(3, (await talks.As(fixture.Support).ReadAllAsync($"{talks.Process}/talkSessions?pageSize=2")).Count);
        Assert.Equal("It did not take place.", (await talks.As(fixture.Support).ReadAsync($"/api/v1/{mistaken}")).TextOf("withdrawn.reason"));
        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{mistaken}:withdraw", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "RECORD_WITHDRAWN");

        static (string, int, string, bool) Told(ApiAnswer table, int i) => (
            table.TextOf($"delegations.{i}.delegation"), table[$"delegations.{i}.sessions"].GetValue<int>(), table.TextOf($"delegations.{i}.lastOn"), table[$"delegations.{i}.noWomanParticipates"].GetValue<bool>());
    }

    [Fact, Rule("R56")]
    public void A_woman_who_observes_does_not_sit_at_the_table()
    {
        var process = Given.Process();
        TalkSession Session(params HeadCount[] counts) => TalkSession.Record(
            process, new SessionContent(TalkFormat.Proximity, DateOnly.FromDateTime(Given.Start), "Nairobi", null, [new Presence("d", counts)]), Given.Proposer, Given.Start);
        var observing = Session(new HeadCount(TalkRole.Participant, TalkLevel.Decision, 0, 2), new HeadCount(TalkRole.Observer, TalkLevel.Technical, 3, 0));
        var advising = Session(new HeadCount(TalkRole.Participant, TalkLevel.Decision, 0, 2), new HeadCount(TalkRole.Participant, TalkLevel.Technical, 1, 0));
        var nobody = Session(new HeadCount(TalkRole.Observer, TalkLevel.Technical, 0, 3));
        Assert.Equal([observing.Name], Participation.Of([observing, advising, nobody]).SessionsWithoutWomen);
    }

    [Fact]
    public async Task A_session_names_delegations_of_its_own_process_each_once_and_counts_that_can_be()
    {
        var (talks, elsewhere) = (await TalksSituation.BeginAsync(fixture), await TalksSituation.BeginAsync(fixture));
        var (own, foreign) = (await talks.DelegationAsync("Government"), await elsewhere.DelegationAsync("Government"));
        foreach (var (delegation, count) in ((string?, object)[])[(foreign, Count(1, 1)), ("delegations/x", Count(1, 1)), (null, Count(1, 1)), (own, Count(-1, 1)), (own, new { role = "PARTICIPANT", level = "DECISION", women = 1 })])
        {
            var body = new { format = "PLENARY", on = "2026-02-01", place = "Nairobi", present = new[] { new { delegation, counts = new[] { count } } } };
            (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/talkSessions", body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        var twice = Given.Refused(PlatformReasons.InvalidField, () => TalkSession.Record(
            Given.Process(), new SessionContent(null, DateOnly.FromDateTime(Given.Start).AddDays(3), "Nairobi", null, [new Presence("d", null), new Presence("d", [null])]), Given.Proposer, Given.Start));
        Assert.Equal(["format", "on", "present", "present[0].counts", "present[1].counts", "present[1].counts[0]"], twice.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        Assert.Empty(await talks.As(talks.Mediator).ReadAllAsync($"{talks.Process}/talkSessions"));
    }

    private static object Count(int women, int men) => new { role = "PARTICIPANT", level = "DECISION", women, men };

    private static async Task<string> SessionAsync(TalksSituation talks, string format, string on, params (string Delegation, object Count)[] present) =>
        (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/talkSessions", new
        {
            format,
            on,
            place = "Nairobi",
            present = present.Select(p => new { delegation = p.Delegation, counts = new[] { p.Count } }),
        })).Is(HttpStatusCode.Created).TextOf("name");
}
