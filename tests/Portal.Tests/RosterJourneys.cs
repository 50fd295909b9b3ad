using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The Mediation Support Unit at work in a browser.</summary>
public sealed class RosterJourneys(RunningPortal portal)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task People_are_found_by_facets_with_the_reason_looked_at_and_compared(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.roster"] }).ClickAsync();

        await page.Locator("input[name=language][value=ar]").CheckAsync();
        await page.Locator("input[name=expertise][value=CEASEFIRE]").CheckAsync();
        await page.Locator("input[name=gender][value=WOMAN]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["roster.search"] }).First.ClickAsync();
        Assert.Contains("expertise=CEASEFIRE", page.Url, StringComparison.Ordinal);
        Assert.Equal(scripts, !page.Url.Contains("text=&", StringComparison.Ordinal)); // what was left empty is no part of the address, where a script can leave it out
        var people = page.Locator("main a.chip.person");
        Assert.InRange(await people.CountAsync(), 2, 100);
        await Expect(page.GetByText(say.Word("expertise", "CEASEFIRE")).First).ToBeVisibleAsync();

        var name = await people.First.InnerTextAsync();
        await people.First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name.Split('\n')[^1]);
        Assert.DoesNotContain("@", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal); // no contact data
        await page.GoBackAsync();

        await page.Locator("input[name=profile]").Nth(0).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["roster.search"] }).First.ClickAsync();
        await Expect(page.Locator("input[name=profile]").Nth(0)).ToBeCheckedAsync(); // looking further loses nobody
        await page.Locator("input[name=profile]").Nth(1).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["compare.do"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(page.Locator("main a.chip.person")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R16")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Whoever_has_a_stake_in_the_conflict_is_marked_with_the_ground_and_can_be_left_out(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: false));
        await page.GotoAsync("/roster?language=sw&conflict=KEN&conflict=UGA&conflict=TZA&conflict=RWA&conflict=BDI&conflict=COD");
        Assert.NotEqual(0, await page.Locator(".hits .flags").CountAsync());
        var all = await page.Locator("h2").First.InnerTextAsync();
        await page.Locator("input[name=unconflicted]").CheckAsync();
        await page.Locator("select[name=notice]").SelectOptionAsync("90");
        await page.GetByRole(AriaRole.Button, new() { Name = say["roster.search"] }).First.ClickAsync();
        await Expect(page.Locator(".hits .flags")).ToHaveCountAsync(0);
        Assert.NotEqual(all, await page.Locator("h2").First.InnerTextAsync());
        await Expect(page.Locator(".wishes")).ToContainTextAsync(say["wish.unconflicted"]);

        await page.GotoAsync("/roster?trained=MEDIATION");
        await Expect(page.Locator(".hits .why").First).ToContainTextAsync(say.With("wish.trained", ("what", say.Word("trained", "MEDIATION"))));
        await page.Locator("input[name=function]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["roster.search"] }).First.ClickAsync();
        await Expect(page.Locator("input[name=function]:checked")).ToHaveCountAsync(1);
        Assert.NotEqual(0, await page.Locator(".hits .why").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_of_results_whose_place_is_no_longer_known_begins_anew()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        var answer = await page.GotoAsync("/roster?language=ar&pageToken=of-another-search");
        Assert.Equal(200, answer!.Status);
        Assert.EndsWith("/roster?language=ar", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("main a.chip.person").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_does_not_fit_beside_the_others_is_named_and_comes_next()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        await page.GotoAsync("/roster?gender=WOMAN");
        for (var person = 0; person < 7; person++)
        {
            await page.Locator("input[name=profile]").Nth(person).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = say["compare.do"] }).ClickAsync();
        var people = page.Locator("th a.chip.person");
        await Expect(people).ToHaveCountAsync(6);
        var notice = page.Locator("main .notice", new() { HasText = "Six people fit" });
        await Expect(notice).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["compare.out"] }).First.ClickAsync();
        await Expect(notice).ToHaveCountAsync(0);
        await Expect(people).ToHaveCountAsync(6);
        await page.Context.CloseAsync();
    }
}
