using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Somebody proposes a dialogue engagement and reads what is missing; nobody else finds it.</summary>
public sealed class EngagementJourneys(RunningPortal portal)
{
    private const string Chief = "msu.chief";
    private const string Other = "msu.officer";

    [Theory, Rule("R127"), Rule("R126"), Rule("R122")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_engagement_is_proposed_and_tells_what_is_missing_and_only_its_circle_finds_it(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, name) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Chief, new Look(language, 320, Scripts: scripts));
        await page.GotoAsync($"/{name}/engagements");
        await Expect(page.GetByText(say["engagements.none"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["engagement.new"] }).ClickAsync();
        await FillAsync("engagement.group", "The northern column");
        await FillAsync("engagement.label.text", "violent extremist");
        await ChooseAsync("engagement.kind", "POLITICAL_DIALOGUE");
        await ChooseAsync("phase.phase", "IMMINENT");
        await FillAsync("phase.basis", "Three monitors");
        await FillAsync("engagement.purpose", "Open the wells");
        await FillAsync("engagement.timing.why", "The rains begin");
        await ChooseAsync("engagement.timing.widespreadViolence", "NO");
        await FillAsync("engagement.participants[0].who", "An elder");
        await FillAsync("engagement.participants[0].jurisdiction", "KEN");
        await FillAsync("reviewOn", DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagement.propose"] }).ClickAsync();

        // A label without who gives it is refused, and what was typed is still there (R158).
        await Expect(page.Locator("[id='field-engagement.label.by-wrong']")).ToBeVisibleAsync();
        await Expect(Field("engagement.group")).ToHaveValueAsync("The northern column");
        await FillAsync("engagement.label.by", "The council");
        await FillAsync("engagement.label.on", DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagement.propose"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The northern column" })).ToBeVisibleAsync();
        await Expect(page.GetByText(say["engagementWarning.POLITICAL_WHILE_ATROCITIES_ARE_NEAR"])).ToBeVisibleAsync();
        await Expect(page.Locator("tbody").GetByText(say["engagement.missing"])).ToHaveCountAsync(9);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(Axe.Missing is null ? await Axe.FindAsync(page) : []);
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"/{name}/engagements");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "The northern column" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        var outside = await portal.Pages.OpenAsync(Other, new Look(language, Scripts: scripts));
        Assert.Equal(404, (await outside.GotoAsync(address))!.Status);
        await outside.GotoAsync($"/{name}/engagements");
        await Expect(outside.GetByText(say["engagements.none"])).ToBeVisibleAsync();
        await outside.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task ChooseAsync(string field, string value) => Field(field).SelectOptionAsync(value);
    }
}
