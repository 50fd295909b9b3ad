using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>What is said of who leads, in a browser: that nobody is agreed, why somebody is, who objects and what is answered.</summary>
public sealed class LeadJourneys(RunningPortal portal)
{
    private const string Authority = "authority.proposer";
    private const string Officer = "igad.officer";
    private static readonly string s_un = WellKnown.Organization("UN");
    private static readonly string s_igad = WellKnown.Organization("IGAD");

    [Theory, Rule("R28"), Rule("R48")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task The_authority_records_that_nobody_is_agreed_then_publishes_why_somebody_leads_and_answers_who_objects(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await NewProcessAsync();
        var authority = await portal.Pages.OpenAsync(Authority, new Look(language, 360, Scripts: scripts));
        await authority.GotoAsync($"/{process}");
        await LinkAsync(authority, "objections.title");
        await LinkAsync(authority, "noLead.new");
        await FillAsync(authority, "decidedOn", "2025-01-15");
        await FillAsync(authority, "reason", "Neither community accepts the other's choice.");
        await FillAsync(authority, "next", "A second round in May.");
        await FillAsync(authority, "disagreed[1].party", "Association of herders");
        await PressAsync(authority, "noLead.new");

        // Nobody said why: the row closed up and is still as it was typed.
        await Expect(authority.Locator("[id='field-disagreed[0].why-wrong']")).ToBeVisibleAsync();
        await Expect(Field(authority, "disagreed[0].party")).ToHaveValueAsync("Association of herders");
        await FillAsync(authority, "disagreed[0].why", "Too near to the fishers.");
        await PressAsync(authority, "noLead.new");
        await Expect(authority.GetByText(say["done.noLeadAgreed"])).ToBeVisibleAsync();
        await Expect(authority.GetByText("Too near to the fishers.")).ToBeVisibleAsync();

        await ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms(s_un) });
        await authority.GotoAsync($"/{process}/objections");
        await LinkAsync(authority, "rationale.publish");
        await FillAsync(authority, "text", "It leads because both communities ask for it.");
        await FillAsync(authority, "reason", "Both ask for it.");
        await authority.GetByLabel(say.Word("criterion", "UNIVERSAL_COMMITMENT")).CheckAsync();
        await PressAsync(authority, "rationale.publish");
        await Expect(authority.GetByText(say["done.rationalePublished"])).ToBeVisibleAsync();

        var officer = await portal.Pages.OpenAsync(Officer, new Look(language, Scripts: scripts));
        await officer.GotoAsync($"/{process}");
        await Expect(officer.Locator("[data-part=rationale]")).ToContainTextAsync("It leads because both communities ask for it.");
        await Expect(officer.Locator("[data-part=rationale]")).ToContainTextAsync(say.Word("criterion", "UNIVERSAL_COMMITMENT"));
        await LinkAsync(officer, "objections.title");
        await LinkAsync(officer, "objection.new");
        await Expect(Field(officer, "party")).ToHaveCountAsync(0); // an officer speaks for the own organization
        await FillAsync(officer, "text", "It has no office there.");
        await PressAsync(officer, "objection.new");
        await Expect(officer.GetByText(say["done.objected"])).ToBeVisibleAsync();
        await Expect(officer.Locator(".card .status")).ToContainTextAsync(say.Word("objectionState", "OPEN"));
        await Expect(officer.GetByRole(AriaRole.Link, new() { Name = say["objection.answer"] })).ToHaveCountAsync(0);

        await authority.GotoAsync($"/{process}/objections");
        await LinkAsync(authority, "objection.answer");
        await FillAsync(authority, "text", "It opens one in March.");
        await PressAsync(authority, "objection.answer");
        await Expect(authority.GetByText("It opens one in March.")).ToBeVisibleAsync();
        await officer.ReloadAsync();
        await LinkAsync(officer, "objection.withdraw");
        await FillAsync(officer, "reason", "The office has opened.");
        await PressAsync(officer, "objection.withdraw");
        await Expect(officer.GetByText(say["done.objectionWithdrawn"])).ToBeVisibleAsync();
        await Expect(officer.Locator(".card .status")).ToContainTextAsync(say.Word("objectionState", "WITHDRAWN"));
        await authority.Context.CloseAsync();
        await officer.Context.CloseAsync();

        Task LinkAsync(IPage page, string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task PressAsync(IPage page, string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true }).ClickAsync();
    }

    [Theory, Rule("R143")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Whoever_publishes_reasons_after_the_lead_has_changed_is_told_who_leads_now(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await NewProcessAsync();
        await ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms(s_un) });
        var page = await portal.Pages.OpenAsync(Authority, new Look(language, Scripts: false));
        await page.GotoAsync($"/{process}/rationale");
        await FillAsync(page, "text", "Written before I knew.");
        await FillAsync(page, "reason", "Of the other one.");
        await ApprovedAsync(process, "handOver", new { leadEpoch = 1, lead = Terms(s_igad), handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" } });
        await page.GetByRole(AriaRole.Button, new() { Name = say["rationale.publish"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.STALE_LEAD_EPOCH"]);
        await Expect(page.Locator("[data-part=present-lead]")).ToContainTextAsync(say.Organization(s_igad));
        await Expect(Field(page, "text")).ToHaveValueAsync("Written before I knew.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("analyst", 403, 403)]
    [InlineData("msu.officer", 200, 403)]
    [InlineData(Authority, 403, 200)]
    public async Task Everybody_who_sees_a_process_reads_reasons_and_objections_and_each_writes_only_what_is_the_own(string person, int objecting, int deciding)
    {
        RunningPortal.NeedsChromium();
        var process = await NewProcessAsync();
        await ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms(s_un) });
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("objections", 200), ("objections/new", objecting), ("rationale", deciding) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
        }

        // Of a process whose appointing authority is somebody else, that one decides nothing.
        var (_, other) = await portal.NewProcessAsync();
        Assert.Equal(403, (await page.GotoAsync($"/{other}/noLeadAgreed"))!.Status);
        await page.Context.CloseAsync();
    }

    private async Task<string> NewProcessAsync() => (await portal.NewProcessAsync("UNCLASSIFIED", Authority, "authority.approver")).Name;

    private async Task ApprovedAsync(string process, string verb, object body)
    {
        using var proposer = await portal.AsAsync($"{Authority}@un.example");
        using var approver = await portal.AsAsync("authority.approver@un.example");
        var proposal = (await proposer.PostAsync($"/api/v1/{process}/lead:{verb}", body)).Is(HttpStatusCode.Created).TextOf("name");
        (await approver.PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.OK);
    }

    private static ILocator Field(IPage page, string field) => page.Locator($"[id='field-{field}']");

    private static Task FillAsync(IPage page, string field, string text) => Field(page, field).FillAsync(text);

    private static object Terms(string organization) => new { organizations = new[] { organization }, model = "LEAD_WITH_SUPPORT", reason = "best placed", singleCandidateReason = "The only one there." };
}
