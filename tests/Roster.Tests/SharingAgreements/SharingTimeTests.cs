using System.Net;
using Concord.Platform.Alerts;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.SharingAgreements;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SharingAgreements.SharingClient;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>An agreement has its days, and both sides are told before they are over (R20).</summary>
public sealed class SharingTimeTests : IAsyncLifetime
{
    private const string Alerts = "/api/v1/alerts/roster";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task Two_weeks_before_its_last_day_both_organizations_are_told_and_nobody_else_and_of_one_that_nobody_agreed_to_nobody()
    {
        var agreement = await _service.AgreedAsync(Terms());
        await _service.ApprovedAsync(Terms());
        await LookAsync();
        Assert.Empty(await _service.As(Officer).ReadAllAsync(Alerts));
        _time.Advance(TimeSpan.FromDays(90 - SharingEndsSoon.DaysBefore));
        await LookAsync();
        foreach (var caller in (TestCaller[])[Officer, Reader])
        {
            var alert = Assert.Single(await _service.As(caller).ReadAllAsync(Alerts));
            Assert.Equal(("SHARING_AGREEMENT_ENDS", agreement["/api/v1/".Length..]), ((string)alert["kind"]!, (string)alert["subject"]!));
        }

        Assert.Empty(await _service.As(Desk).ReadAllAsync(Alerts));
        _time.Advance(TimeSpan.FromDays(SharingEndsSoon.DaysBefore + 1));
        await LookAsync();
        Assert.Empty(await _service.As(Reader).ReadAllAsync($"{Alerts}?open=true"));
        Assert.Equal("EXPIRED", (await _service.As(Reader).ReadAsync(agreement)).Is(HttpStatusCode.OK).TextOf("state"));
        (await _service.As(Reader).PostAsync($"{agreement}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "SHARING_AGREEMENT_WRONG_STATE");
    }

    [Fact, Rule("R20")]
    public void Each_receiver_agrees_and_leaves_for_itself_and_with_the_last_the_agreement_is_over()
    {
        var agreement = Proposed();
        agreement.Approve(By(Some.Owner), Some.Now);
        agreement.Agree(By(Union), Some.Now);
        Assert.Equal((true, false), (agreement.IsOpenTo(Union, Some.Day), agreement.IsOpenTo(Third, Some.Day)));
        Assert.Equal((false, true, true, false), (agreement.IsOpenTo(Union, Some.Day.AddDays(-1)), agreement.IsOpenTo(Union, Some.Day), agreement.IsOpenTo(Union, Some.Day.AddDays(30)), agreement.IsOpenTo(Union, Some.Day.AddDays(31))));
        agreement.Agree(By(Third), Some.Now);
        agreement.Withdraw("Not needed.", By(Union), Some.Now);
        Assert.Equal((false, true, SharingAgreementState.Agreed), (agreement.IsOpenTo(Union, Some.Day), agreement.IsOpenTo(Third, Some.Day), agreement.StateOn(Some.Day)));
        Assert.Equal(RosterReasons.SharingWrongState, Assert.Throws<DomainException>(() => agreement.Agree(By(Union), Some.Now)).Reason);
        agreement.Withdraw("Not needed.", By(Third), Some.Now);
        Assert.Equal(SharingAgreementState.Ended, agreement.StateOn(Some.Day));
    }

    [Fact, Rule("R20")]
    public void A_person_answers_for_an_agreement_and_each_step_is_another_ones()
    {
        var agreement = Proposed();
        var (machine, proposer) = (By(Some.Owner) with { Subject = "clients/m" }, By(Some.Owner) with { Subject = "accounts/proposer" });
        Assert.Equal(PlatformReasons.PermissionDenied, Assert.Throws<DomainException>(() => agreement.Approve(machine, Some.Now)).Reason);
        Assert.Equal(RosterReasons.SharingSamePerson, Assert.Throws<DomainException>(() => agreement.Approve(By(Some.Owner) with { ActsFor = proposer.Subject }, Some.Now)).Reason);
        Assert.Equal(RosterReasons.SharingWrongState, Assert.Throws<DomainException>(() => agreement.Agree(By(Union), Some.Now)).Reason);
        agreement.Approve(By(Some.Owner), Some.Now);
        Assert.Equal(RosterReasons.SharingSamePerson, Assert.Throws<DomainException>(() => agreement.Agree(proposer with { Organization = Union }, Some.Now)).Reason);
        Assert.Equal(RosterReasons.SharingWrongState, Assert.Throws<DomainException>(() => agreement.Approve(By(Some.Owner), Some.Now)).Reason);
    }

    private static SharingAgreement Proposed() => SharingAgreement.Propose(
        (Some.Owner, "The owner"), [(Union, "The Union"), (Third, "The third")],
        new CheckedSharing([Union, Third], "A pool", "Nobody", new AgreementScope([], [], [], [], []), [SharedFields.Skills], Some.Day, Some.Day.AddDays(30)), By(Some.Owner) with { Subject = "accounts/proposer" }, Some.Now);

    private static Caller By(string organization) => new($"accounts/{Guid.NewGuid()}", "Somebody", organization, new HashSet<string>(), default);

    private Task LookAsync() => _service.Services.GetRequiredService<AlertWatch<SharingAgreementId>>().LookAsync(null, TestContext.Current.CancellationToken);
}
