using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The keeper of a compartment names people; with a second keeper it takes both.</summary>
public sealed class CompartmentJourneys(RunningPortal portal)
{
    private const string Chief = "msu.chief";
    private const string Second = "authority.approver";
    private const string Adviser = "authority.proposer";
    private const string AdviserName = "Appointing authority, proposer (fictional)";

    [Theory, Rule("R127"), Rule("R137")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_keeper_names_a_second_one_and_then_naming_takes_both_and_ending_takes_one(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (title, name) = await portal.NewProcessAsync("STRICTLY_CONFIDENTIAL");
        using var chief = await ApiAsync(Chief);
        await Eventually.TrueAsync(async () => (await chief.ReadAsync($"/api/v1/{Compartment(name)}/members")).Status == HttpStatusCode.OK, "the compartment to be there");

        var page = await portal.Pages.OpenAsync(Chief, new Look(language, Scripts: scripts));
        await Eventually.TrueAsync(async () => (await page.GotoAsync($"/{name}"))!.Status == 200, "the keeper to see the process wherever it is asked for");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["people.title"] }).ClickAsync();
        await Expect(page.Locator("li.card").Filter(new() { HasText = say["people.keeper"] })).ToHaveCountAsync(1);

        await NameAsync(page, say, "nobody@un.example", "no");
        await Expect(page.GetByText(say["reason.NOT_CLEARED"])).ToBeVisibleAsync();
        await Expect(page.GetByLabel(say["people.function"], new() { Exact = true })).ToHaveValueAsync("Adviser");
        await FillAsync(page, say, $"{Second}@un.example", "yes");
        await Expect(page.GetByText(say["done.memberNamed"])).ToBeVisibleAsync();
        await NameAsync(page, say, $"{Adviser}@un.example", "no");
        await Expect(page.GetByText(say["done.memberAsked"])).ToBeVisibleAsync();

        var other = await portal.Pages.OpenAsync(Second, new Look(language, Scripts: scripts));
        await Eventually.TrueAsync(async () => (await other.GotoAsync($"/{name}"))!.Status == 200, "the second keeper to see the process");
        await other.Locator("details.menu").Nth(1).ClickAsync();
        await other.GetByRole(AriaRole.Link, new() { Name = say["approvals.title"] }).ClickAsync();
        await other.WaitForURLAsync("**/approvals");
        var waiting = other.Locator("li.card").Filter(new() { HasText = title });
        await Eventually.TrueAsync(async () => await waiting.CountAsync() > 0 || await other.ReloadAsync() is null, "what waits to be shown wherever it is asked for");
        await waiting.GetByRole(AriaRole.Link).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = say["approvals.approve"] }).ClickAsync();
        await Expect(other.GetByText(say["done.actApproved"])).ToBeVisibleAsync();

        await page.GotoAsync($"/{name}/people");
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = AdviserName }).GetByRole(AriaRole.Link, new() { Name = say["people.end"] }).ClickAsync();
        await page.GetByLabel(say["form.reason"], new() { Exact = true }).FillAsync("The draft is handed over");
        await page.GetByRole(AriaRole.Button, new() { Name = say["people.end"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(say["done.memberEnded"])).ToBeVisibleAsync();
        using var adviser = await ApiAsync(Adviser);
        await Eventually.TrueAsync(async () => (await adviser.ReadAsync($"/api/v1/{name}")).Status == HttpStatusCode.NotFound, "the adviser to see nothing any more");
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();

        async Task NameAsync(IPage keeper, Speech words, string email, string names)
        {
            await keeper.GetByRole(AriaRole.Link, new() { Name = words["people.name"] }).ClickAsync();
            await FillAsync(keeper, words, email, names);
        }

        // The title as reason: by it this test finds its own act among those of others.
        async Task FillAsync(IPage keeper, Speech words, string email, string names)
        {
            await keeper.GetByLabel(words["people.account"], new() { Exact = true }).FillAsync(email);
            await keeper.GetByLabel(words["people.function"], new() { Exact = true }).FillAsync("Adviser");
            await keeper.GetByLabel(words["people.need"], new() { Exact = true }).FillAsync(title);
            await keeper.GetByLabel(words["people.untilDay"], new() { Exact = true }).FillAsync(DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            await keeper.GetByLabel(words["people.mayName"], new() { Exact = true }).SelectOptionAsync(names);
            await keeper.GetByRole(AriaRole.Button, new() { Name = words["people.name"] }).ClickAsync();
        }
    }

    [Fact]
    public async Task Who_proposed_may_withdraw_and_who_is_not_named_finds_no_page()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (title, name) = await portal.NewProcessAsync("STRICTLY_CONFIDENTIAL");
        using var chief = await ApiAsync(Chief);
        await Eventually.TrueAsync(async () => (await chief.PostAsync($"/api/v1/{Compartment(name)}/members", Wish(Second, keeper: true), Guid.NewGuid().ToString())).Status == HttpStatusCode.Created, "a second keeper");
        var act = (await chief.PostAsync($"/api/v1/{Compartment(name)}/members", Wish(Adviser, keeper: false))).Is(HttpStatusCode.Accepted).TextOf("name");

        var page = await portal.Pages.OpenAsync(Chief, new Look("en"));
        await page.GotoAsync($"/{act}");
        await page.GetByRole(AriaRole.Button, new() { Name = say["approvals.withdraw"] }).ClickAsync();
        await Expect(page.Locator(".wrong")).ToContainTextAsync(say["fault.required"]);
        await page.GetByLabel(say["form.reason"]).FillAsync("Named the wrong person");
        await page.GetByRole(AriaRole.Button, new() { Name = say["approvals.withdraw"] }).ClickAsync();
        await Expect(page.GetByText(say["done.actWithdrawn"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        var outside = await portal.Pages.OpenAsync(Adviser, new Look("en"));
        foreach (var path in (string[])[$"/{name}/people", $"/{name}/people/name", $"/{act}"])
        {
            Assert.Equal(404, (await outside.GotoAsync(path))!.Status);
            Assert.DoesNotContain(title, await outside.ContentAsync(), StringComparison.Ordinal);
        }

        await outside.Context.CloseAsync();
    }

    [Theory, Rule("R127"), Rule("R137")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task In_an_emergency_somebody_whom_nobody_named_lets_himself_in_by_the_number_he_was_told(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (title, name) = await portal.NewProcessAsync("STRICTLY_CONFIDENTIAL");
        using var chief = await ApiAsync(Chief);
        await Eventually.TrueAsync(async () => (await chief.ReadAsync($"/api/v1/{Compartment(name)}/members")).Status == HttpStatusCode.OK, "the compartment to be there");

        // Nothing is there for him, and from there the way leads on as from every other address at which nothing is.
        var page = await portal.Pages.OpenAsync(Adviser, new Look(language, Scripts: scripts));
        Assert.Equal(404, (await page.GotoAsync($"/{name}/people"))!.Status);
        await page.GetByRole(AriaRole.Link, new() { Name = say["emergency.way"] }).ClickAsync();
        await Expect(page.GetByText(say["emergency.keepers"])).ToBeVisibleAsync();
        var number = page.GetByLabel(say["emergency.process"], new() { Exact = true });
        await Expect(number).ToHaveValueAsync(name["processes/".Length..]);

        // What is not there and what is no such process are answered alike, and nothing of what was typed is lost.
        await page.GetByLabel(say["emergency.reason"], new() { Exact = true }).FillAsync("The only one who knows where she is");
        foreach (var (typed, fault) in new[] { ("The talks by the river", "fault.noNumber"), ($"{Guid.NewGuid()}", "fault.noProcess"), ((await portal.NewProcessAsync()).Name, "fault.noProcess") })
        {
            await number.FillAsync(typed);
            await page.GetByRole(AriaRole.Button, new() { Name = say["emergency.do"] }).ClickAsync();
            await Expect(page.Locator(".wrong")).ToContainTextAsync(say[fault]);
            await Expect(number).ToHaveValueAsync(typed);
        }

        await number.FillAsync($"{portal.Address}/{name}");
        await page.GetByLabel(say["emergency.minutes"], new() { Exact = true }).FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = say["emergency.do"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["emergency.open"] })).ToHaveAttributeAsync("href", $"/{name}");
        await Eventually.TrueAsync(async () => (await page.GotoAsync($"/{name}"))!.Status == 200, "the process to be seen");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        var members = (await chief.ReadAsync($"/api/v1/{Compartment(name)}/members")).Is(HttpStatusCode.OK);
        Assert.Contains("The only one who knows where she is", members.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_break_the_glass_finds_no_way_there_and_is_refused()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync("eccas.officer", new Look("en"));
        Assert.Equal(404, (await page.GotoAsync($"/processes/{Guid.NewGuid()}"))!.Status);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["emergency.way"] })).ToHaveCountAsync(0);
        Assert.Equal(403, (await page.GotoAsync("/emergency"))!.Status);
        await page.Context.CloseAsync();
    }

    private static object Wish(string person, bool keeper) => new { email = $"{person}@un.example", keeper, function = "Adviser", reason = "Needs to know", untilTime = DateTime.UtcNow.AddDays(30) };

    private static string Compartment(string process) => process.Replace("processes", "compartments", StringComparison.Ordinal);

    private Task<HttpClient> ApiAsync(string person) => portal.AsAsync($"{person}@un.example");
}
