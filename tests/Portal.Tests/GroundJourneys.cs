using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>What a process stands on, entered and read in a browser.</summary>
public sealed class GroundJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Mediation_support_enters_a_party_its_consent_and_a_judgement_about_a_spoiler(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, Scripts: scripts));

        await page.GotoAsync($"/{process}");
        await LinkAsync("ground.title");
        await Expect(page.GetByText(say["ground.parties.none"], new() { Exact = true })).ToBeVisibleAsync();
        await LinkAsync("ground.party.new");
        await PartyAsync("Front of the River", "Took part in the first meeting.");
        await Expect(page.GetByText(say["ground.done.party"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Front of the River" })).ToBeVisibleAsync();

        // The same party again: what was typed stays, and with a reason it is another one.
        await LinkAsync("ground.party.new");
        await PartyAsync("front of the RIVER", "Its western wing spoke for itself.");
        await Expect(page.GetByText(say["reason.PARTY_ALREADY_NAMED"])).ToBeVisibleAsync();
        await Expect(page.GetByLabel(say["ground.party.reason"], new() { Exact = true })).ToHaveValueAsync("Its western wing spoke for itself.");

        await page.GotoAsync($"/{process}/consents/new");
        await FillAsync("ground.consent.scope", "To meet the envoy.");
        await page.GetByLabel(say["ground.consent.form"], new() { Exact = true }).SelectOptionAsync("REPORTED");
        await FillAsync("ground.consent.from", "2025-01-10");
        await FillAsync("ground.source", "Call of the same day");
        await SaveAsync();
        await Expect(page.GetByLabel(say["ground.consent.scope"], new() { Exact = true })).ToHaveValueAsync("To meet the envoy."); // nobody was named who reports it
        await page.Locator("[name=reportedBy]").FillAsync("An elder");
        await SaveAsync();
        await Expect(page.GetByText(say["ground.done.consent"])).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=consent]").GetByText("To meet the envoy.")).ToBeVisibleAsync();

        await LinkAsync("spoilers.title");
        await LinkAsync("spoilers.new");
        await page.Locator("[name=motives][value=POWER]").CheckAsync();
        await FillAsync("spoilers.judgement", "It fired at the monitors.");
        await FillAsync("spoilers.evidence", "Two reports");
        await FillAsync("spoilers.reviewOn", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await SaveAsync();
        await Expect(page.GetByText(say["ground.done.spoiler"])).ToBeVisibleAsync();
        await Expect(page.GetByText("It fired at the monitors.")).ToBeVisibleAsync();
        await Expect(page.GetByText(say["spoilers.strategy.none"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task FillAsync(string label, string text) => page.GetByLabel(say[label], new() { Exact = true }).FillAsync(text);
        Task SaveAsync() => page.GetByRole(AriaRole.Button, new() { Name = say["ground.save"], Exact = true }).ClickAsync();

        async Task PartyAsync(string name, string reason)
        {
            await FillAsync("ground.name", name);
            await page.GetByLabel(say["ground.party.language"], new() { Exact = true }).SelectOptionAsync("en");
            await FillAsync("ground.party.reason", reason);
            await SaveAsync();
        }
    }

    [Theory]
    [InlineData("analyst", 200, 403, 403)]
    [InlineData("eccas.officer", 200, 403, 403)]
    [InlineData(Support, 200, 200, 200)]
    public async Task The_ground_is_read_by_who_sees_the_process_and_spoilers_by_few(string person, int ground, int spoilers, int form)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("ground", ground), ("spoilers", spoilers), ("parties/new", form), ("consents/new", form), ("spoilers/new", form) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
        }

        await page.GotoAsync($"/{process}/ground");
        Assert.Equal(person != "eccas.officer", await page.Locator("[data-part=consent]").CountAsync() == 1);
        await page.Context.CloseAsync();
    }
}
