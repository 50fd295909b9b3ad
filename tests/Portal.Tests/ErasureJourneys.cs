using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The second person sees whom an erasure is about, why, and that it is for good; then the person is gone.</summary>
public sealed class ErasureJourneys(RunningPortal portal)
{
    private const string Officer = "msu.officer";
    private const string Chief = "msu.chief";

    [Theory, Rule("R20")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_person_is_erased_once_a_second_one_agrees(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        using var officer = SignIn.Client(portal.Address, await SignIn.TokenAsync(portal.Address, $"{Officer}@un.example", portal.Passwords[$"{Officer}@un.example"]));
        var person = $"Ama {Guid.NewGuid():N}";
        var profile = (await officer.PostAsync("/api/v1/profiles", new { displayName = person, gender = "WOMAN", seniorityLevel = "EXPERT" })).Is(HttpStatusCode.Created).Location!.ToString();
        (await officer.PostAsync($"{profile}:erase", new { reason = "She asked for it by letter.", basis = "REQUEST_OF_THE_PERSON" })).Is(HttpStatusCode.Accepted);

        var page = await portal.Pages.OpenAsync(Chief, new Look(language, Scripts: scripts));
        await page.GotoAsync("/approvals");
        var card = page.Locator("li.card").Filter(new() { HasText = person });
        await Expect(card).ToContainTextAsync(say["approvals.basis.REQUEST_OF_THE_PERSON"]);
        await card.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = say["approvals.act.profiles.erase"] })).ToBeVisibleAsync();
        await Expect(page.GetByText(say["approvals.eraseForGood"])).ToBeVisibleAsync();
        await Expect(page.GetByText("She asked for it by letter.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = say["approvals.approve"] }).ClickAsync();
        await Expect(page.GetByText(say["done.actApproved"])).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        (await officer.ReadAsync(profile)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }
}
