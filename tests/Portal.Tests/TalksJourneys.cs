using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The checklist of a framework agreement, and a text between two parties, on the pages.</summary>
public sealed class TalksJourneys(RunningPortal portal)
{
    private const string Support = "msu.officer";

    [Theory, Rule("R52")]
    [InlineData("en", true, 1280)]
    [InlineData("ar", false, 320)]
    public async Task A_framework_agreement_is_written_initialled_and_signed_with_a_reason_for_what_is_open(string language, bool scripts, int width)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, name) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Support, new Look(language, width, Scripts: scripts));
        await page.GotoAsync($"/{name}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["framework.title"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["framework.edit"] }).ClickAsync();
        await page.Locator("[id='field-venue.agreed']").SelectOptionAsync("yes");
        await page.Locator("[id='field-agenda.text']").FillAsync("Fishing first");
        await page.GetByRole(AriaRole.Button, new() { Name = say["framework.write"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["framework.item.venue"]); // agreed, and nobody says what
        await Expect(page.Locator("[id='field-agenda.text']")).ToHaveValueAsync("Fishing first");
        await page.Locator("[id='field-venue.text']").FillAsync("Nairobi");
        await page.GetByRole(AriaRole.Button, new() { Name = say["framework.write"], Exact = true }).ClickAsync();
        await Expect(page.GetByText(say["done.frameworkWritten"])).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = say["framework.initial"] }).ClickAsync();
        await PutUnderAsync(page, say["framework.initial"]);
        await Expect(page.GetByText(say["done.frameworkInitialled"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["framework.sign"] }).ClickAsync();
        await Expect(page.Locator("textarea")).ToHaveCountAsync(8); // every point but the venue
        foreach (var reason in await page.Locator("textarea").AllAsync())
        {
            await reason.FillAsync("Left to the first round");
        }

        await PutUnderAsync(page, say["framework.sign"]);
        await Expect(page.GetByText(say["done.frameworkSigned"])).ToBeVisibleAsync();
        await Expect(page.Locator("main .status").First).ToContainTextAsync(say["frameworkState.SIGNED"]);
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R53")]
    [InlineData("en", true, 1280)]
    [InlineData("ar", false, 320)]
    public async Task A_party_comments_on_an_article_another_one_finds_no_trace_and_two_versions_are_compared(string language, bool scripts, int width)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var text = await TextAsync();
        var one = await portal.Pages.OpenAsync("monitor", new Look(language, width, Scripts: scripts));
        await one.GotoAsync($"/{text[..text.IndexOf("/texts", StringComparison.Ordinal)]}");
        await one.GetByRole(AriaRole.Link, new() { Name = say["texts.title"] }).ClickAsync();
        await one.GetByRole(AriaRole.Link, new() { Name = "On fishing" }).ClickAsync();
        await Expect(one.GetByText(say["text.nothingUntil"])).ToBeVisibleAsync();
        await one.GetByRole(AriaRole.Link, new() { Name = say.With("comment.newOne", ("number", "1")) }).ClickAsync();
        await one.GetByLabel(say["comment.body"], new() { Exact = true }).FillAsync("Not in the rainy season");
        await one.GetByRole(AriaRole.Button, new() { Name = say["comment.make"], Exact = true }).ClickAsync();
        await Expect(one.GetByText(say["done.commented"])).ToBeVisibleAsync();
        await Expect(one.GetByText("Not in the rainy season")).ToBeVisibleAsync();

        await one.GetByRole(AriaRole.Link, new() { Name = say["text.compare"] }).ClickAsync();
        await Expect(one.Locator("del")).ToContainTextAsync("night");
        await Expect(one.Locator("ins")).ToContainTextAsync("day");

        var two = await portal.Pages.OpenAsync("eccas.officer", new Look(language, width, Scripts: scripts));
        await two.GotoAsync($"/{text}");
        await Expect(two.GetByRole(AriaRole.Heading, new() { Name = "On fishing" })).ToBeVisibleAsync();
        Assert.DoesNotContain("rainy", await two.ContentAsync(), StringComparison.Ordinal);
        var mediator = await portal.Pages.OpenAsync("lead.mediator", new Look(language, width, Scripts: scripts));
        await mediator.GotoAsync($"/{text}");
        await Expect(mediator.GetByText("Not in the rainy season")).ToBeVisibleAsync();
        await Expect(mediator.GetByText("Shore communities")).ToBeVisibleAsync();
        var outside = await portal.Pages.OpenAsync(Support, new Look(language, width, Scripts: scripts));
        Assert.Equal(404, (await outside.GotoAsync($"/{text}"))!.Status);
        foreach (var page in (IPage[])[one, two, mediator, outside])
        {
            await page.Context.CloseAsync();
        }
    }

    [Theory, Rule("R55")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task An_inclusion_plan_is_approved_only_with_principles(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, name) = await portal.NewProcessAsync();
        using var api = await portal.AsAsync("msu.officer@un.example");
        (await api.PatchAsync($"/api/v1/{name}/inclusionPlan", new { groups = new[] { new { group = "WOMENS_GROUPS", mode = "CONSULTATIVE_FORUM", channel = "Weekly forum", stage = "AGENDA_SETTING", responsible = "Gender adviser" } } }, "\"0\"")).Is(HttpStatusCode.OK);
        var page = await portal.Pages.OpenAsync(Support, new Look(language, 320, Scripts: false));
        await page.GotoAsync($"/{name}/inclusion");
        await Expect(page.GetByText(say["inclusionGroup.WOMENS_GROUPS"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["inclusion.approve"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["reason.PRINCIPLES_REQUIRED"]);
        (await api.PatchAsync($"/api/v1/{name}/inclusionPlan", new { principles = new { title = "Nothing about us without us", reference = "Annex", on = "2026-01-10" } }, "*")).Is(HttpStatusCode.OK);
        await page.GotoAsync($"/{name}/inclusion");
        await page.GetByRole(AriaRole.Button, new() { Name = say["inclusion.approve"] }).ClickAsync();
        await Expect(page.GetByText(say["done.inclusionApproved"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task PutUnderAsync(IPage page, string button)
    {
        await page.Locator("[id='field-on']").FillAsync("2026-02-01");
        await page.Locator("[id='field-place']").FillAsync("Nairobi");
        for (var i = 0; i < 2; i++)
        {
            await page.Locator($"[id='field-signatories[{i}].party']").FillAsync($"Party {i}");
            await page.Locator($"[id='field-signatories[{i}].person']").FillAsync($"Speaker {i}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>Two parties with a text in two versions before them, in a process that IGAD leads.</summary>
    private async Task<string> TextAsync()
    {
        var process = await portal.LedProcessAsync();
        await portal.SeatAsync(process, "Shore communities", "monitor@rjmec.example");
        await portal.SeatAsync(process, "Herders", "eccas.officer@eccas.example");
        using var mediator = await portal.AsAsync("lead.mediator@igad.example");
        var text = (await mediator.PostAsync($"/api/v1/{process}/texts", new { leadEpoch = 1, title = "On fishing" })).Is(HttpStatusCode.Created).TextOf("name");
        foreach (var when in (string[])["night", "day"])
        {
            var version = (await mediator.PostAsync($"/api/v1/{text}/versions", new { leadEpoch = 1, articles = new[] { new { number = "1", heading = "Seasons", body = $"Both fish by {when}." } } })).Is(HttpStatusCode.Created).Location;
            (await mediator.PostAsync($"{version}:present", new { leadEpoch = 1 })).Is(HttpStatusCode.OK);
        }

        return text;
    }
}
