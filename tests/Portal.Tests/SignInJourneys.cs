using Concord.Identity;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The way in, in a browser.</summary>
public sealed class SignInJourneys(RunningPortal portal)
{
    private const string Officer = "icglr.officer";
    private static readonly TextFiles BeforeSignIn = new(typeof(IdentityModule).Assembly);

    [Theory]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    [InlineData("en", true)]
    public async Task A_person_begins_at_a_sign_in_page_in_the_own_language_and_goes_on_to_what_was_asked_for(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var own = Language.Find(language)!;
        var (door, say) = (new Speech(own, BeforeSignIn), PortalTexts.In(own));
        var (email, password) = portal.Passwords.Single(p => p.Key.StartsWith(Officer, StringComparison.Ordinal));
        var page = await portal.Pages.OpenAsync(null, new Look("fr", Scripts: scripts));

        await page.GotoAsync("/processes?pageSize=5");
        await page.GetByRole(AriaRole.Link, new() { Name = own.OwnName }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", own.Direction);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(door["signIn.title"]);

        await SendAsync(page, door, email, "not the password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(door["signIn.wrong"]);
        await Expect(page.GetByLabel(door["signIn.email"], new() { Exact = true })).ToHaveValueAsync(email);
        await Expect(page.GetByLabel(door["signIn.password"], new() { Exact = true })).ToHaveValueAsync("");

        await SendAsync(page, door, email, password);
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] })).ToBeVisibleAsync();
        Assert.EndsWith("/processes?pageSize=5", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", own.Tag);
        await page.Context.CloseAsync();
    }

    private static async Task SendAsync(IPage page, Speech door, string email, string password)
    {
        await page.GetByLabel(door["signIn.email"], new() { Exact = true }).FillAsync(email);
        await page.GetByLabel(door["signIn.password"], new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = door["signIn.do"] }).ClickAsync();
    }
}
