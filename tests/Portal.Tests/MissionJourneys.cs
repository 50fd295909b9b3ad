using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A head of mission at work in a browser.</summary>
public sealed class MissionJourneys(RunningPortal portal)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task An_agreement_says_what_was_kept_on_a_day_and_what_was_not(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.agreements"] }).ClickAsync();
        await page.Locator("main tbody th a").First.ClickAsync();

        await page.Locator("#asOf").FillAsync("2022-09-01");
        await page.Locator("#level").SelectOptionAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        Assert.Contains("asOf=2022-09-01", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByText(say.Percent(35.8))).ToBeVisibleAsync();
        await Expect(page.Locator(".provisions > li")).ToHaveCountAsync(20);
        await Expect(page.Locator(".provisions .status.bad").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
