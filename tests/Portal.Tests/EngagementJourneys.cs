using System.Globalization;
using System.Net;
using Concord.Contracts.Reference;
using Concord.Pages;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Language = Concord.Platform.Texts.Language;

namespace Concord.Portal.Tests;

/// <summary>Somebody proposes a dialogue engagement, reads what is missing and changes its terms; nobody else finds it.</summary>
public sealed class EngagementJourneys(RunningPortal portal)
{
    private const string Chief = "msu.chief";
    private const string Other = "msu.officer";

    [Theory, Rule("R127"), Rule("R126"), Rule("R122")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_engagement_is_proposed_tells_what_is_missing_is_proposed_anew_on_other_terms_and_only_its_circle_finds_it(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, name) = await portal.NewProcessAsync();
        var page = await portal.Pages.OpenAsync(Chief, new Look(language, 320, Scripts: scripts));
        await page.GotoAsync($"/{name}/engagements");
        await Expect(page.GetByText(say["engagements.none"])).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = say["engagement.new"] }).ClickAsync();
        await FillAsync("engagement.group", "The northern column");
        await FillAsync("engagement.label.text", "violent extremist");
        await ChooseAsync("engagement.kind", "POLITICAL_DIALOGUE");
        await ChooseAsync("phase.phase", "IMMINENT");
        await FillAsync("phase.basis", "Three monitors");
        await FillAsync("engagement.purpose", "Open the wells");
        await FillAsync("engagement.timing.why", "The rains begin");
        await ChooseAsync("engagement.timing.widespreadViolence", "NO");
        await FillAsync("engagement.participants[0].who", "An elder");
        await FillAsync("engagement.participants[0].jurisdiction", "KEN");
        await FillAsync("reviewOn", DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagement.propose"] }).ClickAsync();

        // A label without who gives it is refused, and what was typed is still there (R158).
        await Expect(page.Locator("[id='field-engagement.label.by-wrong']")).ToBeVisibleAsync();
        await Expect(Field("engagement.group")).ToHaveValueAsync("The northern column");
        await FillAsync("engagement.label.by", "The council");
        await FillAsync("engagement.label.on", DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagement.propose"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The northern column" })).ToBeVisibleAsync();
        await Expect(page.GetByText(say["engagementWarning.POLITICAL_WHILE_ATROCITIES_ARE_NEAR"])).ToBeVisibleAsync();
        await Expect(page.Locator("tbody").GetByText(say["engagement.missing"])).ToHaveCountAsync(9);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"/{name}/engagements");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "The northern column" })).ToBeVisibleAsync();

        // Put forward while the form is open: what it holds is about what has changed, however often it is sent.
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = say["engagementAct.edit"], Exact = true }).ClickAsync();
        await Expect(Field("label.by")).ToHaveValueAsync("The council");
        await Expect(Field("kind")).ToHaveValueAsync("POLITICAL_DIALOGUE");
        await Expect(Field("participants[0].jurisdiction")).ToHaveValueAsync("KEN");
        using var elsewhere = await portal.AsAsync("msu.chief@un.example");
        (await elsewhere.PostAsync($"/api/v1{address}:assess", new { reason = "To be told what is missing." })).Is(HttpStatusCode.OK);
        await FillAsync("purpose", "Open the wells and the road");
        for (var sent = 0; sent < 2; sent++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = say["engagementAct.edit"] }).ClickAsync();
            await Expect(page.GetByText(say["reason.ETAG_MISMATCH"])).ToBeVisibleAsync();
            await Expect(Field("purpose")).ToHaveValueAsync("Open the wells and the road");
        }

        // Opened anew it acts; what is wrong stands at the row where it was typed, and what is emptied is taken out.
        await page.GotoAsync($"{address}/edit");
        await FillAsync("purpose", "Open the wells and the road");
        foreach (var field in new[] { "label.text", "label.by", "label.on" })
        {
            await FillAsync(field, "");
        }

        await FillAsync("participants[2].who", "A teacher");
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagementAct.edit"] }).ClickAsync();
        await Expect(page.Locator("[id='field-participants[2].jurisdiction-wrong']")).ToBeVisibleAsync();
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);
        await FillAsync("participants[2].jurisdiction", "uga");
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagementAct.edit"] }).ClickAsync();
        await Expect(page.GetByText(say["done.engagementChanged"])).ToBeVisibleAsync();
        await Expect(page.Locator("dd .status").First).ToContainTextAsync(say["engagementState.PROPOSED"]);
        await Expect(page.GetByText("Open the wells and the road")).ToBeVisibleAsync();
        await Expect(page.GetByText(say.Area("UGA")).First).ToBeVisibleAsync();
        await Expect(page.GetByText("violent extremist")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        var outside = await portal.Pages.OpenAsync(Other, new Look(language, Scripts: scripts));
        Assert.Equal(404, (await outside.GotoAsync(address))!.Status);
        Assert.Equal(404, (await outside.GotoAsync($"{address}/edit"))!.Status);
        await outside.GotoAsync($"/{name}/engagements");
        await Expect(outside.GetByText(say["engagements.none"])).ToBeVisibleAsync();
        await outside.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task ChooseAsync(string field, string value) => Field(field).SelectOptionAsync(value);
    }

    [Theory, Rule("R124"), Rule("R125"), Rule("R127"), Rule("R128"), Rule("R129"), Rule("R130")]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task A_second_person_completes_the_assessment_approves_runs_the_talks_and_leaves_the_circle(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var (_, process) = await portal.NewProcessAsync();
        using var first = await AnotherChiefAsync();
        var name = await ProposedAsync(first, process);
        var page = await portal.Pages.OpenAsync(Chief, new Look(language, 360, Scripts: scripts));
        await page.GotoAsync($"/{process}");
        await page.GetByRole(AriaRole.Link, new() { Name = say["engagements.title"], Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The eastern column" }).ClickAsync();

        await RecordAsync(say.Word("finding", "TRUST_BUILDING"));
        await FillAsync("finding", "Six meetings were kept.");
        await ChooseAsync("shown", "yes");
        await DoAsync("recordFinding");
        await RecordAsync(say.Word("engagementRisk", "SAFETY"));
        await FillAsync("description", "The road is watched.");
        await FillAsync("mitigation", "Another road.");
        await FillAsync("stopCondition", "A shot is fired.");
        await DoAsync("assessRisk");

        // A check that has not been made yet is refused, and what was typed is still there.
        await RecordAsync(say.With("engagement.law", ("country", say.Area("KEN"))));
        await ChooseAsync("sanctions", "WITH_CONDITIONS");
        await FillAsync("explanation", "Food is exempted.");
        await FillAsync("checkedBy", "Legal adviser");
        await FillAsync("checkedOn", Day(3));
        await FillAsync("source", "The list of March");
        await ButtonAsync("engagementAct.recordLegalCheck");
        await Expect(page.Locator("[id='field-checkedOn-wrong']")).ToContainTextAsync(say["fault.notFuture"]);
        await Expect(Field("explanation")).ToHaveValueAsync("Food is exempted.");
        await Expect(Field("sanctions")).ToHaveValueAsync("WITH_CONDITIONS");
        await FillAsync("checkedOn", Day(-3));
        await DoAsync("recordLegalCheck");
        await Expect(page.GetByText(say["readiness.READY"], new() { Exact = true })).ToBeVisibleAsync();

        await OpenAsync("planGesture");
        await FillAsync("gesture", "Water is shared.");
        await FillAsync("agreedWith", "The elders");
        await DoAsync("planGesture");
        await RecordAsync("Water is shared.");
        await FillAsync("outcome", "Both sides drank.");
        await FillAsync("heldOn", Day(-1));
        await DoAsync("recordGesture");
        await Expect(page.GetByText("Both sides drank.")).ToBeVisibleAsync();

        (await first.PostAsync($"/api/v1/{name}:assess", new { reason = "All is there." })).Is(HttpStatusCode.OK);
        await page.ReloadAsync();
        await OpenAsync("approve");
        await FillAsync("reason", "Agreed.");
        await DoAsync("approve");
        await OpenAsync("advance");
        await ChooseAsync("to", "ACTIVE");
        await FillAsync("reason", "The road is open.");
        await DoAsync("advance");
        await Expect(page.Locator("dd .status").First).ToContainTextAsync(say["engagementState.ACTIVE"]);
        await Expect(page.GetByText(say["engagement.termsOfActive"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["engagementAct.edit"], Exact = true })).ToHaveCountAsync(0);
        await OpenAsync("review");
        await FillAsync("finding", "It holds.");
        await FillAsync("reviewOn", Day(30));
        await DoAsync("review");

        await OpenAsync("addToCircle");
        await FillAsync("account", "the officer");
        await FillAsync("why", "Keeps the log.");
        await ButtonAsync("engagementAct.addToCircle");
        await Expect(page.Locator("[id='field-account-wrong']")).ToContainTextAsync(say["fault.noAccount"]);
        await Expect(Field("why")).ToHaveValueAsync("Keeps the log.");
        await FillAsync("account", WellKnown.Id("account", "msu.officer@un.example").ToString());
        await DoAsync("addToCircle");
        Assert.Equal(0, await Axe.OverflowAsync(page));
        Assert.Empty(scripts && Axe.Missing is null ? await Axe.FindAsync(page) : []);

        var me = page.Locator("li").Filter(new() { HasText = "Reads it as second person." });
        await me.GetByText(say["engagement.takeOut"], new() { Exact = true }).ClickAsync();
        await FillAsync("reason", "The work is done.");
        await ButtonAsync("engagementAct.removeFromCircle");
        await Expect(page.GetByText(say["done.engagementLeft"])).ToBeVisibleAsync();
        Assert.Equal(404, (await page.GotoAsync($"/{name}"))!.Status);
        await page.Context.CloseAsync();

        ILocator Field(string field) => page.Locator($"[id='field-{field}']");
        Task FillAsync(string field, string text) => Field(field).FillAsync(text);
        Task ChooseAsync(string field, string value) => Field(field).SelectOptionAsync(value);
        Task RecordAsync(string item) => page.GetByRole(AriaRole.Link, new() { Name = say.With("engagement.recordOne", ("item", item)), Exact = true }).ClickAsync();
        Task OpenAsync(string act) => page.GetByRole(AriaRole.Link, new() { Name = say[$"engagementAct.{act}"], Exact = true }).ClickAsync();
        Task ButtonAsync(string text) => page.GetByRole(AriaRole.Button, new() { Name = say[text], Exact = true }).ClickAsync();

        async Task DoAsync(string act)
        {
            await ButtonAsync($"engagementAct.{act}");
            await Expect(page.GetByText(say["done.engagementChanged"])).ToBeVisibleAsync();
        }
    }

    [Fact, Rule("R127")]
    public async Task Whoever_put_an_engagement_forward_is_offered_no_decision_and_the_way_to_engagements_tells_of_none()
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.English);
        var (_, process) = await portal.NewProcessAsync();
        using var chief = await portal.AsAsync("msu.chief@un.example");
        var name = await ProposedAsync(chief, process);
        var page = await portal.Pages.OpenAsync(Chief, new Look());
        await page.GotoAsync($"/{name}/assess");
        await page.Locator("[id='field-reason']").FillAsync("To be told what is missing.");
        await page.GetByRole(AriaRole.Button, new() { Name = say["engagementAct.assess"] }).ClickAsync();
        await Expect(page.GetByText(say["engagement.second"])).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = say["engagementAct.decline"], Exact = true })).ToHaveCountAsync(0);
        await page.GotoAsync($"/{name}/decline");
        Assert.EndsWith($"/{name}", page.Url, StringComparison.Ordinal); // back to where it says why
        await page.Context.CloseAsync();

        // The way is there for who could have one, in a process without any as well; for others in neither.
        var (_, without) = await portal.NewProcessAsync();
        foreach (var (person, ways) in new[] { (Chief, 1), (Other, 0), ("authority.proposer", 0) })
        {
            var reader = await portal.Pages.OpenAsync(person, new Look());
            foreach (var of in new[] { process, without })
            {
                await reader.GotoAsync($"/{of}");
                Assert.Equal((person, ways), (person, await reader.GetByRole(AriaRole.Link, new() { Name = say["engagements.title"], Exact = true }).CountAsync()));
            }

            Assert.Equal((person, person == Chief ? 200 : person == Other ? 404 : 403), (person, (await reader.GotoAsync($"/{name}/review"))!.Status)); // by the role, whatever there is
            await reader.Context.CloseAsync();
        }
    }

    /// <summary>Proposed and recorded but for a finding, a risk and the law; with msu.chief in its circle.</summary>
    private static async Task<string> ProposedAsync(HttpClient client, string process)
    {
        var name = (await client.PostAsync($"/api/v1/{process}/engagements", new
        {
            engagement = new
            {
                group = "The eastern column",
                kind = "HUMANITARIAN_DIALOGUE",
                purpose = "Open the wells",
                timing = new { why = "The rains begin", widespreadViolence = false },
                participants = new[] { new { who = "An elder", jurisdiction = "KEN" } },
            },
            phase = new { phase = "IMMINENT", basis = "Three monitors" },
            reviewOn = Day(60),
        })).Is(HttpStatusCode.Created).TextOf("name");
        foreach (var topic in new[] { "ACTOR_MAPPING", "OWN_ROLE", "PREPAREDNESS" })
        {
            (await client.PostAsync($"/api/v1/{name}:recordFinding", new { topic, finding = "It is there.", shown = true })).Is(HttpStatusCode.OK);
        }

        foreach (var risk in new[] { "TIME_FOR_ATROCITIES", "LEGITIMISATION", "REPUTATION" })
        {
            (await client.PostAsync($"/api/v1/{name}:assessRisk", new { risk, description = "It may.", mitigation = "No pictures.", stopCondition = "Forces move." })).Is(HttpStatusCode.OK);
        }

        var chief = $"accounts/{WellKnown.Id("account", "msu.chief@un.example")}";
        await client.PostAsync($"/api/v1/{name}:addToCircle", new { account = chief, why = "Reads it as second person." }); // refused where it is the one who proposes
        return name;
    }

    /// <summary>A program that acts as another person of mediation support, cleared for Strictly Confidential with a second factor.</summary>
    private async Task<HttpClient> AnotherChiefAsync()
    {
        var (email, given) = await portal.NewPersonAsync("mediation-support", "STRICTLY_CONFIDENTIAL");
        var password = $"chosen {Guid.NewGuid():N}";
        using var browser = new Browser(portal.Address);
        await browser.FollowAsync(await browser.SignInAsync("/account/sign-in", email, given));
        await browser.SubmitAsync(("email", email), ("password", given), ("newPassword", password));
        return SignIn.Client(portal.Address, await SignIn.TokenAsync(portal.Address, email, password, await browser.SetUpAppAsync()));
    }

    private static string Day(int fromNow) => DateTime.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
