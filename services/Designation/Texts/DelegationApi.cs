using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Texts;

/// <summary>A party at the table.</summary>
/// <param name="Members">Resource names of the accounts that speak for it now; absent for whoever is neither one of them nor the mediator.</param>
internal sealed record PartyDelegationAnswer(
    string Name, string Party, string? Organization, IReadOnlyList<string>? Members, DateTime CreateTime, DateTime? EndTime, string? EndReason, string Etag);

/// <summary>Delegations: find, decide, save, answer. A party sees its own and no other; who keeps or reads the talks sees which there are, and not who speaks for them.</summary>
internal static class DelegationApi
{
    public static void MapDelegations(this RouteGroupBuilder api)
    {
        var delegations = api.MapGroup("/processes/{process}/delegations").WithTags("Delegations");
        delegations.MapGet("", ListAsync).Needs(DesignationPermissions.ReadTexts).WithName("ListPartyDelegations").WithSummary("List the parties at the table, as far as you may know of them");
        delegations.MapGet("/{delegation}", GetAsync).Needs(DesignationPermissions.ReadTexts).WithName("GetPartyDelegation").WithSummary("Get a party at the table");
        delegations.MapPost("", FormAsync).Needs(DesignationPermissions.KeepTexts).WithName("FormDelegation").WithSummary("Bring a party to the table, and name who speaks for it")
            .WithDescription("In the lead's name. Whoever has spoken for one party in a process speaks for no other one there.");
        delegations.MapPost("/{delegation}:nameMembers", NameMembersAsync).Needs(DesignationPermissions.KeepTexts).WithName("NameDelegationMembers").WithSummary("Change who speaks for a party");
        delegations.MapPost("/{delegation}:end", EndAsync).Needs(DesignationPermissions.KeepTexts).WithName("EndDelegation").WithSummary("Record that a party left the talks");
    }

    private static async Task<Ok<Page<PartyDelegationAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(db, process, caller, cancellationToken);
        var found = await seen.Delegations.PageAsync<Delegation, DelegationId, Delegation>(page, $"{process}/delegations", d => d, cancellationToken);
        var members = await MembersAsync(db, found.Items, cancellationToken);
        return TypedResults.Ok(new Page<PartyDelegationAnswer>([.. found.Items.Select(d => ToAnswer(d, members, seen.Seat))], found.NextPageToken));
    }

    private static async Task<Ok<PartyDelegationAnswer>> GetAsync(ProcessId process, DelegationId delegation, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var seen = await SeenAsync(db, process, caller, cancellationToken);
        var found = await seen.Delegations.SingleOrDefaultAsync(d => d.Id == delegation, cancellationToken) ?? throw Fail.NotFound($"{process}/{delegation}");
        return TypedResults.Ok(response.Tagged(found, ToAnswer(found, await MembersAsync(db, [found], cancellationToken), seen.Seat)));
    }

    private static async Task<Created<PartyDelegationAnswer>> FormAsync(
        ProcessId process, FormDelegation request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (found, now) = (await db.FindProcessAsync(process, caller, cancellationToken), time.Now());
        await db.RequireMediatorAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        var delegation = Delegation.Form(found, request, caller, now);
        db.Add(delegation);
        await AddAsync(db, delegation, request.Members ?? [], "members", null, caller, now, cancellationToken);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Created($"/api/v1/{delegation.Name}", response.Tagged(delegation, await ToFullAnswerAsync(db, delegation, cancellationToken)));
    }

    private static async Task<Ok<PartyDelegationAnswer>> NameMembersAsync(
        ProcessId process, DelegationId delegation, NameDelegates request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (found, now) = (await db.FindProcessAsync(process, caller, cancellationToken), time.Now());
        await db.RequireMediatorAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        var changed = await FindAsync(db, process, delegation, cancellationToken);
        http.Request.CheckMatch(changed);
        var reason = changed.RequireChange(request, now);
        await AddAsync(db, changed, request.Add ?? [], "add", reason, caller, now, cancellationToken);
        var removed = (request.Remove ?? []).OfType<string>().ToList();
        foreach (var member in await db.DelegationMembers.Where(m => m.Process == process && m.Delegation == delegation && m.Current && removed.Contains(m.Account)).ToListAsync(cancellationToken))
        {
            member.End(reason, now);
        }

        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(changed, await ToFullAnswerAsync(db, changed, cancellationToken)));
    }

    private static async Task<Ok<PartyDelegationAnswer>> EndAsync(
        ProcessId process, DelegationId delegation, EndDelegation request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (found, now) = (await db.FindProcessAsync(process, caller, cancellationToken), time.Now());
        await db.RequireMediatorAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        var ended = await FindAsync(db, process, delegation, cancellationToken);
        http.Request.CheckMatch(ended);
        ended.End(request.Reason, now);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(ended, await ToFullAnswerAsync(db, ended, cancellationToken)));
    }

    private static async Task AddAsync(DesignationDb db, Delegation delegation, IReadOnlyList<string?> accounts, string field, string? reason, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var named = accounts.OfType<string>().Distinct().ToList();
        var known = await db.DelegationMembers.Where(m => m.Process == delegation.Process && named.Contains(m.Account)).ToListAsync(cancellationToken);
        if (known.FirstOrDefault(m => m.Delegation != delegation.Id) is { } elsewhere)
        {
            throw Fail.Because(DesignationReasons.SpeaksForAnotherParty, $"{field}: {elsewhere.Account} speaks for another party, or has.", ("account", elsewhere.Account));
        }

        var drafting = await db.NegotiatingTexts.AsNoTracking().Where(t => t.Process == delegation.Process).Select(t => t.Team).ToListAsync(cancellationToken);
        if (named.FirstOrDefault(account => drafting.Any(team => team.Contains(account))) is { } drafter)
        {
            throw Fail.Invalid(field, $"{drafter} drafts with the mediator and reads what every party says.");
        }

        foreach (var account in named)
        {
            if (known.SingleOrDefault(m => m.Account == account) is { } member)
            {
                member.Resume(reason, Signature.Of(caller), now);
            }
            else
            {
                db.Add(new DelegationMember(delegation, account, reason, Signature.Of(caller), now));
            }
        }
    }

    /// <summary>Refuses whoever does not mediate the process now, on the epoch that was read.</summary>
    public static async Task RequireMediatorAsync(this DesignationDb db, Process process, Caller caller, long? leadEpoch, DateTime now, CancellationToken cancellationToken)
    {
        await db.RequireNoPartyAsync(process.Id, caller, cancellationToken);
        await db.RequireLeadAsync(process, caller, leadEpoch, now, cancellationToken);
    }

    private static async Task<(IQueryable<Delegation> Delegations, Seat Seat)> SeenAsync(DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var seat = await db.SeatOfAsync(process, caller, cancellationToken);
        var all = db.Delegations.Where(d => d.Process == process);
        if (seat.Mediates || (seat.Account is not null && DesignationPermissions.ReadTalks.Roles.Except([Roles.LeadMediator]).Any(caller.Roles.Contains)))
        {
            return (all, seat);
        }

        var own = seat.Delegation;
        return (all.Where(d => own != null && d.Id == own), seat);
    }

    private static async Task<Delegation> FindAsync(DesignationDb db, ProcessId process, DelegationId id, CancellationToken cancellationToken) =>
        await db.Delegations.SingleOrDefaultAsync(d => d.Id == id && d.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");

    private static async Task<PartyDelegationAnswer> ToFullAnswerAsync(DesignationDb db, Delegation delegation, CancellationToken cancellationToken) =>
        ToAnswer(delegation, await MembersAsync(db, [delegation], cancellationToken), new Seat(true, null, null));

    private static async Task<ILookup<DelegationId, string>> MembersAsync(DesignationDb db, IEnumerable<Delegation> delegations, CancellationToken cancellationToken)
    {
        var ids = delegations.Select(d => d.Id).ToList();
        var members = await db.DelegationMembers.AsNoTracking().Where(m => ids.Contains(m.Delegation) && m.Current).OrderBy(m => m.Account).ToListAsync(cancellationToken);
        return members.ToLookup(m => m.Delegation, m => m.Account);
    }

    private static PartyDelegationAnswer ToAnswer(Delegation d, ILookup<DelegationId, string> members, Seat seat) => new(
        d.Name, d.Party, d.Organization, seat.Mediates || seat.Delegation == d.Id ? [.. members[d.Id]] : null, d.CreateTime, d.EndTime, d.EndReason, ETag.Of(d));
}
