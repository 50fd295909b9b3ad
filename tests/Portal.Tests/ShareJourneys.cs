using System.Globalization;
using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>An officer of mediation support shares a process with an invented partner, whose start page shows it until the share ends.</summary>
public sealed class ShareJourneys(RunningPortal portal)
{
    private const string Officer = "msu.officer";
    private const string Partner = "forum.partner";
    private const string Forum = "Lake Forum (fictional)";

    [Theory, Rule("R20"), Rule("R156")]
    [InlineData("en", true, 1280)]
    [InlineData("ar", false, 320)]
    public async Task A_partner_sees_nothing_is_given_a_share_sees_it_and_after_its_end_nothing(string language, bool scripts, int width)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (title, name) = await portal.NewProcessAsync("CONFIDENTIAL");
        var partner = await portal.Pages.OpenAsync(Partner, new Look(language, width, Scripts: scripts));
        Assert.Equal(404, (await partner.GotoAsync($"/{name}"))!.Status);
        await partner.GotoAsync("/");
        await Expect(partner.GetByRole(AriaRole.Heading, new() { Name = say["shared.title"] })).ToBeVisibleAsync();
        await Expect(partner.GetByRole(AriaRole.Link, new() { Name = title })).ToHaveCountAsync(0);

        var officer = await portal.Pages.OpenAsync(Officer, new Look(language, width, Scripts: scripts));
        await officer.GotoAsync($"/{name}");
        await officer.GetByRole(AriaRole.Link, new() { Name = say["share.new"] }).ClickAsync();
        await officer.Locator("form[method=post] select").First.WaitForAsync();
        await officer.EvaluateAsync("document.querySelectorAll('[required]').forEach(f => f.required = false)"); // what a browser without that check would send
        await officer.GetByLabel(say["share.purpose"], new() { Exact = true }).FillAsync(title);
        await SendAsync();
        await Expect(officer.Locator(".wrong").First).ToContainTextAsync(say["fault.noOrganization"]);
        await Expect(officer.GetByLabel(say["share.purpose"], new() { Exact = true })).ToHaveValueAsync(title);

        await officer.GetByLabel(say["organization"], new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = Forum });
        await officer.GetByLabel(say["share.consent.by"], new() { Exact = true }).FillAsync("Both communities");
        await officer.GetByLabel(say["share.consent.date"], new() { Exact = true }).FillAsync("2026-01-31");
        await officer.GetByLabel(say["share.consent.form"], new() { Exact = true }).SelectOptionAsync("ORAL");
        await officer.GetByLabel(say["share.consent.evidence"], new() { Exact = true }).FillAsync("Minutes 3");
        await officer.GetByLabel(say["share.exposed"], new() { Exact = true }).FillAsync("Nobody");
        await officer.GetByLabel(say["people.untilDay"], new() { Exact = true }).FillAsync(DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await SendAsync();
        await Expect(officer.GetByText(say["done.shareGiven"])).ToBeVisibleAsync();
        await Expect(officer.Locator("li.card").Filter(new() { HasText = Forum })).ToContainTextAsync("Both communities");

        await partner.GotoAsync("/");
        await partner.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(partner.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(partner.GetByRole(AriaRole.Heading, new() { Name = say["share.title"], Exact = true })).ToHaveCountAsync(0); // with whom is not the partner's to know

        await officer.Locator("li.card").Filter(new() { HasText = Forum }).GetByRole(AriaRole.Link).ClickAsync();
        await officer.GetByLabel(say["form.reason"], new() { Exact = true }).FillAsync("The meeting has taken place");
        await officer.GetByRole(AriaRole.Button, new() { Name = say["people.end"], Exact = true }).ClickAsync();
        await Expect(officer.GetByText(say["done.shareEnded"])).ToBeVisibleAsync();
        Assert.Equal(404, (await partner.GotoAsync($"/{name}"))!.Status);
        await partner.GotoAsync("/");
        await Expect(partner.GetByRole(AriaRole.Link, new() { Name = title })).ToHaveCountAsync(0);
        await officer.Context.CloseAsync();
        await partner.Context.CloseAsync();

        Task SendAsync() => officer.GetByRole(AriaRole.Button, new() { Name = say["share.give"], Exact = true }).ClickAsync();
    }

    [Fact, Rule("R20")]
    public async Task The_organization_that_keeps_a_profile_shares_it_on_the_person_s_page_and_another_finds_no_form()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        using var api = SignIn.Client(portal.Address, await SignIn.TokenAsync(portal.Address, $"{Officer}@un.example", portal.Passwords[$"{Officer}@un.example"]));
        var name = (await api.PostAsync("/api/v1/profiles", new
        {
            displayName = $"Invented {Guid.NewGuid():N}",
            gender = "WOMAN",
            seniorityLevel = "EXPERT",
            classification = "UNCLASSIFIED",
            consents = new[] { new { scope = "SEARCH", givenDay = "2026-01-31", evidence = "Letter of January" }, new { scope = "SHARING", givenDay = "2026-01-31", evidence = "Letter of January" } },
            nationalities = new[] { "KEN" },
            languages = new[] { new { code = "sw", level = "NATIVE" } },
        })).Is(HttpStatusCode.Created).TextOf("name");
        var page = $"/roster/{name.Split('/')[1]}";
        (await api.PostAsync($"/api/v1/{name}/shares", ShareSituation.Terms(WellKnown.Organization("ICGLR")))).Is(HttpStatusCode.Created);
        var officer = await portal.Pages.OpenAsync(Officer, new Look("en"));
        await officer.GotoAsync(page);
        await Expect(officer.GetByRole(AriaRole.Heading, new() { Name = say["share.title"], Exact = true })).ToBeVisibleAsync();
        await Expect(officer.Locator("li.card").Filter(new() { HasText = "Prepares the round of March" })).ToHaveCountAsync(1);
        await officer.Context.CloseAsync();

        var other = await portal.Pages.OpenAsync("eccas.officer", new Look("en"));
        Assert.Equal(404, (await other.GotoAsync($"{page}/share"))!.Status); // a draft is the keeper's alone
        await other.Context.CloseAsync();
    }
}
