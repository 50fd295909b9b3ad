using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>An administrator records that an organization has left, and that it is back.</summary>
public sealed class OrganizationJourneys(RunningPortal portal)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_organization_leaves_with_a_reason_and_comes_back(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        using var api = await portal.AsAsync("administrator@un.example");
        var name = $"Organization {Guid.NewGuid():N}";
        (await api.PostAsync("/api/v1/organizations", new { displayName = name, acronym = "ORG", kind = "LOCAL_NGO" })).Is(HttpStatusCode.Created);
        var page = await portal.Pages.OpenAsync("administrator", new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.Locator("details.menu").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["organizations.title"] }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
        await row.GetByRole(AriaRole.Link, new() { Name = say["organizations.leave"] }).ClickAsync();
        await Expect(page.GetByText(say["organizations.leave.accounts"])).ToBeVisibleAsync();

        var day = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByLabel(say["form.reason"], new() { Exact = true }).FillAsync("Its mandate ended");
        await page.GetByLabel(say["organizations.leave.day"]).FillAsync(day);
        await page.GetByRole(AriaRole.Button, new() { Name = say["organizations.leave"] }).ClickAsync();
        await Expect(page.Locator(".wrong")).ToContainTextAsync(say["fault.notFuture"]);
        await Expect(page.GetByLabel(say["organizations.leave.day"])).ToHaveValueAsync(day);
        await page.GetByLabel(say["organizations.leave.day"]).FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = say["organizations.leave"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.organizationLeft"]);
        await Expect(row).ToContainTextAsync("Its mandate ended");

        await row.GetByRole(AriaRole.Link, new() { Name = say["organizations.rejoin"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["organizations.rejoin"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.organizationBack"]);
        await Expect(row).ToContainTextAsync(say["organizations.takesPart"]);
        await page.Context.CloseAsync();
    }
}
