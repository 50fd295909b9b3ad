using System.Globalization;
using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Insider-reconcilers in a browser, for the few who may (R17).</summary>
public sealed class InsiderJourneys(RunningPortal portal)
{
    [Theory, Rule("R17")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_insider_is_recorded_with_consent_listed_without_a_name_read_and_closed(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("msu.chief", new Look(language, Scripts: scripts));
        await page.GotoAsync("/insiders");
        await page.GetByRole(AriaRole.Link, new() { Name = say["insiders.record"] }).ClickAsync();
        var name = $"Nyandeng {Guid.NewGuid():N}";
        await page.Locator("#field-kind").SelectOptionAsync("TEACHER");
        await page.Locator("#field-displayName").FillAsync(name);
        await page.Locator("#field-gender").SelectOptionAsync("WOMAN");
        await page.Locator("#field-country").SelectOptionAsync("TCD");
        await page.Locator("#field-abilities").FillAsync("Is listened to by both villages.");
        await page.Locator("#field-exposedToReprisals").FillAsync("Nobody.");
        await page.Locator("[id='field-consent.givenOn']").FillAsync("2024-05-01");
        await page.Locator("[id='field-consent.evidence']").FillAsync("Heard by two of us.");
        await page.Locator("[id='field-consent.until']").FillAsync("2099-01-01");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say.With("fault.withinYears", ("count", 3)));
        await Expect(page.Locator("#field-displayName")).ToHaveValueAsync(name);
        await page.Locator("[id='field-consent.until']").FillAsync(DateTime.UtcNow.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.insiderRecorded"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await RequireUsableAsync(page);
        var record = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync("/insiders?country=TCD");
        await Expect(page.Locator($"a[href='{record}']")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).Not.ToContainTextAsync(name);
        await page.GotoAsync($"{record}/withdrawConsent");
        await page.Locator("#field-reason").FillAsync("She asked for it.");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.insiderClosed"])).ToBeVisibleAsync();
        await Expect(page.GetByText(say["insiders.hidden"])).ToBeVisibleAsync();
        await Expect(page.Locator("main")).Not.ToContainTextAsync(name);
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R17")]
    public async Task Whoever_is_not_cleared_finds_no_strict_record_and_whoever_enters_nobody_finds_no_page()
    {
        RunningPortal.NeedsChromium();
        using var chief = await portal.AsAsync("msu.chief@un.example");
        var consent = new { form = "ORAL", givenOn = "2024-05-01", evidence = "Heard by two of us.", until = DateTime.UtcNow.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var insider = new { kind = "TRADITIONAL_LEADER", displayName = "Somebody trusted", gender = "MAN", country = "CAF", abilities = "Settles quarrels.", exposedToReprisals = "Nobody.", consent };
        var id = (await chief.PostAsync("/api/v1/insiders", insider)).Is(HttpStatusCode.Created).TextOf("name")["insiders/".Length..];
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        Assert.Equal(404, (await page.GotoAsync($"/insiders/{id}"))!.Status);
        await page.GotoAsync("/insiders?country=CAF");
        await Expect(page.Locator($"a[href='/insiders/{id}']")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        var other = await portal.Pages.OpenAsync("analyst", new Look());
        Assert.Equal(403, (await other.GotoAsync("/insiders"))!.Status);
        await other.Context.CloseAsync();
    }

    // The demonstration holds no insiders, so that their page is looked at here.
    private static async Task RequireUsableAsync(IPage page)
    {
        if (Axe.Missing is null && await page.EvaluateAsync<bool>("() => matchMedia('(scripting: enabled)').matches"))
        {
            Assert.Empty(await Axe.FindAsync(page)); // which is a script itself
        }

        await page.SetViewportSizeAsync(320, 800);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
