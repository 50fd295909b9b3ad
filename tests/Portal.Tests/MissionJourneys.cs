using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A head of mission at work in a browser.</summary>
public sealed partial class MissionJourneys(RunningPortal portal)
{
    private const string Agreement = "Revitalised Agreement on the Resolution of the Conflict in the Republic of South Sudan"; // others may have recorded theirs
    private const string Address = "/agreements/062dbf9d-e3f7-8595-9d52-e0138feb148f";
    private const string Monitor = "monitor@rjmec.example";

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task An_agreement_says_what_was_kept_on_a_day_and_what_was_not(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: scripts));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.agreements"] }).ClickAsync();
        await page.Locator($"main a[href='{Address}']").ClickAsync();

        await page.Locator("#asOf").FillAsync("2022-09-01");
        await page.Locator("#level").SelectOptionAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        Assert.Contains("asOf=2022-09-01", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByText(say.Percent(35.8))).ToBeVisibleAsync();
        await Expect(page.Locator(".provisions > li")).ToHaveCountAsync(20);
        await Expect(page.Locator(".provisions .status.bad").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task From_what_is_overdue_to_the_story_of_its_provision(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: scripts));
        await page.GotoAsync("/agreements");
        await page.Locator($"main a[href='{Address}']").ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["agreement.views"] }).GetByRole(AriaRole.Link, new() { Name = say["schedule.title"] }).ClickAsync();

        await page.Locator("#asOf").FillAsync("2024-03-01");
        await page.Locator("#standing").SelectOptionAsync("OVERDUE");
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["gantt.due"], Exact = true }).ClickAsync();
        var rows = page.Locator(".gantt tbody tr");
        Assert.True(await rows.CountAsync() > 10);
        foreach (var row in await rows.AllAsync())
        {
            await Expect(row.Locator(".status.bad").Last).ToBeVisibleAsync();
            await Expect(row.Locator("svg .late")).ToHaveCountAsync(1); // what the words say, the picture shows
        }

        Assert.Equal(await DaysAsync(page), (await DaysAsync(page)).Order(StringComparer.Ordinal));
        var title = await rows.First.Locator("th a").First.InnerTextAsync();
        await rows.First.Locator("th a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say["provision.story"] })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(page.Locator(".gantt tr:target")).ToContainTextAsync(title);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_schedule_prints_on_landscape_sheets_many_rows_on_each(string language)
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language));
        await page.GotoAsync(KnownPage.All.Single(p => p.Name == "schedule").Path);
        var rows = await page.Locator(".gantt tbody tr").CountAsync();
        var sheets = Sheet().Matches(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true })));
        Assert.All(sheets, s => Assert.True(Points(s, 1) > Points(s, 2)));
        Assert.InRange(sheets.Count, 2, rows / 6);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task What_is_overdue_and_critical_is_asked_for_at_once_and_leads_to_what_it_waits_for(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: false));
        await page.GotoAsync(KnownPage.All.Single(p => p.Name == "schedule-overdue").Path);
        var overdue = await page.Locator(".gantt tbody tr").CountAsync();
        await page.GetByLabel(say["gantt.critical.sign"]).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["filter.apply"] }).ClickAsync();
        Assert.Contains("sort=due", page.Url, StringComparison.Ordinal); // the order is kept
        var rows = page.Locator(".gantt tbody tr");
        Assert.InRange(await rows.CountAsync(), 1, overdue - 1);
        await Expect(rows.GetByText(say["condition.CRITICAL"])).ToHaveCountAsync(await rows.CountAsync());

        var before = rows.First.Locator("small a").First; // not critical, so not among these rows
        var title = await before.InnerTextAsync();
        await before.ClickAsync();
        await Expect(page.Locator(".gantt tr:target")).ToContainTextAsync(title);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_story_tells_of_one_day_the_later_first_and_shows_what_was_retracted_by_whom(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        using var monitor = SignIn.Client(portal.Address, await SignIn.TokenAsync(portal.Address, Monitor, portal.Passwords[Monitor]));
        var agreement = (await monitor.ReadAllAsync("/api/v1/agreements")).Single(a => a!["title"]!.GetValue<string>() == Agreement)!["name"]!.GetValue<string>();
        var provision = (await monitor.ReadAllAsync($"/api/v1/{agreement}/provisions?assessed=false"))[0]["name"]!.GetValue<string>();
        await AssessAsync(monitor, agreement, provision, level: 1);
        var slip = await AssessAsync(monitor, agreement, provision, level: 2);
        (await monitor.PostAsync($"/api/v1/{slip}:retract", new { reason = "Another provision was meant" })).Is(HttpStatusCode.OK);

        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language));
        await page.GotoAsync($"/{provision}");
        var entries = page.Locator(".timeline > li");
        await Expect(entries).ToHaveCountAsync(2);
        await Expect(entries.Nth(0)).ToContainTextAsync(say["level.2"]);
        await Expect(entries.Nth(0)).ToContainTextAsync(say["entry.retracted"]);
        await Expect(entries.Nth(0)).ToContainTextAsync("Another provision was meant");
        await Expect(entries.Nth(0).GetByText("Monitor (fictional)")).ToHaveCountAsync(2); // who judged, and who took it back
        await Expect(entries.Nth(1)).ToContainTextAsync(say["level.1"]);
        await Expect(page.Locator(".timeline > li.now")).ToContainTextAsync(say["level.1"]);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ar", "الاتفاق المنشَّط لتسوية النزاع في جمهورية جنوب السودان", "وقف إطلاق النار الدائم والترتيبات الأمنية الانتقالية")]
    [InlineData("fr", "Accord revitalisé sur le règlement du conflit en République du Soudan du Sud", "Cessez-le-feu permanent et arrangements transitoires de sécurité")]
    public async Task An_agreement_is_read_in_ones_own_language_with_the_original_beside_it_and_marked(string language, string title, string chapter)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: false));
        await page.GotoAsync("/agreements");
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await Expect(page.Locator("h3").GetByText(chapter)).ToBeVisibleAsync();
        await Expect(page.Locator(".original [lang=en]")).ToBeHiddenAsync();
        await page.GetByText(say.With("original.machine", ("language", say.LanguageName("en")))).ClickAsync();
        await Expect(page.Locator(".original [lang=en]")).ToContainTextAsync(Agreement);
        Assert.NotEqual(0, await page.Locator(".provisions bdi[lang=en]").CountAsync()); // what nobody has translated says so
        await page.Context.CloseAsync();
    }

    private static async Task<string> AssessAsync(HttpClient monitor, string agreement, string provision, int level) =>
        (await monitor.PostAsync($"/api/v1/{agreement}/assessments", new { provision, asOf = "2026-01-15", level, initiated = true, report = "report", segment = 1 })).Is(HttpStatusCode.Created).TextOf("name");

    private static double Points(Match sheet, int side) => double.Parse(sheet.Groups[side].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex Sheet();

    private static async Task<List<string?>> DaysAsync(IPage page)
    {
        List<string?> days = [];
        foreach (var day in await page.Locator(".gantt tbody tr td:nth-of-type(1) time").AllAsync())
        {
            days.Add(await day.GetAttributeAsync("datetime"));
        }

        return days;
    }
}
