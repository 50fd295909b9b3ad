using System.ComponentModel;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Provisions;
using Concord.Monitoring.Schedule;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Milestones;

/// <summary>What milestones to list; everything is as of the day.</summary>
internal sealed record MilestoneFilter
{
    [FromQuery(Name = "overdue"), Description("Only those overdue, or not.")]
    public bool? Overdue { get; init; }

    [FromQuery(Name = "blocked"), Description("Only those blocked, or not.")]
    public bool? Blocked { get; init; }

    [FromQuery(Name = "party"), Description("Only those this party is responsible for, by key.")]
    public string? Party { get; init; }

    [FromQuery(Name = "state"), Description("Only those in this state.")]
    public Choice<MilestoneState>? State { get; init; }

    [FromQuery(Name = "keyMilestone"), Description("Only key milestones, or the others.")]
    public bool? KeyMilestone { get; init; }

    [FromQuery(Name = "asOf"), Description("The day to look at; today where absent.")]
    public DateOnly? AsOf { get; init; }

    public bool Fits(Standing s) =>
        (Overdue is null || Overdue == s.Conditions.Contains(MilestoneCondition.Overdue))
        && (Blocked is null || Blocked == s.Conditions.Contains(MilestoneCondition.Blocked))
        && (Party is null || s.Milestone.Responsible.Contains(Party))
        && (State is null || State.Value.Value == s.State)
        && (KeyMilestone is null || KeyMilestone == s.Milestone.KeyMilestone);
}

/// <summary>Milestones: recorded, listed and linked; what happens to them is in <see cref="MilestoneVerbs"/>.</summary>
internal static class MilestoneApi
{
    public static void MapMilestones(this RouteGroupBuilder api)
    {
        var milestones = api.MapGroup("/agreements/{agreement}/milestones").WithTags("Milestones");
        milestones.MapGet("", ListAsync).Needs(MonitoringPermissions.Read).WithName("ListMilestones").WithSummary("List milestones and where they stand as of a day");
        milestones.MapGet("/{milestone}", GetAsync).Needs(MonitoringPermissions.Read).WithName("GetMilestone").WithSummary("Get a milestone and its history up to a day");
        milestones.MapPost("", AddAsync).Needs(MonitoringPermissions.Write).WithName("AddMilestone").WithSummary("Add a milestone to an agreement");
        milestones.MapPost("/{milestone}:addPredecessor", AddPredecessorAsync).Needs(MonitoringPermissions.Write).WithName("AddPredecessor").WithSummary("Make a milestone wait for another one");
        milestones.MapVerbs();
    }

    private static async Task<Ok<Page<MilestoneAnswer>>> ListAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, [AsParameters] MilestoneFilter filter, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var day = AsOf.OrToday(filter.AsOf, time);
        var milestones = await db.MilestonesAsync(agreement, cancellationToken);
        var view = await ViewAsync(db, agreement, milestones, day, cancellationToken);
        var bound = $"{agreement}/milestones?{filter with { AsOf = day }}";
        return TypedResults.Ok(Standings.AsOf(found, milestones, day).Milestones.Where(filter.Fits)
            .PageOf(page, bound, s => (s.Milestone.CreateTime, s.Milestone.Id.Value), s => MilestoneAnswer.Of(s, view)));
    }

    private static async Task<Ok<MilestoneAnswer>> GetAsync(
        AgreementId agreement, MilestoneId milestone, MonitoringDb db, Caller caller, TimeProvider time, HttpResponse response,
        [Description("The day to look at; today where absent.")] DateOnly? asOf, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var milestones = await db.MilestonesAsync(agreement, cancellationToken);
        var one = Find(milestones, agreement, milestone);
        return TypedResults.Ok(response.Tagged(one, await AnswerAsync(db, found, milestones, one, AsOf.OrToday(asOf, time), cancellationToken)));
    }

    private static async Task<Created<MilestoneAnswer>> AddAsync(
        AgreementId agreement, NewMilestone request, MonitoringDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var provisionId = Finding.Under<ProvisionId>(agreement, request.Provision);
        var provision = await db.Provisions.SingleOrDefaultAsync(p => p.Agreement == agreement && p.Id == provisionId, cancellationToken)
            ?? throw Fail.Invalid("provision", "The agreement has no such provision.");
        var milestones = await db.MilestonesAsync(agreement, cancellationToken);
        var made = Milestone.Add(found, provision, milestones, MilestoneId.New(), request, time.Now());
        db.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{made.Name}", response.Tagged(made, await AnswerAsync(db, found, [.. milestones, made], made, AsOf.Today(time), cancellationToken)));
    }

    private static async Task<Ok<MilestoneAnswer>> AddPredecessorAsync(
        AgreementId agreement, MilestoneId milestone, NewPredecessor request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var milestones = await db.MilestonesAsync(agreement, cancellationToken);
        var one = Find(milestones, agreement, milestone);
        http.Request.CheckMatch(one);
        one.AddPredecessor(request, found, milestones);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(one, await AnswerAsync(db, found, milestones, one, AsOf.Today(time), cancellationToken)));
    }

    internal static Milestone Find(List<Milestone> milestones, AgreementId agreement, MilestoneId id) => milestones.Find(m => m.Id == id) ?? throw Fail.NotFound($"{agreement}/{id}");

    internal static async Task<MilestoneAnswer> AnswerAsync(
        MonitoringDb db, Agreement agreement, IReadOnlyList<Milestone> milestones, Milestone one, DateOnly day, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(db, agreement.Id, milestones, day, cancellationToken);
        return MilestoneAnswer.WithHistory(Standings.AsOf(agreement, milestones, day).Milestones.Single(s => s.Milestone.Id == one.Id), view);
    }

    private static async Task<MilestoneView> ViewAsync(MonitoringDb db, AgreementId agreement, IReadOnlyList<Milestone> milestones, DateOnly day, CancellationToken cancellationToken) => new(
        day, milestones.ToDictionary(m => m.Id),
        await db.Provisions.Where(p => p.Agreement == agreement).Select(p => new { p.Id, p.Clause }).ToDictionaryAsync(p => p.Id, p => p.Clause, cancellationToken));
}
