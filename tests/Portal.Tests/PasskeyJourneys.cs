using Concord.Identity;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Passkeys, with a device that Chromium pretends to have. On a platform of its own, at a name: at an address in numbers browsers know none.</summary>
public sealed class PasskeyJourneys(PasskeyPlatform platform) : IClassFixture<PasskeyPlatform>
{
    private const string Officer = "igad.officer@igad.example";
    private const string Robbed = "eccas.officer@eccas.example";
    private static readonly Speech Door = new(Language.English, new TextFiles(typeof(IdentityModule).Assembly));
    private static readonly Speech Say = PortalTexts.In(Language.English);

    [Fact]
    public async Task A_passkey_is_made_signs_in_without_a_password_is_a_second_factor_and_is_removed()
    {
        RunningPortal.NeedsChromium();
        var page = await platform.Pages.OpenAsync(null, new Look());
        await PlugInAsync(page);

        await page.GotoAsync("/signin?returnUrl=/account/factors");
        await GivePasswordAsync(page, Officer);
        await page.GetByRole(AriaRole.Link, new() { Name = Door["factors.passkeys.add"] }).ClickAsync();
        await page.GetByLabel(Door["passkey.name"], new() { Exact = true }).FillAsync("Blue key");
        await page.GetByRole(AriaRole.Button, new() { Name = Door["passkey.do"] }).ClickAsync();
        await Expect(page.Locator("main li code")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = Door["codes.do"] }).ClickAsync();

        await SignOutAsync(page);
        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = Door["signIn.passkey"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = Say["frame.jobs"] })).ToBeVisibleAsync();

        await SignOutAsync(page);
        await page.GotoAsync("/signin?returnUrl=/account/factors");
        await GivePasswordAsync(page, Officer);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Door["factor.signIn.title"]);
        await page.GetByRole(AriaRole.Button, new() { Name = Door["factor.passkey"] }).ClickAsync();
        await Expect(page.GetByText("Blue key")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Door.With("factors.removeOne", ("name", "Blue key")) }).ClickAsync();
        await Expect(page.GetByText("Blue key")).ToHaveCountAsync(0);

        await SignOutAsync(page);
        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = Door["signIn.passkey"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(Door["factor.passkey.wrong"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_answer_of_a_passkey_is_good_once_and_only_for_the_page_that_asked()
    {
        RunningPortal.NeedsChromium();
        var page = await platform.Pages.OpenAsync(null, new Look());
        await PlugInAsync(page);
        await page.GotoAsync("/signin?returnUrl=/account/factors/passkey");
        await GivePasswordAsync(page, Robbed);
        await page.GetByLabel(Door["passkey.name"], new() { Exact = true }).FillAsync("Blue key");
        await page.GetByRole(AriaRole.Button, new() { Name = Door["passkey.do"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Door["codes.do"] }).ClickAsync();
        await SignOutAsync(page);

        await page.GotoAsync("/signin");
        var sent = new TaskCompletionSource<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/account/sign-in/passkey", StringComparison.Ordinal))
            {
                sent.TrySetResult(request.PostData ?? "");
            }
        };
        await page.GetByRole(AriaRole.Button, new() { Name = Door["signIn.passkey"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = Say["frame.jobs"] })).ToBeVisibleAsync();
        var fields = System.Web.HttpUtility.ParseQueryString(await sent.Task);

        using var thief = new Browser(platform.Address);
        await thief.FollowAsync(await thief.GetAsync("/signin"));
        var again = await thief.SubmitToAsync("/account/sign-in/passkey", ("state", fields["state"]!), ("credential", fields["credential"]!));
        Assert.Equal(400, (int)again.StatusCode);
        again = await thief.SubmitToAsync("/account/sign-in/passkey", ("credential", fields["credential"]!)); // to the challenge of the thief's own page
        Assert.Equal(400, (int)again.StatusCode);
        await page.Context.CloseAsync();
    }

    private static async Task PlugInAsync(IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task GivePasswordAsync(IPage page, string email)
    {
        await page.GetByLabel(Door["signIn.email"], new() { Exact = true }).FillAsync(email);
        await page.GetByLabel(Door["signIn.password"], new() { Exact = true }).FillAsync(platform.Passwords[email]);
        await page.GetByRole(AriaRole.Button, new() { Name = Door["signIn.do"], Exact = true }).ClickAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("details.menu").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Say["frame.signOut"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Say["frame.signIn"] }).First).ToBeVisibleAsync();
    }
}
