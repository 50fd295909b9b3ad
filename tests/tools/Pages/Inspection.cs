namespace Concord.Pages;

internal static class Inspection
{
    private static readonly int[] Widths = [320, 768, 1280];

    /// <param name="pages">Where they are opened.</param>
    /// <param name="names">Parts of the names of those to look at; none for all.</param>
    /// <returns>How many elements fail.</returns>
    public static async Task<int> RunAsync(PagesOf pages, string[] names)
    {
        var found = 0;
        var inspected = KnownPage.All.Where(p => names.Length == 0 || names.Any(n => p.Name.Contains(n, StringComparison.Ordinal))).ToList();
        foreach (var known in inspected)
        {
            foreach (var look in from language in new[] { "en", "ar" } from theme in new[] { "light", "dark" } from width in Widths select new Look(language, width, theme))
            {
                var page = await pages.OpenAsync(known.Person, look);
                await page.GotoAsync(known.Path);
                var faults = (await Axe.FindAsync(page)).ToList();
                if (await Axe.OverflowAsync(page) is > 0 and var pixels)
                {
                    faults.Add($"reflow: the page is {pixels} pixels wider than its window");
                }

                faults.ForEach(f => Console.WriteLine($"{known.Name} {look.Language} {look.Width} {look.Theme}: {f}"));
                found += faults.Count;
                await page.Context.CloseAsync();
            }
        }

        Console.WriteLine($"{inspected.Count} pages, {inspected.Count * Widths.Length * 4} looks, {found} faults.");
        return found;
    }
}
