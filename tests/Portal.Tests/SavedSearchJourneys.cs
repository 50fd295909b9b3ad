using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Searches that a person keeps, in a browser (R27).</summary>
public sealed class SavedSearchJourneys(RunningPortal portal)
{
    [Theory, Rule("R27")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task The_present_search_is_saved_run_watched_renamed_and_deleted(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var name = $"Search {Guid.NewGuid():N}";
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync("/roster?language=ar&level=FLUENT&gender=WOMAN&start=2027-02-01&end=2027-02-14&mode=REMOTE");
        var count = await page.Locator(".roster h2").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["savedSearch.save"] }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(say.Word("gender", "WOMAN"));
        await page.Locator("#field-displayName").FillAsync(name);
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.searchSaved"])).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(count); // run anew, it finds the same people
        await Expect(page.Locator("main")).ToContainTextAsync(say["savedSearch.notWatched"]);
        await Usable.RequireAsync(page);
        var search = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = say["savedSearch.open"] }).ClickAsync();
        Assert.Contains("level=FLUENT", page.Url, StringComparison.Ordinal);
        Assert.Contains("start=2027-02-01", page.Url, StringComparison.Ordinal);

        await page.GotoAsync($"{search}/edit");
        await page.Locator("#field-displayName").FillAsync($"{name} anew");
        await page.Locator("#field-alert").SelectOptionAsync("yes");
        await SubmitAsync(page);
        await Expect(page.Locator("main")).ToContainTextAsync(say["savedSearch.watched"]);
        await page.GotoAsync("/savedSearches");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{name} anew" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["savedSearch.forget"] }).ClickAsync();
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.searchForgotten"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = $"{name} anew" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R27")]
    public async Task A_search_of_somebody_else_is_nowhere_and_one_that_finds_too_many_is_not_watched()
    {
        RunningPortal.NeedsChromium();
        using var chief = await portal.AsAsync("msu.chief@un.example");
        var search = $"/{(await chief.PostAsync("/api/v1/savedSearches", new { displayName = "Mine", search = new { text = "Ama" } })).Is(HttpStatusCode.Created).TextOf("name")}";
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        Assert.Equal(404, (await page.GotoAsync(search))!.Status);
        await page.GotoAsync("/savedSearches/new");
        await page.Locator("#field-displayName").FillAsync("Everybody");
        await page.Locator("#field-alert").SelectOptionAsync("yes");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.SEARCH_TOO_WIDE"]);
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R27")]
    public async Task Whoever_keeps_no_searches_is_shown_no_way_to_them()
    {
        RunningPortal.NeedsChromium();
        var officer = await portal.Pages.OpenAsync("igad.officer", new Look());
        await officer.GotoAsync("/roster?gender=WOMAN");
        await Expect(officer.Locator("main ul.wishes")).ToBeVisibleAsync();
        await Expect(officer.Locator("a[href^='/savedSearches']")).ToHaveCountAsync(0);
        Assert.Equal(403, (await officer.GotoAsync("/savedSearches/new?gender=WOMAN"))!.Status);
        await Expect(officer.Locator("main form")).ToHaveCountAsync(0);
        await officer.Context.CloseAsync();
        var desk = await portal.Pages.OpenAsync("msu.officer", new Look());
        await desk.GotoAsync("/roster?gender=WOMAN");
        await Expect(desk.Locator("a[href^='/savedSearches']")).ToHaveCountAsync(2);
        await desk.Context.CloseAsync();
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
