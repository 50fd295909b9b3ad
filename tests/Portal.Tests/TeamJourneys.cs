using System.Text.RegularExpressions;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Teams;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The Mediation Support Unit composes a team in a browser (R6).</summary>
public sealed class TeamJourneys(RunningPortal portal)
{
    private const string Days = "start=2027-02-01&end=2027-02-14&mode=REMOTE";

    [Theory, Rule("R6")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_team_is_composed_with_reasons_and_again_with_and_without_people(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync("/roster");
        await page.GetByRole(AriaRole.Link, new() { Name = say["team.title"] }).ClickAsync();
        await page.GetByLabel(say["team.largest"]).FillAsync("4");
        await page.GetByLabel(say["team.smallest"]).FillAsync("3");
        await page.GetByLabel(say["team.start"]).FillAsync("2027-02-01");
        await page.GetByLabel(say["team.end"]).FillAsync("2027-02-14");
        await page.GetByLabel(say["team.mode"]).SelectOptionAsync("REMOTE");
        await page.Locator("input[name=function][value=DRAFTING]").CheckAsync();
        await page.Locator("select[name=add1]").SelectOptionAsync("ar");
        await page.GetByLabel(say["team.womenLeast"]).FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = say["team.compose"], Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say["team.best"] })).ToBeVisibleAsync();
        await Expect(page.GetByText(new Regex($"{Regex.Escape(say["team.proven"])}|{Regex.Escape(say["team.unproven"])}")).First).ToBeVisibleAsync();
        var best = page.Locator("section").First;
        Assert.InRange(await best.Locator(".members > li").CountAsync(), 3, 4);
        await Expect(best.Locator("table")).ToContainTextAsync(say.Word("function", "DRAFTING"));
        await Expect(page.GetByLabel(say["team.largest"])).ToHaveValueAsync("4"); // what was asked stands beside the answer
        await Expect(page.Locator("select[name=language]")).ToHaveValueAsync("ar.WORKING");

        var first = await NameOfAsync(best, 0);
        await Act(best, 0, say["team.act.ban"]).ClickAsync();
        await Expect(page.Locator("section").First.Locator(".members")).Not.ToContainTextAsync(first);
        var kept = await NameOfAsync(page.Locator("section").First, 0);
        await Act(page.Locator("section").First, 0, say["team.act.pin"]).ClickAsync();
        foreach (var team in await page.Locator(".members").AllAsync())
        {
            await Expect(team).ToContainTextAsync(kept);
            await Expect(team).Not.ToContainTextAsync(first); // what was asked before still counts
        }

        await page.Context.CloseAsync();
    }

    [Theory, Rule("R6")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Where_no_team_is_possible_the_smallest_changes_are_one_click_away(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync($"{TeamWishes.Page}?largest=1&{Days}&language=ar.NATIVE&language=zh.NATIVE&expertise=CEASEFIRE.EXPERT&compose=1");
        await Expect(page.GetByText(say["team.impossible"])).ToBeVisibleAsync();
        Assert.NotEqual(0, await page.Locator(".empty li").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = say["team.giveUp"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say["team.best"] })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task What_cannot_be_asked_is_told_at_its_field_and_stays_as_it_was_typed(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: false));
        Assert.Equal(400, (await page.GotoAsync($"{TeamWishes.Page}?largest=many&start=2027-02-31&compose=1"))!.Status);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.number"]);
        await Expect(page.GetByLabel(say["team.largest"])).ToHaveValueAsync("many");
        await Expect(page.GetByLabel(say["team.start"])).ToHaveValueAsync("2027-02-31");

        await page.GotoAsync($"{TeamWishes.Page}?largest=2&smallest=3&{Days}&compose=1");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = say["team.largest"] }).ClickAsync(); // leads to the field
        Assert.EndsWith("#field-largest", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("#field-largest-wrong")).ToHaveTextAsync(say["fault.belowSmallest"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_was_ticked_in_the_roster_must_be_in_the_team_and_what_was_searched_for_is_asked()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        await page.GotoAsync("/roster?language=ar&level=WORKING&gender=WOMAN");
        var id = await page.Locator("input[name=profile]").First.GetAttributeAsync("value");
        await page.Locator("input[name=profile]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["team.composeTicked"] }).ClickAsync();
        await Expect(page.Locator($"input[name=pin][value='{id}']")).ToBeCheckedAsync();
        await Expect(page.Locator("select[name=language]")).ToHaveValueAsync("ar.WORKING");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_does_not_search_the_roster_composes_no_team()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync("monitor", new Look());
        Assert.Equal(403, (await page.GotoAsync(TeamWishes.Page))!.Status);
        await page.Context.CloseAsync();
    }

    private static async Task<string> NameOfAsync(ILocator team, int member) => (await team.Locator(".members > li").Nth(member).Locator("a.chip.person bdi").First.InnerTextAsync()).Trim();

    private static ILocator Act(ILocator team, int member, string text) => team.Locator(".members > li").Nth(member).Locator(".acts a").Filter(new() { HasText = text });
}
