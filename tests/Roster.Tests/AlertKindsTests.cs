using System.Net;
using Concord.Platform.Alerts;
using Concord.Roster.Standby;
using Concord.Roster.SupportRequests;
using Concord.Roster.Tests.Standby;
using Concord.Roster.Tests.SupportRequests;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>One list for alerts about several kinds of records.</summary>
public sealed class AlertKindsTests : IAsyncLifetime
{
    private const string Alerts = "/api/v1/alerts/roster";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Pages_of_any_size_show_each_alert_once_whatever_it_is_about()
    {
        var expected = await RaisedAsync();
        foreach (var size in (int[])[1, 2, 3, 4, 5, 50])
        {
            Assert.Equal(expected.Order(), (await _service.As(Desk).ReadAllAsync($"{Alerts}?pageSize={size}")).Select(a => (string)a["subject"]!).Order());
        }

        var first = (await _service.As(Desk).ReadAsync($"{Alerts}?pageSize=1")).TextOf("nextPageToken");
        (await _service.As(Desk).ReadAsync($"{Alerts}?pageSize=1&open=true&pageToken={first}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task An_alert_is_found_by_its_subject_and_settled_whatever_it_is_about()
    {
        foreach (var subject in await RaisedAsync())
        {
            var alert = Assert.Single(await _service.As(Desk).ReadAllAsync($"{Alerts}?subject={subject}"));
            (await _service.As(Desk).ReadAsync($"/api/v1/{alert["name"]}")).Is(HttpStatusCode.OK);
            (await _service.As(Desk).PostAsync($"/api/v1/{alert["name"]}:acknowledge", new { note = "Looked at." })).Is(HttpStatusCode.OK);
            (await _service.As(Desk).PostAsync($"/api/v1/{alert["name"]}:resolve", new { reason = "Nothing more to do." })).Is(HttpStatusCode.OK);
        }

        Assert.Empty(await _service.As(Desk).ReadAllAsync($"{Alerts}?open=true"));
        var wrong = (await _service.As(Desk).ReadAsync($"{Alerts}?subject=insiders/0197a000-0000-7000-8000-000000000001")).Is(HttpStatusCode.BadRequest).ToString();
        Assert.All((string[])["standbyRequests/", "supportRequests/", "savedSearches/", "profiles/"], form => Assert.Contains(form, wrong, StringComparison.Ordinal));
        (await _service.As(Desk).ReadAsync($"{Alerts}/0197a000-0000-7000-8000-000000000001")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    // Two requests for support and two for people on standby that wait too long.
    private async Task<List<string>> RaisedAsync()
    {
        List<string> paths = [await SupportClient.AskAsync(_service), await StandbyClient.AskAsync(_service), await SupportClient.AskAsync(_service), await StandbyClient.AskAsync(_service)];
        _time.Advance(TimeSpan.FromDays(4));
        await _service.Services.GetRequiredService<AlertWatch<SupportRequestId>>().LookAsync(null, TestContext.Current.CancellationToken);
        await _service.Services.GetRequiredService<AlertWatch<StandbyRequestId>>().LookAsync(null, TestContext.Current.CancellationToken);
        return paths.ConvertAll(p => p["/api/v1/".Length..]);
    }
}
