using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>An administrator lets people in, changes what they may do, and lets them go.</summary>
public sealed class AccountJourneys(RunningPortal portal)
{
    private const string Administrator = "administrator";

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_invited_person_opens_the_account_by_the_link_and_hands_over_to_a_successor(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (email, name) = ($"{Guid.NewGuid():N}@un.example", $"Person {Guid.NewGuid():N}");
        var page = await portal.Pages.OpenAsync(Administrator, new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["accounts.title"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["accounts.invite"] }).ClickAsync();

        // What was typed comes back with what is missing.
        await page.GetByLabel(say["people.account"]).FillAsync(email);
        await page.GetByLabel(say["account.name"], new() { Exact = true }).FillAsync(name);
        await page.GetByLabel(say["organization"], new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = Organizations.United(language) });
        await page.GetByRole(AriaRole.Button, new() { Name = say["invite.do"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".wrong")).ToContainTextAsync(say["fault.roles"]);
        await Expect(page.GetByLabel(say["people.account"])).ToHaveValueAsync(email);
        await page.GetByLabel(say["role.analyst"], new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["invite.do"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(name);
        var link = new Uri(await page.Locator("strong bdi").InnerTextAsync());
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = say["invitations.title"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name })).ToContainTextAsync(email);
        Assert.DoesNotContain(link.Query, await page.ContentAsync(), StringComparison.Ordinal);
        await AcceptAsync(link);
        await page.ReloadAsync();
        await Expect(page.GetByText(email)).ToHaveCountAsync(0);

        // The account is there, with what it was invited to; a second one takes over and the first is closed.
        await page.GotoAsync("/accounts?state=open");
        await OpenAccountAsync(page, name);
        await Expect(page.Locator("main .facts")).ToContainTextAsync(say["role.analyst"]);
        await page.GetByRole(AriaRole.Link, new() { Name = say["handOver.title"] }).ClickAsync();
        await Expect(page.GetByLabel(say["handOver.successor"])).ToHaveValueAsync(""); // chosen and never by default
        await page.GetByLabel(say["handOver.successor"]).SelectOptionAsync(new SelectOptionValue { Label = "Analyst (fictional) · analyst@un.example" });
        await page.GetByLabel(say["form.reason"]).FillAsync("Retires");
        await page.GetByLabel(say["handOver.close"]).SelectOptionAsync("yes");
        await page.GetByRole(AriaRole.Button, new() { Name = say["handOver.title"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["handOver.doneClosed"]);
        await Expect(page.GetByText(say["handed.COMPARTMENTS"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name }).Last.ClickAsync();
        await Expect(page.Locator("main .facts")).ToContainTextAsync(say["approvals.closed"]);
        await Expect(page.Locator("main .facts")).ToContainTextAsync("Analyst (fictional)");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_change_that_somebody_else_made_meanwhile_is_not_overwritten_and_a_high_right_waits()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (path, name, email, given) = await OpenedAsync();
        var page = await portal.Pages.OpenAsync(Administrator, new Look("en", Scripts: false));
        await page.GotoAsync($"/{path}/edit");
        using var api = await ApiAsync();
        var read = await api.ReadAsync($"/api/v1/{path}");
        (await api.PatchAsync($"/api/v1/{path}", new { displayName = $"{name} changed" }, read.ETag)).Is(HttpStatusCode.OK);
        await page.GetByLabel(say["account.name"], new() { Exact = true }).FillAsync("Mine");
        for (var i = 0; i < 2; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = say["account.save"] }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.ETAG_MISMATCH"]);
            await Expect(page.GetByLabel(say["account.name"], new() { Exact = true })).ToHaveValueAsync("Mine");
        }

        await page.GotoAsync($"/{path}/edit");
        await page.GetByLabel(say["role.analyst"], new() { Exact = true }).UncheckAsync();
        await page.GetByLabel(say["role.monitor"], new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["account.save"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.accountChanged"]);
        await Expect(page.Locator("main .facts")).ToContainTextAsync(say["role.monitor"]);

        // A high right is for whom an administrator cannot be: for nobody whose password one gave.
        await page.GetByRole(AriaRole.Link, new() { Name = say["account.change"] }).ClickAsync();
        await page.GetByLabel(say["role.auditor"], new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["account.save"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.PASSWORD_NOT_CHOSEN"]);
        await ChooseAsync(email, given);
        await page.GotoAsync($"/{path}/edit");
        await page.GetByLabel(say["role.auditor"], new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["account.save"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.accountAsked"]);
        await Expect(page.Locator("main .facts")).Not.ToContainTextAsync(say["role.auditor"]);

        // Who agrees is told what administrators replaced, and who did is not the one.
        await page.GotoAsync("/approvals");
        await Expect(page.Locator(".card").Filter(new() { HasText = $"{name} changed" })).ToContainTextAsync(say["approvals.known.reset.none"]);
        await ChooseAsync(email, (await api.PostAsync($"/api/v1/{path}:resetPassword", new { })).Is(HttpStatusCode.OK).TextOf("oneTimePassword"));
        using var second = await portal.AsAsync(FirstAdministrator.Email);
        var asked = (await second.PatchAsync($"/api/v1/{path}", new { roles = new[] { "auditor" } }, (await second.ReadAsync($"/api/v1/{path}")).ETag)).Is(HttpStatusCode.Accepted);
        await page.GotoAsync($"/{asked.TextOf("name")}");
        await Expect(page.Locator("main .facts")).ToContainTextAsync(say["approvals.known.warn"]);
        await page.GetByRole(AriaRole.Button, new() { Name = say["approvals.approve"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.CREDENTIALS_RESET"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_new_password_is_shown_once_and_ends_what_was_open()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (path, _, _, _) = await OpenedAsync();
        var page = await portal.Pages.OpenAsync(Administrator, new Look("en"));
        await page.GotoAsync($"/{path}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["account.password"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["account.password.do"] }).ClickAsync();
        var password = await page.Locator("strong bdi").InnerTextAsync();
        Assert.Equal(23, password.Length);
        await page.GotoAsync($"/{path}/password");
        Assert.DoesNotContain(password, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Lost_second_factors_are_removed_once_a_second_administrator_agrees()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        using var api = await ApiAsync();
        var (path, _, _, _) = await OpenedAsync();
        var page = await portal.Pages.OpenAsync(Administrator, new Look("en", Scripts: false));
        await page.GotoAsync($"/{path}");
        await RemoveAsync("Said so at the desk");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.NO_FACTOR"]);
        await Expect(page.GetByLabel(say["form.reason"])).ToHaveValueAsync("Said so at the desk");

        // Of one who has factors; withdrawn at the end, for others sign in with them.
        using var holder = await portal.AsAsync("msu.chief@un.example");
        await page.GotoAsync($"/{(await holder.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK).TextOf("name")}");
        var why = $"Asked by telephone {Guid.NewGuid():N}";
        await RemoveAsync(why);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["done.accountAsked"]);
        await page.GotoAsync("/approvals");
        await page.Locator("li.card").Filter(new() { HasText = why }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel(say["form.reason"]).FillAsync("They are found");
        await page.GetByRole(AriaRole.Button, new() { Name = say["approvals.withdraw"] }).ClickAsync();
        await Expect(page.GetByText(say["done.actWithdrawn"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        async Task RemoveAsync(string reason)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = say["account.factors"] }).ClickAsync();
            await page.GetByLabel(say["form.reason"]).FillAsync(reason);
            await page.GetByRole(AriaRole.Button, new() { Name = say["account.factors.do"] }).ClickAsync();
        }
    }

    [Theory]
    [InlineData("/organizations")]
    [InlineData("/accounts")]
    [InlineData("/accounts/invite")]
    [InlineData("/accounts/invitations")]
    [InlineData("/accounts/0197a000-0000-7000-8000-000000000001/edit")]
    public async Task Whoever_keeps_no_accounts_finds_no_way_there_and_is_refused(string path)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("eccas.officer", new Look("en"));
        Assert.Equal(403, (await page.GotoAsync(path))!.Status);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["accounts.title"], Exact = true })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task OpenAccountAsync(IPage page, string name)
    {
        while (await page.GetByRole(AriaRole.Link, new() { Name = name }).CountAsync() == 0)
        {
            await page.Locator("a[rel=next]").ClickAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
    }

    // On the person's own machine: nobody is signed in there.
    private async Task AcceptAsync(Uri link)
    {
        using var browser = new Browser(portal.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link.PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(("newPassword", "a password of my own"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link.PathAndQuery)).StatusCode);
    }

    private async Task<(string Name, string DisplayName, string Email, string Password)> OpenedAsync()
    {
        using var api = await ApiAsync();
        var (displayName, email) = ($"Person {Guid.NewGuid():N}", $"{Guid.NewGuid():N}@un.example");
        var made = (await api.PostAsync("/api/v1/accounts", new
        {
            email,
            displayName,
            organization = Contracts.Reference.WellKnown.Organization("UN"),
            roles = new[] { Contracts.Access.Roles.Analyst },
            clearance = "CONFIDENTIAL",
        })).Is(HttpStatusCode.Created);
        return (made.TextOf("account.name"), displayName, email, made.TextOf("oneTimePassword"));
    }

    private async Task ChooseAsync(string email, string given)
    {
        using var browser = new Browser(portal.Address);
        await browser.GetAsync("/account/password?returnUrl=%2F");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(("email", email), ("password", given), ("newPassword", $"A choice of {Guid.NewGuid():N}"))).StatusCode);
    }

    private Task<HttpClient> ApiAsync() => portal.AsAsync("administrator@un.example");

    private static class Organizations
    {
        public static string United(string language) => Contracts.Reference.ReferenceData.Organizations.Single(o => o.Code == "UN").Name.In(language);
    }
}
