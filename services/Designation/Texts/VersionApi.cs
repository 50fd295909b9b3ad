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

/// <summary>A version is put to the parties.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
internal sealed record PresentVersion(long? LeadEpoch);

/// <summary>Versions of a negotiating text: written once, and put to the parties.</summary>
internal static class VersionApi
{
    public static void MapVersions(this RouteGroupBuilder texts)
    {
        texts.MapGet("/{text}/versions", ListAsync).Needs(DesignationPermissions.ReadTexts).WithName("ListTextVersions").WithSummary("List the versions of a text, without their articles");
        texts.MapGet("/{text}/versions/{version}", GetAsync).Needs(DesignationPermissions.ReadTexts).WithName("GetTextVersion").WithSummary("Get a version with its articles");
        texts.MapPost("/{text}/versions", WriteAsync).Needs(DesignationPermissions.KeepTexts).WithName("WriteTextVersion").WithSummary("Write the next version; no party sees it before it is put to the parties");
        texts.MapPost("/{text}/versions/{version}:present", PresentAsync).Needs(DesignationPermissions.KeepTexts).WithName("PresentTextVersion").WithSummary("Put a version to the parties");
    }

    private static async Task<Ok<Page<VersionAnswer>>> ListAsync(
        ProcessId process, NegotiatingTextId text, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        return TypedResults.Ok(await db.VersionsSeenIn(seen).PageAsync<TextVersion, TextVersionId, VersionAnswer>(
            page, $"{process}/{text}/versions", v => TextAnswers.ToAnswer(seen.Text, v, seen.Drafts, inList: true), cancellationToken));
    }

    private static async Task<Ok<VersionAnswer>> GetAsync(
        ProcessId process, NegotiatingTextId text, TextVersionId version, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        var found = await db.VersionsSeenIn(seen).SingleOrDefaultAsync(v => v.Id == version, cancellationToken) ?? throw Fail.NotFound($"{process}/{text}/{version}");
        var answer = TextAnswers.ToAnswer(seen.Text, found, seen.Drafts, inList: false);
        return TypedResults.Ok(seen.Drafts ? response.Tagged(found, answer) : answer);
    }

    private static async Task<Created<VersionAnswer>> WriteAsync(
        ProcessId process, NegotiatingTextId text, WriteVersion request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindToMediateAsync(process, text, request.LeadEpoch, caller, time.Now(), cancellationToken);
        http.Request.CheckMatch(seen.Text);
        var number = seen.Text.PresentedNumber;
        var presented = await db.TextVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Text == text && v.Number == number, cancellationToken);
        var version = seen.Text.Write(request, presented, caller, time.Now());
        db.Add(version);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Created($"/api/v1/{version.Name}", http.Response.Tagged(version, TextAnswers.ToAnswer(seen.Text, version, drafts: true, inList: false)));
    }

    private static async Task<Ok<VersionAnswer>> PresentAsync(
        ProcessId process, NegotiatingTextId text, TextVersionId version, PresentVersion request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindToMediateAsync(process, text, request.LeadEpoch, caller, time.Now(), cancellationToken);
        var found = await db.TextVersions.SingleOrDefaultAsync(v => v.Id == version && v.Text == text, cancellationToken) ?? throw Fail.NotFound($"{process}/{text}/{version}");
        http.Request.CheckMatch(found);
        seen.Text.Present(found, time.Now());
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, TextAnswers.ToAnswer(seen.Text, found, drafts: true, inList: false)));
    }
}
