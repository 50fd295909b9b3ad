using System.ComponentModel;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.SupportRoles;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Claims;

/// <summary>Ends a claim.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawClaim(string? Reason);

/// <summary>Claims to lead: find, decide, raise, save, answer.</summary>
internal static class ClaimApi
{
    public static void MapClaims(this RouteGroupBuilder api)
    {
        var claims = api.MapGroup("/processes/{process}/claims").WithTags("Claims");
        claims.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListClaims").WithSummary("List who claims to lead, and who leads");
        api.MapGet("/processes/-/claims", ListOfOrganizationAsync).WithTags("Claims").Needs(DesignationPermissions.ReadProcesses).WithName("ListClaimsOfOrganization").WithSummary("List an organization's claims in every process you may see");
        claims.MapGet("/{claim}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetClaim").WithSummary("Get a claim, who else claims, and who leads");
        claims.MapPost("", RegisterAsync).Needs(DesignationPermissions.KeepClaims).WithName("RegisterClaim").WithSummary("Claim to lead for your organization")
            .WithDescription("Answers 201 with the claim where you may see the process, and otherwise 202 with a receipt of the desk, whether or not there is such a process.");
        claims.MapPost("/{claim}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepClaims).WithName("WithdrawClaim").WithSummary("Withdraw your organization's claim");
        claims.MapPost("/{claim}:convertToSupport", ConvertAsync).Needs(DesignationPermissions.KeepClaims).WithName("ConvertClaimToSupport").WithSummary("Turn your organization's claim into a support role");
    }

    private static async Task<Ok<ClaimPage>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<ClaimState>? state, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var wanted = state?.Value;
        var query = db.Claims.Where(c => c.Process == process && (wanted == null || c.State == wanted));
        var found = await query.PageAsync<Claim, ClaimId, Claim>(page, $"{process}/claims?state={state}", c => c, cancellationToken);
        var names = await db.NamesAsync(found.Items.Select(c => c.Organization), cancellationToken);
        return TypedResults.Ok(new ClaimPage([.. found.Items.Select(c => ClaimAnswers.ToAnswer(c, names))], found.NextPageToken, await db.HolderAsync(process, cancellationToken)));
    }

    private static async Task<Ok<Page<ClaimAnswer>>> ListOfOrganizationAsync(
        DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Resource name of the organization.")] string organization, CancellationToken cancellationToken)
    {
        var query = db.Claims.Where(c => c.Organization == organization).Join(db.Processes.SeenBy(caller), c => c.Process, p => p.Id, (c, _) => c);
        var found = await query.PageAsync<Claim, ClaimId, Claim>(page, $"processes/-/claims?organization={organization}", c => c, cancellationToken);
        await db.NoteReadAsync(found.Items.Select(c => c.Process), cancellationToken);
        var names = await db.NamesAsync([organization], cancellationToken);
        return TypedResults.Ok(new Page<ClaimAnswer>([.. found.Items.Select(c => ClaimAnswers.ToAnswer(c, names))], found.NextPageToken));
    }

    private static async Task<Ok<ClaimAnswer>> GetAsync(ProcessId process, ClaimId claim, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, claim, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await ClaimAnswers.ToFullAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Results<Created<ClaimAnswer>, Accepted<DeskReceiptAnswer>>> RegisterAsync(
        ProcessId process, RegisterClaim request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        // Everything that can be refused is refused before the process is looked for: the refusals too are the same for a process that is not there.
        Claim.Require(request);
        var own = OrganizationDirectory.OwnOf(caller);
        var organization = request.Kind == ClaimKind.Support ? await organizations.AskAsync(own, cancellationToken) : await organizations.AskMayLeadAsync(own, cancellationToken);
        Claim.RequireOf(organization, request);
        var found = await db.Processes.SingleOrDefaultAsync(p => p.Id == process, cancellationToken);
        if (found is null || !found.IsSeenBy(caller))
        {
            var receipt = await ClaimDesk.TakeAsync(db, process, found, organization, request, Signature.Of(caller), time.Now(), cancellationToken);
            return TypedResults.Accepted((string?)null, new DeskReceiptAnswer(receipt.Id.ToString()));
        }

        var now = time.Now();
        await RequireNoneOpenAsync(db, process, organization.Name, cancellationToken);
        var (claim, registered) = Claim.Register(ClaimId.New(), found, organization, request, Signature.Of(caller), now);
        db.Add(claim);
        ClaimDesk.Raise(db, registered, now);
        await db.PassFenceAsync(found, now, cancellationToken); // nobody claims what the organization was designated for meanwhile
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{claim.Name}", response.Tagged(claim, await ClaimAnswers.ToFullAnswerAsync(db, claim, cancellationToken)));
    }

    private static async Task<Ok<ClaimAnswer>> WithdrawAsync(
        ProcessId process, ClaimId claim, WithdrawClaim request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, claim, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ClaimAnswers.ToFullAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Created<SupportRoleAnswer>> ConvertAsync(
        ProcessId process, ClaimId claim, SupportTerms request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var converting = await FindAsync(db, process, claim, cancellationToken);
        http.Request.CheckMatch(converting);
        var now = time.Now();
        var (role, converted) = converting.ConvertToSupport(found, request, caller, now);
        db.Add(role);
        db.Raise(converted, now);
        await db.SaveChangesAsync(cancellationToken);
        var names = await db.NamesAsync([role.Organization], cancellationToken);
        return TypedResults.Created($"/api/v1/{role.Name}", http.Response.Tagged(role, SupportRoleAnswer.Of(role, names)));
    }

    /// <summary>Says it kindly; of two at the same moment the unique index refuses one with the same reason.</summary>
    private static async Task RequireNoneOpenAsync(DesignationDb db, ProcessId process, string organization, CancellationToken cancellationToken)
    {
        if (await db.Claims.FirstOrDefaultAsync(c => c.Process == process && c.Organization == organization && c.State == ClaimState.Proposed, cancellationToken) is { } open)
        {
            throw Fail.Because(DesignationReasons.ClaimAlreadyOpen, "Your organization has an open claim on this process already.", ("claim", open.Name));
        }

        if ((await db.HolderAsync(process, cancellationToken))?.Organizations.Contains(organization) == true)
        {
            throw Fail.Because(DesignationReasons.ClaimAlreadyOpen, "Your organization leads this process.");
        }
    }

    private static async Task<Claim> FindAsync(DesignationDb db, ProcessId process, ClaimId claim, CancellationToken cancellationToken) =>
        await db.Claims.SingleOrDefaultAsync(c => c.Id == claim && c.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{claim}");
}
