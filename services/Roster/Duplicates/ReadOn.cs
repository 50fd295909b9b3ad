using Concord.Platform.Paging;

namespace Concord.Roster.Duplicates;

/// <summary>Fills a page with what is found with some of the items of a list, which is read on until the page is full.</summary>
internal static class ReadOn
{
    private const int LeastAtOnce = 20;

    /// <summary>It can be short or empty, and have another one behind it, where so many were looked at; and have some more items, for all that is found with one of them stands together.</summary>
    /// <param name="page">As asked for.</param>
    /// <param name="most">Once so many were looked at it reads no further.</param>
    /// <param name="readAsync">A page of the list.</param>
    /// <param name="findAsync">What is found with the items of one.</param>
    public static async Task<Page<TFound>> PageAsync<T, TFound>(PageRequest page, int most, Func<PageRequest, Task<Page<T>>> readAsync, Func<IReadOnlyList<T>, Task<List<TFound>>> findAsync)
    {
        List<TFound> found = [];
        for (var (part, lookedAt) = (page, 0); ;)
        {
            var read = await readAsync(part with { PageSize = Math.Max(page.Size - found.Count, LeastAtOnce) });
            found.AddRange(await findAsync(read.Items));
            lookedAt += read.Items.Count;
            if (read.NextPageToken is null || found.Count >= page.Size || lookedAt >= most)
            {
                return new Page<TFound>(found, read.NextPageToken);
            }

            part = part with { PageToken = read.NextPageToken };
        }
    }
}
