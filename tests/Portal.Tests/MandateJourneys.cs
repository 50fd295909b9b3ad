using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>On what a mediator acts, entered in a browser: mandates, endorsements, and what parties ask for.</summary>
public sealed class MandateJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R154")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Mediation_support_records_a_mandate_renews_it_and_ends_it(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 320, Scripts: scripts));
        var form = new Form(page, say);
        await page.GotoAsync($"/{process}");
        await form.LinkAsync("finding.mandates");
        await form.LinkAsync("mandate.new");
        await form.FillAsync("organ", "Summit of the Forum");
        await form.FillAsync("reference", "Communiqué of 15 January");
        await form.FillAsync("adoptedOn", "2025-01-15");
        await form.FillAsync("summary", "Mandates talks.");
        await page.GetByText(say["document.where"], new() { Exact = true }).ClickAsync();
        await form.FillAsync("documents[0].title", "The text");
        await form.FillAsync("documents[0].address", "http://forum.example/text");
        await form.PressAsync("ground.save");

        // Neither a last day nor open-ended, and an address that is not secure: both are said, and what was typed is still there.
        await Expect(form.Wrong("expireOn")).ToContainTextAsync(say["fault.lastDayOrOpen"]);
        await Expect(form.Wrong("documents[0].address")).ToContainTextAsync(say["fault.https"]);
        await Expect(form.Field("organ")).ToHaveValueAsync("Summit of the Forum");
        await form.FillAsync("expireOn", "2025-12-31");
        await form.FillAsync("documents[0].address", "https://forum.example/text");
        await form.PressAsync("ground.save");
        await Expect(page.GetByText(say["done.mandateRecorded"])).ToBeVisibleAsync();
        await Expect(form.Status).ToContainTextAsync(say.Word("mandateStanding", "EXPIRED"));

        await form.LinkAsync("mandate.renew");
        await form.FillAsync("reference", "Communiqué of 20 January");
        await form.FillAsync("adoptedOn", "2026-01-20");
        await form.ChooseAsync("lasts", "OPEN_ENDED");
        await form.PressAsync("mandate.renew");
        await Expect(page.GetByText("Communiqué of 20 January")).ToBeVisibleAsync();
        await Expect(form.Status).ToContainTextAsync(say.Word("mandateStanding", "IN_FORCE"));
        Assert.Equal(0, await Axe.OverflowAsync(page));

        await form.LinkAsync("mandate.end");
        await form.FillAsync("reason", "The summit ended it.");
        await form.PressAsync("mandate.end");
        await Expect(page.GetByText(say["done.mandateEnded"])).ToBeVisibleAsync();
        await Expect(page.GetByText("The summit ended it.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["mandate.renew"] })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R40")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_endorsement_is_asked_for_and_granted_by_two_and_the_roles_of_others_are_clarified(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, Scripts: scripts));
        var form = new Form(page, say);
        await page.GotoAsync($"/{process}/mandates");
        await form.LinkAsync("endorsement.new");
        await form.ChooseAsync("organ", "OTHER");
        await form.FillAsync("scope", "The lead of the Forum.");
        await form.FillAsync("requestedOn", "2025-01-15");
        await form.PressAsync("ground.save");
        await Expect(form.Wrong("organName")).ToContainTextAsync(say["fault.organName"]);
        await Expect(form.Field("scope")).ToHaveValueAsync("The lead of the Forum.");
        await form.FillAsync("organName", "Council of the Lake");
        await form.PressAsync("ground.save");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Council of the Lake" })).ToBeVisibleAsync();

        await form.LinkAsync("endorsement.act.grant");
        await form.FillAsync("symbol", "CL/1 (2025)");
        await form.FillAsync("adoptedOn", "2025-02-01");
        await form.FillAsync("text", "Endorses the Forum.");
        await form.PressAsync("endorsement.act.grant");
        await Expect(page.GetByText(say["done.endorsementAsked"])).ToBeVisibleAsync();
        await Expect(form.Status).ToContainTextAsync(say.Word("endorsementState", "REQUESTED")); // one alone changes nothing
        using (var chief = await portal.AsAsync("msu.chief@un.example"))
        {
            var act = (await chief.ReadAllAsync("/api/v1/approvals/designation?state=PROPOSED")).Single(a => (string?)a["record"] == process)["name"]!.GetValue<string>();
            (await chief.PostAsync($"/api/v1/{act}:approve", new { })).Is(HttpStatusCode.OK);
        }

        await page.ReloadAsync();
        await form.LinkAsync("endorsement.act.clarifyRoles");
        await form.FillAsync("clarification", "The host hosts, the Friends fund.");
        await form.PressAsync("endorsement.act.clarifyRoles");
        await Expect(page.GetByText(say["done.rolesClarified"])).ToBeVisibleAsync();
        await Expect(page.GetByText("The host hosts, the Friends fund.")).ToBeVisibleAsync();
        await form.LinkAsync("endorsement.act.withdraw");
        await form.FillAsync("on", "2025-03-01");
        await form.FillAsync("reason", "The Forum leads no more.");
        await form.PressAsync("endorsement.act.withdraw");
        await Expect(form.Status).ToContainTextAsync(say.Word("endorsementState", "WITHDRAWN"));
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R43")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_party_seeks_a_mediator_and_the_answer_is_recorded(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, Scripts: scripts));
        var form = new Form(page, say);
        await page.GotoAsync($"/{process}");
        await form.LinkAsync("requests.title");
        await form.LinkAsync("request.new");
        await form.ChooseAsync("entry", "SOUGHT_BY_PARTY");
        await form.FillAsync("party", "Association of fishers");
        await form.ChooseAsync("organization", WellKnown.Organization("IGAD"));
        await form.FillAsync("madeOn", "2025-01-15");
        await form.ChooseAsync("form", "LETTER");
        await form.FillAsync("text", "Asks for a mediator whom both know.");
        await form.PressAsync("ground.save");
        await Expect(page.GetByText(say["done.requestRecorded"])).ToBeVisibleAsync();
        await form.LinkAsync("request.answer");
        await form.ChooseAsync("accepted", "no");
        await form.FillAsync("answeredOn", "2025-01-01");
        await form.FillAsync("note", "Letter of the Forum.");
        await form.PressAsync("request.answer");
        await Expect(form.Wrong("answeredOn")).ToContainTextAsync(say["fault.sinceAsked"]);
        await Expect(form.Field("note")).ToHaveValueAsync("Letter of the Forum.");
        await form.FillAsync("answeredOn", "2025-02-01");
        await form.PressAsync("request.answer");
        await Expect(form.Status).ToContainTextAsync(say.Word("requestState", "DECLINED"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("igad.officer", 403, 403)]
    [InlineData("authority.proposer", 200, 403)]
    [InlineData(Support, 200, 200)]
    public async Task Who_sought_a_mediator_is_read_by_few_and_the_forms_are_those_of_mediation_support(string person, int requests, int forms)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("mandates", 200), ("mediatorRequests", requests), ("mandates/new", forms), ("endorsements/new", forms), ("mediatorRequests/new", forms) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
        }

        await page.GotoAsync($"/{process}");
        Assert.Equal(requests == 200, await page.Locator("a[href$='/mediatorRequests']").CountAsync() == 1);
        await page.Context.CloseAsync();
    }

    /// <summary>A form as a person fills it in.</summary>
    private sealed record Form(IPage Page, Speech Say)
    {
        public ILocator Field(string name) => Page.Locator($"[id='field-{name}']");

        public ILocator Wrong(string name) => Page.Locator($"[id='field-{name}-wrong']");

        public ILocator Status => Page.Locator("main .status");

        public Task FillAsync(string name, string text) => Field(name).FillAsync(text);

        public Task ChooseAsync(string name, string value) => Field(name).SelectOptionAsync(value);

        public Task LinkAsync(string text) => Page.GetByRole(AriaRole.Link, new() { Name = Say[text], Exact = true }).First.ClickAsync();

        public Task PressAsync(string text) => Page.GetByRole(AriaRole.Button, new() { Name = Say[text], Exact = true }).ClickAsync();
    }
}
