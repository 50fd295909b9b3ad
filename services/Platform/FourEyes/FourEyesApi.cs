using System.ComponentModel;
using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.FourEyes;

/// <summary>A person of an act.</summary>
/// <param name="Name"><c>accounts/{uuid}</c>.</param>
/// <param name="DisplayName">As shown to others.</param>
public sealed record ActPerson(string Name, string DisplayName);

/// <summary>Something that waits for a second person, or waited.</summary>
/// <param name="Name">Resource name, <c>approvals/{service}/{uuid}</c>.</param>
/// <param name="Act">What kind of act.</param>
/// <param name="Record">Resource name of what it would change.</param>
/// <param name="Content">What would be done.</param>
/// <param name="Reason">Why, in the proposer's words; absent where the act says enough.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="State">Whether it is decided.</param>
/// <param name="DecidedBy">Who decided; the proposer where it was withdrawn.</param>
/// <param name="DecisionReason">Why it was not approved.</param>
/// <param name="CreateTime">When it was proposed, UTC.</param>
/// <param name="ExpireTime">Until when it can be decided, UTC.</param>
/// <param name="DecideTime">When it was decided, UTC.</param>
/// <param name="Etag">For If-Match.</param>
/// <param name="ProposedFor">Who was away and for whom it was proposed; absent where the proposer acted for nobody. Neither of the two decides.</param>
public sealed record ProposedActAnswer(
    string Name, string Act, string Record, JsonElement Content, string? Reason, ActPerson ProposedBy, ProposedActState State, ActPerson? DecidedBy, string? DecisionReason,
    DateTime CreateTime, DateTime ExpireTime, DateTime? DecideTime, string Etag, ActPerson? ProposedFor)
{
    public static ProposedActAnswer Of(string service, ProposedAct a, DateTime now) => new(
        $"approvals/{service}/{a.Id.Value}", a.Act, a.Record, JsonElement.Parse(a.Content), a.Reason, new ActPerson(a.ProposedBy, a.ProposedByName), a.StateAt(now),
        a.DecidedBy is null ? null : new ActPerson(a.DecidedBy, a.DecidedByName ?? ""), a.DecisionReason, a.CreateTime, a.ExpireTime, a.DecideTime, ETag.Of(a),
        a.ProposedFor is null ? null : new ActPerson(a.ProposedFor, a.ProposedForName ?? ""));
}

/// <summary>Why somebody does not want it done.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record CloseAct(string? Reason);

/// <summary>Four eyes: what one person proposes a second one decides on, each of whom may do it, and nobody for both. Who is neither asked nor a proposer who still could propose it finds nothing.</summary>
public static class FourEyesApi
{
    /// <param name="api">The public surface of the service.</param>
    /// <param name="service">Its name.</param>
    /// <param name="needs">The permission to see and decide; which acts is asked of each.</param>
    public static void MapFourEyes(this RouteGroupBuilder api, string service, Permission needs)
    {
        var approvals = api.MapGroup($"/approvals/{service}").WithTags("Approvals");
        var suffix = $"{char.ToUpperInvariant(service[0])}{service[1..]}";
        approvals.MapGet("", ([AsParameters] PageRequest page, [Description("Only in this state.")] Choice<ProposedActState>? state, Decisions asked, CancellationToken token) => asked.ListAsync(service, page, state, token))
            .Needs(needs).WithName($"List{suffix}Approvals").WithSummary($"List what waits for your decision in the {service} service, and what you proposed");
        approvals.MapGet("/{act}", (ProposedActId act, Decisions asked, CancellationToken token) => asked.GetAsync(service, act, token))
            .Needs(needs).WithName($"Get{suffix}Approval").WithSummary("Get what was proposed");
        approvals.MapPost("/{act}:approve", (ProposedActId act, Decisions asked, CancellationToken token) => asked.ApproveAsync(service, act, token))
            .Needs(needs).WithName($"Approve{suffix}").WithSummary("Approve what another person proposed: it is done at once");
        approvals.MapPost("/{act}:reject", (ProposedActId act, CloseAct request, Decisions asked, CancellationToken token) => asked.RejectAsync(service, act, request.Reason, token))
            .Needs(needs).WithName($"Reject{suffix}").WithSummary("Reject what another person proposed");
        approvals.MapPost("/{act}:withdraw", (ProposedActId act, CloseAct request, Decisions asked, CancellationToken token) => asked.WithdrawAsync(service, act, request.Reason, token))
            .Needs(needs).WithName($"Withdraw{suffix}").WithSummary("Withdraw what you proposed");
    }
}

/// <summary>Finds, decides, carries out, saves.</summary>
internal sealed class Decisions(ServiceDbContext db, Caller caller, IAudiences audiences, IEnumerable<IFourEyesAct> acts, IHttpContextAccessor accessor, TimeProvider time)
{
    private HttpContext Http => accessor.HttpContext!;

    public async Task<Ok<Page<ProposedActAnswer>>> ListAsync(string service, PageRequest page, Choice<ProposedActState>? state, CancellationToken cancellationToken)
    {
        var (query, now) = (await MineAsync(cancellationToken), time.Now());
        query = state?.Value switch
        {
            null => query,
            ProposedActState.Proposed => query.Where(a => a.State == ProposedActState.Proposed && a.ExpireTime > now),
            ProposedActState.Expired => query.Where(a => a.State == ProposedActState.Proposed && a.ExpireTime <= now),
            { } decided => query.Where(a => a.State == decided),
        };
        return TypedResults.Ok(await query.PageAsync<ProposedAct, ProposedActId, ProposedActAnswer>(page, $"approvals/{service}?state={state}", a => ProposedActAnswer.Of(service, a, now), cancellationToken));
    }

    public async Task<Ok<ProposedActAnswer>> GetAsync(string service, ProposedActId id, CancellationToken cancellationToken) => Answer(service, await FindAsync(service, id, cancellationToken));

    public async Task<Ok<ProposedActAnswer>> ApproveAsync(string service, ProposedActId id, CancellationToken cancellationToken)
    {
        var act = await FindAsync(service, id, cancellationToken);
        Http.Request.CheckMatch(act);
        act.Approve(caller, time.Now()); // refuses the proposer; whoever else finds it is asked
        await KindOf(act).ApplyAsync(act, caller, cancellationToken);
        return await SaveAsync(service, act, cancellationToken);
    }

    public async Task<Ok<ProposedActAnswer>> RejectAsync(string service, ProposedActId id, string? reason, CancellationToken cancellationToken)
    {
        var act = await FindAsync(service, id, cancellationToken);
        Http.Request.CheckMatch(act);
        act.Reject(reason, caller, time.Now());
        await KindOf(act).RejectedAsync(act, caller, cancellationToken);
        return await SaveAsync(service, act, cancellationToken);
    }

    public async Task<Ok<ProposedActAnswer>> WithdrawAsync(string service, ProposedActId id, string? reason, CancellationToken cancellationToken)
    {
        var act = await FindAsync(service, id, cancellationToken);
        Http.Request.CheckMatch(act);
        act.Withdraw(reason, KindOf(act).IsWithdrawable, caller, time.Now());
        return await SaveAsync(service, act, cancellationToken);
    }

    private IFourEyesAct KindOf(ProposedAct act) => acts.Single(a => a.Name == act.Act);

    private async Task<IQueryable<ProposedAct>> MineAsync(CancellationToken cancellationToken)
    {
        var (asked, own, self) = (await audiences.OfAsync(caller, cancellationToken), await audiences.OfProposerAsync(caller, cancellationToken), caller.Subject);
        return db.Set<ProposedAct>().Where(a => asked.Contains(a.Audience) || ((a.ProposedBy == self || a.ProposedFor == self) && own.Contains(a.Audience)));
    }

    private async Task<ProposedAct> FindAsync(string service, ProposedActId id, CancellationToken cancellationToken) =>
        await (await MineAsync(cancellationToken)).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Fail.NotFound($"approvals/{service}/{id.Value}");

    private async Task<Ok<ProposedActAnswer>> SaveAsync(string service, ProposedAct act, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return Answer(service, act);
    }

    private Ok<ProposedActAnswer> Answer(string service, ProposedAct act) => TypedResults.Ok(Http.Response.Tagged(act, ProposedActAnswer.Of(service, act, time.Now())));
}

public static class FourEyesSetup
{
    /// <summary>For a service that has acts of four eyes; its acts are registered as <see cref="IFourEyesAct"/>.</summary>
    public static IServiceCollection AddFourEyes<TAudiences>(this IServiceCollection services) where TAudiences : class, IAudiences =>
        services.AddScoped<IAudiences, TAudiences>().AddScoped<Decisions>();
}
