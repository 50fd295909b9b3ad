using System.Net;
using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Designation.Tests.Situations;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Parties;

public sealed class ConsentTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R64")]
    public async Task Consent_is_given_withdrawn_and_given_again_and_each_day_has_its_answer()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var (front, guard) = (await fixture.PartyAsync(process, "Front"), await fixture.PartyAsync(process, "Guard"));
        var first = await GiveAsync(front, "2025-01-10");
        await GiveAsync(guard, "2025-02-01");
        var withdrawn = (await support.PostAsync($"/api/v1/{first}:withdraw", Withdrawal("2025-03-01"))).Is(HttpStatusCode.OK);
        Assert.Equal(("2025-03-01", "REPORTED", "An elder"), (withdrawn.TextOf("withdrawnOn"), withdrawn.TextOf("withdrawal.form"), withdrawn.TextOf("withdrawal.reportedBy")));
        (await support.PostAsync($"/api/v1/{first}:withdraw", Withdrawal("2025-03-02"))).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        await GiveAsync(front, "2025-05-01");

        foreach (var (day, parties) in new[]
        {
            ("2025-01-09", Array.Empty<string>()), ("2025-01-10", [front]), ("2025-02-28", [front, guard]), ("2025-03-01", [guard]), ("2025-04-30", [guard]), ("2025-05-01", [guard, front]),
        })
        {
            Assert.Equal(parties, (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/consents?on={day}&pageSize=1")).Select(c => (string)c["party"]!));
        }

        Assert.Equal(2, (await support.ReadAllAsync($"{process}/consents?party={front}")).Count);

        async Task<string> GiveAsync(string party, string on) => (await support.PostAsync($"{process}/consents", Giving(party, on))).Is(HttpStatusCode.Created).TextOf("name");
    }

    [Fact, Rule("R64")]
    public async Task What_was_recorded_in_error_was_given_on_no_day_and_stays_readable()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var consent = (await support.PostAsync($"{process}/consents", Giving(await fixture.PartyAsync(process, "Front"), "2025-01-10"))).Is(HttpStatusCode.Created).TextOf("name");
        (await support.PostAsync($"/api/v1/{consent}:retract", new { reason = "Of another party." })).Is(HttpStatusCode.OK);
        Assert.Empty(await support.ReadAllAsync($"{process}/consents?on=2025-01-10"));
        Assert.Equal("Of another party.", (string?)Assert.Single(await support.ReadAllAsync($"{process}/consents"))["retraction"]!["reason"]);
        (await support.PostAsync($"/api/v1/{consent}:retract", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        (await support.PostAsync($"/api/v1/{consent}:withdraw", Withdrawal("2025-03-02"))).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
    }

    [Fact, Rule("R64")]
    public void AReportedConsent_SaysByWhomItIsReported_AndNoConsentIsOfTomorrow()
    {
        var process = Given.Process();
        var (party, _) = Party.Record(process, new PartyFields(ProcessPartyKind.Government, "Government", "en", [], "SSD", null, null, "Met."), [], Given.Proposer, Given.Start);
        var given = new RecordConsent(party.Name, "Talks about talks.", StatementForm.Written, null, new DateOnly(2025, 2, 28), "Letter");
        var consent = Of(process, party, given);
        AssertRefused("reportedBy", () => Of(process, party, given with { Form = StatementForm.Reported }));
        AssertRefused("reportedBy", () => Of(process, party, given with { ReportedBy = "A newspaper" }));
        AssertRefused("form", () => Of(process, party, given with { Form = null }));
        AssertRefused("scope", () => Of(process, party, given with { Scope = " " }));
        AssertRefused("givenOn", () => Of(process, party, given with { GivenOn = new DateOnly(2025, 3, 3) })); // it is the first of March
        AssertRefused("on", () => consent.Withdraw(new WithdrawConsent(new DateOnly(2025, 2, 27), StatementForm.Oral, null, "Why", "Said so"), Given.Proposer, Given.Start));
        Assert.Null(consent.WithdrawnOn);

        static void AssertRefused(string field, Action act) => Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, act).Errors.Select(e => e.Field));
    }

    private static object Giving(string party, string givenOn) => new { party, scope = "To meet the envoy.", form = "ORAL", givenOn, source = "Notes of the meeting" };

    private static object Withdrawal(string on) => new { on, form = "REPORTED", reportedBy = "An elder", reason = "No reason was given.", source = "Call of the same day" };

    private static Consent Of(Process process, Party party, RecordConsent given) => Consent.Record(process, party, given, Given.Proposer, Given.Start);
}
