using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>What assessors find of a person, in a browser (R158).</summary>
public sealed class AssessmentJourneys(RunningPortal portal)
{
    [Theory, Rule("R158")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_assessment_is_recorded_with_what_a_review_should_look_at_and_withdrawn_with_a_reason(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        using var support = await portal.AsAsync("msu.officer@un.example");
        var person = (await support.PostAsync("/api/v1/profiles", new { displayName = $"Ama {Guid.NewGuid():N}", gender = "WOMAN", seniorityLevel = "EXPERT" })).Is(HttpStatusCode.Created).TextOf("name")["profiles/".Length..];
        var page = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await page.GotoAsync($"/roster/{person}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["assessments.title"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["assessments.record"] }).ClickAsync();
        await page.Locator("#field-criterion").SelectOptionAsync("PATIENCE");
        await page.Locator("#field-finding").FillAsync("Waited three days for an answer.");
        await page.Locator("#field-on").FillAsync("2070-01-01");
        await page.Locator("#field-basedOn").FillAsync("The talks of last year.");
        await page.Locator("[name='flags[1].kind']").SelectOptionAsync("HASTE");
        await page.Locator("[name='flags[1].reason']").FillAsync("Only at the very end.");
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.notFuture"]);
        await Expect(page.Locator("[name='flags[1].reason']")).ToHaveValueAsync("Only at the very end.");
        await page.Locator("#field-on").FillAsync("2024-05-01");
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.assessmentRecorded"])).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = say.Word("assessed", "PATIENCE") }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Waited three days for an answer.");
        await Expect(page.Locator("main")).ToContainTextAsync(say.Word("reviewFlag", "HASTE"));
        await RequireUsableAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = say["assessments.withdraw"] }).ClickAsync();
        await page.Locator("#field-reason").FillAsync("Of somebody else.");
        await SubmitAsync(page);
        await Expect(page.Locator("main")).ToContainTextAsync(say.Word("assessmentState", "WITHDRAWN"));
        await page.Context.CloseAsync();
    }

    [Theory, Rule("R158")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_person_reads_what_was_found_and_replies(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var page = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: scripts));
        using var support = await portal.AsAsync("msu.officer@un.example");
        using var mission = await portal.AsAsync("head.of.mission@un.example");
        var own = (await mission.ReadAsync("/api/v1/me/profile")).TextOf("name");
        var criterion = language == "en" ? "LISTENING" : "CREATIVITY"; // so that each finds the own one
        (await support.PostAsync($"/api/v1/{own}/assessments", new { criterion, finding = "Let both finish.", on = "2024-05-01", basedOn = "Two rounds of talks." })).Is(HttpStatusCode.Created);
        await page.GotoAsync("/me/profile");
        await page.GetByRole(AriaRole.Link, new() { Name = say["assessments.own"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say.Word("assessed", criterion) }).First.ClickAsync();
        var reply = $"A reply {Guid.NewGuid():N}";
        await page.Locator("#field-reply").FillAsync(reply);
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.assessmentReplied"])).ToBeVisibleAsync();
        await Expect(page.Locator("main dd").Filter(new() { HasText = reply })).ToBeVisibleAsync();
        await RequireUsableAsync(page);
        await page.Context.CloseAsync();
    }

    // The demonstration holds no findings, so that pages of them are looked at here.
    private static async Task RequireUsableAsync(IPage page)
    {
        if (Axe.Missing is null && await page.EvaluateAsync<bool>("() => matchMedia('(scripting: enabled)').matches"))
        {
            Assert.Empty(await Axe.FindAsync(page)); // which is a script itself
        }

        await page.SetViewportSizeAsync(320, 800);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
