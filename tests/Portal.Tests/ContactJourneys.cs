using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Contacts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>Contacts and what they show together, in a browser without scripts.</summary>
public sealed class ContactJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R61"), Rule("R48")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Two_contacts_are_recorded_what_they_show_is_read_with_its_contacts_and_answered(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var title = await portal.OpenProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, Scripts: false));
        await page.GotoAsync("/processes");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["contactLog.title"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(say["contactLog.none"])).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = say["contactLog.record"], Exact = true }).ClickAsync();
        await RecordAsync("Elders of the shore", "early March 2024");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.Locator("[name=from]")).ToHaveValueAsync("early March 2024"); // what was typed stays
        await RecordAsync("Elders of the shore", "2024-03");
        await Expect(page.GetByText(say["contactDone.recorded"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["contactLog.record"], Exact = true }).ClickAsync();
        await RecordAsync("Envoys of a State", "2024-03-05", "The guard of the hills");

        // The map says nothing that the table beneath does not say.
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = say["contactLog.map"] })).ToBeVisibleAsync();
        var twin = page.GetByRole(AriaRole.Table, new() { Name = say["contactLog.map"] });
        await Expect(twin.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Expect(twin).ToContainTextAsync("Envoys of a State");

        await page.GetByRole(AriaRole.Link, new() { Name = say.Word("findingKind", "DISJOINT_TRACKS") }).ClickAsync();
        await Expect(page.GetByText(say["tracks.disjoint.lead"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToHaveCountAsync(2);
        await page.GetByLabel(say["form.reason"], new() { Exact = true }).FillAsync("We write to both.");
        await page.GetByRole(AriaRole.Button, new() { Name = say["tracks.send"] }).ClickAsync();
        await Expect(page.GetByText(say["contactDone.acknowledged"])).ToBeVisibleAsync();
        await Expect(page.GetByText("We write to both.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        async Task RecordAsync(string actor, string from, string other = "")
        {
            await page.Locator("[name='parties[0].label']").FillAsync("The front of the lake");
            await page.Locator("[name='parties[1].label']").FillAsync(other);
            await page.Locator("[name='thirdParties[1].label']").FillAsync(actor); // a row that is left empty is none
            await page.Locator("[name=from]").FillAsync(from);
            await page.GetByRole(AriaRole.Button, new() { Name = say["contactLog.record"] }).ClickAsync();
        }
    }

    [Fact]
    public void The_map_counts_each_pair_once_for_a_contact_and_the_most_frequent_first()
    {
        static Contact Met(string[] parties, string[] thirdParties) => new(
            "c", [.. parties.Select(p => new MetParty(null, p, "UNKNOWN", null, null))], [.. thirdParties.Select(t => new MetBy(null, t, t))], null, default, new Venue("UNKNOWN", null, null), "INFORMAL", null, [], false,
            null, "UNKNOWN", "NOBODY", null, "CONFIDENTIAL", "organizations/1", null, new Processes.Signature("x"), default, "RECORDED");
        var map = ActorMap.Of([Met(["a"], ["x"]), Met(["a", "a", "b"], ["x", "y"])], t => t.Called);
        Assert.Equal([new Tie("x", "a", 2), new Tie("x", "b", 1), new Tie("y", "a", 1), new Tie("y", "b", 1)], map.Ties.OrderByDescending(t => t.Contacts).ThenBy(t => t.ThirdParty).ThenBy(t => t.Party));
        Assert.Equal(("x", "a"), (map.ThirdParties[0].Key, map.Parties[0]));
    }
}
