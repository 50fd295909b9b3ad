using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Persistence;

/// <summary>Records of which the caller is shown something without that they are loaded.</summary>
public static class ShownRecords
{
    /// <summary>The caller is shown something about each of these; entered as <see cref="ServiceDbContext.NoteRead"/> says.</summary>
    public static async Task NoteReadAsync<TRecord, TId>(this ServiceDbContext db, IEnumerable<TId> shown, CancellationToken cancellationToken)
        where TRecord : class, IListed<TId>, IClassifiedRecord where TId : struct, IStrongId<TId>
    {
        var ids = shown.Distinct().ToList();
        foreach (var record in await db.Set<TRecord>().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Classification }).ToListAsync(cancellationToken))
        {
            db.NoteRead(record.Id.ToString()!, record.Classification);
        }
    }
}
