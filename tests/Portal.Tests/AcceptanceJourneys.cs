using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>How parties take a person: recorded, searched by and withdrawn, in a browser (R27).</summary>
public sealed class AcceptanceJourneys(RunningPortal portal)
{
    [Theory, Rule("R27")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task What_a_party_says_of_a_person_is_recorded_shows_in_a_search_and_is_withdrawn(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        using var support = await portal.AsAsync("msu.officer@un.example");
        var found = (await support.PostAsync("/api/v1/profiles:search", new { genders = new[] { "MAN" }, pageSize = 1 }, key: "")).Is(HttpStatusCode.OK);
        var (person, name) = (found.TextOf("items.0.name")["profiles/".Length..], found.TextOf("items.0.displayName"));

        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync($"/roster/{person}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["acceptances.record"] }).ClickAsync();
        await page.Locator("#field-process").SelectOptionAsync(process);
        await page.Locator("#field-party").FillAsync("Front of the shore");
        await page.Locator("#field-position").SelectOptionAsync("ACCEPTS");
        await page.Locator("#field-on").FillAsync("2070-01-01");
        await page.Locator("#field-source").FillAsync("Said to the envoy.");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.notFuture"]);
        await page.Locator("#field-on").FillAsync("2024-05-01");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.acceptanceRecorded"])).ToBeVisibleAsync();
        await Usable.RequireAsync(page);

        await page.GotoAsync("/roster");
        await page.Locator("#process").SelectOptionAsync(process.Split('/')[^1]);
        await page.Locator("#acceptability").SelectOptionAsync("ACCEPTED");
        await page.GetByRole(AriaRole.Button, new() { Name = say["roster.search"] }).First.ClickAsync();
        await Expect(page.Locator("main .hits > li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".hits")).ToContainTextAsync("Front of the shore");
        await Expect(page.Locator(".hits .why")).ToContainTextAsync(say.Word("acceptability", "ACCEPTED"));
        await Usable.RequireAsync(page);
        await page.Locator(".hits a.chip.person").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(name);

        await page.Locator("tr", new() { HasText = "Front of the shore" }).Locator("a[href$='/withdraw']").First.ClickAsync();
        await page.Locator("#field-reason").FillAsync("Of somebody else.");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.acceptanceWithdrawn"])).ToBeVisibleAsync();
        await Expect(page.Locator("#acceptances ~ .tablewrap")).ToContainTextAsync("Of somebody else.");
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R27")]
    public async Task A_lead_mediator_is_offered_the_processes_that_the_own_organization_leads_and_finds_by_them()
    {
        RunningPortal.NeedsChromium();
        var (led, (_, other)) = (await portal.LedProcessAsync(), await portal.NewProcessAsync());
        var page = await portal.Pages.OpenAsync("lead.mediator", new Look(Scripts: false));
        await page.GotoAsync("/roster");
        await Expect(page.Locator($"#process option[value='{led.Split('/')[^1]}']")).ToHaveCountAsync(1);
        await Expect(page.Locator($"#process option[value='{other.Split('/')[^1]}']")).ToHaveCountAsync(0);
        await page.Locator("#process").SelectOptionAsync(led.Split('/')[^1]);
        await page.GetByRole(AriaRole.Button, new() { Name = PortalTexts.In(Language.English)["roster.search"] }).First.ClickAsync();
        await Expect(page.Locator(".wishes")).ToContainTextAsync("Process ");
        await page.Context.CloseAsync();
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
