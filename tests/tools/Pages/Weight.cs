using Microsoft.Playwright;

namespace Concord.Pages;

/// <summary>What a first visit to a page costs on the wire, and what it asked for that it should not.</summary>
/// <param name="Bytes">All answers as they came, with their headers.</param>
/// <param name="Foreign">Addresses of other hosts.</param>
/// <param name="Refused">What the content security policy stopped.</param>
/// <param name="FirstPaint">Milliseconds until something is seen.</param>
/// <param name="Usable">Milliseconds until the whole page is there to read and click.</param>
public sealed record Weight(long Bytes, IReadOnlyList<string> Foreign, IReadOnlyList<string> Refused, double FirstPaint, double Usable)
{
    private const string Times = """
        () => { const n = performance.getEntriesByType('navigation')[0]; const p = performance.getEntriesByName('first-contentful-paint')[0];
          return [p ? p.startTime : 0, n.domContentLoadedEventEnd]; }
        """;

    /// <param name="page">A fresh window.</param>
    /// <param name="path">The page to visit.</param>
    /// <param name="slowdown">How many times slower the processor is.</param>
    public static async Task<Weight> OfAsync(IPage page, string path, int slowdown = 1)
    {
        long bytes = 0;
        List<string> foreign = [];
        List<string> refused = [];
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
        devtools.Event("Network.loadingFinished").OnEvent += (_, e) => Interlocked.Add(ref bytes, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());
        page.Request += (_, r) =>
        {
            if (new Uri(r.Url) is { Scheme: "http" or "https", Host: not "127.0.0.1" })
            {
                foreign.Add(r.Url);
            }
        };
        page.Console += (_, m) =>
        {
            if (m.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                refused.Add(m.Text);
            }
        };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        var times = await page.EvaluateAsync<double[]>(Times);
        return new Weight(bytes, foreign, refused, times[0], times[1]);
    }
}
