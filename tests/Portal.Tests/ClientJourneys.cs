using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>An administrator registers a partner's system, copies its secret, gives it another one and disables it.</summary>
public sealed class ClientJourneys(RunningPortal portal)
{
    private const string Administrator = "administrator";

    [Theory, Rule("R137")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_system_is_registered_used_rotated_and_disabled(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var name = $"System {Guid.NewGuid():N}";
        var page = await portal.Pages.OpenAsync(Administrator, new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.Locator("details.menu").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["clients.title"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["clients.register"] }).ClickAsync();

        await page.GetByLabel(say["clients.name"], new() { Exact = true }).FillAsync(name);
        await Expect(page.GetByLabel(say["clients.organization"], new() { Exact = true })).ToHaveValueAsync(""); // chosen and never by default
        await page.GetByLabel(say["clients.organization"], new() { Exact = true }).SelectOptionAsync(Contracts.Reference.WellKnown.Organization("UN"));
        await page.GetByLabel("identity.me.read").CheckAsync();
        await page.GetByLabel(say["approvals.clearance"], new() { Exact = true }).SelectOptionAsync("CONFIDENTIAL");
        await page.GetByLabel(say["clients.lastDay"], new() { Exact = true }).FillAsync(DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = say["clients.register"] }).ClickAsync();
        await Expect(page.Locator("#field-roles .wrong")).ToHaveTextAsync(say["fault.atLeastOne"]);
        await Expect(page.GetByLabel("identity.me.read")).ToBeCheckedAsync(); // what was chosen is still chosen
        await Expect(page.GetByLabel(say["clients.name"], new() { Exact = true })).ToHaveValueAsync(name);
        await page.GetByLabel(say.Word("role", "partner"), new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["clients.register"] }).ClickAsync();
        await Expect(page.GetByText(say["clients.secret.once"])).ToBeVisibleAsync();
        var (id, secret) = (await page.Locator("dd code").First.TextContentAsync(), await page.Locator("[data-secret]").TextContentAsync());
        await SignIn.MachineTokenAsync(portal.Address, id!, secret!);

        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Expect(page.GetByText(secret!)).ToHaveCountAsync(0);
        await page.GetByLabel(say["clients.overlap"], new() { Exact = true }).SelectOptionAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = say["clients.rotate"] }).ClickAsync();
        var second = await page.Locator("[data-secret]").TextContentAsync();
        Assert.NotEqual(secret, second);
        using var machine = SignIn.Client(portal.Address, await SignIn.MachineTokenAsync(portal.Address, id!, second!));
        (await machine.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);

        await page.GetByRole(AriaRole.Link, new() { Name = say["account.change"], Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("identity.me.read")).ToBeCheckedAsync();
        await page.GetByLabel("partners.reference.read").CheckAsync();
        await page.GetByLabel(say["clients.name"], new() { Exact = true }).FillAsync($"{name} too");
        await page.GetByRole(AriaRole.Button, new() { Name = say["account.save"] }).ClickAsync();
        await Expect(page.GetByText(say["done.clientChanged"])).ToBeVisibleAsync();
        await Expect(page.Locator("main .facts")).ToContainTextAsync("partners.reference.read");

        await page.GetByRole(AriaRole.Button, new() { Name = say["clients.disable"] }).ClickAsync();
        await Expect(page.GetByText(say["done.clientDisabled"])).ToBeVisibleAsync();
        await Eventually.TrueAsync(async () => (await machine.ReadAsync("/api/v1/me")).Status == HttpStatusCode.Unauthorized, "the system to be refused");
        await page.GetByRole(AriaRole.Button, new() { Name = say["clients.enable"] }).ClickAsync();
        await Expect(page.GetByText(say["done.clientEnabled"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R137")]
    public async Task Whoever_is_no_administrator_finds_no_way_to_the_systems_of_partners()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(Scripts: false));
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["clients.title"], IncludeHidden = true })).ToHaveCountAsync(0);
        Assert.Equal(403, (await page.GotoAsync("/clients"))!.Status);
        Assert.Equal(403, (await page.GotoAsync("/clients/register"))!.Status);
        await page.Context.CloseAsync();
    }
}
