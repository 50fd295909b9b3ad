using Concord.Support;

namespace Concord.Pages;

internal static class Screenshots
{
    private static readonly string[] Languages = ["en", "ar", "zh", "fr", "ru", "es"];
    private static readonly int[] Widths = [360, 1280];
    private const int Tallest = 8000; // a long list goes on as it begins
    private static readonly string[] Themes = ["light", "dark"];

    public static async Task TakeAsync(PagesOf pages, string name)
    {
        var folder = Repository.PathOf("TestResults", "pages");
        Directory.CreateDirectory(folder);
        var pictures = from known in KnownPage.All from language in Languages from width in Widths from theme in Themes
                       select (Page: known, Look: new Look(language, width, theme), Name: $"{known.Name}-{language}-{width}-{theme}");
        foreach (var picture in pictures.Where(p => p.Name.Contains(name, StringComparison.Ordinal)))
        {
            var page = await pages.OpenAsync(picture.Page.Person, picture.Look);
            await page.GotoAsync(picture.Page.Path);
            var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{picture.Name}.png"), FullPage = true,
                Clip = new() { X = 0, Y = 0, Width = picture.Look.Width, Height = Math.Min(height, Tallest) },
            });
            await page.Context.CloseAsync();
        }

        Console.WriteLine($"Pictures are in {folder}.");
    }
}
