using Concord.Support;

namespace Concord.Pages;

internal static class Screenshots
{
    private static readonly string[] Languages = ["en", "ar", "zh", "fr", "ru", "es"];
    private static readonly int[] Widths = [360, 1280];
    private const int Tallest = 8000; // a long list goes on as it begins
    private static readonly string[] Themes = ["light", "dark"];

    /// <summary>The pictures of the README: few and small.</summary>
    private static readonly (string Page, Look Look, int Height)[] Tour =
    [
        ("process-claims", new Look("en", 1120), 700),
        ("roster-filtered", new Look("en", 1120), 700),
        ("schedule-overdue", new Look("ar"), 800),
        ("home-mission", new Look("fr", 360, "dark"), 640),
    ];

    public static async Task TakeTourAsync(PagesOf pages)
    {
        var folder = Repository.PathOf("docs", "pictures");
        Directory.CreateDirectory(folder);
        foreach (var (name, look, height) in Tour)
        {
            var known = KnownPage.All.Single(p => p.Name == name);
            var page = await pages.OpenAsync(known.Person, look);
            await page.GotoAsync(known.Path);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Clip = new() { X = 0, Y = 0, Width = look.Width, Height = height } });
            await page.Context.CloseAsync();
        }
    }

    public static async Task TakeAsync(PagesOf pages, string[] names)
    {
        var folder = Repository.PathOf("TestResults", "pages");
        Directory.CreateDirectory(folder);
        var pictures = from known in KnownPage.All
                       from language in Languages
                       from width in Widths
                       from theme in Themes
                       select (Page: known, Look: new Look(language, width, theme), Name: $"{known.Name}-{language}-{width}-{theme}");
        foreach (var picture in pictures.Where(p => names.Length == 0 || names.Any(n => p.Name.Contains(n, StringComparison.Ordinal))))
        {
            var page = await pages.OpenAsync(picture.Page.Person, picture.Look);
            await page.GotoAsync(picture.Page.Path);
            var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{picture.Name}.png"),
                FullPage = true,
                Clip = new() { X = 0, Y = 0, Width = picture.Look.Width, Height = Math.Min(height, Tallest) },
            });
            await page.Context.CloseAsync();
        }

        Console.WriteLine($"Pictures are in {folder}.");
    }
}
