using System.Net;
using Concord.Contracts.Reference;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using Language = Concord.Platform.Texts.Language;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Mediation support opens a field mission in a browser and keeps it; an organization accepts a code of conduct.</summary>
public sealed class FieldMissionJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_mission_is_opened_headed_serves_a_process_and_is_closed(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (title, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync("/missions");
        await LinkAsync("mission.open");
        await FillAsync("title", "Mission of the River");
        await FillAsync("mandate.organ", "Security Council");
        await FillAsync("mandate.reference", "S/RES/0000");
        await ButtonAsync("mission.open");
        await Expect(page.Locator("[id='field-countries'] .wrong")).ToContainTextAsync(say["fault.countries"]);
        await Expect(Field("title")).ToHaveValueAsync("Mission of the River");
        await page.GetByLabel(say.Area("TCD"), new() { Exact = true }).CheckAsync();
        await ButtonAsync("mission.open");
        await Expect(page.GetByText(say["done.missionOpened"])).ToBeVisibleAsync();
        var address = new Uri(page.Url).AbsolutePath;

        await LinkAsync("mission.edit");
        await FillAsync("mandate.expireOn", "2030-12-31");
        await Field("classification").SelectOptionAsync("CONFIDENTIAL");
        await ButtonAsync("mission.edit");
        await Expect(page.GetByText(say["done.missionChanged"])).ToBeVisibleAsync();
        await Expect(page.GetByText(say.Date(new DateOnly(2030, 12, 31)))).ToBeVisibleAsync();

        await LinkAsync("missionAct.appoint");
        await FillAsync("account", "nobody.of.that.name@un.example");
        await FillAsync("reason", "Knows the river.");
        await ButtonAsync("missionAct.appoint");
        await Expect(page.Locator("[id='field-account-wrong']")).ToContainTextAsync(say["fault.noPerson"]);
        await Expect(Field("reason")).ToHaveValueAsync("Knows the river.");
        await FillAsync("account", "head.of.mission@un.example");
        await ButtonAsync("missionAct.appoint");
        await Expect(page.Locator("tbody")).ToContainTextAsync("Knows the river.");
        await LinkAsync("missionAct.appoint");
        await FillAsync("account", WellKnown.Id("account", "head.of.mission@un.example").ToString());
        await FillAsync("reason", "Twice");
        await ButtonAsync("missionAct.appoint");
        await Expect(page.Locator("[id='field-account-wrong']")).ToContainTextAsync(say["fault.holdsPost"]);

        await page.GotoAsync(address);
        await LinkAsync("missionAct.serve");
        await Field("record").SelectOptionAsync(process);
        await ButtonAsync("missionAct.serve");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await LinkAsync("missionAct.endServing");
        await FillAsync("reason", "The talks are over.");
        await ButtonAsync("missionAct.endServing");
        await Expect(page.GetByText(say["mission.serves.none"])).ToBeVisibleAsync();
        await LinkAsync("missionAct.relieve");
        await FillAsync("reason", "Retires.");
        await ButtonAsync("missionAct.relieve");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["missionAct.relieve"], Exact = true })).ToHaveCountAsync(0);
        await LinkAsync("missionAct.close");
        await FillAsync("reason", "Its mandate is fulfilled.");
        await ButtonAsync("missionAct.close");
        await Expect(page.GetByText("Its mandate is fulfilled.")).ToBeVisibleAsync();
        await page.GotoAsync($"{address}/appoint");
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task ButtonAsync(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true }).ClickAsync();
    }

    [Theory, Rule("R36")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_code_of_conduct_is_adopted_and_an_organization_that_supports_accepts_it(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        using var officer = await portal.AsAsync("igad.officer@igad.example");
        (await officer.PostAsync($"/api/v1/{process}/supportRoles", new { role = "HOST", scope = "Rooms", from = "2026-01-01" })).Is(HttpStatusCode.Created);
        var support = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await support.GotoAsync($"/{process}");
        await support.GetByRole(AriaRole.Link, new() { Name = say["conduct.title"], Exact = true }).ClickAsync();
        await Expect(support.Locator(".chip")).ToHaveCountAsync(1);
        await support.GetByRole(AriaRole.Link, new() { Name = say["conductAct.adopt"], Exact = true }).ClickAsync();
        await support.Locator("[id='field-title']").FillAsync("Common code");
        await support.Locator("[id='field-version']").FillAsync("2");
        await support.Locator("[id='field-reference']").FillAsync("Annex B");
        await support.GetByRole(AriaRole.Button, new() { Name = say["conductAct.adopt"], Exact = true }).ClickAsync();
        await Expect(support.Locator("[id='field-sha256-wrong']")).ToContainTextAsync(say["fault.textOrDigest"]);
        await Expect(support.Locator("[id='field-reference']")).ToHaveValueAsync("Annex B");
        await support.Locator("[id='field-text']").FillAsync("One voice.\nNo parallel tracks.");
        await support.Locator("[id='field-sha256']").FillAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("One voice.\nNo parallel tracks."u8))); // as of the document itself
        await support.GetByRole(AriaRole.Button, new() { Name = say["conductAct.adopt"], Exact = true }).ClickAsync();
        await Expect(support.GetByText(say["done.codeAdopted"])).ToBeVisibleAsync();
        Assert.Equal(403, (await support.GotoAsync($"/{process}/codeOfConduct/accept"))!.Status);
        await support.Context.CloseAsync();

        var igad = await portal.Pages.OpenAsync("igad.officer", new Look(language, 360, Scripts: scripts));
        await igad.GotoAsync($"/{process}/codeOfConduct");
        await igad.GetByRole(AriaRole.Link, new() { Name = say["conductAct.accept"], Exact = true }).ClickAsync();
        await Expect(igad.GetByText("No parallel tracks.")).ToBeVisibleAsync();
        using (var again = await portal.AsAsync("msu.officer@un.example"))
        {
            (await again.PostAsync($"/api/v1/{process}/codeOfConduct:adopt", new { title = "Common code", version = "3", reference = "Annex C", text = "Read me first." })).Is(HttpStatusCode.OK);
        }

        await igad.GetByRole(AriaRole.Button, new() { Name = say["conductAct.accept"], Exact = true }).ClickAsync();
        await Expect(igad.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.CODE_NOT_CURRENT"]); // nothing is accepted unread
        await Expect(igad.GetByText("Read me first.")).ToBeVisibleAsync();
        await igad.GetByRole(AriaRole.Button, new() { Name = say["conductAct.accept"], Exact = true }).ClickAsync();
        await Expect(igad.GetByText(say["done.codeAccepted"])).ToBeVisibleAsync();
        await Expect(igad.GetByText(say["conduct.missing.none"])).ToBeVisibleAsync();
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(igad) : []);
        await igad.Context.CloseAsync();
    }

    [Theory]
    [InlineData("igad.officer", 403, 403)]
    [InlineData("head.of.mission", 403, 403)]
    [InlineData(Support, 200, 200)]
    public async Task Only_mediation_support_is_offered_to_open_missions_and_to_adopt_codes(string person, int mission, int code)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        await page.GotoAsync("/missions");
        Assert.Equal(mission == 200 ? 1 : 0, await page.Locator("main a[href='/missions/new']").CountAsync());
        await page.GotoAsync($"/{process}/codeOfConduct");
        Assert.Equal(code == 200 ? 1 : 0, await page.Locator("main a[href$='/adopt']").CountAsync());
        Assert.Equal((mission, code), ((await page.GotoAsync("/missions/new"))!.Status, (await page.GotoAsync($"/{process}/codeOfConduct/adopt"))!.Status));
        await page.Context.CloseAsync();
    }
}
