using System.ComponentModel;
using Concord.Partners.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Partners.Organizations;

/// <summary>An organization to register.</summary>
/// <param name="DisplayName">Official name; 1 to 200 characters.</param>
/// <param name="Acronym">As the organization writes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">Resource name of the organization it is an organ of.</param>
internal sealed record RegisterOrganization(string? DisplayName, string? Acronym, OrganizationKind? Kind, string? Parent);

/// <summary>An organization that takes part no more.</summary>
/// <param name="Reason">1 to 2000 characters; shown to whoever sees the organization, and with each of its claims.</param>
/// <param name="Day">The day on which it left; today where absent, and not in the future.</param>
internal sealed record LeaveOrganization(string? Reason, DateOnly? Day);

/// <summary>A registered organization.</summary>
/// <param name="Name">Resource name, <c>organizations/{uuid}</c>.</param>
/// <param name="DisplayName">Official name.</param>
/// <param name="Acronym">As the organization writes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">Resource name of the organization it is an organ of.</param>
/// <param name="ReferenceCode">Code in the shipped reference data; absent for organizations that users registered.</param>
/// <param name="LeaveDay">The day on which it left the platform; absent where it takes part.</param>
/// <param name="LeaveReason">Why it left.</param>
/// <param name="CreateTime">When it was registered, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record OrganizationAnswer(
    string Name, string DisplayName, string? Acronym, OrganizationKind Kind, string? Parent, string? ReferenceCode, DateOnly? LeaveDay, string? LeaveReason, DateTime CreateTime, string Etag);

/// <summary>Registered organizations: find, decide, raise, save, answer.</summary>
internal static class OrganizationApi
{
    public static void MapOrganizations(this RouteGroupBuilder api)
    {
        var organizations = api.MapGroup("/organizations").WithTags("Organizations");
        organizations.MapGet("", ListAsync).Needs(PartnersPermissions.ReadOrganizations).WithName("ListOrganizations").WithSummary("List organizations");
        organizations.MapGet("/{organization}", GetAsync).Needs(PartnersPermissions.ReadOrganizations).WithName("GetOrganization").WithSummary("Get an organization");
        organizations.MapPost("", RegisterAsync).Needs(PartnersPermissions.RegisterOrganizations).WithName("RegisterOrganization").WithSummary("Register an organization");
        organizations.MapPatch("/{organization}", EditAsync).Needs(PartnersPermissions.RegisterOrganizations).WithName("EditOrganization").WithSummary("Change an organization's entry");
        organizations.MapPost("/{organization}:leave", LeaveAsync).Needs(PartnersPermissions.LetOrganizationsLeave).WithName("LeaveOrganization").WithSummary("Record that an organization takes part no more")
            .WithDescription("Its accounts and machines are closed, its open claims withdrawn, and what it leads or supports is marked for review, everywhere within seconds. Nothing of its history goes.");
        organizations.MapPost("/{organization}:rejoin", RejoinAsync).Needs(PartnersPermissions.LetOrganizationsLeave).WithName("RejoinOrganization").WithSummary("Record that an organization takes part again")
            .WithDescription("From now on: accounts and claims that ended stay ended.");
    }

    private static async Task<Ok<Page<OrganizationAnswer>>> ListAsync(
        PartnersDb db, [AsParameters] PageRequest page, [Description("Only this kind.")] Choice<OrganizationKind>? kind, CancellationToken cancellationToken)
    {
        var query = kind is { Value: var only } ? db.Organizations.Where(o => o.Kind == only) : db.Organizations;
        return TypedResults.Ok(await query.PageAsync<Organization, OrganizationId, OrganizationAnswer>(page, $"organizations?kind={kind}", ToAnswer, cancellationToken));
    }

    private static async Task<Ok<OrganizationAnswer>> GetAsync(OrganizationId organization, PartnersDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, organization, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, ToAnswer(found)));
    }

    private static async Task<Created<OrganizationAnswer>> RegisterAsync(
        RegisterOrganization request, PartnersDb db, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (organization, registered) = Organization.Register(OrganizationId.New(), request.DisplayName, request.Acronym, request.Kind, request.Parent, null, now);
        if (ResourceName.TryParse<OrganizationId>(request.Parent, out var parent) && !await db.Organizations.AnyAsync(o => o.Id == parent, cancellationToken))
        {
            throw Fail.Invalid("parent", "No such organization.");
        }

        db.Add(organization);
        db.Raise(registered, now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{organization.Id}", response.Tagged(organization, ToAnswer(organization)));
    }

    private static async Task<Ok<OrganizationAnswer>> EditAsync(
        OrganizationId organization, MergePatch<OrganizationEdit> patch, PartnersDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, organization, cancellationToken);
        http.Request.RequireMatch(found);
        var now = time.Now();
        db.Raise(found.Edit(patch.ApplyTo(new OrganizationEdit(found.DisplayName, found.Acronym)), now), now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found)));
    }

    private static async Task<Ok<OrganizationAnswer>> LeaveAsync(
        OrganizationId organization, LeaveOrganization request, PartnersDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, organization, cancellationToken);
        http.Request.CheckMatch(found);
        var now = time.Now();
        db.Raise(found.Leave(request.Reason, request.Day, now), now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found)));
    }

    private static async Task<Ok<OrganizationAnswer>> RejoinAsync(OrganizationId organization, PartnersDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, organization, cancellationToken);
        http.Request.CheckMatch(found);
        var now = time.Now();
        db.Raise(found.Rejoin(now), now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found)));
    }

    internal static async Task<Organization> FindAsync(PartnersDb db, OrganizationId id, CancellationToken cancellationToken) =>
        await db.Organizations.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    private static OrganizationAnswer ToAnswer(Organization o) =>
        new(o.Id.ToString(), o.DisplayName, o.Acronym, o.Kind, o.Parent, o.ReferenceCode, o.LeaveDay, o.LeaveReason, o.CreateTime, ETag.Of(o));
}
