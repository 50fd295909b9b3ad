using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>What is told of parties, of the fundamentals of mediation and of those behind a spoiler, in a browser.</summary>
public sealed class ActorMapJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R64"), Rule("R153"), Rule("R158")]
    [InlineData("en", 1280, true)]
    [InlineData("ar", 360, false)]
    public async Task Mediation_support_tells_who_leads_a_party_how_it_relates_and_who_lists_it_and_ends_what_is_over(string language, int width, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (process, front, guard) = await WithPartiesAsync();
        var on = await OpenAsync($"/{process}/ground", language, width, scripts);

        await on.LinkAsync("ground.actor.new");
        await on.TellAsync(front, "LEADERSHIP", "A council of three.");
        await on.SeesAsync("[data-part=actors]", "A council of three.");

        // A relation has another end: what was typed stays, and with it the relation is told.
        await on.LinkAsync("ground.actor.new");
        await on.Field("relation").SelectOptionAsync("SPLINTER_OF");
        await on.TellAsync(front, "RELATION", "Left the Guard in May.");
        await on.SeesAsync("[id='field-to-wrong']", on.Say["fault.oneOther"]);
        await Expect(on.Field("statement")).ToHaveValueAsync("Left the Guard in May.");
        await Expect(on.Field("relation")).ToHaveValueAsync("SPLINTER_OF");
        await on.Field("to").SelectOptionAsync(guard);
        await on.SaveAsync();
        await on.SeesAsync("[data-part=actors]", on.Say["partyRelation.SPLINTER_OF"]);

        await on.LinkAsync("ground.actor.new");
        await on.FillAsync("listing.reference", "E.001");
        await on.TellAsync(guard, "SANCTIONS_LISTING", "Listed as an entity.");
        await on.SeesAsync("[id='field-listing.list-wrong']", on.Say["fault.required"]);
        await Expect(on.Field("listing.reference")).ToHaveValueAsync("E.001");
        await on.FillAsync("listing.list", "An invented list");
        await on.FillAsync("listing.authority", "A committee");
        await on.SaveAsync();
        var listing = on.Page.Locator("[data-part=actors] tr").Filter(new() { HasText = "E.001" });
        await Expect(listing).ToContainTextAsync("A committee");
        Assert.Equal(0, await Axe.OverflowAsync(on.Page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(on.Page) : []);

        await listing.GetByRole(AriaRole.Link, new() { Name = on.Say["ground.act.actorMap.end"], Exact = true }).ClickAsync();
        await on.FillAsync("until", "2025-06-30");
        await on.FillAsync("reason", "Taken off the list.");
        await on.ButtonAsync("ground.act.actorMap.end");
        await Expect(listing).ToContainTextAsync("Taken off the list.");
        await Expect(listing.Locator(".status")).ToContainTextAsync(on.Say["ground.links.ended"]);
        await Expect(listing.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        // What was never so stands apart.
        await on.Page.Locator("[data-part=actors] tr").Filter(new() { HasText = "A council of three." }).GetByRole(AriaRole.Link, new() { Name = on.Say["ground.act.actorMap.retract"], Exact = true }).ClickAsync();
        await on.FillAsync("reason", "Of another group.");
        await on.ButtonAsync("ground.act.actorMap.retract");
        await Expect(on.Page.Locator("[data-part=actors] details").GetByText("Of another group.")).ToBeAttachedAsync();
        await Expect(on.Page.Locator("[data-part=actors] > .tablewrap")).Not.ToContainTextAsync("A council of three.");
        await on.Page.Context.CloseAsync();
    }

    [Theory, Rule("R64"), Rule("R157")]
    [InlineData("en", 1280, true)]
    [InlineData("ar", 360, false)]
    public async Task A_fundamental_is_spoken_of_and_taken_back_and_a_spoiler_has_those_who_support_it(string language, int width, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (process, _, guard) = await WithPartiesAsync();
        var on = await OpenAsync($"/{process}/ground", language, width, scripts);
        var impartiality = on.Page.Locator("[data-part=fundamentals] li").Filter(new() { HasText = on.Say["fundamental.IMPARTIALITY"] });
        await Expect(on.Page.Locator("[data-part=fundamentals] li")).ToHaveCountAsync(8);
        await Expect(impartiality).ToContainTextAsync(on.Say["ground.fundamental.unsaid"]);
        await on.LinkAsync("ground.fundamental.new");
        await on.Field("fundamental").SelectOptionAsync("IMPARTIALITY");
        await on.FillAsync("statement", "Both sides were asked.");
        await on.SaveAsync();
        await Expect(impartiality).ToContainTextAsync("Both sides were asked.");
        await on.LinkAsync("ground.act.fundamentals.retract");
        await on.FillAsync("reason", "Only one was.");
        await on.ButtonAsync("ground.act.fundamentals.retract");
        await Expect(impartiality).ToContainTextAsync(on.Say["ground.fundamental.unsaid"]);

        await on.Page.GotoAsync($"/{process}/spoilers/new");
        await on.Field("party").SelectOptionAsync(guard);
        await on.Page.Locator("[name=motives][value=POWER]").CheckAsync();
        await on.Page.Locator("[name=motives][value=SMUGGLING]").CheckAsync();
        await on.Page.GetByText(on.Say["spoilers.backers"], new() { Exact = true }).ClickAsync();
        await on.Page.Locator("[name='backers[0].kinds'][value=MONEY]").CheckAsync();
        await on.FillAsync("backers[2].who", "A neighbour");
        await on.FillAsync("judgement", "It fired at the monitors.");
        await on.FillAsync("evidence", "Two reports");
        await on.FillAsync("reviewOn", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await on.SaveAsync();

        // Each is told what it lacks: the first who it is, the third by what it supports; the second was left out.
        await on.SeesAsync("[id='field-backers[0].who-wrong']", on.Say["fault.required"]);
        await on.SeesAsync("[id='field-backers[2].kinds'] .wrong", on.Say["fault.backing"]);
        await Expect(on.Page.Locator("[name='backers[0].kinds'][value=MONEY]")).ToBeCheckedAsync();
        await Expect(on.Field("backers[2].who")).ToHaveValueAsync("A neighbour");
        await Expect(on.Page.Locator("[name=motives]:checked")).ToHaveCountAsync(2);
        Assert.Equal(0, await Axe.OverflowAsync(on.Page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(on.Page) : []);
        await on.FillAsync("backers[0].who", "A trader");
        await on.Page.Locator("[name='backers[2].kinds'][value=SANCTUARY]").CheckAsync();
        await on.SaveAsync();
        await on.SeesAsync("[data-part=spoilers]", "A trader");
        await on.SeesAsync("[data-part=spoilers]", on.Say["backing.SANCTUARY"]);
        await on.SeesAsync("[data-part=spoilers]", on.Say["motive.SMUGGLING"]);
        await on.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("lead.mediator", 404)] // of IGAD, which does not lead here
    [InlineData("analyst", 403)]
    public async Task Who_may_not_tell_anything_of_the_parties_finds_no_form_for_it(string person, int status)
    {
        RunningPortal.NeedsChromium();
        var (process, _, _) = await WithPartiesAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var path in new[] { "actorMap/new", "fundamentals/new" })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync($"/{process}/{path}"))!.Status));
        }

        await page.GotoAsync($"/{process}/ground");
        Assert.Equal(person == "analyst" ? 2 : 0, await page.Locator("[data-part=actors], [data-part=fundamentals]").CountAsync());
        Assert.Equal(0, await page.Locator("a[href$='actorMap/new'], a[href$='fundamentals/new']").CountAsync());
        await page.Context.CloseAsync();
    }

    private async Task<(string Process, string Front, string Guard)> WithPartiesAsync()
    {
        var (_, process) = await portal.NewProcessAsync();
        using var client = await portal.AsAsync("msu.officer@un.example");
        return (process, await PartyAsync("Front of the River"), await PartyAsync("Guard of the River"));

        async Task<string> PartyAsync(string name) => (await client.PostAsync($"/api/v1/{process}/parties", new
        {
            kind = "ARMED_GROUP",
            displayName = name,
            language = "en",
            aliases = Array.Empty<object>(),
            reason = "Took part in the first meeting.",
        })).Is(HttpStatusCode.Created).TextOf("name");
    }

    private async Task<Reader> OpenAsync(string path, string language, int width, bool scripts)
    {
        var page = await portal.Pages.OpenAsync(Support, new Look(language, width, Scripts: scripts));
        await page.GotoAsync(path);
        return new Reader(page, PortalTexts.In(Language.Find(language)!));
    }

    private sealed record Reader(IPage Page, Speech Say)
    {
        public ILocator Field(string name) => Page.Locator($"[id='field-{name}']");

        public Task FillAsync(string name, string text) => Field(name).FillAsync(text);

        public Task LinkAsync(string text) => Page.GetByRole(AriaRole.Link, new() { Name = Say[text], Exact = true }).ClickAsync();

        public Task ButtonAsync(string text) => Page.GetByRole(AriaRole.Button, new() { Name = Say[text], Exact = true }).ClickAsync();

        public Task SaveAsync() => ButtonAsync("ground.save");

        public Task SeesAsync(string part, string text) => Expect(Page.Locator(part)).ToContainTextAsync(text);

        public async Task TellAsync(string party, string kind, string statement)
        {
            await Field("party").SelectOptionAsync(party);
            await Field("kind").SelectOptionAsync(kind);
            await FillAsync("statement", statement);
            await FillAsync("source", "Its own statement");
            await FillAsync("from", "2024-05-01");
            await SaveAsync();
        }
    }
}
