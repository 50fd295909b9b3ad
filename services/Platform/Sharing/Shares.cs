using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Organizations;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Sharing;

/// <summary>Gives shares, ends them, and tells of them: find, decide, save, answer.</summary>
internal sealed class Shares(ServiceDbContext db, Caller caller, ISharedRecords records, PartnersService.PartnersServiceClient partners, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>To one organization in one service: a request carries them beside its caller.</summary>
    public const int MostOpen = 500;

    private HttpContext Http => accessor.HttpContext!;

    public async Task<Ok<Page<ShareAnswer>>> ListAsync(string record, PageRequest page, bool? open, CancellationToken cancellationToken)
    {
        var (found, now) = (await FindAsync(record, cancellationToken), time.Now());
        var query = db.Set<Share>().Where(s => s.Record == found.Name);
        query = open switch
        {
            null => query,
            true => query.Open(now),
            false => query.Where(s => s.EndTime != null || s.FromTime > now || s.UntilTime <= now),
        };
        return TypedResults.Ok(await query.PageAsync<Share, ShareId, ShareAnswer>(page, $"{found.Name}/shares?open={open}", s => ShareAnswer.Of(s, now), cancellationToken));
    }

    /// <summary>What others share with the caller's organization now, as far as the caller sees it.</summary>
    public async Task<Ok<Page<SharedWithUs>>> ListOwnAsync(string collection, PageRequest page, CancellationToken cancellationToken)
    {
        if (caller.Organization is not { } organization)
        {
            return TypedResults.Ok(new Page<SharedWithUs>([], null));
        }

        var open = db.OpenTo(organization, time.Now());
        var seen = await records.SeenAsync(await open.Select(s => s.Record).Distinct().ToListAsync(cancellationToken), caller, cancellationToken);
        foreach (var record in seen)
        {
            db.NoteRead(record.Name, record.Label);
        }

        var names = seen.Select(r => r.Name).ToList();
        return TypedResults.Ok(await open.Where(s => names.Contains(s.Record)).PageAsync<Share, ShareId, SharedWithUs>(page, $"{collection}/-/shares", SharedWithUs.Of, cancellationToken));
    }

    public async Task<Created<ShareAnswer>> GiveAsync(string record, GiveShare request, CancellationToken cancellationToken)
    {
        var (found, now) = (await FindAsync(record, cancellationToken), time.Now());
        Share.Require(found, request, caller, now); // before anybody else is asked
        var name = await partners.FindAsync(request.Organization!, cancellationToken) is { Left: false } registered ? registered.DisplayName : throw Fail.Invalid("organization", "No such organization.");
        await RequireRoomAsync(found.Name, request.Organization!, now, cancellationToken);
        var share = db.Add(Share.Give(found, request, name, caller, now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{share.Name}", Http.Response.Tagged(share, ShareAnswer.Of(share, now)));
    }

    public async Task<Ok<ShareAnswer>> EndAsync(string record, ShareId id, EndShare request, CancellationToken cancellationToken)
    {
        var (found, now) = (await FindAsync(record, cancellationToken), time.Now());
        var share = await db.Set<Share>().SingleOrDefaultAsync(s => s.Id == id && s.Record == found.Name, cancellationToken) ?? throw Fail.NotFound($"{record}/{id}");
        Http.Request.CheckMatch(share);
        share.End(request.Reason, caller, now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Http.Response.Tagged(share, ShareAnswer.Of(share, now)));
    }

    private async Task<SharedRecord> FindAsync(string record, CancellationToken cancellationToken)
    {
        var found = await records.FindToShareAsync(record, caller, cancellationToken);
        db.NoteRead(found.Name, found.Label);
        return found;
    }

    private async Task RequireRoomAsync(string record, string organization, DateTime now, CancellationToken cancellationToken)
    {
        var lasting = db.Set<Share>().Where(s => s.Organization == organization && s.EndTime == null && s.UntilTime > now);
        if (await lasting.AnyAsync(s => s.Record == record, cancellationToken))
        {
            throw Fail.Because(PlatformReasons.AlreadyShared, PlatformReasons.AlreadyShared.Title);
        }

        foreach (var over in await db.Set<Share>().Where(s => s.Record == record && s.LastingWith == organization && s.UntilTime <= now).ToListAsync(cancellationToken))
        {
            over.GiveWay();
        }

        if (await lasting.CountAsync(cancellationToken) >= MostOpen)
        {
            throw Fail.Because(PlatformReasons.TooManyShares, $"{MostOpen} records of this service are shared with that organization already; end some of these shares first.");
        }
    }
}
