using System.Net;
using System.Text;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Contacts brought in a table, corrected and taken back, and what counts as parallel, in a browser.</summary>
public sealed class ContactActJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";
    private const string Header = "external_id,party,third_party,kind,from";

    [Theory, Rule("R144"), Rule("R61"), Rule("R48")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_table_is_looked_at_and_recorded_once_and_its_contacts_are_corrected_and_withdrawn(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}/contacts");
        await LinkAsync("contactImport.title");
        await CheckAsync("1,The front,Elders,informal,2024-03", "2,The front,Envoys,mediated,05/03/2024");
        await CountsAsync(1, 0, 1);
        await Expect(page.Locator("[data-part=outcome] tbody tr").Filter(new() { HasText = say["fault.dateOrder"] }).Locator("th")).ToHaveTextAsync("3");
        await Expect(Button("contactImport.record")).ToHaveCountAsync(0);

        await Field("dateOrder").SelectOptionAsync("DMY");
        await CheckAsync("1,The front,Elders,informal,2024-03", "2,The front,Envoys,Direct mediation,05/03/2024");
        await CountsAsync(2, 0, 0);
        await Expect(Field("dateOrder")).ToHaveValueAsync("DMY");
        Assert.Equal(0, await CountAsync());
        await Button("contactImport.record").ClickAsync();
        await Expect(page.GetByText(say["contactImport.done"])).ToBeVisibleAsync();
        await CountsAsync(2, 0, 0);
        Assert.Equal(2, await CountAsync());

        // The same table again, with another word in one row: nothing is recorded twice, and the difference is told.
        await page.GotoAsync($"/{process}/contacts/import");
        await Field("dateOrder").SelectOptionAsync("DMY");
        await CheckAsync("1,The front,Other elders,informal,2024-03", "2,The front,Envoys,Direct mediation,05/03/2024");
        await CountsAsync(0, 2, 0);
        await Expect(page.GetByText(say["contactImport.nothing"])).ToBeVisibleAsync();
        await Expect(Button("contactImport.record")).ToHaveCountAsync(0);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);

        await page.GetByRole(AriaRole.Link, new() { Name = say["contactAct.correct"] }).ClickAsync();
        await Expect(Field("thirdParties[0].label")).ToHaveValueAsync("Elders");
        await FillAsync("reason", "The table says it better.");
        await FillAsync("thirdParties[0].label", "Other elders");
        await FillAsync("parties[1].label", "The army");
        await FillAsync("from", "early March 2024");
        await Button("contactAct.correct").ClickAsync();
        await Expect(page.Locator("[id='field-from-wrong']")).ToContainTextAsync(say["fault.partialTime"]);
        await Expect(Field("parties[1].label")).ToHaveValueAsync("The army");
        await FillAsync("from", "2024-03-04");
        await Button("contactAct.correct").ClickAsync();
        await Expect(page.GetByText(say["contactDone.corrected"])).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=contacts] tr[id]").Filter(new() { HasText = "Other elders" })).ToContainTextAsync("The army");

        await page.Locator("tr[id]").Filter(new() { HasText = "Envoys" }).Locator("a[href$='/withdraw']").ClickAsync();
        await FillAsync("reason", "It was another meeting.");
        await Button("recorded.withdraw").ClickAsync();
        await Expect(page.GetByText(say["contactDone.withdrawn"])).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=contacts] tr[id]")).ToHaveCountAsync(1);
        await LinkAsync("contactLog.closed");
        await Expect(page.Locator("[data-part=contacts] tr[id]")).ToHaveCountAsync(2);
        await Expect(page.GetByText("It was another meeting.")).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        await page.Context.CloseAsync();

        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true });
        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        async Task<int> CountAsync() => (await (await portal.AsAsync($"{Support}@un.example")).ReadAsync($"/api/v1/{process}/contacts"))["items"].AsArray().Count;

        async Task CheckAsync(params string[] rows)
        {
            await ChooseAsync(page, [Header, .. rows]);
            await Button("contactImport.check").ClickAsync();
        }

        async Task CountsAsync(int recorded, int there, int refused)
        {
            foreach (var (name, count) in new[] { ("recorded", recorded), ("there", there), ("refused", refused) })
            {
                await Expect(page.Locator($"[data-count={name}]")).ToHaveTextAsync(say.Number(count));
            }
        }
    }

    [Fact, Rule("R144")]
    public async Task A_table_as_large_as_is_taken_passes_both_forms_and_a_larger_one_is_told_before()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(Scripts: false));
        await page.GotoAsync($"/{process}/contacts/import");
        var rows = Enumerable.Range(0, 174).Select(i => $"{i},The front,Elders,informal,2024-03,{new string('a', 3980)}").ToList();
        await ChooseAsync(page, [$"{Header},fears", .. rows, .. rows.Take(20)]);
        await page.GetByRole(AriaRole.Button, new() { Name = say["contactImport.check"] }).ClickAsync();
        await Expect(page.Locator("[id='field-file-wrong']")).ToContainTextAsync(say.With("fault.fileLarge", ("size", "700 KB")));
        await ChooseAsync(page, [$"{Header},fears", .. rows]);
        await page.GetByRole(AriaRole.Button, new() { Name = say["contactImport.check"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["contactImport.record"] }).ClickAsync();
        await Expect(page.GetByText(say["contactImport.done"])).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator("[data-count=recorded]")).ToHaveTextAsync("174");
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R48")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task What_counts_as_parallel_is_changed_where_it_still_is_as_it_was_read_and_contacts_are_looked_at_anew(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 360, Scripts: scripts));
        var (days, tag) = (page.Locator("[id='field-windowDays']"), page.Locator("form[method=post] [name=etag]"));
        await page.GotoAsync($"/{process}/contacts");
        await page.GetByRole(AriaRole.Link, new() { Name = say["thresholds.edit"], Exact = true }).ClickAsync();
        foreach (var (text, fault) in new[] { ("ten", say["fault.form"]), ("0", say.With("fault.between", ("least", "1"), ("most", "3660"))) })
        {
            await SaveAsync(text);
            await Expect(page.Locator("[id='field-windowDays-wrong']")).ToContainTextAsync(fault);
            await Expect(days).ToHaveValueAsync(text);
        }

        // Somebody else was faster: what is typed stays, and does not overwrite what it never read.
        var read = await tag.InputValueAsync();
        using var other = await portal.AsAsync($"{Support}@un.example");
        (await other.PatchAsync($"/api/v1/{process}/trackThresholds", new { windowDays = 60 }, read)).Is(HttpStatusCode.OK);
        await SaveAsync("30");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.ETAG_MISMATCH"]);
        await Expect(days).ToHaveValueAsync("30");
        Assert.Equal(read, await tag.InputValueAsync());

        await page.GotoAsync($"/{process}/parallelTracks/thresholds");
        await Expect(days).ToHaveValueAsync("60");
        await SaveAsync("30");
        await Expect(page.GetByText(say["contactDone.thresholds"])).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=tracks] dd").First).ToHaveTextAsync(say.Number(30));
        await page.GetByRole(AriaRole.Button, new() { Name = say["tracks.examine"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(say["contactDone.examined"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        async Task SaveAsync(string windowDays)
        {
            await days.FillAsync(windowDays);
            await page.GetByRole(AriaRole.Button, new() { Name = say["account.save"], Exact = true }).ClickAsync();
        }
    }

    [Theory]
    [InlineData("analyst", 403, 403, 403)]
    [InlineData("eccas.officer", 200, 200, 403)]
    [InlineData("lead.mediator", 200, 200, 404)] // of an organization that does not lead
    public async Task Who_keeps_contacts_imports_them_and_mediation_support_alone_says_what_counts_as_parallel(string person, int list, int import, int thresholds)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("parallelTracks/thresholds", thresholds), ("contacts/import", import), ("contacts", list) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
        }

        Assert.Equal(0, await page.Locator("[data-part=tracks]").CountAsync());
        Assert.Equal(import == 200 ? 1 : 0, await page.Locator("main a[href$='/contacts/import']").CountAsync());
        await page.Context.CloseAsync();
    }

    private static Task ChooseAsync(IPage page, IEnumerable<string> lines) =>
        page.Locator("[id='field-file']").SetInputFilesAsync(new FilePayload { Name = "contacts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)) });
}
