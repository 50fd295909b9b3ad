using System.Diagnostics;
using System.Globalization;

namespace Concord.Pages;

internal static class Measurement
{
    private const int Visits = 3;
    private const int Requests = 200;
    private const int SlowProcessor = 4;

    public static async Task PrintAsync(PagesOf pages, string address, string name)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var line = new SlowLine(address);
        Console.WriteLine("| page | first visit | fast line: first paint / usable | slow line: first paint / usable | the same after another page | server time p50 / p95 |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var known in KnownPage.All.Where(p => p.Name.Contains(name, StringComparison.Ordinal)))
        {
            var fast = await VisitAsync(pages, known, null, 1);
            var slow = await VisitAsync(pages, known, line.Address, SlowProcessor);
            var next = await VisitAsync(pages, known, line.Address, SlowProcessor, after: "/platform");
            var server = await ServerTimesAsync(pages, known, address);
            Console.WriteLine($"| {known.Name} | {fast!.Bytes / 1000.0:0.0} kB | {fast.FirstPaint:0} / {fast.Usable:0} ms | {Seconds(slow)} | {Seconds(next)} | {server[Requests / 2]:0} / {server[Requests * 95 / 100]:0} ms |");
        }
    }

    /// <summary>The median of a few visits, each with an empty cache or after another page: nobody comes to a page of their own but over the sign-in page, which has the same style.</summary>
    private static async Task<Weight?> VisitAsync(PagesOf pages, KnownPage known, string? through, int slowdown, string? after = null)
    {
        List<Weight> visits = [];
        for (var i = 0; i < Visits; i++)
        {
            var page = await pages.OpenAsync(known.Person, new Look(), through);
            if (after is not null)
            {
                await page.GotoAsync(after);
            }

            visits.Add(await Weight.OfAsync(page, known.Path, slowdown));
            if (through is not null && !page.Url.StartsWith(through, StringComparison.Ordinal))
            {
                return null; // signing in leads to the platform's own address, past the line
            }

            await page.Context.CloseAsync();
        }

        return visits.OrderBy(v => v.Usable).ElementAt(Visits / 2);
    }

    private static string Seconds(Weight? weight) => weight is null ? "–" : $"{weight.FirstPaint / 1000:0.0} / {weight.Usable / 1000:0.0} s";

    private static async Task<List<double>> ServerTimesAsync(PagesOf pages, KnownPage known, string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (known.Person is { } person)
        {
            client.DefaultRequestHeaders.Add("Cookie", await pages.SessionAsync(person));
        }

        List<double> times = [];
        for (var i = 0; i < Requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(known.Path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }
}
