using System.ComponentModel;
using Concord.Contracts.Events;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.SupportRoles;

/// <summary>Ends a support role before its last day.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndSupportRole(string? Reason);

/// <summary>A role in support of the lead.</summary>
/// <param name="Claim">The claim it was made of; absent where it was registered directly.</param>
/// <param name="UnderReview">The organization has left. Absent where it takes part, or the role has ended.</param>
internal sealed record SupportRoleAnswer(
    string Name, string Organization, string? OrganizationDisplayName, SupportKind Role, string Scope, DateOnly From, DateOnly? Until, string Coordinator, string? Claim,
    Signature RegisteredBy, DateTime CreateTime, DateTime? EndTime, string? EndReason, UnderReview? UnderReview, string Etag)
{
    public static SupportRoleAnswer Of(SupportRole r, OrganizationNames names) => new(
        r.Name, r.Organization, names.Of(r.Organization), r.Role, r.Scope, r.From, r.Until, r.Coordinator, r.Claim is { } claim ? $"{r.Process}/{claim}" : null,
        r.RegisteredBy, r.CreateTime, r.EndTime, r.EndReason,
        r.EndTime is null && names.LeftSince(r.Organization) is { } since ? new UnderReview(since, ReviewCause.OrganizationLeft) : null, ETag.Of(r));
}

/// <summary>Support roles: find, decide, raise, save, answer.</summary>
internal static class SupportRoleApi
{
    public static void MapSupportRoles(this RouteGroupBuilder api)
    {
        var roles = api.MapGroup("/processes/{process}/supportRoles").WithTags("Support roles");
        roles.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListSupportRoles").WithSummary("List who supports a process");
        api.MapGet("/processes/-/supportRoles", ListOfOrganizationAsync).WithTags("Support roles").Needs(DesignationPermissions.ReadProcesses).WithName("ListSupportRolesOfOrganization").WithSummary("List an organization's support roles in every process you may see");
        roles.MapGet("/{supportRole}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetSupportRole").WithSummary("Get a support role");
        roles.MapPost("", RegisterAsync).Needs(DesignationPermissions.KeepSupportRoles).WithName("RegisterSupportRole").WithSummary("Register your organization's support");
        roles.MapPost("/{supportRole}:end", EndAsync).Needs(DesignationPermissions.KeepSupportRoles).WithName("EndSupportRole").WithSummary("End your organization's support");
    }

    private static async Task<Ok<Page<SupportRoleAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only this role.")] Choice<SupportKind>? role, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var wanted = role?.Value;
        var query = db.SupportRoles.Where(r => r.Process == process && (wanted == null || r.Role == wanted));
        var found = await query.PageAsync<SupportRole, SupportRoleId, SupportRole>(page, $"{process}/supportRoles?role={role}", r => r, cancellationToken);
        var names = await db.NamesAsync(found.Items.Select(r => r.Organization), cancellationToken);
        return TypedResults.Ok(new Page<SupportRoleAnswer>([.. found.Items.Select(r => SupportRoleAnswer.Of(r, names))], found.NextPageToken));
    }

    private static async Task<Ok<Page<SupportRoleAnswer>>> ListOfOrganizationAsync(
        DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Resource name of the organization.")] string organization, CancellationToken cancellationToken)
    {
        var query = db.SupportRoles.Where(r => r.Organization == organization).Join(db.Processes.SeenBy(caller), r => r.Process, p => p.Id, (r, _) => r);
        var found = await query.PageAsync<SupportRole, SupportRoleId, SupportRole>(page, $"processes/-/supportRoles?organization={organization}", r => r, cancellationToken);
        await db.NoteReadAsync(found.Items.Select(r => r.Process), cancellationToken);
        var names = await db.NamesAsync([organization], cancellationToken);
        return TypedResults.Ok(new Page<SupportRoleAnswer>([.. found.Items.Select(r => SupportRoleAnswer.Of(r, names))], found.NextPageToken));
    }

    private static async Task<Ok<SupportRoleAnswer>> GetAsync(
        ProcessId process, SupportRoleId supportRole, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, supportRole, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Created<SupportRoleAnswer>> RegisterAsync(
        ProcessId process, SupportTerms request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var organization = await organizations.AskAsync(OrganizationDirectory.OwnOf(caller), cancellationToken);
        var role = SupportRole.Register(SupportRoleId.New(), found, organization.Name, request, null, Signature.Of(caller), time.Now());
        db.Add(role);
        db.Raise(new SupportRoleRegistered(process.ToString(), role.Name, role.Organization, role.Version + 1, role.CreateTime), role.CreateTime);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{role.Name}", response.Tagged(role, await ToAnswerAsync(db, role, cancellationToken)));
    }

    private static async Task<Ok<SupportRoleAnswer>> EndAsync(
        ProcessId process, SupportRoleId supportRole, EndSupportRole request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, supportRole, cancellationToken);
        http.Request.CheckMatch(found);
        var now = time.Now();
        found.End(request.Reason, caller, now);
        db.Raise(new SupportRoleEnded(process.ToString(), found.Name, found.Organization, found.Version + 1, now), now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<SupportRole> FindAsync(DesignationDb db, ProcessId process, SupportRoleId id, CancellationToken cancellationToken) =>
        await db.SupportRoles.SingleOrDefaultAsync(r => r.Id == id && r.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");

    private static async Task<SupportRoleAnswer> ToAnswerAsync(DesignationDb db, SupportRole role, CancellationToken cancellationToken) =>
        SupportRoleAnswer.Of(role, await db.NamesAsync([role.Organization], cancellationToken));
}
