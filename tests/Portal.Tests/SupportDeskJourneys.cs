using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concord.Portal.Tests;

/// <summary>The support desk in a browser, from the question to what the asker says of the answer (R147).</summary>
public sealed class SupportDeskJourneys(RunningPortal portal)
{
    [Theory, Rule("R147")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_request_is_asked_triaged_taken_answered_and_closed_by_who_asked(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var title = $"Somebody who drafts {Guid.NewGuid():N}";
        var asker = await portal.Pages.OpenAsync("igad.officer", new Look(language, Scripts: scripts));
        await asker.GotoAsync("/");
        await asker.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.desk"] }).ClickAsync();
        await asker.GetByRole(AriaRole.Link, new() { Name = say["supportDesk.ask"] }).ClickAsync();
        await asker.Locator("#field-requester").SelectOptionAsync("REGIONAL_ORGANIZATION");
        await asker.Locator("#field-title").FillAsync(title);
        await asker.Locator("#field-purpose").FillAsync("Two delegations need somebody who drafts.");
        await asker.Locator("#field-place").SelectOptionAsync("SSD");
        await asker.Locator("#field-urgency").SelectOptionAsync("URGENT");
        await asker.Locator("#field-days").FillAsync("many");
        await SubmitAsync(asker);
        await Expect(asker.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.number"]);
        await asker.Locator("#field-days").FillAsync("10");
        await SubmitAsync(asker);
        await Expect(asker.GetByText(say["done.supportAsked"])).ToBeVisibleAsync();
        var request = new Uri(asker.Url).AbsolutePath;

        var desk = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await desk.GotoAsync("/supportRequests");
        await desk.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await desk.Locator($"a[href='{request}/triage']").ClickAsync();
        await desk.Locator("#field-kind").SelectOptionAsync("STANDBY_EXPERT");
        await SubmitAsync(desk);
        await desk.Locator($"a[href='{request}/assign']").ClickAsync();
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).ToContainTextAsync("Mediation support officer (fictional)");
        await desk.GotoAsync("/supportRequests?show=mine");
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await desk.GotoAsync($"{request}/answer");
        await desk.Locator("#field-outcome").SelectOptionAsync("DECLINED");
        await desk.Locator("#field-text").FillAsync("Nobody is free before spring.");
        await desk.Locator("#field-provided").FillAsync($"{portal.Address}/slates/{Guid.NewGuid()}");
        await SubmitAsync(desk);
        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.onlyAccepted"]);
        await desk.Locator("#field-outcome").SelectOptionAsync("ACCEPTED");
        await SubmitAsync(desk);
        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.notProvided"]);
        await desk.Locator("#field-provided").FillAsync("");
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).ToContainTextAsync("Nobody is free before spring.");
        await Usable.RequireAsync(desk);
        await desk.Context.CloseAsync();

        await asker.GotoAsync($"{request}/close");
        await asker.Locator("#field-usefulness").SelectOptionAsync("DID_NOT_HELP");
        await SubmitAsync(asker);
        await Expect(asker.Locator("main")).ToContainTextAsync(say["supportUsefulness.DID_NOT_HELP"]);
        await asker.GotoAsync("/supportRequests/figures");
        await Expect(asker.Locator("main")).ToContainTextAsync(say["supportRequestKind.STANDBY_EXPERT"]);
        await Usable.RequireAsync(asker);
        await asker.Context.CloseAsync();
    }

    [Fact, Rule("R147")]
    public async Task A_request_is_given_to_a_colleague_who_alone_answers_it_and_no_other_organization_sees_it()
    {
        RunningPortal.NeedsChromium();
        using var client = await portal.AsAsync("igad.officer@igad.example");
        var asked = (await client.PostAsync("/api/v1/supportRequests", new { requester = "REGIONAL_ORGANIZATION", title = "A colleague", purpose = "For talks.", place = "SSD", urgency = "ROUTINE" })).Is(HttpStatusCode.Created);
        var request = $"/{asked.TextOf("name")}";
        var desk = await portal.Pages.OpenAsync("msu.officer", new Look());
        await desk.GotoAsync($"{request}/triage");
        await desk.Locator("#field-kind").SelectOptionAsync("OTHER");
        await SubmitAsync(desk);
        var chief = await portal.Pages.OpenAsync("msu.chief", new Look());
        await chief.GotoAsync(request); // whom the roster has never seen is given nothing
        await chief.Context.CloseAsync();
        await desk.GotoAsync($"{request}/assign");
        await desk.Locator("#field-assignee").FillAsync("msu.chief@un.example");
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).ToContainTextAsync("Head of mediation support (fictional)");
        await Expect(desk.Locator($"a[href='{request}/answer']")).ToHaveCountAsync(0);
        await desk.Context.CloseAsync();
        var other = await portal.Pages.OpenAsync("eccas.officer", new Look());
        Assert.Equal(404, (await other.GotoAsync(request))!.Status);
        await other.Context.CloseAsync();
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
