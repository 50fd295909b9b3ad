using Concord.Pages;
using Microsoft.Playwright;

namespace Concord.Portal.Tests;

/// <summary>What holds for every page; a page that is added to the list is held to it too.</summary>
public sealed class PageTests(RunningPortal portal)
{
    private const long MostBytes = 70_000;
    private static readonly int[] Widths = [320, 768, 1280];

    /// <summary>A sample: every page in one language and look, both languages and both looks on the whole; all of them by <c>tests/tools/Pages -- axe</c>.</summary>
    public static TheoryData<string, string, int, string> Looks => [.. KnownPage.All.Select((p, i) => (p.Name, i % 2 == 0 ? "en" : "ar", i % 4 < 2 ? 320 : 1280, i % 3 == 0 ? "dark" : "light"))];

    /// <summary>The other half in Arabic: what must hold in it holds for every page.</summary>
    public static TheoryData<string> NotYetInArabic => [.. KnownPage.All.Where((_, i) => i % 2 == 0).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_is_light_asks_nobody_else_can_be_used_by_everybody_and_fits_its_window(string name, string language, int width, string theme)
    {
        RunningPortal.NeedsChromium();
        var known = KnownPage.All.Single(p => p.Name == name);
        var page = await portal.Pages.OpenAsync(known.Person, new Look(language, width, theme));
        var weight = await Weight.OfAsync(page, known.Path);
        Assert.Empty(weight.Foreign);
        Assert.Empty(weight.Refused);
        Assert.InRange(weight.Bytes, 1, MostBytes);
        if (language == "ar")
        {
            await RequireMarkedAsync(page);
        }

        Assert.SkipWhen(Axe.Missing is not null, Axe.Missing ?? "");
        Assert.Empty(await Axe.FindAsync(page));
        foreach (var other in Widths)
        {
            await page.SetViewportSizeAsync(other, 800);
            Assert.Equal((other, 0), (other, await Axe.OverflowAsync(page)));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(NotYetInArabic))]
    public async Task A_page_in_a_script_of_its_own_marks_what_is_in_another(string name)
    {
        RunningPortal.NeedsChromium();
        var known = KnownPage.All.Single(p => p.Name == name);
        var page = await portal.Pages.OpenAsync(known.Person, new Look("ar"));
        await page.GotoAsync(known.Path);
        await RequireMarkedAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task RequireMarkedAsync(IPage page)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>(UnmarkedLatin));
        Assert.DoesNotMatch(@"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", await page.Locator("body").InnerTextAsync()); // no day is written as a program would
        Assert.Equal("rtl", await page.EvaluateAsync<string>("() => document.documentElement.dir"));
    }

    /// <summary>Texts of two Latin words or more in an Arabic page, outside what says its language or is a name (bdi, code).</summary>
    private const string UnmarkedLatin = """
        () => {
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n = walker.nextNode(); n; n = walker.nextNode()) {
            const own = n.parentElement.closest('[lang], bdi, code, kbd, script, .chip > i');
            if (own && !(own.lang && own.lang === 'ar')) continue;
            const text = n.textContent.replace(/\u2068[^\u2069]*\u2069/g, ' ').replace(/Concord|OpenAPI|API|UTC|status\.json/g, ' ');
            if (/[A-Za-z]{3,}\s+[A-Za-z]{2,}/.test(text)) found.push(text.trim());
          }
          return found;
        }
        """;
}
