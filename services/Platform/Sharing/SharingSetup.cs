using System.ComponentModel;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Sharing;

/// <summary>Sharing of the records of a service with other organizations. Its store takes <see cref="ShareConfiguration"/>.</summary>
public static class SharingSetup
{
    public static IServiceCollection AddSharing<TRecords>(this IServiceCollection services) where TRecords : class, ISharedRecords =>
        services.AddScoped<ISharedRecords, TRecords>().AddScoped<Shares>();

    /// <param name="api">The public surface of the service.</param>
    /// <param name="record">What one record is called in the names of operations, such as <c>Process</c>.</param>
    /// <param name="keep">The permission to share, to end, and to see with whom.</param>
    /// <param name="read">The permission to read such records.</param>
    public static void MapSharing<TId>(this RouteGroupBuilder api, string record, Permission keep, Permission read) where TId : struct, IStrongId<TId>
    {
        var group = api.MapGroup($"/{TId.Collection}").WithTags("Shares");
        group.MapGet("/-/shares", ([AsParameters] PageRequest page, Shares shares, CancellationToken token) => shares.ListOwnAsync(TId.Collection, page, token))
            .Needs(read).WithName($"List{record}SharesWithUs").WithSummary("List what other organizations share with yours now");
        group.MapGet("/{record}/shares", (Guid record, [AsParameters] PageRequest page, [Description("Only those that count now, or only others.")] bool? open, Shares shares, CancellationToken token) =>
                shares.ListAsync(NameOf<TId>(record), page, open, token))
            .Needs(keep).WithName($"List{record}Shares").WithSummary("List with whom it is or was shared");
        group.MapPost("/{record}/shares", (Guid record, GiveShare request, Shares shares, CancellationToken token) => shares.GiveAsync(NameOf<TId>(record), request, token))
            .Needs(keep).WithName($"Share{record}").WithSummary("Share it with another organization, until a day")
            .WithDescription("Counts at once. What is Strictly Confidential is not shared.");
        group.MapPost("/{record}/shares/{share}:end", (Guid record, ShareId share, EndShare request, Shares shares, CancellationToken token) => shares.EndAsync(NameOf<TId>(record), share, request, token))
            .Needs(keep).WithName($"End{record}Share").WithSummary("End a share before its time");
    }

    private static string NameOf<TId>(Guid record) where TId : struct, IStrongId<TId> => ResourceName.Of(TId.From(record));

    /// <summary>To which organizations each of the records is open now; for an answer that goes on for minutes.</summary>
    public static async Task<ILookup<string, string>> SharedWithAsync(this ServiceDbContext db, IReadOnlyCollection<string> records, DateTime now, CancellationToken cancellationToken) =>
        (await db.Set<Share>().Where(s => records.Contains(s.Record)).Open(now).Select(s => new { s.Record, s.Organization }).ToListAsync(cancellationToken)).ToLookup(s => s.Record, s => s.Organization);

    /// <summary>Ends every share of a record: it is Strictly Confidential from now on, and whoever lowers that again decides anew whom it is shown.</summary>
    public static async Task EndSharesAsync(this ServiceDbContext db, string record, string reason, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var share in await db.Set<Share>().Where(s => s.Record == record && s.EndTime == null && s.UntilTime > now).ToListAsync(cancellationToken))
        {
            share.End(reason, by, now);
        }
    }

    /// <summary>Ends, with the caller's next save, every share of an erased record, and empties what they say of it.</summary>
    public static async Task ForgetSharesAsync(this ServiceDbContext db, string record, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var share in await db.Set<Share>().Where(s => s.Record == record).ToListAsync(cancellationToken))
        {
            share.Forget(now);
        }
    }
}
