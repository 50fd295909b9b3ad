using System.Globalization;
using System.Net;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using Language = Concord.Platform.Texts.Language;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>What stands around the talks, recorded and read in a browser.</summary>
public sealed class TracksJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R146"), Rule("R150")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_first_contact_and_an_informal_track_are_recorded_and_what_came_of_them_beside_them(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        var form = new Form(page, say);
        await page.GotoAsync($"/{process}");
        await form.LinkAsync("around.title");
        await Expect(page.GetByText(say["early.none"])).ToBeVisibleAsync();
        await form.LinkAsync("early.new");
        await form.FillAsync("party", "Movement of the Hills");
        await form.FillAsync("on", Day(-10));
        await form.FillAsync("by", "Resident coordinator");
        await page.GetByText(say["early.fears"], new() { Exact = true }).ClickAsync();
        await form.FillAsync("fears[1].reply", "Mediation decides nothing."); // the first row stays empty
        await form.Field("consent").SelectOptionAsync("CONDITIONAL");
        await form.ButtonAsync("early.new");
        await Expect(page.Locator("[id='field-fears[1].fear-wrong']")).ToContainTextAsync(say["fault.required"]);
        await Expect(page.Locator("[id='field-consentNote-wrong']")).ToContainTextAsync(say["fault.conditions"]);
        await Expect(form.Field("fears[1].reply")).ToHaveValueAsync("Mediation decides nothing.");
        await form.FillAsync("fears[1].fear", "It sides with the others.");
        await form.FillAsync("consentNote", "No third State");
        await form.ButtonAsync("early.new");
        await Expect(page.GetByText(say["done.recorded"])).ToBeVisibleAsync();
        await form.LinkAsync("trackAct.earlyEngagements.replyOne", "Movement of the Hills");
        await Expect(page.GetByText("It sides with the others.")).ToBeVisibleAsync();
        await form.FillAsync("on", Day(-2));
        await form.FillAsync("text", "The venue is outside the capital.");
        await form.ButtonAsync("trackAct.earlyEngagements.reply");
        await Expect(page.Locator("[data-part=early]").GetByText("The venue is outside the capital.")).ToBeVisibleAsync();
        await form.LinkAsync("recorded.withdrawOne", "Movement of the Hills");
        await form.FillAsync("reason", "It denies the contact.");
        await form.ButtonAsync("recorded.withdraw");
        await Expect(page.GetByText(say["done.recordWithdrawn"])).ToBeVisibleAsync();
        await Expect(page.GetByText("It denies the contact.")).ToBeVisibleAsync();
        await Expect(page.Locator("main a[href$='/reply']")).ToHaveCountAsync(0);

        await form.LinkAsync("informal.new");
        await form.FillAsync("title", "Workshop of elders");
        await form.FillAsync("convener", "An institute");
        await form.FillAsync("from", Day(-20));
        await form.FillAsync("transfer.what", "Points on grazing");
        await form.ButtonAsync("informal.new");
        await Expect(page.Locator("[id='field-transfer.how-wrong']")).ToBeVisibleAsync(); // half of a transfer is none
        await Expect(form.Field("transfer.what")).ToHaveValueAsync("Points on grazing");
        await form.FillAsync("transfer.how", "A note to the mediator");
        await form.FillAsync("transfer.by", Day(5));
        await form.ButtonAsync("informal.new");
        await form.LinkAsync("trackAct.informalTracks.transferOne", "Workshop of elders");
        await form.FillAsync("on", Day(0));
        await form.FillAsync("text", "The note was handed over.");
        await form.ButtonAsync("trackAct.informalTracks.transfer");
        await Expect(page.Locator("[data-part=informal]").GetByText("The note was handed over.")).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R149"), Rule("R151"), Rule("R60")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_opinion_and_an_offer_are_answered_and_a_plan_is_not_written_over_what_somebody_else_wrote(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await WithTwoAtTableAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        var form = new Form(page, say);
        await page.GotoAsync($"/{process}/around");
        await form.LinkAsync("assembly.new");
        await form.FillAsync("title", "On the commission");
        await form.FillAsync("on", Day(-4));
        await form.FillAsync("about", "Item 3");
        await form.FillAsync("body", "It must hear widows.");
        await form.Field("victimsConsulted").SelectOptionAsync("yes");
        await form.FillAsync("victimsConsultation", "Two meetings");
        await form.ButtonAsync("assembly.new");
        await Expect(page.Locator("[id='field-groups'] .wrong")).ToContainTextAsync(say["fault.atLeastOne"]);
        await Expect(form.Field("body")).ToHaveValueAsync("It must hear widows.");
        await page.GetByLabel(say["inclusionGroup.VICTIMS"], new() { Exact = true }).CheckAsync();
        await form.ButtonAsync("assembly.new");
        await form.LinkAsync("trackAct.assemblyTexts.replyOne", "On the commission");
        await form.Field("delegation").SelectOptionAsync(new SelectOptionValue { Label = "Herders" });
        await form.FillAsync("on", Day(-1));
        await form.FillAsync("text", "We take it up.");
        await form.ButtonAsync("trackAct.assemblyTexts.reply");
        await Expect(page.Locator("[data-part=assembly]")).ToContainTextAsync("Herders");

        await form.LinkAsync("training.new");
        await form.FillAsync("subject", "Interests and positions");
        await form.FillAsync("provider", "An institute");
        await form.FillAsync("from", Day(10));
        await page.GetByLabel("Shore communities", new() { Exact = true }).UncheckAsync(); // all are chosen until then
        await form.ButtonAsync("training.new");
        await Expect(page.Locator("[data-part=training]")).ToContainTextAsync(say["training.uneven"]);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await form.LinkAsync("trackAct.trainingOffers.answerOne", "Interests and positions");
        await Expect(form.Field("delegation").Locator("option")).ToHaveCountAsync(2); // whoever was not asked does not answer
        await form.Field("delegation").SelectOptionAsync(new SelectOptionValue { Label = "Herders" });
        await form.Field("accepted").SelectOptionAsync("no");
        await form.FillAsync("on", Day(30));
        await form.FillAsync("text", "Not now.");
        await form.ButtonAsync("trackAct.trainingOffers.answer");
        await Expect(page.Locator("[id='field-on-wrong']")).ToContainTextAsync(say["fault.notFuture"]);
        await Expect(form.Field("text")).ToHaveValueAsync("Not now.");
        await form.FillAsync("on", Day(0));
        await form.ButtonAsync("trackAct.trainingOffers.answer");
        await Expect(page.Locator("[data-part=training]")).ToContainTextAsync(say["training.accepted.no"]);

        await form.LinkAsync("communications.edit");
        await form.FillAsync("confidentiality", "What is said stays here.");
        using var api = await portal.AsAsync("msu.officer@un.example");
        (await api.PatchAsync($"/api/v1/{process}/communicationsPlan", new { socialMedia = "Nothing before the signature" }, "*")).Is(HttpStatusCode.OK);
        for (var sent = 0; sent < 2; sent++) // sent twice, it writes over nothing either
        {
            await form.ButtonAsync("communications.edit");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.ETAG_MISMATCH"]);
            await Expect(form.Field("confidentiality")).ToHaveValueAsync("What is said stays here.");
        }

        await page.GotoAsync($"/{process}/communicationsPlan/edit");
        await Expect(form.Field("socialMedia")).ToHaveValueAsync("Nothing before the signature");
        await form.FillAsync("confidentiality", "What is said stays here.");
        await form.FillAsync("socialMedia", "");
        await form.ButtonAsync("communications.edit");
        await Expect(page.GetByText(say["done.communicationsWritten"])).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=communications]")).ToContainTextAsync("What is said stays here.");
        await Expect(page.Locator("[data-part=communications]")).Not.ToContainTextAsync("Nothing before");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("head.of.mission", 200, 403)]
    [InlineData("lead.mediator", 404, 404)] // of an organization that does not lead here
    [InlineData("analyst", 403, 403)]
    public async Task Who_reads_the_talks_only_finds_no_first_contact_and_no_form_and_others_read_nothing(string person, int list, int form)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        using var api = await portal.AsAsync("msu.officer@un.example");
        var contact = (await api.PostAsync($"/api/v1/{process}/earlyEngagements", new { party = "Movement of the Hills", on = Day(-3), by = "Envoy", consent = "GIVEN" })).Is(HttpStatusCode.Created).TextOf("name");
        var track = (await api.PostAsync($"/api/v1/{process}/informalTracks", new { kind = "WORKSHOP", title = "Workshop of elders", convener = "An institute", from = Day(-3) })).Is(HttpStatusCode.Created).TextOf("name");
        var page = await portal.Pages.OpenAsync(person, new Look());
        (string, int)[] pages =
        [
            ($"{process}/around", list), ($"{process}/earlyEngagements/new", form), ($"{process}/informalTracks/new", form), ($"{process}/assemblyTexts/new", form),
            ($"{process}/trainingOffers/new", form), ($"{process}/communicationsPlan/edit", form), ($"{contact}/reply", form), ($"{contact}/withdraw", form), ($"{track}/withdraw", form), ($"{track}/reply", 404),
        ];
        foreach (var (path, status) in pages)
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{path}"))!.Status));
            Assert.Equal(0, await page.Locator("[data-part=early], main a[href$='/new'], main a[href$='/edit'], main a[href$='/withdraw']").CountAsync());
            Assert.DoesNotContain("Movement of the Hills", await page.ContentAsync(), StringComparison.Ordinal);
        }

        await page.Context.CloseAsync();
    }

    /// <summary>A process that IGAD leads, with two parties at the table.</summary>
    private async Task<string> WithTwoAtTableAsync()
    {
        using var support = await portal.AsAsync("msu.officer@un.example");
        var process = (await support.PostAsync("/api/v1/processes", new
        {
            title = $"Process {Guid.NewGuid():N}",
            situation = "A situation",
            countries = new[] { "TCD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification = "CONFIDENTIAL",
            appointingAuthority = new { organ = "Secretary-General", persons = ((string[])["authority.proposer@un.example", "authority.approver@un.example"]).Select(p => $"accounts/{WellKnown.Id("account", p)}") },
        })).Is(HttpStatusCode.Created).TextOf("name");
        using var proposer = await portal.AsAsync("authority.proposer@un.example");
        var lead = new { organizations = new[] { WellKnown.Organization("IGAD") }, model = "LEAD_WITH_SUPPORT", reason = "Near", singleCandidateReason = "The only one asked for" };
        var proposal = (await proposer.PostAsync($"/api/v1/{process}/lead:designate", new { leadEpoch = 0, lead })).Is(HttpStatusCode.Created).Location;
        using var approver = await portal.AsAsync("authority.approver@un.example");
        (await approver.PostAsync($"{proposal}:approve", new { })).Is(HttpStatusCode.OK);
        using var mediator = await portal.AsAsync("lead.mediator@igad.example");
        foreach (var party in (string[])["Shore communities", "Herders"])
        {
            (await mediator.PostAsync($"/api/v1/{process}/delegations", new { leadEpoch = 1, party })).Is(HttpStatusCode.Created);
        }

        return process;
    }

    private static string Day(int fromNow) => DateTime.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Form(IPage Page, Concord.Platform.Texts.Speech Say)
    {
        public ILocator Field(string field) => Page.Locator($"[id='field-{field}']");

        public Task FillAsync(string field, string text) => Field(field).FillAsync(text);

        public Task LinkAsync(string text, string? what = null) => Page.GetByRole(AriaRole.Link, new() { Name = what is null ? Say[text] : Say.With(text, ("what", what)), Exact = true }).ClickAsync();

        public Task ButtonAsync(string text) => Page.GetByRole(AriaRole.Button, new() { Name = Say[text], Exact = true }).ClickAsync();
    }
}
