using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A slate in a browser: criteria first, then people, then the decision of another person (R9, R18, R19).</summary>
public sealed class SlateJourneys(RunningPortal portal)
{
    [Theory, Rule("R9"), Rule("R19")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_slate_is_composed_refused_without_a_qualified_woman_submitted_with_one_and_decided_by_another_person(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var title = $"Envoy {Guid.NewGuid():N}";
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync("/roster");
        await page.GetByRole(AriaRole.Link, new() { Name = say["slates.title"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["slate.begin"] }).ClickAsync();
        await page.Locator("#field-kind").SelectOptionAsync("ENVOY");
        await page.Locator("#field-title").FillAsync(title);
        await page.Locator("#field-authority").SelectOptionAsync(Contracts.Reference.WellKnown.Organization("UN"));
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.slateBegun"])).ToBeVisibleAsync();
        var slate = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{slate}/criteria/new?kind=YEARS");
        await page.Locator("#field-text").FillAsync("Has worked for ten years");
        await page.Locator("#field-mandatory").SelectOptionAsync("no");
        await page.Locator("#field-years").FillAsync("70");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say.With("fault.between", ("least", "1"), ("most", "50")));
        await page.Locator("#field-years").FillAsync("10");
        await SubmitAsync(page);
        await Expect(page.Locator("main")).ToContainTextAsync("Has worked for ten years");

        await ListAsync(page, say, slate, "Somebody known", "MAN", qualified: true);
        await Expect(page.Locator($"a[href='{slate}/criteria/new']")).ToHaveCountAsync(0); // the criteria stood before any name
        await page.GotoAsync($"{slate}/submit");
        await SubmitAsync(page);
        await Expect(page.Locator(".notice.bad").Last).ToContainTextAsync(say["reason.SLATE_WITHOUT_QUALIFIED_WOMAN"]);
        await Expect(page.Locator("main")).ToContainTextAsync(say["slate.woman.text"]);
        await Expect(page.Locator("#field-noWomanReason")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["slate.woman.list"] }).ClickAsync();
        await ListAsync(page, say, slate, "Somebody trusted", "WOMAN", qualified: false);
        await page.Locator("a[href$='/edit']").Filter(new() { HasText = "Somebody trusted" }).ClickAsync();
        await SayAllMetAsync(page);
        await SubmitAsync(page);
        await Expect(page.Locator("main")).ToContainTextAsync(say["criterionResult.MET"]);
        await Usable.RequireAsync(page);
        await page.GotoAsync($"{slate}/submit");
        await Expect(page.Locator("#field-noWomanReason")).ToHaveCountAsync(0);
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.slateSubmitted"])).ToBeVisibleAsync();
        await Expect(page.Locator($"a[href='{slate}/approve']")).ToHaveCountAsync(0); // who composed it does not decide
        await page.Context.CloseAsync();

        var authority = await portal.Pages.OpenAsync("authority.proposer", new Look(language, Scripts: scripts));
        await authority.GotoAsync("/slates");
        await authority.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await authority.Locator($"a[href='{slate}/approve']").ClickAsync();
        await authority.Locator("#field-candidate").SelectOptionAsync(new SelectOptionValue { Label = "Somebody trusted" });
        await authority.Locator("#field-reason").FillAsync("Unlike Somebody known she is near.");
        await SubmitAsync(authority);
        await Expect(authority.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.namesCandidate"]);
        await authority.Locator("#field-reason").FillAsync("She is heard by both.");
        await SubmitAsync(authority);
        await Expect(authority.GetByText(say["done.slateDecided"])).ToBeVisibleAsync();
        await authority.GetByRole(AriaRole.Link, new() { Name = say["slate.extract"] }).ClickAsync();
        await Expect(authority.Locator("main")).ToContainTextAsync("Somebody trusted");
        await Expect(authority.Locator("main")).Not.ToContainTextAsync("Somebody known");
        await Usable.RequireAsync(authority);
        await authority.Context.CloseAsync();
    }

    [Fact, Rule("R19")]
    public async Task Somebody_of_the_roster_is_put_on_a_draft_from_the_own_page_and_taken_off_again()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        await page.GotoAsync("/slates/new");
        await page.Locator("#field-kind").SelectOptionAsync("MEDIATOR");
        await page.Locator("#field-title").FillAsync($"Mediator {Guid.NewGuid():N}");
        await page.Locator("#field-authority").SelectOptionAsync(Contracts.Reference.WellKnown.Organization("UN"));
        await SubmitAsync(page);
        var slate = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync("/roster");
        await page.Locator(".hits h3 a").First.ClickAsync();
        var name = await page.Locator("h1").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["slateAct.list"] }).ClickAsync();
        await page.Locator($"a[href^='{slate}/candidates/new']").ClickAsync();
        await page.Locator("#field-note").FillAsync("Knows both.");
        await SubmitAsync(page);
        await Expect(page.Locator(".pair")).ToContainTextAsync(name);
        await page.GetByRole(AriaRole.Link, new() { Name = say["slateAct.remove"] }).ClickAsync();
        await SubmitAsync(page);
        await Expect(page.Locator(".pair")).Not.ToContainTextAsync(name);
        await page.Context.CloseAsync();
        var other = await portal.Pages.OpenAsync("igad.officer", new Look());
        Assert.Equal(404, (await other.GotoAsync(slate))!.Status);
        await other.Context.CloseAsync();
    }

    private static async Task ListAsync(IPage page, Speech say, string slate, string name, string gender, bool qualified)
    {
        await page.GotoAsync($"{slate}/candidates/new");
        await page.GetByRole(AriaRole.Link, new() { Name = say["slate.fromOutside"] }).ClickAsync();
        await page.Locator("[id='field-outside.displayName']").FillAsync(name);
        await page.Locator("[id='field-outside.gender']").SelectOptionAsync(gender);
        await page.Locator("[id='field-outside.background']").FillAsync("Is known to both sides.");
        await page.Locator("details.fold > summary").ClickAsync();
        await page.Locator("input[name='outside.nationalities'][value=GHA]").CheckAsync();
        await page.Locator("#field-list").SelectOptionAsync("SHORT");
        await page.Locator("#field-note").FillAsync("Is listened to.");
        if (qualified)
        {
            await SayAllMetAsync(page);
        }

        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.slateListed"])).ToBeVisibleAsync();
    }

    private static async Task SayAllMetAsync(IPage page)
    {
        foreach (var met in await page.Locator("select[name$='.met']").AllAsync())
        {
            await met.SelectOptionAsync("yes");
        }

        foreach (var evidence in await page.Locator("textarea[name$='.evidence']").AllAsync())
        {
            await evidence.FillAsync("Heard by two of us.");
        }
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
