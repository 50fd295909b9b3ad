using System.Globalization;
using System.Text;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>People brought in a table, taken away as one, and the report of the pool, in a browser.</summary>
public sealed class PeopleImportJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R20"), Rule("R26")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_table_is_looked_at_its_columns_corrected_its_errors_told_and_its_clean_rows_taken_once(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var mark = Guid.NewGuid().ToString("N")[..8];
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync("/roster/records");
        await page.GetByRole(AriaRole.Link, new() { Name = say["peopleImport.title"], Exact = true }).ClickAsync();
        await ChooseAsync($"Our number;Full name;Sex;Level;Nationality;Consent;Consent date;Evidence\n{mark}-1;Ama {mark};F;Expert;Kenya;;;\n{mark}-2;Ben {mark};?;Expert;Kenya;SEARCH;05/03/2024;A letter\n");
        await ClickAsync("peopleImport.look");
        await Expect(page.Locator("[data-part=columns] tbody tr")).ToHaveCountAsync(8);
        var first = page.Locator("[data-part=columns] select").First;
        await Expect(first).ToHaveValueAsync("-"); // nobody knows a column of that name

        // Checked as it is, it is refused, and the choice is there to be mended.
        await ClickAsync("peopleImport.check");
        await Expect(page.GetByText(say["fault.tableReferenceColumn"]).First).ToBeVisibleAsync();
        await first.SelectOptionAsync("externalReference");
        await ClickAsync("peopleImport.again");
        await Expect(first).ToHaveValueAsync("externalReference");
        await Expect(page.Locator("[data-part=columns] details").First).ToContainTextAsync("KEN");
        await ClickAsync("peopleImport.check");
        await CountsAsync(1, 0, 0, 1);
        await Expect(page.Locator("[data-part=outcome] tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-part=outcome] tbody")).ToContainTextAsync(say["fault.tableTwoDays"]);
        var errors = await page.GetByRole(AriaRole.Link, new() { Name = say["peopleImport.download"] }).GetAttributeAsync("href");
        Assert.Contains("05/03/2024", Encoding.UTF8.GetString(Convert.FromBase64String(errors![(errors!.IndexOf(',', StringComparison.Ordinal) + 1)..])), StringComparison.Ordinal);
        await Expect(Button("peopleImport.import")).ToHaveCountAsync(0);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);

        await ClickAsync("peopleImport.without");
        await Expect(page.GetByText(say["peopleImport.done"])).ToBeVisibleAsync();
        await CountsAsync(1, 0, 0, 1);

        await page.GetByRole(AriaRole.Link, new() { Name = say["peopleImport.another"] }).ClickAsync();
        await ChooseAsync($"id,name,sex,level,nationality\n{mark}-1,Ama {mark},woman,EXPERT,KEN\n");
        await ClickAsync("peopleImport.look");
        await ClickAsync("peopleImport.check");
        await CountsAsync(0, 0, 1, 0);
        await Expect(page.GetByText(say["peopleImport.nothing"])).ToBeVisibleAsync();
        await page.GotoAsync("/roster/records?state=DRAFT");
        await Expect(page.Locator("[data-part=export] a")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();

        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true });
        Task ClickAsync(string text) => Button(text).ClickAsync();
        Task ChooseAsync(string table) => page.Locator("[id='field-file']").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        async Task CountsAsync(params int[] counts)
        {
            foreach (var (what, count) in ((string[])["new", "changed", "unchanged", "refused"]).Zip(counts))
            {
                await Expect(page.Locator($"[data-count={what}]")).ToHaveTextAsync(count.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [InlineData("en", 750_000)]
    [InlineData("ar", 1_500_000)]
    [InlineData("fr", 6_000_000)]
    public async Task A_file_that_is_too_large_comes_back_to_the_form_with_how_large_it_may_be(string language, int size)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360));
        await page.GotoAsync("/roster/import");
        await page.Locator("[id='field-file']").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = new byte[size] });
        await page.GetByRole(AriaRole.Button, new() { Name = say["peopleImport.look"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("700 KB");
        await Expect(page.Locator("[id='field-file']")).ToBeVisibleAsync();
        Assert.EndsWith("/roster/import", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R22"), Rule("R157")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task The_report_of_the_pool_is_read_from_the_roster_without_a_name(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync("/roster");
        await page.GetByRole(AriaRole.Link, new() { Name = say["pool.title"], Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-count=people]")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("[0-9٠-٩]"));
        await Expect(page.Locator("[data-part=ages] tbody tr")).ToHaveCountAsync(5);
        await Expect(page.Locator("[data-part=pipeline] tbody tr")).ToHaveCountAsync(5);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await page.Context.CloseAsync();
    }

    [Fact, Rule("R27"), Rule("R20")]
    public async Task Whom_a_search_finds_is_downloaded_as_a_table()
    {
        RunningPortal.NeedsChromium();
        var page = await portal.Pages.OpenAsync(Support, new Look("en", 1280));
        await page.GotoAsync("/roster?language=ar&expertise=CEASEFIRE&gender=WOMAN");
        var address = await page.Locator("[data-part=export] a").First.GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(address!);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("\ufeffexternalReference,displayName", await answer.TextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
