using System.Globalization;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using Language = Concord.Platform.Texts.Language;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A strategy and an inclusion plan, written and approved in a browser.</summary>
public sealed class InclusionJourneys(RunningPortal portal)
{
    [Theory, Rule("R47"), Rule("R54"), Rule("R158")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_strategy_is_approved_after_a_vulnerable_group_was_asked_and_an_inclusion_plan_is_written(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await LinkAsync("strategy.title");
        await Expect(page.GetByText(say["strategy.none"])).ToBeVisibleAsync();
        await LinkAsync("strategy.edit");
        await FillAsync("aims", "A ceasefire before the rains");
        await FillAsync("approach", "The wells first");
        await FillAsync("reviewOn", Day(90));
        await ButtonAsync("strategy.edit");
        await Expect(page.GetByText(say["done.strategyWritten"])).ToBeVisibleAsync();
        await ButtonAsync("strategy.approve");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.PRE_CONSULTATION_REQUIRED"]);

        await LinkAsync("inclusionAct.preConsultations.new");
        await FillAsync("on", Day(-10));
        await FillAsync("heldBy", "Gender adviser");
        await FillAsync("said", "The wells are ours too.");
        await ButtonAsync("inclusionAct.preConsultations.new");
        await Expect(page.Locator("[id='field-groups'] .wrong")).ToContainTextAsync(say["fault.atLeastOne"]);
        await Expect(Field("said")).ToHaveValueAsync("The wells are ours too.");
        await page.GetByLabel(say["inclusionGroup.WOMENS_GROUPS"]).CheckAsync();
        await page.GetByLabel(say["inclusionGroup.YOUTH"]).CheckAsync();
        await ButtonAsync("inclusionAct.preConsultations.new");
        await Expect(page.GetByText(say["done.recorded"])).ToBeVisibleAsync();
        await ButtonAsync("strategy.approve");
        await Expect(page.GetByText(say["done.strategyApproved"])).ToBeVisibleAsync();

        await LinkAsync("inclusion.title");
        await LinkAsync("inclusion.edit");
        await FillAsync("principles.title", "Nothing about us without us");
        await FillAsync("principles.reference", "Annex");
        await FillAsync("principles.on", Day(-20));
        await Field("groups[1].group").SelectOptionAsync("YOUTH"); // the first row stays empty
        await FillAsync("groups[1].responsible", "Youth adviser");
        await FillAsync("excludedParties[0].party", "Front of the River");
        await FillAsync("excludedParties[0].reason", "It did not come.");
        await ButtonAsync("inclusion.edit");
        await Expect(page.Locator("[id='field-groups[1].channel-wrong']")).ToBeVisibleAsync();
        await Expect(Field("groups[1].responsible")).ToHaveValueAsync("Youth adviser");
        await FillAsync("groups[1].channel", "Weekly forum");
        await ButtonAsync("inclusion.edit");
        await Expect(page.GetByText(say["done.inclusionWritten"])).ToBeVisibleAsync();
        await Expect(page.GetByText("It did not come.")).ToBeVisibleAsync();

        await LinkAsync("inclusionAct.exclusionFlags.new");
        await FillAsync("party", "Front of the River");
        await FillAsync("assessment", "It fired at the monitors.");
        await FillAsync("reviewOn", Day(30));
        await ButtonAsync("inclusionAct.exclusionFlags.new");
        await Expect(page.GetByText("It fired at the monitors.")).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await page.GetByRole(AriaRole.Link, new() { Name = say.With("recorded.withdrawOne", ("what", "Front of the River")) }).ClickAsync();
        await FillAsync("reason", "It was another group.");
        await ButtonAsync("recorded.withdraw");
        await Expect(page.GetByText(say["done.recordWithdrawn"])).ToBeVisibleAsync();
        await Expect(page.GetByText("It was another group.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task ButtonAsync(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true }).ClickAsync();
    }

    [Theory]
    [InlineData("head.of.mission", 200, 403)]
    [InlineData("analyst", 403, 403)]
    public async Task Who_reads_the_talks_only_is_offered_no_form_and_others_read_nothing(string person, int list, int form)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("strategy", list), ("inclusion", list), ("strategy/edit", form), ("inclusion/edit", form), ("preConsultations/new", form), ("exclusionFlags/new", form) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
            Assert.Equal(0, await page.Locator("main a[href$='/edit'], main a[href$='/new']").CountAsync());
        }

        await page.Context.CloseAsync();
    }

    private static string Day(int fromNow) => DateTime.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
