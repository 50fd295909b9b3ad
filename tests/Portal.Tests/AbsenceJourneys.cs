using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Somebody goes on leave, a colleague acts for her and stops; an administrator grants something for a while.</summary>
public sealed class AbsenceJourneys(RunningPortal portal)
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_colleague_acts_for_who_is_away_sees_so_on_every_page_and_stops(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        const string Absent = "Mediation support officer (fictional)";
        var away = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await away.GotoAsync("/");
        await away.Locator("details.menu").Nth(1).ClickAsync();
        await away.GetByRole(AriaRole.Link, new() { Name = say["absence.title"] }).ClickAsync();

        // What was typed comes back with what is wrong.
        await away.GetByLabel(say["absence.email"]).FillAsync("nobody@un.example");
        await away.GetByLabel(say["people.untilDay"]).FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await away.GetByLabel(say["form.reason"]).FillAsync("On leave");
        await away.GetByRole(AriaRole.Button, new() { Name = say["absence.do"], Exact = true }).ClickAsync();
        await Expect(away.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.NOT_A_COLLEAGUE"]);
        await away.GetByLabel(say["absence.email"]).FillAsync("analyst@un.example");
        await away.GetByRole(AriaRole.Button, new() { Name = say["absence.do"], Exact = true }).ClickAsync();
        await Expect(away.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.delegateNamed"]);

        var colleague = await portal.Pages.OpenAsync("analyst", new Look(language, Scripts: scripts));
        await colleague.GotoAsync("/me/absence");
        await colleague.GetByRole(AriaRole.Button, new() { Name = say.With("absence.act", ("person", Absent)) }).First.ClickAsync();
        await Expect(colleague.Locator(".acting")).ToContainTextAsync(Absent);
        await colleague.GotoAsync("/roster"); // an analyst does not see it
        await Expect(colleague.Locator(".acting")).ToContainTextAsync(Absent);
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(say["roster.title"]);
        var open = await colleague.Context.NewPageAsync();
        await open.GotoAsync("/");
        await colleague.GetByRole(AriaRole.Button, new() { Name = say["absence.stop"] }).ClickAsync();
        await Expect(colleague.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.actingStopped"]);
        await open.GetByRole(AriaRole.Button, new() { Name = say["absence.stop"] }).ClickAsync(); // a form that was opened while she acted
        await Expect(open.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(say["problem.acting"]);
        await Expect(open.Locator("main")).ToContainTextAsync(say["problem.acting.own"]);
        await Expect(colleague.Locator(".acting")).ToHaveCountAsync(0);
        Assert.Equal(403, (await colleague.GotoAsync("/roster"))!.Status);

        await away.GetByRole(AriaRole.Button, new() { Name = say.With("absence.withdrawOne", ("person", "Analyst (fictional)")) }).First.ClickAsync();
        await Expect(away.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.delegationWithdrawn"]);
        await away.Context.CloseAsync();
        await colleague.Context.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_grants_a_role_for_a_while_sees_it_and_takes_it_away()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        using var api = await portal.AsAsync("administrator@un.example");
        var made = (await api.PostAsync("/api/v1/accounts", new
        {
            email = $"{Guid.NewGuid():N}@un.example",
            displayName = "Stands in",
            organization = Contracts.Reference.WellKnown.Organization("UN"),
            roles = new[] { Contracts.Access.Roles.Analyst },
            clearance = "CONFIDENTIAL",
        })).Is(HttpStatusCode.Created);
        var page = await portal.Pages.OpenAsync("administrator", new Look("en", Scripts: false));
        await page.GotoAsync($"/{made.TextOf("account.name")}");
        await Expect(page.GetByText(say["grants.none"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["grants.give"] }).ClickAsync();
        await page.GetByLabel(say["form.reason"]).FillAsync("The post is vacant");
        await page.GetByLabel(say["people.untilDay"]).FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = say["grants.do"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".wrong").First).ToContainTextAsync(say["fault.roleOrClearance"]);
        await page.GetByLabel(say["grants.role"]).SelectOptionAsync("monitor");
        await page.GetByRole(AriaRole.Button, new() { Name = say["grants.do"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.grantGiven"]);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "The post is vacant" })).ToContainTextAsync(say["role.monitor"]);
        await page.GetByRole(AriaRole.Link, new() { Name = say.With("grants.revokeOne", ("what", say["role.monitor"])) }).ClickAsync();
        await page.GetByLabel(say["form.reason"]).FillAsync("Filled");
        await page.GetByRole(AriaRole.Button, new() { Name = say["grants.revoke"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.grantRevoked"]);
        await Expect(page.GetByText(say["grants.none"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
