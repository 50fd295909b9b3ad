using Concord.Contracts.Reference;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using Language = Concord.Platform.Texts.Language;
using static Concord.Portal.Tests.LedProcesses;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>A mediator brings parties to the table and a text through its versions, in a browser.</summary>
public sealed class TextJourneys(RunningPortal portal)
{
    private const string Mediator = "lead.mediator";

    [Theory, Rule("R53"), Rule("R143")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_party_comes_to_the_table_and_a_text_is_begun_written_presented_and_agreed(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await portal.LedProcessAsync();
        var page = await portal.Pages.OpenAsync(Mediator, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await LinkAsync("texts.title");
        await LinkAsync("delegations.title");
        await LinkAsync("delegationAct.new");
        await FillAsync("party", "Shore communities");
        await FillAsync("members", "nobody I know");
        await ButtonAsync("delegationAct.new");
        await Expect(page.Locator("[id='field-members-wrong']")).ToContainTextAsync(say["fault.noAccount"]);
        await Expect(Field("party")).ToHaveValueAsync("Shore communities");
        await FillAsync("members", AccountOf("monitor@rjmec.example"));
        await ButtonAsync("delegationAct.new");
        await Expect(page.GetByText(say["done.delegationFormed"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say.With("delegationAct.nameMembersOne", ("party", "Shore communities")) }).ClickAsync();
        await FillAsync("add", $"{AccountOf("eccas.officer@eccas.example")}\n{AccountOf("icglr.officer@icglr.example")}");
        await FillAsync("remove", AccountOf("monitor@rjmec.example"));
        await FillAsync("reason", "They asked for it.");
        await ButtonAsync("delegationAct.nameMembers");
        await Expect(page.Locator("main li code")).ToHaveCountAsync(2);

        await page.GotoAsync($"/{process}/texts");
        await LinkAsync("textAct.new");
        await FillAsync("title", "On fishing");
        await Field("language").SelectOptionAsync("en");
        await ButtonAsync("textAct.new");
        await Expect(page.GetByText(say["done.textBegun"])).ToBeVisibleAsync();
        await LinkAsync("textAct.nameTeam");
        await FillAsync("accounts", AccountOf("analyst@un.example"));
        await ButtonAsync("textAct.nameTeam");
        await Expect(page.GetByText(say["done.teamNamed"])).ToBeVisibleAsync();

        await LinkAsync("text.write");
        await ArticleAsync(0, "1", "Seasons", "Both fish by night.");
        await ArticleAsync(1, "2", "Nets", "");
        await ButtonAsync("text.write");
        await Expect(page.Locator("[id='field-articles[1].body-wrong']")).ToBeVisibleAsync();
        await Expect(Field("articles[0].body")).ToHaveValueAsync("Both fish by night.");
        await FillAsync("articles[1].body", "No net is too fine.");
        await ButtonAsync("text.write");
        await Expect(page.GetByText(say["done.versionWritten"])).ToBeVisibleAsync();

        // An article between the two, which it moves: what was the second stays the same article.
        await LinkAsync("text.write");
        await FillAsync("articles[1].number", "3");
        await ArticleAsync(2, "2", "Boats", "Ten at most.");
        await Field("articles[2].after").SelectOptionAsync("0");
        foreach (var article in new[] { 0, 1, 2 })
        {
            await Field($"articles[{article}].state").SelectOptionAsync("PROVISIONALLY_AGREED");
        }

        await ButtonAsync("text.write");
        await Expect(page.Locator("main section.card h2")).ToHaveTextAsync(["1 Seasons", "2 Boats", "3 Nets"]);
        await LinkAsync("textAct.present");
        await ButtonAsync("textAct.present");
        await Expect(page.GetByText(say["done.versionPresented"])).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await LinkAsync("textAct.agree");
        await ButtonAsync("textAct.agree");
        await Expect(page.GetByText(say["done.textAgreed"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["text.write"], Exact = true })).ToHaveCountAsync(0);

        // The lead is handed over while a form is open: it says so, and who leads now.
        await page.GotoAsync($"/{process}/texts/new");
        await FillAsync("title", "Written before I knew");
        await portal.ApprovedAsync(process, "handOver", new { leadEpoch = 1, lead = Terms("ECCAS"), handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" } });
        await ButtonAsync("textAct.new");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(say["reason.STALE_LEAD_EPOCH"]);
        await Expect(page.Locator(".notice.warn")).ToContainTextAsync(say.Organization(WellKnown.Organization("ECCAS"), null));
        await Expect(Field("title")).ToHaveValueAsync("Written before I knew");
        Assert.Equal(403, (await page.GotoAsync($"/{process}/texts/new"))!.Status);
        await page.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        Task ButtonAsync(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true }).ClickAsync();

        async Task ArticleAsync(int slot, string number, string heading, string body)
        {
            await FillAsync($"articles[{slot}].number", number);
            await FillAsync($"articles[{slot}].heading", heading);
            await FillAsync($"articles[{slot}].body", body);
        }
    }

    [Theory]
    [InlineData("msu.officer", 200, 403)]
    [InlineData("eccas.officer", 200, 403)]
    [InlineData(Mediator, 200, 200)]
    public async Task Only_the_mediator_is_offered_to_bring_parties_and_to_begin_texts(string person, int list, int form)
    {
        RunningPortal.NeedsChromium();
        var process = await portal.LedProcessAsync("UNCLASSIFIED");
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[] { ("texts", list), ("delegations", list), ("texts/new", form), ("delegations/new", form) })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
            if (status == 200 && path is "texts" or "delegations")
            {
                Assert.Equal(form == 200 ? 1 : 0, await page.Locator($"main a[href$='{path}/new']").CountAsync());
            }
        }

        await page.Context.CloseAsync();
    }
}
