using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Organizations;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Concord.Roster.Contacts;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>People on the roster: enter, read, change.</summary>
internal static class ProfileApi
{
    public static void MapProfiles(this RouteGroupBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        profiles.MapGet("", ListAsync).Needs(RosterPermissions.ReadProfiles).WithName("ListProfiles").WithSummary("List profiles");
        profiles.MapGet("/{profile}", GetAsync).Needs(RosterPermissions.ReadProfiles).WithName("GetProfile").WithSummary("Get a profile");
        profiles.MapPost("", CreateAsync).Needs(RosterPermissions.EditProfiles).WithName("CreateProfile").WithSummary("Enter a person as a draft");
        profiles.MapPatch("/{profile}", EditAsync).Needs(RosterPermissions.EditProfiles).WithName("EditProfile").WithSummary("Change a profile")
            .WithDescription("Where it lowers the classification, in a change of its own, nothing changes yet: 202 with what now waits for one of mediation support under `approvals/roster`.");
    }

    private static async Task<Ok<Page<ProfileAnswer>>> ListAsync(
        RosterDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<ProfileState>? state,
        [Description("Only those that this organization keeps.")] string? owner, CancellationToken cancellationToken)
    {
        NameFilter.Require(owner, "organizations", "owner");
        var query = db.Profiles.IgnoreAutoIncludes().SeenBy(caller);
        query = state is not { Value: var only } ? query : query.Where(p => p.State == only);
        query = owner is null ? query : query.Where(p => p.Owner == owner);
        return TypedResults.Ok(await query.PageAsync<Profile, ProfileId, ProfileAnswer>(
            page, $"profiles?state={state}&owner={owner}", p => ProfileAnswer.Of(p, caller), cancellationToken));
    }

    private static async Task<Ok<ProfileAnswer>> GetAsync(ProfileId profile, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        var answer = ProfileAnswer.Of(found, caller);
        response.Headers.ETag = answer.Etag;
        return TypedResults.Ok(answer);
    }

    private static async Task<Created<ProfileAnswer>> CreateAsync(
        CreateProfile request, RosterDb db, Caller caller, Atlas atlas, PartnersService.PartnersServiceClient partners, TimeProvider time, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var owner = request.Owner ?? caller.Organization;
        var now = time.Now();
        var profile = Profile.Draft(ProfileId.New(), request.ToEdit(), owner, synthetic: false, atlas, now);
        profile.Record(request.Consents ?? [], "consents", now);
        ProfileSight.RefuseOthers(owner, caller);
        ProfileSight.RefuseAboveClearance(request.Classification, caller);
        if (await partners.FindAsync(profile.Owner, cancellationToken) is null)
        {
            throw Fail.Invalid("owner", "No such organization.");
        }

        db.Add(profile);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{profile.Id}", response.Tagged(profile, ProfileAnswer.Of(profile, caller)));
    }

    private static async Task<Results<Ok<ProfileAnswer>, Accepted<ProposedActAnswer>>> EditAsync(
        ProfileId profile, MergePatch<ProfileEdit> patch, RosterDb db, ContactKeeper contacts, Caller caller, Atlas atlas, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindToEditAsync(profile, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var fields = patch.ApplyTo(found.Editable);
        ProfileSight.RefuseAboveClearance(fields.Classification, caller);
        var (label, before, now) = (found.Classification, found.ContactClassification, time.Now());
        if (Declassification.IsIn(fields, found))
        {
            var act = Declassification.Propose(db, found, fields, caller, now);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/approvals/{RosterModule.Name}/{act.Id.Value}", http.Response.Tagged(act, ProposedActAnswer.Of(RosterModule.Name, act, now)));
        }

        found.Edit(fields, atlas, now);
        if (found.Classification == Classification.StrictlyConfidential)
        {
            await db.EndSharesAsync(found.Id.ToString(), "It is Strictly Confidential now.", caller, now, cancellationToken);
        }

        if (found.Classification != label)
        {
            await db.NarrowProposalsAsync(found.Id.ToString(), act => Deciders.On(act, found.Classification), caller, now, cancellationToken);
        }

        await contacts.FollowAsync(found, before, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ProfileAnswer.Of(found, caller)));
    }
}
