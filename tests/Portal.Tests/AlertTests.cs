using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Each person is told what needs that person, and nobody else's.</summary>
public sealed class AlertTests(RunningPortal portal)
{
    [Fact]
    public async Task A_head_of_mission_is_led_to_what_is_overdue()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(Scripts: false));
        await page.GotoAsync("/");
        await page.Locator(".alerts .bad a", new() { HasText = "overdue" }).ClickAsync();
        await Expect(page.Locator("#standing")).ToHaveValueAsync("OVERDUE");
        await Expect(page.Locator(".gantt .status.bad").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_decides_is_told_of_a_process_that_nobody_leads_and_an_officer_is_not()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var title = await portal.OpenProcessAsync();
        var process = await AdvanceAsync(title);
        var unled = say.With("alert.unled", ("process", title), ("state", say.Word("processState", "EARLY_ENGAGEMENT")));

        var support = await portal.Pages.OpenAsync("msu.officer", new Look(Scripts: false));
        await support.GotoAsync("/alerts");
        await support.GetByRole(AriaRole.Link, new() { Name = unled }).ClickAsync();
        Assert.EndsWith(process, support.Url, StringComparison.Ordinal);
        await support.Context.CloseAsync();

        var officer = await portal.Pages.OpenAsync("eccas.officer", new Look(Scripts: false));
        await officer.GotoAsync("/alerts");
        await Expect(officer.GetByRole(AriaRole.Heading, new() { Name = say["alerts.title"] })).ToBeVisibleAsync();
        await Expect(officer.GetByText(title)).ToHaveCountAsync(0);
        await officer.Context.CloseAsync();
    }

    private async Task<string> AdvanceAsync(string title)
    {
        using var client = SignIn.Client(portal.Address, await SignIn.TokenAsync(portal.Address, "msu.officer@un.example", portal.Passwords["msu.officer@un.example"]));
        var processes = await client.ReadAsync("/api/v1/processes?pageSize=500");
        var name = processes["items"].AsArray().Single(p => p!["title"]!.GetValue<string>() == title)!["name"]!.GetValue<string>();
        (await client.PostAsync($"/api/v1/{name}:advance", new { to = "EARLY_ENGAGEMENT", reason = "contacts" })).Is(HttpStatusCode.OK);
        return name;
    }
}
