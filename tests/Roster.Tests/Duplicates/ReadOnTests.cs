using System.Globalization;
using Concord.Platform.Paging;
using Concord.Roster.Duplicates;

namespace Concord.Roster.Tests.Duplicates;

/// <summary>Pages of what is found with few of many: here with every so many of the numbers from 0.</summary>
public sealed class ReadOnTests
{
    private int _lookedAt;

    [Theory]
    [InlineData(1000, 1, 5, 1000, 20, 20, "20")]
    [InlineData(1000, 1, 50, 1000, 50, 50, "50")]
    [InlineData(1000, 10, 50, 1000, 503, 51, "503")]
    [InlineData(1000, 100, 50, 50, 50, 1, "50")]
    [InlineData(1000, 100, 50, 60, 99, 1, "99")]
    [InlineData(40, 100, 50, 60, 40, 1, null)]
    public async Task A_page_is_read_on_until_it_is_full_or_so_many_were_looked_at_or_the_list_is_over(int all, int every, int size, int most, int lookedAt, int found, string? next)
    {
        var page = await ReadAsync(new PageRequest { PageSize = size }, all, every, most);
        Assert.Equal((lookedAt, found, next), (_lookedAt, page.Items.Count, page.NextPageToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(1000)]
    public async Task Whatever_the_bound_is_all_is_found_once_by_whoever_goes_on(int most)
    {
        List<int> found = [];
        for (PageRequest? page = new PageRequest { PageSize = 25 }; page is { } asked;)
        {
            var read = await ReadAsync(asked, 500, 7, most);
            found.AddRange(read.Items);
            page = read.NextPageToken is null ? null : asked with { PageToken = read.NextPageToken };
        }

        Assert.Equal(Enumerable.Range(0, 500).Where(i => i % 7 == 0), found);
        Assert.Equal(500, _lookedAt);
    }

    private Task<Page<int>> ReadAsync(PageRequest page, int all, int every, int most) => ReadOn.PageAsync(
        page, most,
        part =>
        {
            var begin = part.PageToken is null ? 0 : int.Parse(part.PageToken, CultureInfo.InvariantCulture);
            var items = Enumerable.Range(begin, Math.Min(part.Size, all - begin)).ToList();
            _lookedAt += items.Count;
            return Task.FromResult(new Page<int>(items, begin + items.Count < all ? $"{begin + items.Count}" : null));
        },
        items => Task.FromResult(items.Where(i => i % every == 0).ToList()));
}
