using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>What is compared before somebody is designated, entered in a browser and read beside what was tried before.</summary>
public sealed class ComparisonJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R29"), Rule("R30"), Rule("R158")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Mediation_support_says_what_it_knows_of_a_candidate_beside_what_failed_before_and_takes_it_back(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        using (var support = await portal.AsAsync($"{Support}@un.example"))
        {
            (await support.PostAsync($"/api/v1/{process}/attempts", new
            {
                who = "A forum of elders",
                by = "LOCAL_NGO",
                form = "FACILITATION",
                from = "2019-01-01",
                until = "2019-12-31",
                outcome = "BROKEN_OFF",
                reason = "One side left.",
                source = "Its final report",
            })).Is(HttpStatusCode.Created);
        }

        var page = await portal.Pages.OpenAsync(Support, new Look(language, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await LinkAsync("finding.comparison");
        await Expect(page.GetByText(say.Count("ground.attempts.failed", 1))).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=attempts]").GetByText("One side left.")).ToBeVisibleAsync();

        await LinkAsync("compared.statement.new");
        await ChooseAsync("organization", WellKnown.Organization("IGAD"));
        await ChooseAsync("criterion", "UNIVERSAL_COMMITMENT");
        await FillAsync("statement", "Its office is on the lake.");
        await FillAsync("evidence", "Headquarters agreement");
        await SaveAsync();
        await Expect(page.Locator("#field-criterion-wrong")).ToContainTextAsync(say["compared.notOfKind"]);
        await Expect(page.Locator("#field-statement")).ToHaveValueAsync("Its office is on the lake.");
        await ChooseAsync("criterion", "PROXIMITY");
        await SaveAsync();
        await Expect(page.GetByRole(AriaRole.Table).First.GetByText("Its office is on the lake.")).ToBeVisibleAsync();

        await LinkAsync("compared.acceptance.new");
        await ChooseAsync("organization", WellKnown.Organization("IGAD"));
        await FillAsync("party", "Association of fishers");
        await ChooseAsync("position", "OBJECTS");
        await FillAsync("on", "2025-01-15");
        await FillAsync("source", "Letter of its chair");
        await SaveAsync();
        await Expect(page.GetByRole(AriaRole.Table).First.GetByRole(AriaRole.Listitem)).ToContainTextAsync(say.Word("partyPosition", "OBJECTS"));

        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = say.Word("criterion", "PROXIMITY") }).GetByRole(AriaRole.Link, new() { Name = say["compared.takeBack"] }).ClickAsync();
        await Expect(page.GetByText("Its office is on the lake.")).ToBeVisibleAsync();
        await FillAsync("reason", "The office has moved.");
        await page.GetByRole(AriaRole.Button, new() { Name = say["compared.takeBack"] }).ClickAsync();
        await Expect(page.GetByText(say["done.takenBack"])).ToBeVisibleAsync();
        await Expect(page.GetByText("Its office is on the lake.")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task FillAsync(string field, string text) => page.Locator($"#field-{field}").FillAsync(text);
        Task ChooseAsync(string field, string value) => page.Locator($"#field-{field}").SelectOptionAsync(value);
        Task SaveAsync() => page.GetByRole(AriaRole.Button, new() { Name = say["ground.save"], Exact = true }).ClickAsync();
    }
}
