using System.Net;
using Concord.Identity;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Somebody new, who may see what is Strictly Confidential, sees it after a second factor and not before.</summary>
public sealed class StepUpJourneys(RunningPortal portal)
{
    private static readonly TextFiles BeforeSignIn = new(typeof(IdentityModule).Assembly);

    [Theory, Rule("R137")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_process_is_seen_after_a_second_factor_was_set_up_and_not_before_and_the_way_leads_back_to_it(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var own = Language.Find(language)!;
        var (door, say) = (new Speech(own, BeforeSignIn), PortalTexts.In(own));
        var (title, process) = await portal.NewProcessAsync("STRICTLY_CONFIDENTIAL");
        var (email, password) = await portal.NewPersonAsync("mediation-support", "STRICTLY_CONFIDENTIAL");
        using var chief = await portal.AsAsync("msu.chief@un.example");
        var wish = new { email, keeper = false, function = "Adviser", reason = "Needs to know", untilTime = DateTime.UtcNow.AddDays(30) };
        await Eventually.TrueAsync(async () => (await chief.PostAsync($"/api/v1/{process.Replace("processes", "compartments", StringComparison.Ordinal)}/members", wish, Guid.NewGuid().ToString())).Status == HttpStatusCode.Created, "the person to be named");

        var page = await portal.Pages.OpenAsync(null, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/account/password?returnUrl=/signin");
        await page.GetByLabel(door["signIn.email"], new() { Exact = true }).FillAsync(email);
        await page.GetByLabel(door["password.now"], new() { Exact = true }).FillAsync(password);
        await page.GetByLabel(door["password.new"], new() { Exact = true }).FillAsync("a password of my own");
        await page.GetByRole(AriaRole.Button, new() { Name = door["password.do"] }).ClickAsync();
        await Expect(page.GetByText(door["factors.needed"])).ToBeVisibleAsync(); // led there at once, and free to go on without
        await page.GetByRole(AriaRole.Link, new() { Name = door["factors.back"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["stepUp.confirm"] })).ToBeVisibleAsync();

        var hidden = (await page.GotoAsync($"/{process}"))!;
        var nowhere = await page.APIRequest.GetAsync(new Uri(new Uri(portal.Address), $"/processes/{Guid.NewGuid()}").ToString(), new() { Headers = [new("Accept", "text/html")] });
        Assert.Equal((404, 404), (hidden.Status, nowhere.Status));
        Assert.Equal(Told(await hidden.TextAsync()), Told(await nowhere.TextAsync()));
        await page.GetByRole(AriaRole.Link, new() { Name = say["stepUp.confirm"] }).ClickAsync();

        await Expect(page.GetByText(door["factors.needed"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = door["factors.app.set"] }).ClickAsync();
        var secret = (await page.Locator("dl code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await AuthenticatorApp.Of(secret).UseAsync(async code =>
        {
            await page.GetByLabel(door["app.code"]).FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = door["app.do"] }).ClickAsync();
            return await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync() == door["codes.title"] ? code : null;
        });
        await Expect(page.Locator("main li code")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = door["codes.do"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        Assert.EndsWith($"/{process}", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByText(say["stepUp.until"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["stepUp.confirm"] })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_could_see_no_more_is_offered_no_step_up()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        foreach (var path in (string[])["/", $"/processes/{Guid.NewGuid()}"])
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("a[href^='/step-up']")).ToHaveCountAsync(0);
        }

        await page.Context.CloseAsync();
    }

    // But for what is asked for and the number of the request.
    private static string Told(string html) => System.Text.RegularExpressions.Regex.Replace(html, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}", "");
}
