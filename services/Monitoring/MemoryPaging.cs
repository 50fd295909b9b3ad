using System.Globalization;
using Concord.Platform.Paging;

namespace Concord.Monitoring;

internal static class MemoryPaging
{
    /// <summary>
    /// One page of what had to be computed over a whole graph before it could be filtered, in the given order. The token holds the last key given out, so a
    /// page neither repeats nor skips when others add at the end.
    /// </summary>
    public static Page<TAnswer> PageOf<T, TAnswer>(this IEnumerable<T> rows, PageRequest request, string filter, Func<T, (DateTime Time, Guid Id)> keyOf, Func<T, TAnswer> map)
    {
        if (PageToken.Read(request.PageToken, filter, keys: 2) is { } after)
        {
            if (!DateTime.TryParseExact(after[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || !Guid.TryParse(after[1], out var id))
            {
                throw PageToken.NotOurs();
            }

            rows = rows.Where(r => keyOf(r).CompareTo((time, id)) > 0);
        }

        var page = rows.OrderBy(keyOf).Take(request.Size + 1).ToList();
        var last = page.Count > request.Size ? keyOf(page[request.Size - 1]) : ((DateTime Time, Guid Id)?)null;
        return new Page<TAnswer>([.. page.Take(request.Size).Select(map)], last is { } key ? PageToken.Make(filter, key.Time.ToString("O", CultureInfo.InvariantCulture), key.Id.ToString()) : null);
    }
}
