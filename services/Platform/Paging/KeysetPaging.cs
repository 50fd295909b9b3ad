using System.Globalization;
using System.Linq.Expressions;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Paging;

/// <summary>A record that lists in the order of its making.</summary>
public interface IListed<TId> where TId : struct, IStrongId<TId>
{
    TId Id { get; }
    DateTime CreateTime { get; }
}

public static class KeysetPaging
{
    /// <summary>One page by (create time, id): no gap and no overlap while others write, and no count of what a caller may not see.</summary>
    /// <param name="query">Already filtered by what the caller may see.</param>
    /// <param name="request">Size and token.</param>
    /// <param name="filter">Text of the filter, bound into the token.</param>
    /// <param name="map">From record to answer.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async Task<Page<TAnswer>> PageAsync<T, TId, TAnswer>(
        this IQueryable<T> query, PageRequest request, string filter, Func<T, TAnswer> map, CancellationToken cancellationToken)
        where T : class, IListed<TId> where TId : struct, IStrongId<TId>
    {
        var size = request.Size;
        if (PageToken.Read(request.PageToken, filter, keys: 2) is { } after)
        {
            if (!DateTime.TryParseExact(after[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || !Guid.TryParse(after[1], out var id))
            {
                throw PageToken.NotOurs();
            }

            query = query.Where(After<T, TId>(time, TId.From(id)));
        }

        var rows = await query.OrderBy(r => r.CreateTime).ThenBy(r => r.Id).Take(size + 1).AsNoTracking().ToListAsync(cancellationToken);
        var last = rows.Count > size ? rows[size - 1] : null;
        return new Page<TAnswer>(
            rows.Take(size).Select(map).ToList(),
            last is null ? null : PageToken.Make(filter, last.CreateTime.ToString("O", CultureInfo.InvariantCulture), last.Id.Value.ToString()));
    }

    private static Expression<Func<T, bool>> After<T, TId>(DateTime time, TId id) where T : IListed<TId> where TId : struct, IStrongId<TId>
    {
        var row = Expression.Parameter(typeof(T), "row");
        var rowTime = Expression.Property(row, nameof(IListed<>.CreateTime));
        var rowId = Expression.Property(row, nameof(IListed<>.Id));
        // Captured in an object, so that EF sends parameters and caches one plan.
        var position = Expression.Constant(new Position<TId>(time, id));
        var lastTime = Expression.Property(position, nameof(Position<>.Time));
        var lastId = Expression.Property(position, nameof(Position<>.Id));
        return Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(
                Expression.GreaterThan(rowTime, lastTime),
                Expression.AndAlso(Expression.Equal(rowTime, lastTime), Expression.GreaterThan(rowId, lastId))),
            row);
    }

    private sealed record Position<TId>(DateTime Time, TId Id);
}
