using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Sharing;

/// <summary>The shares that count now, as the store has them: one that was ended, or has run out, counts in no request that begins after.</summary>
internal static class OpenShares
{
    public static IQueryable<Share> Open(this IQueryable<Share> shares, DateTime now) => shares.Where(s => s.EndTime == null && s.FromTime <= now && s.UntilTime > now);

    public static IQueryable<Share> OpenTo(this ServiceDbContext db, string organization, DateTime now) => db.Set<Share>().Where(s => s.Organization == organization).Open(now);
}

/// <summary>Puts beside the caller of a request what is shared with the organization it acts for. Where that cannot be read, the request is not served.</summary>
internal sealed class SharesBesideCaller(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated == true && Caller.From(http.User) is { Organization: { } organization } caller
            && http.RequestServices.GetService<ISharedRecords>() is { } records && records.MatterTo(caller))
        {
            var db = http.RequestServices.GetRequiredService<ServiceDbContext>();
            var now = http.RequestServices.GetRequiredService<TimeProvider>().Now();
            var shared = await db.OpenTo(organization, now).Select(s => s.Record).Distinct().ToListAsync(http.RequestAborted);
            http.User.AddIdentity(SharedClaims.Of(
                shared.Count == 0 ? shared : await records.StillConsentedAsync(shared, now, http.RequestAborted), await records.AgreedWithAsync(organization, now, http.RequestAborted)));
        }

        await next(http);
    }
}
