using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>Who agrees that somebody who is sent has other work on the same days.</summary>
public sealed class LeadAgreementTests : IAsyncLifetime
{
    private const string Forum = "organizations/0197a000-0000-7000-8000-000000000003";
    private static readonly TestCaller s_lead = TestCaller.Person(Forum, Roles.LeadMediator);
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R15")]
    public async Task The_organization_that_leads_the_process_agrees_and_nobody_in_its_place()
    {
        var deployment = await PlannedForProcessAsync();
        await RefusedAsync(deployment, Mediator, Desk); // the one asked, the other serves whoever asks; nobody leads yet
        await DesignateAsync(1, Forum);
        await RefusedAsync(deployment, Mediator, Desk);
        foreach (var caller in (TestCaller[])[TestCaller.Person(Forum, Roles.HeadOfMission), Approver])
        {
            (await _service.As(caller).DecideAsync(deployment, "agree")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        (await _service.As(TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000004", Roles.LeadMediator)).DecideAsync(deployment, "agree")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Null((await _service.As(Desk).ReadAsync(deployment)).Find("leadAgreement"));
        Assert.Equal(Forum, (await _service.As(s_lead).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK).TextOf("leadAgreement.organization"));
        foreach (var reader in (TestCaller[])[Desk, Mediator, s_lead])
        {
            var read = await _service.As(reader).ReadAsync(deployment);
            Assert.Equal(Forum, read.TextOf("leadAgreement.organization"));
            Assert.NotNull(read.Find("leadAgreement.time"));
        }

        await RefusedAsync(deployment, Mediator, Desk);
        Assert.Null((await _service.DoAsync(deployment, "withdrawAgreement", caller: s_lead)).Find("leadAgreement"));
    }

    [Fact, Rule("R15"), Rule("R143")]
    public async Task A_lead_that_has_changed_agrees_no_more_and_the_next_one_takes_over_what_was_agreed()
    {
        var deployment = await PlannedForProcessAsync();
        await DesignateAsync(1, Forum);
        (await _service.As(s_lead).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK);
        await DesignateAsync(2, Some.Owner);
        foreach (var verb in (string[])["agree", "withdrawAgreement"])
        {
            (await _service.As(s_lead).DecideAsync(deployment, verb)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.Equal(Forum, (await _service.As(Desk).ReadAsync(deployment)).TextOf("leadAgreement.organization"));
        Assert.Null((await _service.DoAsync(deployment, "withdrawAgreement")).Find("leadAgreement")); // mediation support of the organization that leads now
        Assert.Equal(Some.Owner, (await _service.As(Desk).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK).TextOf("leadAgreement.organization"));
    }

    [Fact, Rule("R15"), Rule("R20")]
    public async Task An_officer_of_the_lead_agrees_once_the_person_is_one_whom_the_officer_sees()
    {
        var officer = TestCaller.Person(Forum, Roles.RegionalOfficer);
        var (hidden, own) = (await PlannedForProcessAsync(), await PlannedForProcessAsync(Body("Bela Own", owner: Forum)));
        await DesignateAsync(1, Forum);
        (await _service.As(officer).DecideAsync(hidden, "agree")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(Forum, (await _service.As(officer).DecideAsync(own, "agree")).Is(HttpStatusCode.OK).TextOf("leadAgreement.organization"));
    }

    [Fact, Rule("R15")]
    public async Task For_a_request_without_a_process_the_organization_that_asked_agrees()
    {
        var deployment = Assert.Single(await _service.DeploymentsAsync(await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama None")))));
        await RefusedAsync(deployment, Desk);
        (await _service.As(Envoy).DecideAsync(deployment, "agree")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Equal(Union, (await _service.As(Mediator).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK).TextOf("leadAgreement.organization"));
    }

    [Fact, Rule("R15")]
    public async Task What_becomes_more_than_was_agreed_to_is_agreed_to_anew()
    {
        var deployment = Assert.Single(await _service.DeploymentsAsync(await _service.PlannedAsync(Ask(mode: "REMOTE"), await _service.ActiveAsync(Body("Ama More")))));
        foreach (var (change, stays) in (IEnumerable<(object, bool)>)[(new { tasks = "Drafts." }, true), (new { firstDay = "2027-03-02", lastDay = "2027-03-30" }, true), (new { lastDay = "2027-03-31" }, false), (new { firstDay = "2027-03-01" }, false), (new { mode = "IN_PERSON" }, false)])
        {
            (await _service.As(Mediator).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK);
            Assert.Equal(stays, (await _service.As(Desk).PatchAsync(deployment, change, "*")).Is(HttpStatusCode.OK).Find("leadAgreement") is not null);
        }

        (await _service.As(Desk).PatchAsync(deployment, new { leadsAgree = "Both envoys, by letter" }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // nobody writes it for them
        (await _service.As(Desk).PatchAsync(deployment, new { leadAgreement = new { organization = Union } }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R15")]
    public async Task It_is_agreed_to_by_what_was_read_and_while_the_person_can_still_work()
    {
        var request = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Read")));
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        var read = (await _service.As(Mediator).ReadAsync(deployment)).ETag;
        (await _service.As(Desk).PatchAsync(deployment, new { tasks = "Drafts." }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Mediator).PostAsync($"{deployment}:agree", Nothing, ifMatch: read)).Is(HttpStatusCode.PreconditionFailed);
        (await _service.As(Mediator).PostAsync($"{deployment}:agree", Nothing)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.As(Mediator).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK);
        await _service.DoAsync(deployment, "cancel", new { reason = "Off." });
        foreach (var verb in (string[])["agree", "withdrawAgreement"])
        {
            (await _service.As(Mediator).DecideAsync(deployment, verb)).IsProblem(HttpStatusCode.Conflict, "DEPLOYMENT_WRONG_STATE");
        }
    }

    [Fact, Rule("R15"), Rule("R159")]
    public async Task Whoever_is_sent_does_not_agree_for_the_lead_and_reads_when_it_did_and_not_for_whom()
    {
        var person = await _service.ActiveAsync(Body("Ama Herself"));
        var herself = TestCaller.Person(Union, Roles.LeadMediator);
        (await _service.As(Desk).PatchAsync(person, new { person = herself.Subject }, "*")).Is(HttpStatusCode.OK);
        var request = await _service.PlannedAsync(Ask(), person);
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        (await _service.As(herself).DecideAsync(deployment, "agree")).IsProblem(HttpStatusCode.Forbidden, "OWN_DEPLOYMENT");
        await _service.AgreeAsync(request);
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        var own = (await _service.As(herself).ReadAsync("/api/v1/me/profile:export")).Is(HttpStatusCode.OK);
        Assert.NotNull(own.Find("deployments.0.leadAgreeTime"));
        Assert.Null(own.Find("deployments.0.leadAgreement"));
    }

    private async Task<string> PlannedForProcessAsync(object? person = null) =>
        Assert.Single(await _service.DeploymentsAsync(await _service.PlannedAsync(Ask(process: KnownProcesses.Confidential), await _service.ActiveAsync(person ?? Body("Ama Led")))));

    private Task DesignateAsync(long epoch, string organization) => _service.HearAsync(new LeadDesignated(KnownProcesses.Confidential, [organization], "Lead", epoch, epoch, DateTime.UtcNow));

    private async Task RefusedAsync(string deployment, params TestCaller[] callers)
    {
        foreach (var caller in callers)
        {
            foreach (var verb in (string[])["agree", "withdrawAgreement"])
            {
                Assert.Equal("R15", (await _service.As(caller).DecideAsync(deployment, verb)).IsProblem(HttpStatusCode.Forbidden, "AGREEMENT_OF_THE_LEAD").TextOf("rule"));
            }
        }
    }
}
