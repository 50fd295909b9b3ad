using System.Text.Json;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Somebody who is on the roster looks after the own record in a browser (R159). All of them are one person, whose record nobody else changes.</summary>
public sealed class OwnProfileJourneys(RunningPortal portal)
{
    private const string Myself = "head.of.mission";
    private const string Here = "/me/profile";

    [Theory, Rule("R16")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_person_declares_an_interest_and_takes_it_out_again(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (say, page) = await OpenAsync(language, scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.declare"] }).ClickAsync();
        var rows = page.Locator("main form fieldset");
        var last = await rows.CountAsync() - 1;
        var party = $"A party {Guid.NewGuid():N}";
        await Field(page, last, "kind").SelectOptionAsync("PROFESSIONAL");
        await Field(page, last, "note").FillAsync("Once its counsel.");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.countryOrParty"]);
        await Expect(page.Locator("main form textarea").Filter(new() { HasText = "Once its counsel." })).ToBeVisibleAsync(); // nothing that was typed is lost

        var wrong = await page.Locator("main form .faulty select, main form .faulty input").First.GetAttributeAsync("name") ?? "";
        var row = wrong[..wrong.IndexOf(']', StringComparison.Ordinal)];
        await page.Locator($"[name='{row}].party']").FillAsync(party);
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.ownCorrected"])).ToBeVisibleAsync();
        await Expect(page.Locator("main table").Filter(new() { HasText = party })).ToContainTextAsync(say.Word("interest", "PROFESSIONAL"));

        await page.GotoAsync($"{Here}/interests");
        var declared = await page.Locator("main form input").EvaluateAllAsync<string>("(fields, party) => fields.find(f => f.value === party).name", party);
        var at = declared[..declared.IndexOf(']', StringComparison.Ordinal)];
        await page.Locator($"[name='{at}].party']").FillAsync("");
        await page.Locator($"[name='{at}].note']").FillAsync("");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.ownCorrected"])).ToBeVisibleAsync();
        await Expect(page.Locator("main")).Not.ToContainTextAsync(party);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R20")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_person_takes_a_consent_back_and_gives_it_again_until_a_day(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (say, page) = await OpenAsync(language, scripts);
        var card = page.Locator("li.card").Filter(new() { HasText = say["consent.SHARING"] });
        await card.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.withdraw"] }).ClickAsync();
        await Expect(page.GetByLabel(say["ownRecord.scope"])).ToHaveValueAsync("SHARING");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.ownWithdrawn"])).ToBeVisibleAsync();
        await Expect(card.Locator(".status.warn")).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.withdraw"] })).ToHaveCountAsync(0);

        await card.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.consent"] }).First.ClickAsync();
        await page.GetByLabel(say["ownRecord.until"]).FillAsync("2020-01-01");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.notPast"]);
        await Expect(page.GetByLabel(say["ownRecord.until"])).ToHaveValueAsync("2020-01-01");
        await page.GetByLabel(say["ownRecord.until"]).FillAsync("2070-01-01");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.ownConsented"])).ToBeVisibleAsync();
        await Expect(card.Locator(".status.good")).ToContainTextAsync("2070");
        await Expect(card).ToContainTextAsync(say["consent.own"]);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R159")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_person_corrects_the_own_languages_sees_everything_and_takes_it_along(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (say, page) = await OpenAsync(language, scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.correct"] }).ClickAsync();
        var level = page.Locator("select[name='languages[0].level']");
        var other = await level.InputValueAsync() == "FLUENT" ? "NATIVE" : "FLUENT";
        await level.SelectOptionAsync(other);
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.ownCorrected"])).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.everything"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say["ownRecord.contact"] })).ToBeVisibleAsync();
        await Expect(page.GetByText(say["ownRecord.leftOut.pipeline"])).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.export"] }).ClickAsync());
        using var document = await JsonDocument.ParseAsync(await file.CreateReadStreamAsync(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(other, document.RootElement.GetProperty("profile").GetProperty("languages")[0].GetProperty("level").GetString());
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R15")]
    [InlineData("en", true, 2031)]
    [InlineData("ar", false, 2032)]
    public async Task A_person_says_on_the_own_page_when_work_is_possible_and_takes_it_back(string language, bool scripts, int year)
    {
        RunningPortal.NeedsChromium();
        var (say, page) = await OpenAsync(language, scripts);
        var (first, last) = (new DateOnly(year, 3, 1), new DateOnly(year, 3, 31));
        await AddAsync(first, first.AddDays(-1));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.beforeFirst"]);
        await Expect(page.Locator("#field-startDate")).ToHaveValueAsync($"{first:yyyy-MM-dd}"); // nothing that was typed is lost
        await Expect(page.Locator("#field-kind")).ToHaveValueAsync("UNAVAILABLE");
        await Usable.RequireAsync(page);
        await AddAsync(first, last);
        await Expect(page.GetByText(say["done.ownPeriodAdded"])).ToBeVisibleAsync();
        var period = page.Locator("main tbody tr").Filter(new() { HasText = say.ShortDate(last) });
        await Expect(period).ToContainTextAsync(say.Word("availability", "UNAVAILABLE"));
        await AddAsync(last, last.AddDays(1));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.AVAILABILITY_OVERLAPS"]);

        await period.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByText(say["done.ownPeriodCancelled"])).ToBeVisibleAsync();
        await Expect(period).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        async Task AddAsync(DateOnly startDate, DateOnly endDate)
        {
            await page.Locator("#field-startDate").FillAsync($"{startDate:yyyy-MM-dd}");
            await page.Locator("#field-endDate").FillAsync($"{endDate:yyyy-MM-dd}");
            await page.Locator("#field-kind").SelectOptionAsync("UNAVAILABLE");
            await page.GetByRole(AriaRole.Button, new() { Name = say["personAct.addAvailability"] }).ClickAsync();
        }
    }

    [Fact, Rule("R20")]
    public async Task A_person_asks_for_the_erasure_without_saying_why()
    {
        RunningPortal.NeedsChromium();
        var (say, page) = await OpenAsync("en", scripts: true);
        await page.GetByRole(AriaRole.Link, new() { Name = say["ownRecord.erase"] }).ClickAsync();
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.ownErasureAsked"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/correct")]
    [InlineData("/everything")]
    public async Task Whoever_is_not_on_the_roster_is_told_so(string page)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var opened = await portal.Pages.OpenAsync("analyst", new Look());
        await opened.GotoAsync($"{Here}{page}");
        await Expect(opened.GetByText(say["readers.unlinked"])).ToBeVisibleAsync();
        await opened.Context.CloseAsync();
    }

    private async Task<(Speech Say, IPage Page)> OpenAsync(string language, bool scripts)
    {
        var page = await portal.Pages.OpenAsync(Myself, new Look(language, Scripts: scripts));
        await page.GotoAsync(Here);
        return (PortalTexts.In(Language.Find(language)!), page);
    }

    private static ILocator Field(IPage page, int row, string of) => page.Locator($"[name='interests[{row}].{of}']");

    private static Task SubmitAsync(IPage page) => page.Locator("main form button").ClickAsync();
}
