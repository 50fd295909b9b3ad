using System.Net;
using Concord.Pages;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using WellKnown = Concord.Contracts.Reference.WellKnown;

namespace Concord.Portal.Tests;

/// <summary>How a lead is found, in a browser: an organization says what it is, is asked and answers; the appointing authority asks, reads and compares.</summary>
public sealed class ConsultationJourneys(RunningPortal portal)
{
    private const string Officer = "eccas.officer";
    private const string Authority = "authority.proposer";

    [Theory]
    [InlineData("en", true)]
    [InlineData("ar", false)]
    public async Task An_organization_claims_by_the_criteria_of_its_kind_and_answers_and_the_authority_reads_both(string language, bool scripts)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await NewProcessAsync();
        var officer = await portal.Pages.OpenAsync(Officer, new Look(language, Scripts: scripts));
        await officer.GotoAsync($"/{process}/claim");
        foreach (var field in (string[])["mandate", "advantages", "disadvantages"])
        {
            await officer.Locator($"#field-{field}").FillAsync($"About {field}");
        }

        await officer.GetByText(say["claim.self"], new() { Exact = true }).ClickAsync();
        await officer.Locator("[name='selfAssessment.PROXIMITY.statement']").FillAsync("Its office is on the lake");
        await officer.GetByRole(AriaRole.Button, new() { Name = say["claim.register"] }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync(say["criterion.evidence"]);
        await Expect(officer.Locator("[name='selfAssessment.PROXIMITY.statement']")).ToHaveValueAsync("Its office is on the lake");
        await officer.Locator("[name='selfAssessment.PROXIMITY.evidence']").FillAsync("Headquarters agreement");
        await officer.GetByRole(AriaRole.Button, new() { Name = say["claim.register"] }).ClickAsync();
        await Expect(officer.GetByText(say["done.claimed"])).ToBeVisibleAsync();
        await officer.GotoAsync("/claims");
        await Expect(officer.Locator($"a[href^='/{process}#']")).ToBeVisibleAsync();

        var authority = await portal.Pages.OpenAsync(Authority, new Look(language, Scripts: scripts));
        await authority.GotoAsync($"/{process}/consultations");
        await authority.GetByRole(AriaRole.Link, new() { Name = say["consultation.new"] }).ClickAsync();
        await authority.Locator("#field-question").FillAsync("Who should lead the talks?");
        await authority.Locator("#field-deadlineTime").FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd"));
        await authority.GetByRole(AriaRole.Button, new() { Name = say["consultation.open"] }).ClickAsync();
        await Expect(authority.GetByText(say["consultation.positions.none"])).ToBeVisibleAsync();

        await officer.GotoAsync($"/{process}/consultations");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Who should lead the talks?" }).ClickAsync();
        await officer.Locator("#field-stance").SelectOptionAsync("NO_VIEW");
        await officer.Locator("#field-reasons").FillAsync("We have not been there");
        await officer.GetByRole(AriaRole.Button, new() { Name = say["consultation.send"] }).ClickAsync();
        await Expect(officer.GetByText(say["done.answered"])).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Heading, new() { Name = say["consultation.close"] })).Not.ToBeVisibleAsync();

        await authority.ReloadAsync();
        await Expect(authority.GetByText("We have not been there")).ToBeVisibleAsync();
        await authority.Locator("#field-summary").FillAsync("One has no view");
        await authority.GetByRole(AriaRole.Button, new() { Name = say["consultation.close"] }).ClickAsync();
        await Expect(authority.GetByText(say["done.consultationClosed"])).ToBeVisibleAsync();
        await officer.ReloadAsync();
        await Expect(officer.Locator("#field-stance")).Not.ToBeVisibleAsync(); // nobody answers any more

        await authority.GotoAsync($"/{process}/comparison");
        await Expect(authority.GetByRole(AriaRole.Row).Filter(new() { HasText = say.Word("criterion", "PROXIMITY") })).ToContainTextAsync("Its office is on the lake");
        await authority.SetViewportSizeAsync(320, 800);
        await Expect(authority.GetByRole(AriaRole.Table)).Not.ToBeVisibleAsync();
        await Expect(authority.Locator("section.card").GetByText("Its office is on the lake")).ToBeVisibleAsync(); // one candidate after the other
        await officer.Context.CloseAsync();
        await authority.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Mandates_and_endorsements_are_listed_with_how_they_stand_and_what_waits_for_a_second_person(string language)
    {
        RunningPortal.NeedsChromium();
        var say = PortalTexts.In(Language.Find(language)!);
        var process = await NewProcessAsync();
        using var support = await portal.AsAsync("msu.officer@un.example");
        (await support.PostAsync($"/api/v1/{process}/mandates", new { organ = "Summit", reference = "Communiqué", adoptedOn = "2024-01-15", summary = "Mandates talks", expireOn = "2024-12-31", documents = new[] { new { title = "The text", address = "https://forum.example/text" } } })).Is(HttpStatusCode.Created);
        var endorsement = (await support.PostAsync($"/api/v1/{process}/endorsements", new { organ = "SECURITY_COUNCIL", scope = "The lead", requestedOn = "2024-01-15" })).Is(HttpStatusCode.Created).TextOf("name");
        var act = (await support.PostAsync($"/api/v1/{endorsement}:grant", new { symbol = "S/RES/2046 (2012)", adoptedOn = "2024-02-01", text = "Endorses the roadmap" })).Is(HttpStatusCode.Accepted).TextOf("name");

        var chief = await portal.Pages.OpenAsync("msu.chief", new Look(language, Scripts: false));
        await chief.GotoAsync($"/{process}/mandates");
        await Expect(chief.GetByRole(AriaRole.Row).Filter(new() { HasText = "Communiqué" })).ToContainTextAsync(say.Word("mandateStanding", "EXPIRED"));
        await Expect(chief.GetByRole(AriaRole.Link, new() { Name = "The text" })).ToHaveAttributeAsync("href", "https://forum.example/text");
        await chief.GotoAsync($"/{act}");
        await Expect(chief.GetByRole(AriaRole.Heading, new() { Name = say["approvals.act.endorsements.grant"] })).ToBeVisibleAsync();
        await Expect(chief.GetByText("Endorses the roadmap")).ToBeVisibleAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = say["approvals.approve"] }).ClickAsync();
        await chief.GotoAsync($"/{process}/mandates");
        await Expect(chief.GetByText(say["endorsement.toClarify"])).ToBeVisibleAsync();
        await chief.Context.CloseAsync();
    }

    private async Task<string> NewProcessAsync()
    {
        using var support = await portal.AsAsync("msu.officer@un.example");
        return (await support.PostAsync("/api/v1/processes", new
        {
            title = $"Process {Guid.NewGuid():N}",
            situation = "A situation",
            countries = new[] { "SSD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification = "UNCLASSIFIED",
            appointingAuthority = new { organ = "Secretary-General", persons = new[] { $"accounts/{WellKnown.Id("account", $"{Authority}@un.example")}" } },
        })).Is(HttpStatusCode.Created).TextOf("name");
    }
}
