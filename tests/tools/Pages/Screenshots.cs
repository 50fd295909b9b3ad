using Concord.Support;

namespace Concord.Pages;

internal static class Screenshots
{
    private static readonly string[] Languages = ["en", "ar", "zh", "fr", "ru", "es"];
    private static readonly int[] Widths = [360, 1280];
    private static readonly string[] Themes = ["light", "dark"];

    public static async Task TakeAsync(PagesOf pages, string name)
    {
        var folder = Repository.PathOf("TestResults", "pages");
        Directory.CreateDirectory(folder);
        foreach (var known in KnownPage.All.Where(p => p.Name.Contains(name, StringComparison.Ordinal)))
        {
            foreach (var look in from language in Languages from width in Widths from theme in Themes select new Look(language, width, theme))
            {
                var page = await pages.OpenAsync(known.Person, look);
                await page.GotoAsync(known.Path);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{known.Name}-{look.Language}-{look.Width}-{look.Theme}.png"), FullPage = true });
                await page.Context.CloseAsync();
            }
        }

        Console.WriteLine($"Pictures are in {folder}.");
    }
}
