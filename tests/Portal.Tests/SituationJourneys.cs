using System.Globalization;
using System.Net;
using Concord.Contracts.Reference;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Language = Concord.Platform.Texts.Language;

namespace Concord.Portal.Tests;

/// <summary>What is recorded around a conflict, entered, changed and taken back in a browser.</summary>
public sealed class SituationJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Mediation_support_records_and_takes_back_earlier_efforts_ripeness_and_measures(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var on = await OpenAsync(language, scripts, $"/{process}/ground");

        await on.LinkAsync("ground.attempt.new");
        await on.FillAsync("ground.who", "A forum of elders");
        await on.FillAsync("ground.attempt.from", "2019-06-01");
        await on.FillAsync("ground.attempt.until", "2019-01-01");
        await on.FillAsync("ground.attempts.reason", "One side left.");
        await on.FillAsync("ground.source", "Its final report");
        await on.PressAsync("ground.save");
        await on.SeesAsync(".wrong", "fault.beforeBegun"); // at its field, and what was typed stays
        await Expect(on.Field("ground.attempts.reason")).ToHaveValueAsync("One side left.");
        await on.FillAsync("ground.attempt.until", "2019-12-31");
        await on.PressAsync("ground.save");
        await on.SeesAsync(".notice", "ground.done.recorded");
        await Expect(on.Part("attempts").GetByRole(AriaRole.Rowheader, new() { Name = "A forum of elders" })).ToBeVisibleAsync();
        await on.LinkAsync("ground.act.attempts.retract");
        await on.FillAsync("form.reason", "It was about another conflict.");
        await on.PressAsync("ground.act.attempts.retract");
        await on.SeesAsync("[data-part=attempts]", "ground.attempts.none");

        await on.LinkAsync("ground.ripeness.new");
        await on.Field("ground.ripeness.direction").SelectOptionAsync("TOWARDS_TALKS");
        await on.FillAsync("ground.ripeness.statement", "The new speaker asks for a meeting.");
        await on.FillAsync("ground.bodies.asOf", "2025-02-01");
        await on.FillAsync("ground.source", "Visit of the envoy");
        await on.PressAsync("ground.save");
        await Expect(on.Part("ripeness").GetByText("The new speaker asks for a meeting.")).ToBeVisibleAsync();
        await on.LinkAsync("ground.act.ripeness.retract");
        await on.FillAsync("form.reason", "The speaker was not confirmed.");
        await on.PressAsync("ground.act.ripeness.retract");
        await on.SeesAsync("[data-part=ripeness]", "ground.ripeness.none");

        await on.LinkAsync("ground.measure.new");
        await on.Field("spoilers.measures.what").SelectOptionAsync("TRAVEL_BAN");
        await on.Field("spoilers.measures.author").SelectOptionAsync(WellKnown.Organization("UN"));
        await on.FillAsync("ground.measure.statement", "Three persons may not travel.");
        await on.FillAsync("support.from", "2024-01-01");
        await on.FillAsync("ground.source", "Press release");
        await on.PressAsync("ground.save");
        await on.SeesAsync(".wrong", "reason.MEDIATION_IMPOSES_NOTHING");
        await Expect(on.Field("ground.measure.statement")).ToHaveValueAsync("Three persons may not travel.");
        await on.Field("spoilers.measures.author").SelectOptionAsync(WellKnown.Organization("IGAD"));
        await on.PressAsync("ground.save");
        await Expect(on.Part("measures").GetByText("Three persons may not travel.")).ToBeVisibleAsync();
        await on.LinkAsync("ground.act.measures.end");
        await on.FillAsync("support.until", "2023-01-31");
        await on.FillAsync("form.reason", "Lifted.");
        await on.PressAsync("ground.act.measures.end");
        await on.SeesAsync(".wrong", "fault.beforeFirst");
        await on.FillAsync("support.until", "2025-01-31");
        await on.PressAsync("ground.act.measures.end");
        await Expect(on.Part("measures").GetByText("Lifted.")).ToBeVisibleAsync();
        await on.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public async Task A_party_is_changed_and_merged_its_consent_withdrawn_and_a_judgement_about_it_reviewed(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        using var client = await portal.AsAsync("msu.officer@un.example");
        var front = await MadeAsync("parties", new { kind = "ARMED_GROUP", displayName = "Front of the River", language = "en", aliases = Array.Empty<object>(), reason = "Took part in the first meeting." });
        await MadeAsync("consents", new { party = front, scope = "To meet the envoy.", form = "ORAL", givenOn = "2025-01-10", source = "Call of the same day" });
        await MadeAsync("spoilers", new { party = front, position = "OUTSIDE_THE_PROCESS", seat = "LEADERSHIP", motives = new[] { "POWER" }, judgement = "It fired at the monitors.", evidence = "Two reports", reviewOn = Day(30) });
        var on = await OpenAsync(language, scripts, $"/{process}/ground");

        await on.LinkAsync("ground.edit");
        await on.Named("state").FillAsync("XY");
        await on.Named("alias").FillAsync("Men of the River");
        await on.FillAsync("ground.party.reason", "Its own statement.");
        await on.PressAsync("account.save");
        await on.SeesAsync(".wrong", "fault.country");
        await Expect(on.Named("alias")).ToHaveValueAsync("Men of the River");
        await on.Named("state").FillAsync("");
        await on.Named("standing").SelectOptionAsync("EXCLUDED");
        await on.PressAsync("account.save");
        await on.SeesAsync("[data-part=parties]", "standing.EXCLUDED");
        await Expect(on.Part("parties").GetByText("Men of the River")).ToBeVisibleAsync();

        await on.LinkAsync("ground.act.consents.withdraw");
        await on.FillAsync("ground.withdraw.on", "2024-12-31");
        await on.FillAsync("form.reason", "No reason was given.");
        await on.FillAsync("ground.source", "Letter of 28 February");
        await on.PressAsync("ground.act.consents.withdraw");
        await on.SeesAsync(".wrong", "fault.beforeGiven");
        await on.FillAsync("ground.withdraw.on", "2025-03-01");
        await on.PressAsync("ground.act.consents.withdraw");
        await Expect(on.Part("consent").GetByText("No reason was given.")).ToBeVisibleAsync();

        await on.LinkAsync("spoilers.title");
        await on.LinkAsync("ground.act.spoilers.review");
        await on.FillAsync("spoilers.finding", "It asks for guarantees.");
        await on.Named("strategy").SelectOptionAsync("THREAT_TO_WITHDRAW_SUPPORT");
        await on.FillAsync("spoilers.reviewOn", Day(60));
        await on.PressAsync("ground.act.spoilers.review");
        await on.SeesAsync(".notice.bad", "spoilers.dangerous");
        await Expect(on.Part("spoilers").GetByText("It asks for guarantees.")).ToBeVisibleAsync();
        await on.LinkAsync("ground.act.spoilers.end");
        await on.FillAsync("form.reason", "It has joined the talks.");
        await on.PressAsync("ground.act.spoilers.end");
        await on.SeesAsync("[data-part=spoilers]", "spoilers.none");

        // The other party it turned out to be takes its names over; what was recorded of it still names it.
        await MadeAsync("parties", new { kind = "ARMED_GROUP", displayName = "River Movement", language = "en", aliases = Array.Empty<object>(), reason = "Its letter." });
        await on.Page.GotoAsync($"/{front}/merge");
        await on.FillAsync("form.reason", "The same people under two names.");
        await on.PressAsync("ground.act.parties.merge");
        await Expect(on.Part("parties").GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["River Movement"]);
        await Expect(on.Part("consent").GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["Front of the River"]);
        await on.Page.Context.CloseAsync();

        async Task<string> MadeAsync(string list, object entry) => (await client.PostAsync($"/api/v1/{process}/{list}", entry)).Is(HttpStatusCode.Created).TextOf("name");
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_situation_is_opened_and_changed_and_a_process_linked_with_it(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var (process, name) = await portal.NewProcessAsync();
        var title = $"Shores {Guid.NewGuid():N}";
        var on = await OpenAsync(language, scripts, "/processes");

        await on.LinkAsync("situations.title");
        await on.LinkAsync("situation.new");
        await on.FillAsync("situation.name", title);
        await on.FillAsync("situation.description", "Fishers and herders quarrel.");
        await on.FillAsync("process.countries", "TCD, Chad");
        await on.PressAsync("ground.save");
        await on.SeesAsync(".wrong", "fault.countries");
        await Expect(on.Field("process.countries")).ToHaveValueAsync("TCD, Chad");
        await on.FillAsync("process.countries", "tcd, cmr");
        await on.PressAsync("ground.save");
        await Expect(on.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await on.SeesAsync("[data-part=processes]", "situation.processes.none");
        await on.LinkAsync("ground.edit");
        await on.Named("region").SelectOptionAsync("017");
        await on.PressAsync("account.save");
        await Expect(on.Page.GetByText(on.Say.Region("017"), new() { Exact = true })).ToBeVisibleAsync();

        await on.LinkAsync("ground.links.new");
        await on.Field("ground.links.other").SelectOptionAsync(name);
        await on.Field("ground.links.kind").SelectOptionAsync("SPILL_OVER");
        await on.FillAsync("form.reason", "Herders flee to the other shore.");
        await on.PressAsync("ground.save");
        await on.Part("links").GetByRole(AriaRole.Link, new() { Name = process }).ClickAsync();
        await on.LinkAsync("ground.title");
        await Expect(on.Part("links").GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await on.LinkAsync("ground.act.links.end");
        await on.FillAsync("form.reason", "The herders have gone home.");
        await on.PressAsync("ground.act.links.end");
        await on.SeesAsync("[data-part=links]", "ground.links.ended");

        await on.Page.GotoAsync($"/{name}/ground");
        await on.LinkAsync("situation.assign");
        await on.Named("situationName").SelectOptionAsync(new SelectOptionValue { Label = title });
        await on.PressAsync("ground.save");
        await on.Page.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await Expect(on.Part("processes").GetByRole(AriaRole.Link, new() { Name = process })).ToBeVisibleAsync();
        await on.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("analyst", 403, 403, 1)]
    [InlineData("eccas.officer", 403, 403, 0)]
    [InlineData(Support, 200, 200, 1)]
    public async Task Forms_are_for_who_keeps_the_ground_and_measures_are_read_by_who_reads_the_actor_map(string person, int ground, int situations, int measures)
    {
        RunningPortal.NeedsChromium();
        var (_, process) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(person, new Look());
        foreach (var (path, status) in new[]
        {
            ($"/{process}/attempts/new", ground), ($"/{process}/ripeness/new", ground), ($"/{process}/measures/new", ground), ($"/{process}/links/new", situations), ("/situations/new", situations), ("/situations", 200),
            ($"/{process}/attempts/{Guid.NewGuid()}/retract", ground == 200 ? 404 : ground), ($"/{process}/attempts/{Guid.NewGuid()}/merge", 404),
        })
        {
            Assert.Equal((path, status), (path, (await page.GotoAsync(path))!.Status));
        }

        await page.GotoAsync($"/{process}/ground");
        Assert.Equal((measures, ground == 200), (await page.Locator("[data-part=measures]").CountAsync(), await page.Locator("[href$='/attempts/new']").CountAsync() == 1));
        await page.Context.CloseAsync();
    }

    private async Task<Visit> OpenAsync(string language, bool scripts, string path)
    {
        var page = await portal.Pages.OpenAsync(Support, new Look(language, Scripts: scripts));
        await page.GotoAsync(path);
        return new Visit(page, PortalTexts.In(Language.Find(language)!));
    }

    private static string Day(int fromNow) => DateTime.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Visit(IPage Page, Speech Say)
    {
        public ILocator Part(string part) => Page.Locator($"[data-part={part}]");
        public ILocator Named(string field) => Page.Locator($"[name={field}]");
        public ILocator Field(string label) => Page.GetByLabel(Say[label], new() { Exact = true });
        public Task FillAsync(string label, string text) => Field(label).FillAsync(text);
        public Task LinkAsync(string text) => Page.GetByRole(AriaRole.Link, new() { Name = Say[text], Exact = true }).First.ClickAsync();
        public Task PressAsync(string text) => Page.GetByRole(AriaRole.Button, new() { Name = Say[text], Exact = true }).ClickAsync();
        public Task SeesAsync(string where, string text) => Expect(Page.Locator(where).GetByText(Say[text]).First).ToBeVisibleAsync();
    }
}
