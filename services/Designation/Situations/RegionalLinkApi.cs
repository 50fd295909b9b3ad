using System.ComponentModel;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Situations;

/// <summary>That two processes or situations belong together.</summary>
/// <param name="End">Why and when it ended; absent while it lasts.</param>
internal sealed record RegionalLinkAnswer(string Name, string From, string To, RegionalLinkKind Kind, string Reason, Signature By, DateTime CreateTime, Closing? End, string Etag)
{
    public static RegionalLinkAnswer Of(RegionalLink l) => new(l.Id.ToString(), l.From, l.To, l.Kind, l.Reason, l.By, l.CreateTime, l.End, ETag.Of(l));
}

/// <summary>The regional view (R50): a link is seen by who sees both of its ends.</summary>
internal static class RegionalLinkApi
{
    public static void MapRegionalLinks(this RouteGroupBuilder api)
    {
        var links = api.MapGroup("/regionalLinks").WithTags("Situations");
        links.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListRegionalLinks").WithSummary("List which processes and situations belong together");
        links.MapPost("", LinkAsync).Needs(DesignationPermissions.KeepSituations).WithName("LinkRegionally").WithSummary("Link two processes or situations");
        links.MapPost("/{regionalLink}:end", EndAsync).Needs(DesignationPermissions.KeepSituations).WithName("EndRegionalLink").WithSummary("End a regional link");
    }

    private static async Task<Ok<Page<RegionalLinkAnswer>>> ListAsync(
        DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only of this process or situation: its resource name.")] string? about, CancellationToken cancellationToken)
    {
        var query = SeenBy(db, caller);
        if (about is not null)
        {
            query = ResourceName.TryParse<ProcessId>(about, out var process) ? query.Where(l => l.FromProcess == process || l.ToProcess == process)
                : ResourceName.TryParse<SituationId>(about, out var situation) ? query.Where(l => l.FromSituation == situation || l.ToSituation == situation)
                : throw Fail.Invalid("about", "Expected the form processes/{uuid} or situations/{uuid}.");
        }

        var found = await query.PageAsync<RegionalLink, RegionalLinkId, RegionalLink>(page, $"regionalLinks?about={about}", l => l, cancellationToken);
        await db.NoteReadAsync(found.Items.SelectMany(l => new[] { l.FromProcess, l.ToProcess }).OfType<ProcessId>(), cancellationToken);
        return TypedResults.Ok(new Page<RegionalLinkAnswer>([.. found.Items.Select(RegionalLinkAnswer.Of)], found.NextPageToken));
    }

    private static async Task<Created<RegionalLinkAnswer>> LinkAsync(
        LinkRegionally request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var link = RegionalLink.Of(request, caller, time.Now());
        await RequireSeenAsync(db, caller, link.FromProcess, link.FromSituation, "from", cancellationToken);
        await RequireSeenAsync(db, caller, link.ToProcess, link.ToSituation, "to", cancellationToken);
        db.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(link, RegionalLinkAnswer.Of(link)));
    }

    private static async Task<Ok<RegionalLinkAnswer>> EndAsync(
        RegionalLinkId regionalLink, RetractEntry request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await SeenBy(db, caller).SingleOrDefaultAsync(l => l.Id == regionalLink, cancellationToken) ?? throw Fail.NotFound(regionalLink.ToString());
        http.Request.CheckMatch(found);
        found.Close(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, RegionalLinkAnswer.Of(found)));
    }

    private static IQueryable<RegionalLink> SeenBy(DesignationDb db, Caller caller)
    {
        var (processes, situations) = (db.Processes.SeenBy(caller), db.Situations.SeenBy(caller));
        return db.RegionalLinks.Where(l =>
            (l.FromProcess == null || processes.Any(p => p.Id == l.FromProcess)) && (l.FromSituation == null || situations.Any(s => s.Id == l.FromSituation))
            && (l.ToProcess == null || processes.Any(p => p.Id == l.ToProcess)) && (l.ToSituation == null || situations.Any(s => s.Id == l.ToSituation)));
    }

    private static async Task RequireSeenAsync(DesignationDb db, Caller caller, ProcessId? process, SituationId? situation, string field, CancellationToken cancellationToken)
    {
        if (!await db.Processes.SeenBy(caller).AnyAsync(p => p.Id == process, cancellationToken) && !await db.Situations.SeenBy(caller).AnyAsync(s => s.Id == situation, cancellationToken))
        {
            throw Fail.Invalid(field, RegionalLink.NotThere);
        }
    }
}
