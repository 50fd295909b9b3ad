using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>One person of the appointing authority proposes a change of the lead, another one decides, each in a browser.</summary>
public sealed class LeadActJourneys(RunningPortal portal)
{
    private const string Proposer = "authority.proposer";
    private const string Approver = "authority.approver";
    private static readonly string s_un = WellKnown.Organization("UN");
    private static readonly string s_igad = WellKnown.Organization("IGAD");

    [Theory, Rule("R28"), Rule("R29"), Rule("R49")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task One_person_proposes_who_leads_another_one_approves_and_it_is_handed_over_in_the_same_way(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (title, process) = await portal.NewProcessAsync("UNCLASSIFIED", Proposer, Approver);
        var first = await portal.Pages.OpenAsync(Proposer, new Look(language, 360, Scripts: scripts));
        await first.GotoAsync($"/{process}");
        await LinkAsync(first, say["leadAct.designate"]);
        await Field(first, "organizations").SelectOptionAsync(s_un);
        await CandidateAsync(first, 1, s_un, "Both communities ask for it.", null);
        await FillAsync(first, "reason", "Both communities ask for it.");
        await PressAsync(first, say["leadAct.designate"]);

        // What is wrong stands at the row where it was typed: the first one is empty.
        await Expect(first.Locator("[id='field-candidates[1].disadvantages-wrong']")).ToBeVisibleAsync();
        await Expect(Field(first, "candidates[1].advantages")).ToHaveValueAsync("Both communities ask for it.");
        await FillAsync(first, "candidates[1].disadvantages", "It has no office there.");
        await PressAsync(first, say["leadAct.designate"]);
        await Expect(first.Locator("#field-singleCandidateReason-wrong")).ToContainTextAsync(say["fault.compareTwo"]);
        await CandidateAsync(first, 2, s_igad, "Its office is on the lake.", "A member has an interest.");
        await Field(first, "model").SelectOptionAsync("CO_MEDIATION");
        await PressAsync(first, say["leadAct.designate"]);
        await Expect(first.Locator("#field-organizations-wrong")).ToContainTextAsync(say["fault.model.many"]);
        Assert.Equal(0, await Axe.OverflowAsync(first));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(first) : []);
        await Field(first, "model").SelectOptionAsync("LEAD_WITH_SUPPORT");
        await PressAsync(first, say["leadAct.designate"]);
        await Expect(first.GetByText(say["done.leadProposed"])).ToBeVisibleAsync();
        await Expect(Button(first, say["approvals.approve"])).ToHaveCountAsync(0);

        // The second person finds it among what waits, reads on what it rests, and approves.
        var second = await portal.Pages.OpenAsync(Approver, new Look(language, Scripts: scripts));
        await second.GotoAsync("/approvals");
        await second.Locator(".card", new() { HasText = title }).GetByRole(AriaRole.Link, new() { Name = say["proposalKind.DESIGNATE"] }).ClickAsync();
        await Expect(second.Locator("[data-part=compared]")).ToContainTextAsync("A member has an interest.");
        await Expect(second.GetByRole(AriaRole.Link, new() { Name = say["proposal.comparisonNow"] })).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(second));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(second) : []);
        await PressAsync(second, say["approvals.approve"]);
        await Expect(second.GetByText(say["done.actApproved"])).ToBeVisibleAsync();
        await Expect(second.Locator("[data-part=lead] .card")).ToContainTextAsync(say.Organization(s_un));

        // Now the second one proposes and the first one decides.
        await LinkAsync(second, say["leadAct.handOver"]);
        await Field(second, "organizations").SelectOptionAsync(s_igad);
        await FillAsync(second, "singleCandidateReason", "The only one with staff there.");
        await FillAsync(second, "handOver.partiesInformed", "Both, by letter.");
        await FillAsync(second, "handOver.dossierTransfer", "All files.");
        await FillAsync(second, "reason", "Its office is on the lake.");
        await PressAsync(second, say["leadAct.handOver"]);
        await Expect(second.GetByText(say["approvals.mine"])).ToBeVisibleAsync();
        await first.GotoAsync($"/{process}");
        await Expect(first.Locator("[data-part=lead] .card")).ToContainTextAsync(say.Organization(s_un));
        await LinkAsync(first, say["proposals.title"]);
        await LinkAsync(first, say["proposalKind.HAND_OVER"]);
        await Expect(first.GetByText("Both, by letter.")).ToBeVisibleAsync();
        await PressAsync(first, say["approvals.reject"]);
        await Expect(first.Locator("#field-reason-wrong")).ToBeVisibleAsync(); // rejected only with a reason
        await PressAsync(first, say["approvals.approve"]);
        await Expect(first.Locator("[data-part=lead] .card")).ToContainTextAsync(say.Organization(s_igad));
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Theory, Rule("R143")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task What_was_proposed_on_a_lead_that_has_changed_since_is_refused_with_who_leads_now_and_taken_back(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync("UNCLASSIFIED", Proposer, Approver);
        await ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms(s_un) });
        var stale = await ProposedAsync(process, "end", new { leadEpoch = 1, reason = "The mandate ran out." });
        var page = await portal.Pages.OpenAsync(Proposer, new Look(language, Scripts: false));
        await page.GotoAsync($"/{process}/lead/handOver");
        await Field(page, "organizations").SelectOptionAsync(s_igad);
        await FillAsync(page, "singleCandidateReason", "Written before I knew.");
        await FillAsync(page, "handOver.partiesInformed", "Both, by letter.");
        await FillAsync(page, "handOver.dossierTransfer", "All files.");
        await FillAsync(page, "reason", "Of the other one.");
        await ApprovedAsync(process, "handOver", new { leadEpoch = 1, lead = Terms(s_igad), handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" } });
        await PressAsync(page, say["leadAct.handOver"]);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.STALE_LEAD_EPOCH"]);
        await Expect(page.Locator("[data-part=present-lead]")).ToContainTextAsync(say.Organization(s_igad));
        await Expect(Field(page, "singleCandidateReason")).ToHaveValueAsync("Written before I knew.");

        var second = await portal.Pages.OpenAsync(Approver, new Look(language, Scripts: false));
        await second.GotoAsync($"/{stale}");
        await Expect(second.GetByText(say["proposal.stale.text"])).ToBeVisibleAsync();
        await Expect(Button(second, say["approvals.approve"])).ToHaveCountAsync(0);
        await Expect(Button(second, say["approvals.reject"])).ToBeVisibleAsync();
        await page.GotoAsync($"/{stale}");
        await FillAsync(page, "reason", "Another one leads by now.");
        await PressAsync(page, say["approvals.withdraw"]);
        await Expect(page.Locator(".card", new() { HasText = "Another one leads by now." }).Locator(".status")).ToContainTextAsync(say["proposalState.WITHDRAWN"]);

        // Who had it open finds it decided, and keeps what was typed.
        await FillAsync(second, "reason", "Too late.");
        await PressAsync(second, say["approvals.reject"]);
        await Expect(second.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(Field(second, "reason")).ToHaveValueAsync("Too late.");
        await page.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Theory, Rule("R28")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task When_somebody_led_is_corrected_by_two_persons_and_the_lead_is_ended_by_two(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync("UNCLASSIFIED", Proposer, Approver);
        await ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms(s_un) });
        var (first, second) = (await portal.Pages.OpenAsync(Proposer, new Look(language, 360, Scripts: scripts)), await portal.Pages.OpenAsync(Approver, new Look(language, Scripts: scripts)));
        await first.GotoAsync($"/{process}/proposals");
        await LinkAsync(first, say["correct.title"]);
        await FillAsync(first, "reason", "The letter is of that morning.");
        await PressAsync(first, say["correct.title"]);
        await Expect(first.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.nothingCorrected"]);
        await FillAsync(first, "corrections[0].startTime", "2025-01-10T09:00");
        Assert.Equal(0, await Axe.OverflowAsync(first));
        await PressAsync(first, say["correct.title"]);
        await Expect(first.GetByText(say["done.leadProposed"])).ToBeVisibleAsync();
        await DecideAsync("proposalKind.CORRECT");
        await Expect(second.Locator("[data-part=lead] time").First).ToHaveAttributeAsync("datetime", "2025-01-10T09:00:00Z");

        await first.GotoAsync($"/{process}/proposals");
        await LinkAsync(first, say["leadAct.end"]);
        await FillAsync(first, "reason", "The mandate ran out.");
        await PressAsync(first, say["leadAct.end"]);
        await Expect(first.GetByText(say["done.leadProposed"])).ToBeVisibleAsync();
        await DecideAsync("proposalKind.END");
        await Expect(second.Locator("[data-part=lead]")).ToContainTextAsync(say["lead.none"]);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();

        async Task DecideAsync(string kind)
        {
            await second.GotoAsync($"/{process}/proposals");
            await LinkAsync(second, say[kind]);
            await PressAsync(second, say["approvals.approve"]);
        }
    }

    [Theory]
    [InlineData("analyst", 403, 403, 403)]
    [InlineData("eccas.officer", 403, 403, 403)]
    [InlineData("msu.officer", 200, 403, 200)]
    [InlineData(Proposer, 200, 200, 403)]
    public async Task Proposals_are_read_by_few_made_by_the_authority_and_the_state_is_kept_by_mediation_support(string person, int proposals, int form, int state)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync("UNCLASSIFIED", Proposer, Approver);
        var (_, other) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("proposals", proposals), ("lead/designate", form), ("leadHistory/correct", form), ("advance", state), ("edit", state) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
        }

        // Whoever acts for the appointing authority of another process proposes nothing here.
        Assert.Equal(403, (await page.GotoAsync($"/{other}/lead/designate"))!.Status);
        await page.GotoAsync($"/{process}");
        Assert.Equal((proposals == 200, form == 200, state == 200), (await HasLinkAsync("/proposals"), await HasLinkAsync("/lead/designate"), await HasLinkAsync("/advance")));
        await page.Context.CloseAsync();

        async Task<bool> HasLinkAsync(string path) => await page.Locator($"main a[href='/{process}{path}']").CountAsync() > 0;
    }

    private async Task<string> ProposedAsync(string process, string verb, object body)
    {
        using var proposer = await portal.AsAsync($"{Proposer}@un.example");
        return (await proposer.PostAsync($"/api/v1/{process}/lead:{verb}", body)).Is(HttpStatusCode.Created).TextOf("name");
    }

    private async Task ApprovedAsync(string process, string verb, object body)
    {
        using var approver = await portal.AsAsync($"{Approver}@un.example");
        (await approver.PostAsync($"/api/v1/{await ProposedAsync(process, verb, body)}:approve", new { })).Is(HttpStatusCode.OK);
    }

    private static async Task CandidateAsync(IPage page, int row, string organization, string advantages, string? disadvantages)
    {
        await Field(page, $"candidates[{row}].organization").SelectOptionAsync(organization);
        await FillAsync(page, $"candidates[{row}].advantages", advantages);
        await FillAsync(page, $"candidates[{row}].disadvantages", disadvantages ?? "");
    }

    private static ILocator Field(IPage page, string field) => page.Locator($"[id='field-{field}']");

    private static Task FillAsync(IPage page, string field, string text) => Field(page, field).FillAsync(text);

    private static ILocator Button(IPage page, string text) => page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

    private static Task PressAsync(IPage page, string text) => Button(page, text).ClickAsync();

    private static Task LinkAsync(IPage page, string text) => page.GetByRole(AriaRole.Link, new() { Name = text, Exact = true }).ClickAsync();

    private static object Terms(string organization) => new { organizations = new[] { organization }, model = "LEAD_WITH_SUPPORT", reason = "best placed", singleCandidateReason = "The only one there." };
}
