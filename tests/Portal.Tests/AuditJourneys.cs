using System.Net;
using Concord.Contracts.Audit;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>An auditor finds who did and who saw what, and proves it; for everybody else these pages are not there.</summary>
public sealed class AuditJourneys(RunningPortal portal)
{
    [Theory, Rule("R138")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_auditor_finds_who_saw_a_process_opens_the_entry_and_the_look_is_entered(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (title, name) = await portal.NewProcessAsync("CONFIDENTIAL");
        using var officer = await ApiAsync("igad.officer@igad.example");
        (await officer.ReadAsync($"/api/v1/{name}")).Is(HttpStatusCode.OK);
        var igad = say.Organization(Contracts.Reference.WellKnown.Organization("IGAD"));

        var page = await portal.Pages.OpenAsync("auditor", new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.audit"] }).ClickAsync();
        await page.GetByLabel(say["audit.record"], new() { Exact = true }).FillAsync($"{portal.Address}/{name}");
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        var seen = page.GetByRole(AriaRole.Row).Filter(new() { HasText = say["act.designation.processes.read"] });
        await Expect(seen.Filter(new() { HasText = igad }).First).ToBeVisibleAsync(); // whoever lists processes in another journey meanwhile has seen it too
        await Expect(page.GetByLabel(say["audit.record"], new() { Exact = true })).ToHaveValueAsync($"{portal.Address}/{name}");

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".printed")).ToContainTextAsync(name);
        await Expect(page.Locator(".filters")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByLabel(say["audit.forWhom"], new() { Exact = true }).FillAsync("IGAD");
        await page.GetByLabel(say["audit.act"], new() { Exact = true }).SelectOptionAsync("designation.processes.read");
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = igad }).First).ToBeVisibleAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasNotText = igad })).ToHaveCountAsync(0);
        await page.GetByLabel(say["audit.forWhom"], new() { Exact = true }).FillAsync("No such organization");
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("No such organization");

        await page.GotoAsync($"/audit?record={name}&action=designation.processes.keep");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = title })).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        using var auditor = await ApiAsync("auditor@un.example");
        var looks = await auditor.ReadAllAsync($"/api/v1/audit/entries?resource={name}&action=designation.audit.read");
        Assert.Single(looks);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_auditor_checks_a_proof_takes_it_home_and_sees_that_heads_continue_each_other(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        using var auditor = await ApiAsync("auditor@un.example");
        await Eventually.TrueAsync(async () => (await auditor.ReadAsync("/api/v1/audit/designation/heads"))["items"].AsArray().Count > 0, "a signed head of designation");

        var page = await portal.Pages.OpenAsync("auditor", new Look(language, Scripts: scripts));
        await page.GotoAsync("/audit/entries/designation/0");
        await page.GetByRole(AriaRole.Button, new() { Name = say["audit.check"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["audit.verdict.Good"]);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = say["audit.proof.download"] }).ClickAsync());
        var proof = EntryProof.Read(await File.ReadAllTextAsync(await download.PathAsync()));
        Assert.Null(proof!.FaultOf(HeadKey.ReadAll((await auditor.ReadAsync("/api/v1/audit/designation/keys")).TextOf("publicKeys"))));

        await page.GotoAsync("/audit");
        await page.GetByRole(AriaRole.Link, new() { Name = say["audit.heads"] }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(5);
        await page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link, new() { Name = say["audit.service.designation"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["audit.prove"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["audit.verdict.Continued"]);
        await page.GetByLabel(say["audit.head.smaller"]).FillAsync("999999999");
        await page.GetByRole(AriaRole.Button, new() { Name = say["audit.prove"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(say["audit.head.unknown"]);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R137")]
    [InlineData("msu.chief")]
    [InlineData("administrator")]
    public async Task Who_is_no_auditor_has_no_link_and_finds_what_stands_at_an_unknown_address(string person)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var page = await portal.Pages.OpenAsync(person, new Look("en"));
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["nav.audit"], Exact = true })).ToHaveCountAsync(0);
        await page.GotoAsync("/nothing/here");
        var unknown = await TextAsync();
        foreach (var path in (string[])["/audit", "/audit/heads", "/audit/heads/designation", "/audit/entries/designation/0", "/audit/entries/archive/0"])
        {
            Assert.Equal(404, (await page.GotoAsync(path))!.Status);
            Assert.Equal(unknown, await TextAsync());
        }

        await page.Context.CloseAsync();

        async Task<string> TextAsync() => string.Join('\n', (await page.Locator("main").InnerTextAsync()).Split('\n').Where(l => !l.StartsWith("404", StringComparison.Ordinal))); // each has a number of its own
    }

    [Theory, Rule("R159")]
    [InlineData("en", "head.of.mission", true)]
    [InlineData("ar", "head.of.mission", false)]
    [InlineData("en", "analyst", true)]
    public async Task A_person_on_the_roster_finds_who_read_the_own_record_and_others_are_told_that_they_have_none(string language, string person, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync(person, new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.Locator("details.menu").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["readers.title"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say[person == "analyst" ? "readers.unlinked" : "readers.record"] })).ToBeVisibleAsync();
        await Expect(page.GetByText(say["readers.rules.persons"])).ToHaveCountAsync(person == "analyst" ? 0 : 1);
        await page.Context.CloseAsync();
    }

    private Task<HttpClient> ApiAsync(string email) => portal.AsAsync(email);
}
