using System.Net;
using Concord.Roster.Tests.Standby;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Contacts;

/// <summary>What of somebody's contacts is open for which purpose (R26).</summary>
public sealed class ContactMaskTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R26")]
    public async Task Until_the_request_is_approved_only_what_it_takes_to_ask_is_open_and_that_once_the_person_is_asked()
    {
        var (person, other) = (await ReachedAsync("Ama Asked"), await ReachedAsync("Ama Beside"));
        var request = await _service.AskAsync();
        await IsMaskedAsync("AVAILABILITY", person, request); // nobody has taken it on
        await _service.DoAsync(request, "acknowledge");
        await IsMaskedAsync("AVAILABILITY", person, request); // nobody has asked the person
        await _service.PlanAsync(request, person);

        var asked = (await ForAsync("AVAILABILITY", person, request)).Is(HttpStatusCode.OK);
        Assert.Equal(("ama@mediator.example", null, null, "POSTAL EMERGENCY"), (asked.TextOf("emails.0"), asked.Find("postal"), asked.Find("emergency"), Masked(asked)));
        Assert.DoesNotContain("Lake Road", asked.Text, StringComparison.Ordinal);
        await IsMaskedAsync("DEPLOYMENT", person, request);

        (await _service.As(Desk).PatchAsync(request, new { package = Package }, "*")).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        var sent = (await ForAsync("DEPLOYMENT", person, request)).Is(HttpStatusCode.OK);
        Assert.Equal(("12 Lake Road", "Joseph", ""), (sent.TextOf("postal.address"), sent.TextOf("emergency.displayName"), Masked(sent)));
        await IsMaskedAsync("DEPLOYMENT", other, request);
        await IsMaskedAsync("AVAILABILITY", other, request);

        await _service.DoAsync(request, "decline", new { reason = "Not needed." });
        await IsMaskedAsync("DEPLOYMENT", person, request);
        await IsMaskedAsync("AVAILABILITY", person, request);
    }

    [Fact, Rule("R26")]
    public async Task Who_was_called_is_reached_before_anything_is_planned()
    {
        var person = await ReachedAsync("Ama Called");
        var request = await _service.AskAsync();
        await _service.DoAsync(request, "acknowledge");
        (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome = "ASKED" })).Is(HttpStatusCode.Created);
        (await ForAsync("AVAILABILITY", person, request)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R26")]
    public async Task Nobody_opens_contacts_by_a_request_of_the_own_or_of_somebody_who_may_not_be_sent()
    {
        var person = await ReachedAsync("Ama Wanted");
        var own = await _service.AskAsync(caller: Desk);
        await _service.DoAsync(own, "acknowledge");
        await _service.PlanAsync(own, person);
        await IsMaskedAsync("AVAILABILITY", person, own);
        (await ForAsync("AVAILABILITY", person, own, SecondDesk)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{person}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        (await ForAsync("AVAILABILITY", person, own, SecondDesk)).IsProblem(HttpStatusCode.Conflict, "CONTACTS_MASKED");
    }

    [Fact, Rule("R26")]
    public async Task In_an_emergency_they_open_to_who_keeps_the_record_and_while_the_person_is_deployed()
    {
        var person = await ReachedAsync("Ama Hurt");
        await IsMaskedAsync("EMERGENCY", person);
        (await ForAsync("EMERGENCY", person, by: Officer)).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(), person))).Is(HttpStatusCode.OK);
        Assert.Equal("Joseph", (await ForAsync("EMERGENCY", person)).Is(HttpStatusCode.OK).TextOf("emergency.displayName"));
    }

    [Fact, Rule("R26")]
    public async Task For_these_purposes_a_request_is_named_that_the_reader_sees()
    {
        var person = await ReachedAsync("Ama Unnamed");
        foreach (var request in (string?[])[null, "", "requests/1", $"standbyRequests/{Guid.NewGuid()}"])
        {
            foreach (var purpose in (string[])["AVAILABILITY", "DEPLOYMENT"])
            {
                var refused = (await _service.ContactAsync(Desk, person, $"?purpose={purpose}&purposeNote=x&request={request}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
                Assert.Equal(["request"], refused["errors"].AsObject().Select(e => e.Key));
            }
        }
    }

    [Fact, Rule("R26")]
    public async Task Vetting_opens_them_while_the_person_is_vetted_and_correction_to_who_keeps_the_record()
    {
        var draft = await _service.DraftAsync(Body("Ama Vetted", owner: Union));
        (await _service.KeepAsync(Officer, draft, Whole)).Is(HttpStatusCode.OK);
        await IsMaskedAsync("VETTING", draft);
        (await _service.As(Officer).PostAsync($"{draft}:submit", Nothing)).Is(HttpStatusCode.OK);
        (await ForAsync("VETTING", draft)).Is(HttpStatusCode.OK);
        (await ForAsync("VETTING", draft, by: Officer)).IsProblem(HttpStatusCode.Conflict, "CONTACTS_MASKED"); // the officer does not vet

        foreach (var purpose in (string[])["CORRECTION", "REQUEST_OF_THE_PERSON"])
        {
            (await ForAsync(purpose, draft, by: Officer)).Is(HttpStatusCode.OK);
            (await ForAsync(purpose, draft)).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        }

        await IsMaskedAsync("VETTING", await ReachedAsync("Ama Active"));
    }

    private static object Whole => new
    {
        emails = new[] { "ama@mediator.example" },
        postal = new { address = "12 Lake Road", place = "Kisumu", country = "KEN" },
        emergency = new { displayName = "Joseph", phone = "+254 700 000 009" },
    };

    private async Task<string> ReachedAsync(string name)
    {
        var path = await _service.ActiveAsync(Body(name, owner: Union));
        (await _service.KeepAsync(Officer, path, Whole)).Is(HttpStatusCode.OK);
        return path;
    }

    private Task<ApiAnswer> ForAsync(string purpose, string person, string? request = null, TestCaller? by = null) =>
        _service.ContactAsync(by ?? Desk, person, $"?purpose={purpose}&purposeNote=x{(request is null ? "" : $"&request={NameOf(request)}")}");

    private async Task IsMaskedAsync(string purpose, string person, string? request = null)
    {
        var refused = await ForAsync(purpose, person, request);
        refused.IsProblem(HttpStatusCode.Conflict, "CONTACTS_MASKED");
        Assert.DoesNotContain("mediator.example", refused.Text, StringComparison.Ordinal);
    }

    private static string Masked(ApiAnswer answer) => string.Join(' ', answer["masked"].AsArray().Select(k => (string)k!));
}
