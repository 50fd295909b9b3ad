using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Organizations;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Compartments;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Slates;

/// <summary>Slates for senior appointments (R9, R19): begun, changed, read. Only a reading names the candidates: the answer of a change is kept for a retry, where what is sealed must not lie open.</summary>
internal static class SlateApi
{
    public static void MapSlates(this RouteGroupBuilder api)
    {
        var slates = api.MapGroup("/slates").WithTags("Slates");
        slates.MapGet("", ListAsync).Needs(RosterPermissions.ReadSlates).WithName("ListSlates").WithSummary("List slates for senior appointments, without the candidates");
        slates.MapGet("/{slate}", GetAsync).Needs(RosterPermissions.ReadSlates).WithName("GetSlate").WithSummary("Read a slate: criteria, candidates with what shows each criterion, and the decision");
        slates.MapGet("/{slate}:extract", ExtractAsync).Needs(RosterPermissions.ReadSlates).WithName("ExtractSlate").WithSummary("Get what may be published of a slate that is decided: nobody is named but who was chosen");
        slates.MapPost("", CreateAsync).Needs(RosterPermissions.ComposeSlates).WithName("CreateSlate").WithSummary("Begin a slate with its criteria, before anybody is named");
        slates.MapPatch("/{slate}", EditAsync).Needs(RosterPermissions.ComposeSlates).WithName("EditSlate").WithSummary("Change a draft; its criteria only while nobody is on it");
    }

    private static async Task<Ok<Page<SlateEntry>>> ListAsync(
        RosterDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<SlateState>? state, CancellationToken cancellationToken)
    {
        var (seen, wanted) = (db.SlatesSeenBy(caller), state?.Value);
        seen = wanted is null ? seen : seen.Where(s => s.State == wanted);
        return TypedResults.Ok(await seen.PageAsync<Slate, SlateId, SlateEntry>(page, $"slates?state={state}", SlateEntry.Of, cancellationToken));
    }

    private static async Task<Ok<SlateAnswer>> GetAsync(SlateId slate, RosterDb db, SlateKeeper keeper, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateAsync(slate, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, SlateAnswer.Of(found, await keeper.SeeAsync(found, caller, cancellationToken))));
    }

    private static async Task<Ok<SlateExtract>> ExtractAsync(SlateId slate, RosterDb db, SlateKeeper keeper, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateAsync(slate, caller, cancellationToken);
        if (found.DecideTime is null)
        {
            found.RequireState(SlateState.Approved);
        }

        return TypedResults.Ok(SlateExtract.Of(found, await keeper.SeeAsync(found, caller, cancellationToken)));
    }

    private static async Task<Created<SlateEntry>> CreateAsync(
        CreateSlate request, RosterDb db, PartnersService.PartnersServiceClient partners, DesignationService.DesignationServiceClient designation, Caller caller, Atlas atlas, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var organization = caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");
        var terms = request.ToTerms().Checked(atlas);
        var label = request.Classification ?? Classification.Confidential;
        if (label < Classification.Confidential)
        {
            throw Fail.Invalid("classification", "Confidential at least.");
        }

        ProfileSight.RefuseAboveClearance(label, caller);
        Compartment.RefuseUnnamed(label, terms.Process, caller);
        await RequireRegisteredAsync(terms.Authority!, partners, cancellationToken);
        if (terms.Process is { } process)
        {
            (await designation.RequireSeenAsync(process, cancellationToken)).RequireCoveredBy(label);
        }

        var slate = db.Add(Slate.Begin(organization, terms, label, caller, time.Now())).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{slate.Id}", response.Tagged(slate, SlateEntry.Of(slate)));
    }

    private static async Task<Ok<SlateEntry>> EditAsync(
        SlateId slate, MergePatch<SlateTerms> patch, RosterDb db, PartnersService.PartnersServiceClient partners, DesignationService.DesignationServiceClient designation, Caller caller, Atlas atlas, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.FindSlateToComposeAsync(slate, caller, cancellationToken);
        http.Request.RequireMatch(found);
        found.RequireState(SlateState.Draft);
        var terms = patch.ApplyTo(Editable(found)).Checked(atlas);
        Compartment.RefuseUnnamed(found.Classification, terms.Process, caller);
        if (terms.Authority != found.Authority)
        {
            await RequireRegisteredAsync(terms.Authority!, partners, cancellationToken);
        }

        if (terms.Process != found.Process && await db.RestrictedProcesses.AnyAsync(p => p.Process == found.Process, cancellationToken))
        {
            throw Fail.Invalid("process", "The process is more closely classified."); // elsewhere the slate would tell of it to whom it does not name
        }

        if (terms.Process is { } process && process != found.Process)
        {
            (await designation.RequireSeenAsync(process, cancellationToken)).RequireCoveredBy(found.Classification);
        }

        found.Edit(terms, await db.SlateCandidates.AnyAsync(c => c.Slate == slate, cancellationToken), caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SlateEntry.Of(found)));
    }

    private static async Task RequireRegisteredAsync(string authority, PartnersService.PartnersServiceClient partners, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(authority, cancellationToken) is null)
        {
            throw Fail.Invalid("authority", "No such organization is registered.");
        }
    }

    private static SlateTerms Editable(Slate s) => new(s.Kind, s.Title, s.Authority, s.Process, s.Criteria, s.ConflictCountries, s.ConflictParties);
}
