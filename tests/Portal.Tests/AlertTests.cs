using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Each person is told what needs that person, and nobody else's.</summary>
public sealed class AlertTests(RunningPortal portal)
{
    [Fact]
    public async Task A_head_of_mission_is_led_to_what_is_overdue()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(Scripts: false));
        await page.GotoAsync("/");
        await page.Locator(".alerts .bad a", new() { HasText = "overdue" }).ClickAsync();
        await Expect(page.Locator("#standing")).ToHaveValueAsync("OVERDUE");
        await Expect(page.Locator(".gantt .status.bad").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R28")]
    public async Task Who_is_asked_is_told_on_the_first_page_and_takes_it_on_and_an_officer_only_reads()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (title, name) = await portal.NewProcessAsync();
        await AdvanceAsync(name, "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await AlertOfAsync(name);
        var unled = say["alertKind.NO_LEAD"];

        var officer = await portal.Pages.OpenAsync("eccas.officer", new Look(Scripts: false));
        await officer.GotoAsync("/");
        await Expect(officer.Locator(".alerts", new() { HasText = title })).ToHaveCountAsync(0);
        await officer.GotoAsync("/alerts");
        await Expect(CardOf(officer, title)).ToBeVisibleAsync();
        await Expect(CardOf(officer, title).GetByRole(AriaRole.Link, new() { Name = say["alert.acknowledge"] })).ToHaveCountAsync(0);
        await officer.Context.CloseAsync();

        var authority = await portal.Pages.OpenAsync("authority.proposer", new Look(Scripts: false));
        await authority.GotoAsync("/");
        await authority.Locator(".alerts a", new() { HasText = title }).ClickAsync();
        var card = CardOf(authority, title);
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = unled })).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync(say["role.appointing-authority"]);
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = say["alertEvidence.processes"], Exact = true })).ToHaveAttributeAsync("href", $"/{name}");
        await card.GetByRole(AriaRole.Link, new() { Name = say["alert.acknowledge"] }).ClickAsync();
        await authority.GetByLabel(say["alert.note"]).FillAsync("A proposal is being written");
        await authority.GetByRole(AriaRole.Button, new() { Name = say["alert.acknowledge"] }).ClickAsync();
        await Expect(authority.GetByRole(AriaRole.Status).First).ToContainTextAsync(say["done.alertAcknowledged"]);
        await authority.GotoAsync("/alerts?state=ACKNOWLEDGED");
        await Expect(CardOf(authority, title)).ToContainTextAsync("A proposal is being written");
        await authority.GotoAsync("/");
        await Expect(authority.Locator(".alerts", new() { HasText = title })).ToHaveCountAsync(0);
        await authority.Context.CloseAsync();
    }

    [Fact, Rule("R48")]
    public async Task In_arabic_rival_claims_are_shown_with_who_claims_and_are_resolved_with_a_reason()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.All.Single(l => l.Tag == "ar"));
        var (title, name) = await portal.NewProcessAsync();
        foreach (var claimant in (string[])["igad.officer@igad.example", "eccas.officer@eccas.example"])
        {
            using var officer = await portal.AsAsync(claimant);
            (await officer.PostAsync($"/api/v1/{name}/claims", new { mandate = "A mandate", advantages = "near", disadvantages = "an interest" })).Is(HttpStatusCode.Created);
        }

        var alert = await AlertOfAsync(name);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(Scripts: false, Language: "ar"));
        await page.GotoAsync("/alerts");
        var card = CardOf(page, title);
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = say["alertKind.SECOND_LEAD_CLAIM"] })).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = say["alertEvidence.claims"], Exact = true })).ToHaveCountAsync(2);
        await Expect(card.Locator(".chip")).ToHaveCountAsync(2);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await page.GotoAsync($"{alert.Replace("alerts/designation", "/alerts", StringComparison.Ordinal)}/resolve");
        await page.GetByLabel(say["form.reason"]).FillAsync("اتفقتا فيما بينهما");
        await page.GetByRole(AriaRole.Button, new() { Name = say["alert.resolve"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(say["done.alertResolved"]);
        await Expect(CardOf(page, title)).ToHaveCountAsync(0);
        await page.GotoAsync("/alerts?state=RESOLVED");
        await Expect(CardOf(page, title)).ToContainTextAsync("اتفقتا فيما بينهما");
        await page.GotoAsync($"{alert.Replace("alerts/designation", "/alerts", StringComparison.Ordinal)}/resolve"); // there is nothing left to do
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/alerts$"));
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R12")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task An_alert_of_the_roster_stands_beside_the_others_leads_to_its_record_and_is_taken_on(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.All.Single(l => l.Tag == language));
        using var client = await portal.AsAsync("msu.officer@un.example");
        string? kind = null, request = null;
        await Eventually.TrueAsync(
            async () =>
            {
                var open = await client.ReadAsync("/api/v1/alerts/roster?state=RAISED&pageSize=500");
                var standby = Enumerable.Range(0, 500).TakeWhile(i => open.Find($"items.{i}.name") is not null).FirstOrDefault(i => ((string)open.Find($"items.{i}.subject")!).StartsWith("standbyRequests/", StringComparison.Ordinal), -1);
                (kind, request) = standby < 0 ? (null, null) : ((string?)open.Find($"items.{standby}.kind"), (string?)open.Find($"items.{standby}.subject"));
                return kind is not null;
            },
            "an alert about the demonstration's requests");

        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: false));
        await page.GotoAsync("/");
        await Expect(page.Locator(".alerts a", new() { HasText = say.Word("alertKind", kind!) }).First).ToBeVisibleAsync();
        await page.GotoAsync("/alerts");
        var card = page.Locator(".cards > .card", new() { Has = page.Locator($"a[href='/{request}']") }).Filter(new() { HasText = say.Word("alertKind", kind!) }).First;
        await Expect(card).ToContainTextAsync(say.Word("alertMeaning", kind!));
        await card.GetByRole(AriaRole.Link, new() { Name = say["alert.acknowledge"] }).ClickAsync();
        Assert.Contains("/alerts/roster/", page.Url, StringComparison.Ordinal);
        await page.GetByLabel(say["alert.note"]).FillAsync("Somebody is being found");
        await page.GetByRole(AriaRole.Button, new() { Name = say["alert.acknowledge"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(say["done.alertAcknowledged"]);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R14")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_contract_that_ends_is_told_with_the_persons_name_and_leads_to_the_record(string language)
    {
        RunningPortal.NeedsChromium();
        const string Ends = "STANDBY_CONTRACT_ENDS";
        var say = PortalTexts.In(Language.All.Single(l => l.Tag == language));
        using var client = await portal.AsAsync("msu.officer@un.example");
        await Eventually.TrueAsync(
            async () => (await client.ReadAsync("/api/v1/alerts/roster?state=RAISED&pageSize=500"))["items"].AsArray().Any(a => (string)a!["kind"]! == Ends), "an alert about a contract of the demonstration");
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: false));
        await page.GotoAsync("/alerts?page=999"); // the last: what is only to be noticed stands behind all else
        var card = page.Locator(".cards > .card").Filter(new() { HasText = say[$"alertMeaning.{Ends}"] }).First;
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = say[$"alertKind.{Ends}"] })).ToBeVisibleAsync();
        var person = card.Locator("dd > a[href^='/roster/']");
        var name = await person.InnerTextAsync();
        Assert.NotEqual(say["alertEvidence.profiles"], name);
        await person.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(name);
        await page.Context.CloseAsync();
    }

    private static ILocator CardOf(IPage page, string title) => page.Locator(".cards > .card", new() { HasText = title });

    private async Task AdvanceAsync(string process, params string[] way)
    {
        using var client = await portal.AsAsync("msu.officer@un.example");
        foreach (var state in way)
        {
            (await client.PostAsync($"/api/v1/{process}:advance", new { to = state, reason = "contacts" })).Is(HttpStatusCode.OK);
        }
    }

    // It is raised a moment after what it tells of.
    private async Task<string> AlertOfAsync(string process)
    {
        using var client = await portal.AsAsync("msu.officer@un.example");
        string? name = null;
        await Eventually.TrueAsync(async () => (name = (string?)(await client.ReadAsync($"/api/v1/alerts/designation?open=true&subject={process}")).Find("items.0.name")) is not null, "an alert");
        return name!;
    }
}
