using System.Globalization;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Sessions of the talks and who sat at the table, in a browser.</summary>
public sealed class TalkSessionJourneys(RunningPortal portal)
{
    [Theory, Rule("R53"), Rule("R56")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_session_is_recorded_with_who_was_there_it_shows_that_no_woman_took_part_and_is_withdrawn(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await portal.LedProcessAsync();
        var (shore, herders) = (await portal.SeatAsync(process, "Shore communities"), await portal.SeatAsync(process, "Herders"));
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await LinkAsync("talkSessions.title");
        await Expect(page.GetByText(say["talkSessions.none"])).ToBeVisibleAsync();
        await LinkAsync("sessionAct.new");
        await Field("format").SelectOptionAsync("JOINT_SESSION");
        await FillAsync("on", DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await FillAsync("place", "Nairobi");
        await Button("sessionAct.new").ClickAsync();
        await Expect(page.Locator("[id='field-present'] > .wrong")).ToContainTextAsync(say["fault.nobodyThere"]);
        await Expect(Field("place")).ToHaveValueAsync("Nairobi");

        // The first party is left out: what is wrong stands at the one that was filled in.
        await FillAsync(Heads(herders, 1, "men"), "two");
        await Button("sessionAct.new").ClickAsync();
        await Expect(Wrong(Heads(herders, 1, "men"))).ToContainTextAsync(say["fault.form"]);
        await FillAsync(Heads(herders, 1, "men"), "2");
        await Button("sessionAct.new").ClickAsync();
        await Expect(Wrong(Heads(herders, 1, "women"))).ToContainTextAsync(say["fault.required"]);
        await Expect(Field(Heads(herders, 1, "men"))).ToHaveValueAsync("2");
        await FillAsync(Heads(herders, 1, "women"), "0");
        await FillAsync(Heads(shore, 3, "women"), "1");
        await FillAsync(Heads(shore, 3, "men"), "0");
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await Button("sessionAct.new").ClickAsync();
        await Expect(page.GetByText(say["done.recorded"], new() { Exact = true })).ToBeVisibleAsync();

        // An observer does not sit at the table: of the participants none is a woman.
        var participation = page.Locator("[data-part=participation] tbody tr");
        await Expect(participation).ToHaveCountAsync(2);
        await Expect(participation.Filter(new() { HasText = "Herders" })).ToContainTextAsync(say["session.noWoman"]);
        await Expect(participation.Filter(new() { HasText = "Shore communities" })).ToContainTextAsync(say.Count("session.women", 1));
        await Expect(page.Locator("[data-part=sessions]")).ToContainTextAsync(say["session.noWoman"]);
        Assert.Equal(0, await Axe.OverflowAsync(page));

        await page.Locator("a[href$='/withdraw']").ClickAsync();
        await FillAsync("reason", "It was another day.");
        await Button("recorded.withdraw").ClickAsync();
        await Expect(page.GetByText(say["done.recordWithdrawn"])).ToBeVisibleAsync();
        await Expect(page.GetByText("It was another day.")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-part=participation]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        Task LinkAsync(string text) => page.GetByRole(AriaRole.Link, new() { Name = say[text], Exact = true }).ClickAsync();
        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true });
        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        ILocator Wrong(string field) => page.Locator($"[id='field-{field}-wrong']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
    }

    [Theory]
    [InlineData("analyst", 403, 403)]
    [InlineData("eccas.officer", 403, 403)]
    [InlineData("authority.proposer", 200, 403)]
    [InlineData("lead.mediator", 404, 404)] // of an organization that does not lead
    public async Task Sessions_are_read_by_those_of_the_talks_and_recorded_by_fewer(string person, int list, int form)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        Assert.Equal(form, (await page.GotoAsync($"/{process}/talkSessions/new"))!.Status);
        Assert.Equal(list, (await page.GotoAsync($"/{process}/talkSessions"))!.Status);
        Assert.Equal(0, await page.Locator("main a[href$='/talkSessions/new']").CountAsync());
        await page.GotoAsync($"/{process}");
        Assert.Equal(list == 200 ? 1 : 0, await page.Locator("[data-part=talks] a[href$='/talkSessions']").CountAsync()); // no way where there is nothing to see
        await page.Context.CloseAsync();
    }

    private static string Heads(string delegation, int kind, string heads) => $"present[{delegation[(delegation.LastIndexOf('/') + 1)..]}].counts[{kind}].{heads}";
}
