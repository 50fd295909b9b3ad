using Concord.Support;
using Microsoft.Playwright;

namespace Concord.Pages;

/// <summary>What axe-core finds on a page against WCAG 2.2, levels A and AA.</summary>
public static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
          .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.split('\n').slice(1).join(' ').trim()}`))
        """;

    private static string File => Repository.PathOf("tests", "tools", "lint", "node_modules", "axe-core", "axe.min.js");

    /// <summary>What is missing on this machine; null where nothing is.</summary>
    public static string? Missing => System.IO.File.Exists(File) ? null : "axe-core is not installed: npm install in tests/tools/lint.";

    /// <summary>One line for each element that fails a rule. The page's scripts must run: axe waits for timers, and without scripts they may never come.</summary>
    /// <exception cref="TimeoutException">The rules did not end within a minute.</exception>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.EvaluateAsync(await System.IO.File.ReadAllTextAsync(File)); // past the page's policy, which keeps out every other script
        return [.. (await page.EvaluateAsync(Run).WaitAsync(TimeSpan.FromMinutes(1)))!.Value.EnumerateArray().Select(v => v.GetString()!)];
    }

    /// <summary>By how many pixels the page is wider than its window (WCAG 1.4.10).</summary>
    public static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
