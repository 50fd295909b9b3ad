using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Concord.Contracts.Reference;
using Concord.Identity;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using Language = Concord.Platform.Texts.Language;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A lead mediator chooses Friends in a browser, and whoever may see a process prints a page about it.</summary>
public sealed partial class FriendJourneys(RunningPortal portal)
{
    private static readonly TextFiles BeforeSignIn = new(typeof(IdentityModule).Assembly);
    private static readonly string s_un = WellKnown.Organization("UN");
    private static readonly string s_igad = WellKnown.Organization("IGAD");

    [Theory, Rule("R37"), Rule("R143")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_mediator_chooses_a_friend_and_is_told_who_leads_where_that_has_changed_meanwhile(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await LedAsync(s_un);
        var page = await MediatorAsync(language, scripts);
        await page.GotoAsync($"/{process}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["friends.title"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["friend.choose"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["friend.choose"] }).ClickAsync();
        if (await page.GetByRole(AriaRole.Alert).CountAsync() == 0)
        {
            Assert.True(await page.Locator("select:invalid").CountAsync() > 0); // the browser itself asks for an organization
        }

        await page.GetByLabel(say["organization"], new() { Exact = true }).SelectOptionAsync(s_igad);
        await page.GetByLabel(say.Word("friendFunction", "HOSTS_ROUNDS")).CheckAsync();
        await page.GetByLabel(say["friend.criterion"]).SelectOptionAsync("STAYS_THE_COURSE");
        await page.GetByLabel(say["friend.statement"]).FillAsync("It came to every round.");
        await page.GetByRole(AriaRole.Button, new() { Name = say["friend.choose"] }).ClickAsync();
        await Expect(page.GetByText(say["done.friendChosen"])).ToBeVisibleAsync();
        await page.Locator("tbody a").ClickAsync();
        await Expect(page.GetByText("It came to every round.")).ToBeVisibleAsync();
        await Expect(page.GetByText(say.Word("friendFunction", "HOSTS_ROUNDS"))).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = say["friend.note"] }).ClickAsync();
        await page.GetByLabel(say["friend.statement"]).FillAsync("Written before I knew.");
        await HandOverAsync(process, s_igad);
        await page.GetByRole(AriaRole.Button, new() { Name = say["friend.note"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.STALE_LEAD_EPOCH"]);
        await Expect(page.GetByLabel(say["friend.statement"])).ToHaveValueAsync("Written before I knew.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_brief_is_printed_on_one_upright_sheet_with_its_classification_above_and_below(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await LedAsync(s_un, new string('x', 20) + string.Concat(Enumerable.Repeat(" the longest of situations", 150)));
        using (var officer = await portal.AsAsync("igad.officer@igad.example"))
        {
            (await officer.PostAsync($"/api/v1/{process}/claims", new { mandate = "A mandate", advantages = "near", disadvantages = "few" })).Is(HttpStatusCode.Created);
        }

        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language));
        await page.GotoAsync($"/{process}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["brief.title"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".brief > .classification")).ToHaveCountAsync(2);
        await Expect(page.Locator(".brief")).ToContainTextAsync(say["brief.claims"]);
        var sheet = Assert.Single(Sheet().Matches(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }))));
        Assert.True(double.Parse(sheet.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) > double.Parse(sheet.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var (first, last) = ((await page.Locator(".brief > .classification").First.BoundingBoxAsync())!, (await page.Locator(".brief > .classification").Last.BoundingBoxAsync())!);
        Assert.True(last.Y > first.Y + 700, $"{first.Y} {last.Y}");
        await Expect(page.Locator(".brief > h2")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> MediatorAsync(string language, bool scripts)
    {
        var door = new Speech(Language.Find(language)!, BeforeSignIn);
        var (email, password) = await portal.NewPersonAsync("lead-mediator", "CONFIDENTIAL");
        var page = await portal.Pages.OpenAsync(null, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync("/account/password?returnUrl=/signin");
        await page.GetByLabel(door["signIn.email"], new() { Exact = true }).FillAsync(email);
        await page.GetByLabel(door["password.now"], new() { Exact = true }).FillAsync(password);
        await page.GetByLabel(door["password.new"], new() { Exact = true }).FillAsync("a password of my own");
        await page.GetByRole(AriaRole.Button, new() { Name = door["password.do"] }).ClickAsync();
        await Expect(page.Locator("main")).ToBeVisibleAsync();
        return page;
    }

    private async Task<string> LedAsync(string organization, string situation = "A situation")
    {
        using var support = await portal.AsAsync("msu.officer@un.example");
        var process = (await support.PostAsync("/api/v1/processes", new
        {
            title = $"Process {Guid.NewGuid():N}",
            situation,
            countries = new[] { "SSD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification = "CONFIDENTIAL",
            appointingAuthority = new { organ = "Secretary-General", persons = new[] { Account("authority.proposer"), Account("authority.approver") } },
        })).Is(HttpStatusCode.Created).TextOf("name");
        await ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms(organization) });
        return process;
    }

    private Task HandOverAsync(string process, string organization) =>
        ApprovedAsync(process, "handOver", new { leadEpoch = 1, lead = Terms(organization), handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" } });

    private async Task ApprovedAsync(string process, string verb, object body)
    {
        using var proposer = await portal.AsAsync("authority.proposer@un.example");
        using var approver = await portal.AsAsync("authority.approver@un.example");
        var proposal = (await proposer.PostAsync($"/api/v1/{process}/lead:{verb}", body)).Is(HttpStatusCode.Created).TextOf("name");
        (await approver.PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.OK);
    }

    private static object Terms(string organization) => new { organizations = new[] { organization }, model = "LEAD_WITH_SUPPORT", reason = "best placed", singleCandidateReason = "The only one there." };

    private static string Account(string person) => $"accounts/{WellKnown.Id("account", $"{person}@un.example")}";

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex Sheet();
}
