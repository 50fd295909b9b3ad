using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Mediation support takes a process from state to state and keeps its entry, in a browser.</summary>
public sealed class ProcessStateJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R63"), Rule("R28")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Only_states_that_can_follow_are_offered_and_each_says_what_it_needs(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["advance.title"], Exact = true }).ClickAsync();
        await Expect(page.Locator("#field-to option")).ToHaveTextAsync(States("EARLY_ENGAGEMENT", "SUSPENDED", "COLLAPSED", "CLOSED"));
        await AdvanceAsync("EARLY_ENGAGEMENT", "Both communities agreed to meet.");
        await Expect(page.GetByText(say["done.advanced"])).ToBeVisibleAsync();

        // Nobody leads: what needs a lead is told and cannot be chosen.
        await ElsewhereAsync("PRE_NEGOTIATION");
        await page.GotoAsync($"/{process}/advance");
        await Expect(page.Locator("#field-to option")).ToHaveTextAsync(States("SUSPENDED", "COLLAPSED", "CLOSED"));
        await Expect(page.GetByText(say["advance.noLead"])).ToHaveCountAsync(2);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);

        // Suspended meanwhile: what was typed is kept, and the form shows what can follow now.
        await ElsewhereAsync("SUSPENDED");
        await AdvanceAsync("COLLAPSED", "Neither came back.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.ETAG_MISMATCH"]);
        await Expect(page.Locator("#field-reason")).ToHaveValueAsync("Neither came back.");
        await Expect(page.Locator("[data-part=present-state]")).ToContainTextAsync(say["processState.SUSPENDED"]);
        await Expect(page.Locator("#field-to option")).ToHaveTextAsync(States("PRE_NEGOTIATION", "COLLAPSED", "CLOSED"));
        await AdvanceAsync("PRE_NEGOTIATION", "They came back.");
        await Expect(page.Locator("[data-part=about]")).ToContainTextAsync(say["processState.PRE_NEGOTIATION"]);
        await page.Context.CloseAsync();

        string[] States(params string[] states) => [say["form.choose"], .. states.Select(s => say.Word("processState", s))]; // nothing is chosen for anybody

        async Task AdvanceAsync(string to, string reason)
        {
            await page.Locator("#field-to").SelectOptionAsync(to);
            await page.Locator("#field-reason").FillAsync(reason);
            await page.GetByRole(AriaRole.Button, new() { Name = say["advance.title"] }).ClickAsync();
        }

        async Task ElsewhereAsync(string to)
        {
            using var client = await portal.AsAsync($"{Support}@un.example");
            (await client.PostAsync($"/api/v1/{process}:advance", new { to, reason = "Done elsewhere." })).Is(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_process_is_opened_and_changed_field_by_field_never_over_what_somebody_else_has_changed_and_lowered_by_two(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync("/processes");
        await page.GetByRole(AriaRole.Link, new() { Name = say["process.open"], Exact = true }).ClickAsync();
        await FillAsync("title", $"Process {Guid.NewGuid():N}");
        await FillAsync("situation", "Two communities quarrel.");
        await Field("language").SelectOptionAsync("en");
        await FillAsync("countries", "ssd, Uganda");
        await Field("kind").SelectOptionAsync("RESOLVING_MEDIATION");
        await Field("sourceOfAuthority").SelectOptionAsync("REQUEST_OF_PARTIES");
        await Field("classification").SelectOptionAsync("CONFIDENTIAL");
        await FillAsync("appointingAuthority.organ", "Secretary-General");
        await FillAsync("appointingAuthority.persons", "authority.proposer@un.example\nauthority.approver@un.example");
        await page.GetByRole(AriaRole.Button, new() { Name = say["process.open"], Exact = true }).ClickAsync();
        await Expect(page.Locator("#field-countries-wrong")).ToContainTextAsync(say["fault.countries"]);
        await FillAsync("countries", "ssd, uga");
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await page.GetByRole(AriaRole.Button, new() { Name = say["process.open"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(say["done.processOpened"])).ToBeVisibleAsync();
        var process = new Uri(page.Url).AbsolutePath.TrimStart('/');

        await page.GetByRole(AriaRole.Link, new() { Name = say["process.edit"], Exact = true }).ClickAsync();
        using var client = await portal.AsAsync($"{Support}@un.example");
        (await client.PostAsync($"/api/v1/{process}:advance", new { to = "EARLY_ENGAGEMENT", reason = "Done elsewhere." })).Is(HttpStatusCode.OK);
        await FillAsync("situation", "Two communities quarrel over grazing.");
        for (var sent = 0; sent < 2; sent++)
        {
            await SaveAsync();
            await Expect(page.GetByText(say["reason.ETAG_MISMATCH"])).ToBeVisibleAsync();
            await Expect(Field("situation")).ToHaveValueAsync("Two communities quarrel over grazing.");
        }

        await page.GotoAsync($"/{process}/edit");
        await FillAsync("situation", "Two communities quarrel over grazing.");
        await Field("classification").SelectOptionAsync("UNCLASSIFIED");
        await SaveAsync();
        await Expect(page.Locator("#field-classification-wrong")).ToContainTextAsync(say["fault.loweredAlone"]);
        await Field("classification").SelectOptionAsync("CONFIDENTIAL");
        await page.Locator("[name=means][value=GOOD_OFFICES]").CheckAsync();
        await Field("entryPoint.kind").SelectOptionAsync("SOUGHT_BY_PARTIES");
        await FillAsync("entryPoint.of", "The council of elders");
        await SaveAsync();
        await Expect(page.GetByText(say["done.processChanged"])).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=about]")).ToContainTextAsync("Two communities quarrel over grazing.");

        await page.GotoAsync($"/{process}/edit");
        await Expect(page.Locator("[name=means][value=GOOD_OFFICES]")).ToBeCheckedAsync();
        await Expect(Field("entryPoint.of")).ToHaveValueAsync("The council of elders");
        await Field("classification").SelectOptionAsync("UNCLASSIFIED");
        await SaveAsync();
        await Expect(page.GetByText(say["done.processChangeAsked"])).ToBeVisibleAsync();
        Assert.Equal("CONFIDENTIAL", (await client.ReadAsync($"/api/v1/{process}")).Is(HttpStatusCode.OK).TextOf("classification"));

        await page.GotoAsync($"/{process}/edit");
        await FillAsync("appointingAuthority.persons", "authority.proposer@un.example");
        await FillAsync("situation", "One quarrel more.");
        await SaveAsync();
        await Expect(page.Locator("[id='field-appointingAuthority.persons-wrong']")).ToContainTextAsync(say["fault.authorityAlone"]);
        await FillAsync("situation", "Two communities quarrel over grazing.");
        await SaveAsync();
        await Expect(page.GetByText(say["done.processChangeAsked"])).ToBeVisibleAsync();
        Assert.Equal(2, (await client.ReadAsync($"/api/v1/{process}")).Is(HttpStatusCode.OK)["appointingAuthority.persons"].AsArray().Count);
        await page.Context.CloseAsync();

        var second = await portal.Pages.OpenAsync("msu.chief", new Look(language, 360, Scripts: scripts));
        using var chief = await portal.AsAsync("msu.chief@un.example");
        var waiting = (await chief.ReadAsync("/api/v1/approvals/designation?state=PROPOSED&pageSize=200"))["items"].AsArray().Single(a => a!["act"]!.GetValue<string>() == "processes.changeAuthority" && a["record"]!.GetValue<string>() == process)!;
        await second.GotoAsync($"/{waiting["name"]!.GetValue<string>()}");
        var facts = second.Locator("dl.facts").First;
        await Expect(facts).ToContainTextAsync(say["approvals.authority.before"]);
        Assert.DoesNotContain("accounts/", await facts.InnerTextAsync(), StringComparison.Ordinal); // whom, and not which number
        await Expect(facts.Locator("dd")).ToHaveCountAsync(3);
        (await chief.PostAsync($"/api/v1/{waiting["name"]!.GetValue<string>()}:approve", body: null)).Is(HttpStatusCode.OK);
        await second.ReloadAsync();
        await Expect(facts.Locator("dd")).ToHaveCountAsync(3); // who acted before stays to be read
        await Expect(second.GetByText(say.Word("proposalState", "APPROVED"))).ToBeVisibleAsync();
        await Expect(second.GetByRole(AriaRole.Button, new() { Name = say["approvals.approve"], Exact = true })).ToHaveCountAsync(0);
        await second.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task SaveAsync() => page.GetByRole(AriaRole.Button, new() { Name = say["account.save"], Exact = true }).ClickAsync();
    }
}
