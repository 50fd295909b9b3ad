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

/// <summary>People on standby in a browser, from the request to the departure (R12, R21, R24).</summary>
public sealed class StandbyJourneys(RunningPortal portal)
{
    [Theory, Rule("R12")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task From_the_request_to_the_departure_each_step_is_a_page_and_the_clock_says_how_much_time_is_left(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var asker = await portal.Pages.OpenAsync("head.of.mission", new Look(language, Scripts: scripts));
        var request = await AskAsync(asker, say);
        await Expect(asker.Locator("main")).ToContainTextAsync(say.Count("standby.left.hours", 71));
        await Expect(asker.Locator("main")).ToContainTextAsync(say["standbyAct.acknowledge"]);
        await Expect(asker.Locator($"a[href='{request}/acknowledge']")).ToHaveCountAsync(0); // others do that
        await asker.Context.CloseAsync();

        var desk = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await desk.GotoAsync("/standbyRequests");
        await desk.Locator($"main a[href='{request}']").ClickAsync();
        await ActAsync(desk, say, request, "acknowledge");
        await Expect(desk.Locator("main")).ToContainTextAsync(say["supportPart.LOGISTICS"]);
        await desk.GotoAsync($"{request}/package");
        await desk.Locator("[id='field-package.logistics']").FillAsync("Tickets and quarters are paid.");
        await desk.Locator("[id='field-package.funding.amount']").FillAsync("much");
        await SubmitAsync(desk);
        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.amount"]);
        await desk.Locator("[id='field-package.funding.amount']").FillAsync("2500.50");
        await desk.Locator("[id='field-package.funding.currency']").FillAsync("USD");
        await desk.Locator("[id='field-package.funding.source']").FillAsync("Start-up fund");
        await desk.Locator("input[value='AGENDA_SETTING']").CheckAsync();
        await SubmitAsync(desk);
        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["standby.advisedIn"]); // by nobody
        await Expect(desk.Locator("input[value='AGENDA_SETTING']")).ToBeCheckedAsync();
        await desk.Locator("[id='field-package.genderAdviser']").FillAsync("The adviser at headquarters.");
        await SubmitAsync(desk);
        await Expect(desk.GetByText(say["done.standbyChanged"])).ToBeVisibleAsync();

        var person = await FreePersonAsync();
        await desk.GotoAsync($"/roster/{person}");
        await desk.Locator($"a[href='/standbyRequests?person={person}']").ClickAsync();
        await desk.Locator($"main a[href='{request}/plan?person={person}']").ClickAsync();
        await desk.Locator("#field-mode").SelectOptionAsync("REMOTE");
        await SubmitAsync(desk);
        await Expect(desk.GetByText(say["done.deploymentPlanned"])).ToBeVisibleAsync();
        await Expect(desk.Locator("main")).ToContainTextAsync(say["gap.NOT_BRIEFED"]);
        await Usable.RequireAsync(desk);
        var deployment = new Uri(desk.Url).AbsolutePath;
        await desk.GotoAsync($"{deployment}/brief");
        await desk.Locator("#field-briefedBy").FillAsync("The desk");
        await desk.Locator("input[name=topics][value=SECURITY]").CheckAsync();
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).ToContainTextAsync(say["briefing.SECURITY"]);

        await ActAsync(desk, say, request, "approve");
        await ActAsync(desk, say, request, "depart");
        await Expect(desk.Locator("main")).ToContainTextAsync(say.Count("standby.early.hours", 71));
        await Usable.RequireAsync(desk);
        await desk.GotoAsync("/standbyRequests?show=away");
        await Expect(desk.Locator($"main a[href='{request}']")).ToBeVisibleAsync();
        await desk.GotoAsync("/standbyRequests/figures");
        await Expect(desk.Locator("main table")).ToContainTextAsync(say["standby.figures.all"]);
        var letter = await desk.Context.APIRequest.GetAsync($"/api/v1{deployment}/termsOfReference?language={language}");
        Assert.Equal(200, letter.Status);
        await desk.GotoAsync($"{deployment}/checkIn");
        await desk.Locator("#field-kind").SelectOptionAsync("HELD");
        await desk.Locator("#field-note").FillAsync("Sleeps badly.");
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).Not.ToContainTextAsync("Sleeps badly.");
        await desk.GetByRole(AriaRole.Link, new() { Name = say["checkIn.read"] }).ClickAsync();
        await Expect(desk.Locator("main")).ToContainTextAsync("Sleeps badly.");
        await desk.GotoAsync($"{deployment}/return");
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).ToContainTextAsync(say["deploymentState.RETURNED"]);
        await desk.Context.CloseAsync();
    }

    [Theory, Rule("R12")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task Whoever_holds_a_link_is_told_who_asks_and_answers_once_without_an_account_and_without_a_code_in_an_address(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var request = await RequestAsync();
        var person = await FreePersonAsync();
        var desk = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await desk.GotoAsync($"{request}/link");
        await desk.Locator("#who").FillAsync($"/roster/{person}");
        await desk.GetByRole(AriaRole.Button, new() { Name = say["choose.find"] }).ClickAsync();
        await desk.Locator("#field-told").FillAsync("A draft, from afar.");
        await SubmitAsync(desk);
        var code = await desk.Locator("main code").InnerTextAsync();
        await Expect(desk.Locator(".notice strong")).ToContainTextAsync($"/answer#{code}");

        var anybody = await portal.Pages.OpenAsync(null, new Look(language, Scripts: scripts));
        List<string> addresses = [];
        anybody.Request += (_, r) => addresses.Add(r.Url);
        await anybody.GotoAsync(scripts ? $"/answer#{code}" : "/answer");
        if (!scripts)
        {
            await anybody.Locator("#field-linkCode").FillAsync($"https://anywhere.example/answer#{code}");
            await SubmitAsync(anybody);
        }

        await Expect(anybody.GetByText("A draft, from afar.")).ToBeVisibleAsync();
        await Expect(anybody.Locator("main")).ToContainTextAsync("Mediation support officer (fictional)");
        Assert.DoesNotContain(addresses.Append(anybody.Url), a => a.Contains(code, StringComparison.Ordinal) && !a.Contains('#', StringComparison.Ordinal));
        await Usable.RequireAsync(anybody);
        await anybody.Locator("#field-available").SelectOptionAsync("no");
        await anybody.Locator("#field-remark").FillAsync("I am at a funeral.");
        await SubmitAsync(anybody);
        await Expect(anybody.GetByText(say["answer.thanks"])).ToBeVisibleAsync();

        await anybody.GotoAsync("/answer");
        await anybody.Locator("#field-linkCode").FillAsync(code);
        await SubmitAsync(anybody);
        await Expect(anybody.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["answer.notGood"]);
        await anybody.Context.CloseAsync();

        await desk.GotoAsync(request);
        await Expect(desk.Locator("main")).ToContainTextAsync(say["callOutcome.DECLINED"]);
        await Expect(desk.Locator("main")).Not.ToContainTextAsync("funeral");
        await desk.GetByRole(AriaRole.Link, new() { Name = say["calls.why"] }).ClickAsync();
        await Expect(desk.Locator("main")).ToContainTextAsync("I am at a funeral.");
        await desk.GotoAsync($"{request}/decline");
        await desk.Locator("#field-reason").FillAsync("Nobody is free.");
        await SubmitAsync(desk);
        await Expect(desk.Locator("main")).ToContainTextAsync("Nobody is free.");
        await desk.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_asked_is_not_offered_the_decision_and_whoever_has_no_part_in_it_finds_no_board()
    {
        RunningPortal.NeedsChromium();
        var request = await RequestAsync("msu.officer@un.example");
        var page = await portal.Pages.OpenAsync("msu.officer", new Look());
        await page.GotoAsync($"{request}/acknowledge");
        await SubmitAsync(page);
        await Expect(page.Locator($"a[href='{request}/approve']")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        var other = await portal.Pages.OpenAsync("analyst", new Look());
        Assert.Equal(403, (await other.GotoAsync("/standbyRequests"))!.Status);
        Assert.Equal(403, (await other.GotoAsync(request))!.Status);
        await other.Context.CloseAsync();
        var officer = await portal.Pages.OpenAsync("igad.officer", new Look());
        Assert.Equal(404, (await officer.GotoAsync(request))!.Status); // asked by another organization
        await officer.Context.CloseAsync();
    }

    [Theory, Rule("R15")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task The_lead_of_the_process_agrees_to_other_work_on_the_page_of_the_deployment_and_takes_it_back_and_others_read_that(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var request = await RequestAsync(process: await portal.LedProcessAsync());
        using var handling = await portal.AsAsync("msu.officer@un.example");
        (await handling.PostAsync($"/api/v1{request}:acknowledge", new { })).Is(HttpStatusCode.OK);
        var deployment = $"/{(await handling.PostAsync($"/api/v1{request}/deployments", new { profile = $"profiles/{await FreePersonAsync()}", function = "DRAFTING" })).Is(HttpStatusCode.Created).TextOf("name")}";
        var (agree, withdraw) = ($"a[href='{deployment}/agree']", $"a[href='{deployment}/withdrawAgreement']");
        var desk = await portal.Pages.OpenAsync("msu.officer", new Look(language, Scripts: scripts));
        await desk.GotoAsync(deployment);
        await Expect(desk.Locator($"a[href='{deployment}/edit']")).ToBeVisibleAsync();
        await Expect(desk.Locator(agree)).ToHaveCountAsync(0); // the desk leads nothing

        var lead = await portal.Pages.OpenAsync("lead.mediator", new Look(language, Scripts: scripts));
        await lead.GotoAsync(request);
        await lead.Locator($"main a[href='{deployment}']").ClickAsync();
        await Expect(lead.Locator("main")).ToContainTextAsync(say["deployment.leadAgreement"]);
        await lead.Locator(agree).ClickAsync();
        foreach (var what in (string[])[say.Word("workMode", "REMOTE"), say.Word("function", "DRAFTING"), say.Date(DateOnly.Parse(Day(5), CultureInfo.InvariantCulture)), say.Date(DateOnly.Parse(Day(20), CultureInfo.InvariantCulture))])
        {
            await Expect(lead.Locator("main dl.facts")).ToContainTextAsync(what); // what is agreed to
        }

        await Usable.RequireAsync(lead);
        await SubmitAsync(lead);
        await Expect(lead.GetByText(say["done.deploymentChanged"])).ToBeVisibleAsync();
        await Expect(lead.Locator(agree)).ToHaveCountAsync(0);
        await Usable.RequireAsync(lead);
        await desk.ReloadAsync();
        await Expect(desk.Locator("dl.facts .chip")).ToContainTextAsync(say.Organization(WellKnown.Organization("IGAD")));

        await lead.Locator(withdraw).ClickAsync();
        await SubmitAsync(lead);
        await Expect(lead.Locator(agree)).ToBeVisibleAsync();
        await lead.Context.CloseAsync();
        await desk.Context.CloseAsync();
    }

    private static async Task<string> AskAsync(IPage page, Speech say)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = say["frame.jobs"] }).GetByRole(AriaRole.Link, new() { Name = say["nav.standby"] }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["standby.ask"] }).ClickAsync();
        await page.Locator("#field-requester").SelectOptionAsync("PEACE_OPERATION");
        await page.Locator("#field-country").SelectOptionAsync("TCD");
        await page.Locator("#field-purpose").FillAsync("Help the two delegations to draft.");
        await page.Locator("#field-mode").SelectOptionAsync("REMOTE");
        await page.Locator("#field-neededBy").FillAsync(Day(5));
        await page.Locator("#field-firstDay").FillAsync(Day(0));
        await page.Locator("#field-lastDay").FillAsync(Day(20));
        await SubmitAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["fault.atLeastOne"]);
        await page.Locator("input[name=tasks][value=PROCESS_DESIGN]").CheckAsync();
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.standbyAsked"])).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task<string> RequestAsync(string asker = "head.of.mission@un.example", string? process = null)
    {
        using var client = await portal.AsAsync(asker);
        return $"/{(await client.PostAsync("/api/v1/standbyRequests", new
        {
            requester = "PEACE_OPERATION",
            process,
            country = "TCD",
            purpose = "Help to draft.",
            tasks = new[] { "PLANNING" },
            people = 1,
            mode = "REMOTE",
            neededBy = Day(5),
            lastDay = Day(20),
        })).Is(HttpStatusCode.Created).TextOf("name")}";
    }

    /// <summary>Somebody of the demonstration who is free then.</summary>
    /// <returns>Last part of the resource name.</returns>
    private async Task<string> FreePersonAsync()
    {
        using var desk = await portal.AsAsync("msu.officer@un.example");
        var found = (await desk.PostAsync("/api/v1/profiles:search", new { availability = new { startDate = Day(0), endDate = Day(20), mode = "REMOTE" }, pageSize = 100 }, key: "")).Is(HttpStatusCode.OK);
        var names = Enumerable.Range(0, 100).Select(i => (string?)found.Find($"items.{i}.name")).OfType<string>().ToList();
        return names[Random.Shared.Next(names.Count)]["profiles/".Length..];
    }

    private static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task ActAsync(IPage page, Speech say, string request, string act)
    {
        await page.GotoAsync(request);
        await page.Locator($"a[href='{request}/{act}']").First.ClickAsync();
        await SubmitAsync(page);
        await Expect(page.GetByText(say["done.standbyChanged"])).ToBeVisibleAsync();
    }

    private static Task SubmitAsync(IPage page) => page.Locator("main form[method=post] button").ClickAsync();
}
