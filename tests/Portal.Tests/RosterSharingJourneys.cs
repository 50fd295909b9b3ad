using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Concord.Contracts.Reference;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Agreements on sharing people, and records of one person, in a browser (R20).</summary>
public sealed class RosterSharingJourneys(RunningPortal portal)
{
    [Theory, Rule("R20")]
    [InlineData("en", true, 0)]
    [InlineData("ar", false, 1)]
    public async Task People_are_shared_by_three_persons_seen_in_part_and_after_a_withdrawal_not_at_all(string language, bool scripts, int place)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Platform.Texts.Language.Find(language)!);
        using var support = await portal.AsAsync("msu.officer@un.example");
        var own = (await support.ReadAsync("/api/v1/me")).TextOf("organization");
        var people = (await support.ReadAllAsync($"/api/v1/profiles?state=ACTIVE&owner={own}")).Where(p => (string)p["classification"]! == "CONFIDENTIAL").ToList();
        var person = $"/roster/{((string)people[place]["name"]!)["profiles/".Length..]}";
        var look = new Look(language, Scripts: scripts);
        var page = await portal.Pages.OpenAsync("msu.officer", look);
        await page.GotoAsync("/sharingAgreements");
        await page.GetByRole(AriaRole.Link, new() { Name = say["sharing.propose"] }).ClickAsync();
        await page.Locator("#field-receivers").SelectOptionAsync(WellKnown.Organization("IGAD"));
        await page.Locator("#field-purpose").FillAsync("A joint pool.");
        await page.Locator("[id='field-scope.people']").FillAsync(person);
        await page.Locator("input[name=fields][value=SKILLS]").CheckAsync();
        await page.Locator("#field-exposedToReprisals").FillAsync("Nobody.");
        await page.Locator("#field-untilDay").FillAsync("2099-01-01");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.Locator("#field-untilDay").FillAsync(DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.sharing.proposed"])).ToBeVisibleAsync();
        await Expect(page.Locator("li", new() { HasText = say["sharing.waits"] })).ToHaveTextAsync(new Regex($@"\S\s+{Regex.Escape(say["sharing.waits"])}\s*$")); // apart from the name before it
        await RequireUsableAsync(page);
        var agreement = new Uri(page.Url).AbsolutePath;

        var officer = await portal.Pages.OpenAsync("igad.officer", look);
        Assert.Equal(404, (await officer.GotoAsync(agreement))!.Status);
        var chief = await portal.Pages.OpenAsync("msu.chief", look);
        await chief.GotoAsync($"{agreement}/approve");
        await SubmitAsync(chief);
        await Expect(chief.GetByText(say["done.sharing.approve"])).ToBeVisibleAsync();
        Assert.Equal(404, (await officer.GotoAsync(person))!.Status);
        await officer.GotoAsync("/sharingAgreements?state=APPROVED");
        await officer.Locator($"a[href='{agreement}']").ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = say["sharingAct.agree"], Exact = true }).ClickAsync();
        await SubmitAsync(officer);
        await Expect(officer.GetByText(say["done.sharing.agree"])).ToBeVisibleAsync();
        await officer.GotoAsync(person);
        await Expect(officer.GetByText(say.Word("sharedFields", "EXPERIENCE"))).ToBeVisibleAsync(); // among what is withheld
        await RequireUsableAsync(officer);

        await page.GotoAsync($"{agreement}/withdraw");
        await page.Locator("#field-reason").FillAsync("The pool is closed.");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.sharing.withdraw"])).ToBeVisibleAsync();
        Assert.Equal(404, (await officer.GotoAsync(person))!.Status);
        foreach (var opened in (IPage[])[page, chief, officer])
        {
            await opened.Context.CloseAsync();
        }
    }

    [Theory, Rule("R20")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Two_records_are_compared_merged_and_that_is_undone(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Platform.Texts.Language.Find(language)!);
        using var support = await portal.AsAsync("msu.officer@un.example");
        var (kept, other) = (await DraftAsync(support, "Amina Kept"), await DraftAsync(support, "Amina Kepp"));
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync($"/duplicates/compare?first={kept["profiles/".Length..]}&second={other["profiles/".Length..]}");
        await page.Locator("#field-kept").SelectOptionAsync(kept);
        await page.Locator("#field-reason").FillAsync("Both name the same passport.");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.duplicate.MERGED"])).ToBeVisibleAsync();
        await RequireUsableAsync(page);
        var said = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"/roster/{other["profiles/".Length..]}");
        await Expect(page.GetByText(say["person.merged"])).ToBeVisibleAsync();
        await page.GotoAsync("/duplicates");
        await page.Locator($"a[href='{said}']").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["duplicateAct.undo"], Exact = true }).ClickAsync();
        await page.Locator("#field-reason").FillAsync("Two sisters.");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.duplicate.undo"])).ToBeVisibleAsync();
        await page.GotoAsync($"/roster/{other["profiles/".Length..]}");
        await Expect(page.GetByText(say["person.merged"])).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task<string> DraftAsync(HttpClient client, string name) => (await client.PostAsync("/api/v1/profiles", new { displayName = name, gender = "WOMAN", seniorityLevel = "EXPERT" })).Is(HttpStatusCode.Created).TextOf("name");

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
