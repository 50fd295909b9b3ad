using System.Globalization;
using System.Net;
using Concord.Contracts.Reference;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using Language = Concord.Platform.Texts.Language;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>What goes to the Security Council, and what its missions recommended, in a browser.</summary>
public sealed class CouncilJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R41"), Rule("R42")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_summary_is_begun_edited_and_issued_and_the_recommendation_of_a_mission_is_followed(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await LinkAsync("council.title");
        await LinkAsync("summaryAct.new");
        await FillAsync("from", Day(-1));
        await FillAsync("until", Day(-30));
        await ButtonAsync("summaryAct.new");
        await Expect(page.Locator("[id='field-until-wrong']")).ToContainTextAsync(say["fault.beforeFirst"]);
        await Expect(Field("from")).ToHaveValueAsync(Day(-1));
        await FillAsync("from", Day(-60));
        await ButtonAsync("summaryAct.new");
        await Expect(page.GetByText(say["done.summaryBegun"])).ToBeVisibleAsync();
        await LinkAsync("summaryAct.edit");
        await FillAsync("sections[3].text", "A second round in May.");
        await ButtonAsync("summaryAct.edit");
        await Expect(page.GetByText("A second round in May.")).ToBeVisibleAsync();
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await ButtonAsync("summary.issue");
        await Expect(page.GetByText(say["done.summaryIssued"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["summary.correct"], Exact = true })).ToBeVisibleAsync();

        await page.GotoAsync($"/{process}/council");
        await LinkAsync("councilMissionAct.new");
        await FillAsync("objective", "To hear both shores.");
        await FillAsync("coordination", "With the regional division.");
        await FillAsync("from", Day(-20));
        await FillAsync("until", Day(-18));
        await ButtonAsync("councilMissionAct.new");
        await Expect(page.Locator("[id='field-members'] .wrong")).ToContainTextAsync(say["fault.atLeastOne"]);
        await page.Locator($"input[value='{WellKnown.Organization("UN")}']").CheckAsync();
        await ButtonAsync("councilMissionAct.new");
        await Expect(page.GetByText("To hear both shores.")).ToBeVisibleAsync();
        await page.GetByText(say["councilMissionAct.recommend"], new() { Exact = true }).ClickAsync();
        await FillAsync("text", "Open the wells.");
        await ButtonAsync("councilMissionAct.recommend");
        await page.GetByText(say["councilMissionAct.followUp"], new() { Exact = true }).ClickAsync();
        await Field("status").SelectOptionAsync("CARRIED_OUT");
        await FillAsync("text", "Both are open.");
        await ButtonAsync("councilMissionAct.followUp");
        await Expect(page.GetByText("Both are open.")).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await page.GetByText(say["councilMissionAct.withdraw"], new() { Exact = true }).ClickAsync();
        await FillAsync("reason", "Entered twice.");
        await ButtonAsync("councilMissionAct.withdraw");
        await Expect(page.GetByText("Entered twice.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task ButtonAsync(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true }).ClickAsync();
    }

    [Fact, Rule("R41")]
    public async Task Others_see_no_draft_and_are_offered_no_form()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (_, process) = await portal.NewProcessAsync();
        using var support = await portal.AsAsync("msu.officer@un.example");
        var draft = (await support.PostAsync($"/api/v1/{process}/councilSummaries", new { from = Day(-60), until = Day(-1), classification = "UNCLASSIFIED" })).Is(HttpStatusCode.Created).TextOf("name");
        var page = await portal.Pages.OpenAsync("igad.officer", new Look());
        await page.GotoAsync($"/{process}/council");
        await Expect(page.GetByText(say["council.summaries.none"])).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("main a[href$='/new']").CountAsync());
        Assert.Equal((404, 403), ((await page.GotoAsync($"/{draft}"))!.Status, (await page.GotoAsync($"/{process}/councilMissions/new"))!.Status));
        await page.Context.CloseAsync();
    }

    private static string Day(int fromNow) => DateTime.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
