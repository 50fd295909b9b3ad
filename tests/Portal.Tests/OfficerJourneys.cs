using System.Text.RegularExpressions;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>An officer of a regional organization at work in a browser.</summary>
public sealed class OfficerJourneys(RunningPortal portal)
{
    private const string Officer = "eccas.officer";
    private const string Rival = "icglr.officer";
    private const int Patience = 30_000; // news is there within a second on a machine that does nothing else

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task An_officer_claims_the_lead_and_turns_the_claim_into_support(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var title = await portal.OpenProcessAsync();
        var page = await portal.Pages.OpenAsync(Officer, new Look(language, Scripts: scripts));

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.processes"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(page.GetByText(say["lead.none"])).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = say["claim.new"] }).ClickAsync();
        await page.GetByLabel(say["claim.mandate"], new() { Exact = true }).FillAsync("Decision 12 of our council");
        await page.GetByLabel(say["claim.advantages"], new() { Exact = true }).FillAsync("Near to both");
        await page.GetByLabel(say["claim.disadvantages"], new() { Exact = true }).FillAsync("Few staff");
        await page.GetByRole(AriaRole.Button, new() { Name = say["claim.register"] }).ClickAsync();
        await Expect(page.GetByText(say["done.claimed"])).ToBeVisibleAsync();
        await Expect(page.GetByText("Decision 12 of our council")).ToBeVisibleAsync();

        var process = page.Url.Split('?')[0];
        await page.GetByRole(AriaRole.Link, new() { Name = say["claim.convert"] }).ClickAsync();
        var form = page.Url;
        await page.GetByLabel(say["support.role"], new() { Exact = true }).SelectOptionAsync("HOST");
        await page.GetByLabel(say["support.scope"], new() { Exact = true }).FillAsync("Hosts the talks");
        await page.GetByLabel(say["support.from"], new() { Exact = true }).FillAsync("2026-12-01");
        await page.GetByRole(AriaRole.Button, new() { Name = say["claim.convert.do"] }).ClickAsync();
        await Expect(page.GetByText(say["done.converted"])).ToBeVisibleAsync();
        await Expect(page.GetByText("Hosts the talks")).ToBeVisibleAsync();
        await Expect(page.GetByText(say.Word("claimState", "CONVERTED"))).ToBeVisibleAsync();

        await page.GotoAsync(form); // the form of a claim that is over is of no use
        Assert.Equal(process, page.Url);
        Assert.Equal(404, (await page.GotoAsync($"{process}/claims/{Guid.NewGuid()}/convert"))!.Status);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_claim_on_a_process_that_the_officer_does_not_see_gets_a_receipt_of_the_desk(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync(Officer, new Look(language, Scripts: false));
        await page.GotoAsync("/processes");
        await page.GetByRole(AriaRole.Link, new() { Name = say["desk.title"] }).ClickAsync();
        await page.GetByLabel(say["desk.reference"], new() { Exact = true }).FillAsync("the talks in the north");
        await FillAndSendAsync(page, say, "Decision 12");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["desk.reference.wrong"]);

        await page.GetByLabel(say["desk.reference"], new() { Exact = true }).FillAsync($"{portal.Address}processes/{Guid.NewGuid()}?from=mail");
        await page.GetByRole(AriaRole.Button, new() { Name = say["claim.register"] }).ClickAsync();
        await Expect(page.GetByText(say["desk.taken"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_record_is_read_in_the_reader_s_language_with_its_original_marked()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find("ar")!);
        var page = await portal.Pages.OpenAsync(Officer, new Look("ar", Scripts: false));
        await page.GotoAsync("/search?q=Lake District");
        await page.GetByRole(AriaRole.Link, new() { Name = "منطقة البحيرة (متخيَّلة)" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "منطقة البحيرة (متخيَّلة)" })).ToBeVisibleAsync();
        var original = page.Locator("details.original");
        await Expect(original.Locator("[lang=en]")).Not.ToBeVisibleAsync();
        await original.Locator("summary").ClickAsync();
        await Expect(original.Locator("summary")).ToContainTextAsync(say.LanguageName("en"));
        await Expect(original.Locator("[lang=en]")).ToContainTextAsync("Lake District (fictional)");
        await page.Context.CloseAsync();

        page = await portal.Pages.OpenAsync(Officer, new Look("es", Scripts: false)); // nobody has translated it
        await page.GotoAsync("/search?q=Lake District");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lake District (fictional)" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lake District (fictional)" }).Locator("bdi")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.GetByText(PortalTexts.In(Language.Find("es")!).With("original.only", ("language", "inglés")))).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refused_form_says_why_in_its_language_and_keeps_what_was_typed()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find("fr")!);
        var title = await portal.OpenProcessAsync();
        var page = await portal.Pages.OpenAsync(Officer, new Look("fr", Scripts: false));
        var path = await ClaimAsync(page, title);
        await page.GotoAsync($"{path}/claim"); // the page of somebody who does not know that a colleague was faster
        await FillAndSendAsync(page, say, "Second");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.CLAIM_ALREADY_OPEN"]);
        await Expect(page.GetByLabel(say["claim.mandate"], new() { Exact = true })).ToHaveValueAsync("Second");

        await page.GotoAsync($"{path}/support");
        await page.GetByLabel(say["support.scope"], new() { Exact = true }).FillAsync("Hosts the talks");
        await page.GetByLabel(say["support.from"], new() { Exact = true }).FillAsync("2027-01-10");
        await page.GetByLabel(say["support.until"]).FillAsync("2027-01-09");
        await page.Locator("main form button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.beforeFirst"]);
        await Expect(page.Locator("#field-until-wrong")).ToContainTextAsync(say["fault.beforeFirst"]);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_form_that_is_sent_after_the_session_ended_is_not_lost(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var title = await portal.OpenProcessAsync();
        var page = await portal.Pages.OpenAsync(Officer, new Look(language, Scripts: scripts));
        await page.GotoAsync("/processes");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["claim.new"] }).ClickAsync();
        var session = (await page.Context.CookiesAsync()).Single(c => c.Name == "concord.session");
        await page.Context.ClearCookiesAsync(new() { Name = session.Name });
        await FillAndSendAsync(page, say, "Typed <b>before</b> \"the\" end");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say["problem.401"] })).ToBeVisibleAsync();

        var button = page.GetByRole(AriaRole.Button, new() { Name = say["problem.401.again"] });
        await button.ClickAsync();
        await Expect(button).ToBeVisibleAsync(); // not yet signed in: nothing done, nothing lost
        var beside = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = say["frame.signIn"] }).ClickAsync());
        await beside.WaitForURLAsync(url => url.Contains("/account/sign-in", StringComparison.Ordinal) || url.EndsWith('/'));
        await page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Domain = session.Domain, Path = session.Path, HttpOnly = true }]);
        await button.ClickAsync();
        await Expect(page.GetByText(say["done.claimed"])).ToBeVisibleAsync();
        await Expect(page.GetByText("Typed <b>before</b> \"the\" end")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_the_classification_stands_on_every_sheet()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync(Officer, new Look());
        await page.GotoAsync($"/processes/{Contracts.Reference.WellKnown.Id("process", "fictional-lake-district")}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var style = await page.Locator("main > .classification").EvaluateAsync<string>("e => getComputedStyle(e).display + ' ' + getComputedStyle(e).breakInside");
        Assert.Equal("table-header-group avoid", style); // what a browser repeats
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_officers_who_claim_at_once_see_one_truth_without_doing_anything()
    {
        RunningPortal.NeedsChromium();
        var title = await portal.OpenProcessAsync();
        var one = await portal.Pages.OpenAsync(Officer, new Look());
        var other = await portal.Pages.OpenAsync(Rival, new Look("ar", Width: 360));
        await Task.WhenAll(ClaimAsync(one, title, "Mandate of the first"), ClaimAsync(other, title, "Mandate of the second"));
        foreach (var page in new[] { one, other })
        {
            await Expect(page.GetByText("Mandate of the first")).ToBeVisibleAsync(new() { Timeout = Patience });
            await Expect(page.GetByText("Mandate of the second")).ToBeVisibleAsync(new() { Timeout = Patience });
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task News_never_takes_the_focus()
    {
        RunningPortal.NeedsChromium();
        var title = await portal.OpenProcessAsync();
        var reader = await portal.Pages.OpenAsync(Officer, new Look());
        await ClaimAsync(reader, title, "Mandate of the reader");
        var convert = reader.GetByRole(AriaRole.Link, new() { Name = PortalTexts.In(Language.English)["claim.convert"] });
        await convert.FocusAsync();
        var other = await portal.Pages.OpenAsync(Rival, new Look());
        await ClaimAsync(other, title, "Mandate of the rival");
        await Expect(reader.GetByRole(AriaRole.Status).First).Not.ToBeEmptyAsync();
        await Expect(convert).ToBeFocusedAsync();
        await reader.GetByRole(AriaRole.Searchbox).FocusAsync();
        await Expect(reader.GetByText("Mandate of the rival")).ToBeVisibleAsync();
        await reader.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var title = await portal.OpenProcessAsync();
        var page = await portal.Pages.OpenAsync(Officer, new Look());
        await page.GotoAsync("/processes");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["frame.skip"] })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = say["keys.title"] })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync("/prefer/keys/off");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    /// <returns>The path of the process.</returns>
    private static async Task<string> ClaimAsync(IPage page, string title, string mandate = "First")
    {
        await page.GotoAsync("/processes");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        var path = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{path}/claim");
        var language = await page.EvaluateAsync<string>("() => document.documentElement.lang");
        await FillAndSendAsync(page, PortalTexts.In(Language.Find(language)!), mandate);
        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(path)}\\?done=claimed$"));
        return path;
    }

    private static async Task FillAndSendAsync(IPage page, Speech say, string mandate)
    {
        await page.GetByLabel(say["claim.mandate"], new() { Exact = true }).FillAsync(mandate);
        await page.GetByLabel(say["claim.advantages"], new() { Exact = true }).FillAsync("Near");
        await page.GetByLabel(say["claim.disadvantages"], new() { Exact = true }).FillAsync("Small");
        await page.GetByRole(AriaRole.Button, new() { Name = say["claim.register"] }).ClickAsync();
    }
}
