namespace Concord.Pages;

internal static class Inspection
{
    private static readonly int[] Widths = [320, 768, 1280];

    /// <returns>How many elements fail.</returns>
    public static async Task<int> RunAsync(PagesOf pages)
    {
        var found = 0;
        foreach (var known in KnownPage.All)
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

        Console.WriteLine($"{KnownPage.All.Count} pages, {KnownPage.All.Count * Widths.Length * 4} looks, {found} faults.");
        return found;
    }
}
