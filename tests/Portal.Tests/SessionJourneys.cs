using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A person who has lost a machine ends what is open there.</summary>
public sealed class SessionJourneys(RunningPortal portal)
{
    [Theory]
    [InlineData("en", "authority.approver", true)]
    [InlineData("ar", "monitor", false)]
    public async Task A_session_on_another_machine_is_seen_and_ended_and_nothing_there_opens_any_more(string language, string person, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (email, password) = portal.Passwords.Single(p => p.Key.StartsWith($"{person}@", StringComparison.Ordinal));
        var machine = $"Lost/{Guid.NewGuid():N}"; // others sign in as the same person meanwhile
        using var lost = new Browser(portal.Address, machine);
        await lost.FollowAsync(await lost.SignInAsync("/signin", email, password, portal.Passwords.AppOf(email)));
        Assert.Equal(200, (int)(await lost.GetAsync("/api/v1/me")).StatusCode);

        var page = await portal.Pages.OpenAsync(person, new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.Locator("details.menu").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["sessions.title"] }).ClickAsync();
        await Expect(page.GetByText(say["sessions.current"])).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = machine }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.sessionEnded"]);
        await Expect(page.GetByText(machine)).ToHaveCountAsync(0);

        await Eventually.TrueAsync(async () => (int)(await lost.GetAsync("/api/v1/me")).StatusCode == 401, "the lost machine to be signed out");
        Assert.StartsWith("/signin", (await lost.GetAsync("/processes")).Headers.Location?.ToString(), StringComparison.Ordinal);
        await page.ReloadAsync();
        await Expect(page.GetByText(say["sessions.current"])).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}
