using System.Net;
using Concord.Contracts.Access;
using Concord.Designation.Tests.Talks;
using Concord.Designation.Tracks;
using Concord.Platform.Errors;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Tracks;

public sealed class TrackTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R60")]
    public async Task A_communications_plan_names_the_parts_that_nobody_has_written()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (path, mediator) = ($"{talks.Process}/communicationsPlan", talks.As(talks.Mediator));
        var none = (await mediator.ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(["confidentiality", "communicationStrategy", "traditionalMedia", "socialMedia", "campaignAfterSignature"], none["missing"].AsArray().Select(m => (string)m!));
        (await mediator.PatchAsync(path, new { confidentiality = "What is said stays in the room.", communicationStrategy = "One voice", traditionalMedia = "A weekly briefing", socialMedia = " " }, none.ETag)).Is(HttpStatusCode.OK);
        var plan = (await mediator.PatchAsync(path, new { communicationStrategy = (string?)null }, "*")).Is(HttpStatusCode.OK);
        Assert.Equal(["communicationStrategy", "socialMedia", "campaignAfterSignature"], plan["missing"].AsArray().Select(m => (string)m!));
        Assert.Equal("One voice", (string?)(await mediator.ReadAllAsync($"{path}/revisions"))[0]["content"]!["communicationStrategy"]);
    }

    [Fact, Rule("R146"), Rule("R51"), Rule("R61")]
    public async Task A_first_contact_keeps_fears_replies_ripeness_and_consent_for_a_few_before_anybody_leads()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var contact = new
        {
            party = "Movement",
            on = "2026-01-15",
            by = "Resident coordinator",
            fears = new[] { new { fear = "The organization will favour the Government." } },
            ripeness = new[] { new { factor = "LEADERSHIP_CHANGE", note = "A new commander" } },
            consent = "CONDITIONAL",
        };
        (await support.PostAsync($"{process}/earlyEngagements", contact)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var made = (await support.PostAsync($"{process}/earlyEngagements", new { contact.party, contact.on, contact.by, contact.fears, contact.ripeness, contact.consent, consentNote = "No third State" })).Is(HttpStatusCode.Created);
        var replied = (await support.PostAsync($"{made.Location}:reply", new { on = "2026-01-20", text = "Mediation is a service, not interference." })).Is(HttpStatusCode.OK);
        Assert.Equal("Mediation is a service, not interference.", replied.TextOf("followUps.0.text"));
        Assert.Equal(replied.Text, (await support.ReadAsync(made.Location!.ToString())).Text);

        var unled = TestCaller.Person(fixture.Neighbours.Organization("Nobody's lead"), Roles.LeadMediator);
        foreach (var path in (string[])[$"{process}/earlyEngagements", made.Location.ToString()])
        {
            (await fixture.As(unled).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await fixture.As(fixture.Proposer).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await fixture.As(fixture.Analyst).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        (await fixture.As(unled).PostAsync($"{process}/earlyEngagements", contact)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await fixture.DesignateAsync(process, 0, unled.Organization!);
        Assert.Single(await fixture.As(unled).ReadAllAsync($"{process}/earlyEngagements"));
        (await support.PostAsync($"{made.Location}:withdraw", new { reason = "Denied by the party" })).Is(HttpStatusCode.OK);
        (await support.PostAsync($"{made.Location}:reply", new { on = "2026-01-21", text = "More" })).IsProblem(HttpStatusCode.Conflict, "RECORD_WITHDRAWN");
    }

    [Fact, Rule("R150")]
    public async Task An_informal_track_hands_to_the_official_talks_what_was_agreed_and_nothing_else()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var support = talks.As(fixture.Support);
        var loose = (await support.PostAsync($"{talks.Process}/informalTracks", new { kind = "WORKSHOP", title = "Elders' workshop", convener = "An institute", from = "2026-01-10" })).Is(HttpStatusCode.Created).Location;
        (await support.PostAsync($"{loose}:transfer", new { on = "2026-01-20", text = "A list of points" })).IsProblem(HttpStatusCode.Conflict, "TRANSFER_NOT_AGREED");
        var agreed = (await support.PostAsync($"{talks.Process}/informalTracks", new
        {
            kind = "WORKSHOP",
            title = "Elders' workshop",
            convener = "An institute",
            from = "2026-01-10",
            until = "2026-01-12",
            transfer = new { what = "Points on grazing", how = "A note to the mediator", by = "2026-02-01" },
        })).Is(HttpStatusCode.Created).Location;
        (await support.PostAsync($"{agreed}:transfer", new { on = "2026-01-20" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("2026-01-20", (await support.PostAsync($"{agreed}:transfer", new { on = "2026-01-20", text = "Note handed over" })).Is(HttpStatusCode.OK).TextOf("followUps.0.on"));
        Assert.Equal([0, 1], (await support.ReadAllAsync($"{talks.Process}/informalTracks")).Select(t => t["followUps"]!.AsArray().Count));
    }

    [Fact, Rule("R151")]
    public async Task The_assembly_s_texts_say_whether_victims_were_asked_and_are_replied_to()
    {
        var (talks, elsewhere) = (await TalksSituation.BeginAsync(fixture), await TalksSituation.BeginAsync(fixture));
        var (own, foreign, support) = (await talks.DelegationAsync("Government"), await elsewhere.DelegationAsync("Government"), talks.As(fixture.Support));
        var opinion = new { kind = "OPINION", title = "On the land commission", on = "2026-01-15", about = "Item 3", body = "It must hear widows.", groups = new[] { "WOMENS_GROUPS", "VICTIMS" } };
        (await support.PostAsync($"{talks.Process}/assemblyTexts", opinion)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var made = (await support.PostAsync($"{talks.Process}/assemblyTexts", new { opinion.kind, opinion.title, opinion.on, opinion.about, opinion.body, opinion.groups, victimsConsulted = true, victimsConsultation = "Two meetings in the camps" })).Is(HttpStatusCode.Created).Location;
        (await support.PostAsync($"{made}:reply", new { on = "2026-01-20", text = "x", delegation = foreign })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await support.PostAsync($"{made}:reply", new { on = "2026-01-20", text = "We take it up.", delegation = own })).Is(HttpStatusCode.OK);
        var both = (await support.PostAsync($"{made}:reply", new { on = "2026-01-21", text = "It is on the agenda." })).Is(HttpStatusCode.OK);
        Assert.Equal([own, null], both["followUps"].AsArray().Select(f => (string?)f!["delegation"]));
    }

    [Fact, Rule("R149")]
    public async Task Training_is_offered_to_all_parties_alike_or_there_is_a_warning_that_names_who_was_left_out()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (government, movement, support) = (await talks.DelegationAsync("Government"), await talks.DelegationAsync("Movement"), talks.As(fixture.Support));
        var uneven = await OfferAsync(government);
        var warned = (await support.ReadAsync($"{talks.Process}/offeredToAll")).Is(HttpStatusCode.OK);
        Assert.Equal(("NOT_OFFERED_TO_ALL", "R149", movement), (warned.TextOf("warnings.0.code"), warned.TextOf("warnings.0.rule"), warned.TextOf("notOffered.0.delegations.0")));
        (await support.PostAsync($"{uneven}:answer", new { delegation = movement, accepted = true, on = "2026-01-20", text = "Yes" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await support.PostAsync($"{uneven}:answer", new { delegation = government, on = "2026-01-20", text = "Yes" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        (await support.PostAsync($"{uneven}:withdraw", new { reason = "Offered to one only" })).Is(HttpStatusCode.OK);
        var even = await OfferAsync(government, movement);
        Assert.Empty((await support.ReadAsync($"{talks.Process}/offeredToAll"))["warnings"].AsArray());
        var answered = (await support.PostAsync($"{even}:answer", new { delegation = movement, accepted = false, on = "2026-01-20", text = "Not now" })).Is(HttpStatusCode.OK);
        Assert.Equal((movement, false), (answered.TextOf("followUps.0.delegation"), answered["followUps.0.accepted"].GetValue<bool>()));

        await talks.DelegationAsync("A third party");
        Assert.Single((await support.ReadAsync($"{talks.Process}/offeredToAll"))["notOffered"].AsArray());

        async Task<string> OfferAsync(params string[] to) =>
            (await support.PostAsync($"{talks.Process}/trainingOffers", new { kind = "NEGOTIATION_TRAINING", subject = "Interests and positions", provider = "An institute", from = "2026-03-01", offeredTo = to })).Is(HttpStatusCode.Created).Location!.ToString();
    }

    [Fact]
    public void What_a_first_contact_lacks_is_named_field_by_field()
    {
        var wrong = Given.Refused(PlatformReasons.InvalidField, () => EarlyEngagement.Record(
            Given.Process(), new EarlyEngagementContent("P", DateOnly.FromDateTime(Given.Start).AddDays(9), null, null, [new PartyFear(null, null), null], [new RipenessSign(null, "n")], null, null), Given.Proposer, Given.Start));
        Assert.Equal(["by", "consent", "fears[0].fear", "fears[1]", "on", "ripeness[0].factor"], wrong.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Notes_of_contacts_stay_out_of_the_audit_chain()
    {
        var process = await fixture.ProcessAsync();
        var made = (await fixture.As(fixture.Support).PostAsync($"{process}/earlyEngagements", new { party = "canary-party", on = "2026-01-15", by = "canary-envoy", consent = "NOT_ASKED" })).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Support).PostAsync($"{made.Location}:reply", new { on = "2026-01-20", text = "canary-reply" })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{made.Location}:withdraw", new { reason = "canary-reason" })).Is(HttpStatusCode.OK);
        var name = process["/api/v1/".Length..];
        var entries = await fixture.InStoreAsync(db => db.AuditEntries.Where(e => e.Content.Contains(name)).Select(e => e.Content).ToListAsync());
        Assert.Contains(entries, e => e.Contains("earlyEngagements/", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, e => e.Contains("canary", StringComparison.Ordinal));
    }
}
