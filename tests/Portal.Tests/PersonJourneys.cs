using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A person's record on the roster in a browser: entered, completed, vetted, activated by a second person (R26).</summary>
public sealed class PersonJourneys(RunningPortal portal)
{
    private const string Officer = "msu.officer";
    private const string Chief = "msu.chief";

    [Theory, Rule("R26")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_person_is_entered_completed_and_activated_by_a_second_person(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync(Officer, new Look(language, Scripts: scripts));
        await page.GotoAsync("/roster/records");
        await page.GetByRole(AriaRole.Link, new() { Name = say["kept.enter"] }).ClickAsync();
        var name = $"Ama {Guid.NewGuid():N}";
        await page.Locator("#field-displayName").FillAsync(name);
        await page.Locator("#field-gender").SelectOptionAsync("WOMAN");
        await page.Locator("#field-seniorityLevel").SelectOptionAsync("MEDIATOR");
        await page.Locator("#field-nationalities").FillAsync("GHA XYZ");
        await page.Locator("select[name='languages[0].code']").SelectOptionAsync("ar");
        await page.Locator("input[name=functions][value=DRAFTING]").CheckAsync();
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.country"]);
        await Expect(page.Locator("#field-displayName")).ToHaveValueAsync(name);
        await Expect(page.Locator("input[name=functions][value=DRAFTING]")).ToBeCheckedAsync();
        await page.Locator("#field-nationalities").FillAsync("GHA");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.personEntered"])).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(say.Word("function", "DRAFTING"));

        await OpenAsync(page, say["personList.conflicts"]);
        await page.Locator("[name='conflicts[0].label']").FillAsync("Talks on the pastures");
        await page.Locator("[name='conflicts[0].fromYear']").FillAsync("many");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.number"]);
        await page.Locator("[name='conflicts[0].fromYear']").FillAsync("2019");
        await SubmitAsync(page);
        await Expect(page.GetByText("Talks on the pastures")).ToBeVisibleAsync();

        await OpenAsync(page, say["personAct.recordConsent"]);
        await page.Locator("#field-scope").SelectOptionAsync("SEARCH");
        await page.Locator("#field-givenDay").FillAsync("2024-05-01");
        await page.Locator("#field-evidence").FillAsync("A letter of hers.");
        await SubmitAsync(page);
        await Expect(page.GetByText("A letter of hers.")).ToBeVisibleAsync();
        await OpenAsync(page, say["personAct.addAvailability"]);
        await page.Locator("#field-startDate").FillAsync("2030-01-01");
        await page.Locator("#field-endDate").FillAsync("2030-03-31");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["personAct.cancelAvailability"] })).ToBeVisibleAsync();

        await OpenAsync(page, say["personAct.submit"]);
        await SubmitAsync(page);
        await OpenAsync(page, say["personAct.vet"]);
        await SubmitAsync(page);
        await OpenAsync(page, say["personAct.activate"]);
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.SAME_PERSON"]);
        var address = new Uri(page.Url).AbsolutePath[..^"/activate".Length];
        await page.Context.CloseAsync();

        var second = await portal.Pages.OpenAsync(Chief, new Look(language, Scripts: scripts));
        await second.GotoAsync(address);
        await OpenAsync(second, say["personAct.activate"]);
        await SubmitAsync(second);
        await Expect(second.Locator("main .status").Filter(new() { HasText = say.Word("profileState", "ACTIVE") })).ToBeVisibleAsync();
        await OpenAsync(second, say["personAct.suspend"]);
        await second.Locator("#field-reason").FillAsync("A complaint is looked at.");
        await SubmitAsync(second);
        await Expect(second.GetByText("A complaint is looked at.")).ToBeVisibleAsync();
        await second.Context.CloseAsync();
    }

    [Theory, Rule("R26")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Contacts_are_shown_for_a_purpose_and_masked_for_a_request_that_nobody_named(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        using var support = await portal.AsAsync("msu.officer@un.example");
        var person = (await support.PostAsync("/api/v1/profiles", new { displayName = $"Reached {Guid.NewGuid():N}", gender = "WOMAN", seniorityLevel = "EXPERT" })).Is(HttpStatusCode.Created);
        (await support.SendAsync(HttpMethod.Put, $"{person.Location}/contact", new { phones = new[] { "+254 700 000 001" }, postal = new { address = "12 Lake Road", place = "Kisumu", country = "KEN" } }, ifMatch: person.ETag)).Is(HttpStatusCode.OK);

        var page = await portal.Pages.OpenAsync(Officer, new Look(language));
        await page.GotoAsync($"/roster/{person.TextOf("name")["profiles/".Length..]}");
        await OpenAsync(page, say["reach.title"]);
        await page.Locator("#field-purpose").SelectOptionAsync("AVAILABILITY");
        await page.Locator("#field-purposeNote").FillAsync("Would she go?");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reach.request"]);
        await Expect(page.GetByText("12 Lake Road")).ToHaveCountAsync(0);

        await page.Locator("#field-purpose").SelectOptionAsync("CORRECTION");
        await SubmitAsync(page);
        await Expect(page.GetByText("12 Lake Road")).ToBeVisibleAsync();
        await Expect(page.GetByText(say["reach.entered"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R20")]
    public async Task An_officer_sees_and_changes_the_people_of_the_own_organization_and_no_others()
    {
        RunningPortal.NeedsChromium();
        using var support = await portal.AsAsync("msu.officer@un.example");
        var others = (await support.PostAsync("/api/v1/profiles", new { displayName = $"Kofi {Guid.NewGuid():N}", gender = "MAN", seniorityLevel = "EXPERT", classification = "UNCLASSIFIED" })).Is(HttpStatusCode.Created).TextOf("name");
        var id = others["profiles/".Length..];
        var page = await portal.Pages.OpenAsync("eccas.officer", new Look());
        Assert.Equal(200, (await page.GotoAsync("/roster/records"))!.Status);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = PortalTexts.In(Language.English)["kept.enter"] })).ToBeVisibleAsync();
        Assert.Equal(404, (await page.GotoAsync($"/roster/{id}"))!.Status);
        Assert.Equal(404, (await page.GotoAsync($"/roster/{id}/edit"))!.Status);
        await page.Context.CloseAsync();
    }

    private static Task OpenAsync(IPage page, string text) => page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true }).ClickAsync();

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
