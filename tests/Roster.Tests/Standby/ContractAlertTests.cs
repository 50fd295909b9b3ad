using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Roster.Mediators;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>A standby contract lasts a year, and those who keep the record are told before it ends.</summary>
public sealed class ContractAlertTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R14")]
    public async Task Sixty_days_before_a_standby_contract_ends_it_is_told_until_it_is_renewed()
    {
        var path = await ContractedAsync("2027-03-31");
        _time.Advance(TimeSpan.FromDays(62)); // 29 January
        Assert.Empty(await AlertsAsync(Desk, path));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["STANDBY_CONTRACT_ENDS 2027-03-31 R14"], await AlertsAsync(Desk, path));
        await RenewAsync(path, "2028-03-31");
        Assert.Empty(await AlertsAsync(Desk, path));
        _time.Advance(TimeSpan.FromDays(366));
        Assert.Equal(["STANDBY_CONTRACT_ENDS 2028-03-31 R14"], await AlertsAsync(Desk, path)); // and of each year anew
        _time.Advance(TimeSpan.FromDays(95));
        Assert.Empty(await AlertsAsync(Desk, path)); // nobody has renewed it for a month: the person is on standby no more
    }

    [Fact, Rule("R14"), Rule("R20")]
    public async Task Only_those_who_keep_the_record_are_told()
    {
        var path = await ContractedAsync("2026-12-31", Union);
        var other = TestCaller.Person(Some.Owner, Roles.RegionalOfficer);
        Assert.Single(await AlertsAsync(Officer, path));
        Assert.Single(await AlertsAsync(Desk, path));
        Assert.Empty(await AlertsAsync(other, path));
        Assert.Empty(await AlertsAsync(HeadOfMission, path));
    }

    private async Task<string> ContractedAsync(string until, string? owner = null)
    {
        var path = await _service.ActiveAsync(Body("Ama Ready", "UNCLASSIFIED", owner));
        await RenewAsync(path, until);
        return path;
    }

    private async Task RenewAsync(string path, string until) =>
        (await _service.As(Desk).PatchAsync(path, new { deployability = new { standbyUntil = until } }, "*")).Is(System.Net.HttpStatusCode.OK);

    private async Task<string[]> AlertsAsync(TestCaller caller, string path)
    {
        await _service.Services.GetRequiredService<AlertWatch<ProfileId>>().LookAsync(null, TestContext.Current.CancellationToken);
        var open = await _service.As(caller).ReadAllAsync($"/api/v1/alerts/roster?open=true&subject={StandbyClient.NameOf(path)}");
        return [.. open.Select(a => $"{a["kind"]} {a["facts"]!["expireOn"]} {a["rule"]}")];
    }
}
