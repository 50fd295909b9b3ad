using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;

namespace Concord.Partners.Tests;

/// <summary>An organization leaves the platform, and comes back.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private const string Own = "organizations/0197a000-0000-7000-8000-000000000001";
    private static readonly TestCaller s_administrator = TestCaller.Person(Own, Roles.Administrator);
    private TestService _service = null!;
    private HttpClient _as = null!;

    public async ValueTask InitializeAsync() => _as = (_service = await TestService.StartAsync<PartnersModule>()).As(s_administrator);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private async Task<string> RegisterAsync() =>
        (await _as.PostAsync("/api/v1/organizations", new { displayName = $"Forum {Guid.NewGuid()}", kind = "LOCAL_NGO" })).Is(HttpStatusCode.Created).Location!.ToString();

    [Fact]
    public async Task One_that_has_left_is_shown_as_such_and_the_fact_is_raised_and_it_can_come_back()
    {
        var path = await RegisterAsync();
        var left = (await _as.PostAsync($"{path}:leave", new { reason = "Its members decided so", day = "2026-01-31" })).Is(HttpStatusCode.OK);
        Assert.Equal(("2026-01-31", "Its members decided so"), (left.TextOf("leaveDay"), left.TextOf("leaveReason")));
        Assert.Equal(left.Text, (await _as.ReadAsync(path)).Is(HttpStatusCode.OK).Text);
        (await _as.PostAsync($"{path}:leave", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        await SentAsync(OrganizationLeft.Type, left.TextOf("name"));

        var back = (await _as.PostAsync($"{path}:rejoin", body: null, ifMatch: left.ETag)).Is(HttpStatusCode.OK);
        Assert.Null(back.Find("leaveDay"));
        (await _as.PostAsync($"{path}:rejoin", body: null)).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_TAKES_PART");
        await SentAsync(OrganizationRejoined.Type, left.TextOf("name"));
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).ToString("yyyy-MM-dd"), (await _as.PostAsync($"{path}:leave", new { reason = "Once more" })).Is(HttpStatusCode.OK).TextOf("leaveDay"));
    }

    [Fact]
    public async Task Only_an_administrator_records_it_and_only_with_a_reason_and_as_it_was_read()
    {
        var path = await RegisterAsync();
        foreach (var other in (string[])[Roles.MediationSupport, Roles.RegionalOfficer, Roles.Auditor])
        {
            (await _service.As(TestCaller.Person(Own, other)).PostAsync($"{path}:leave", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await _service.As(TestCaller.Person(Own, other)).PostAsync($"{path}:rejoin", body: null)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        var wrong = (await _as.PostAsync($"{path}:leave", new { reason = " ", day = DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd") })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["day", "reason"], wrong["errors"].AsObject().Select(e => e.Key).Order());
        (await _as.PostAsync($"{path}:leave", new { reason = "x" }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _as.PostAsync($"/api/v1/organizations/{Guid.NewGuid()}:leave", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Null((await _as.ReadAsync(path)).Find("leaveDay"));
    }

    private Task SentAsync(string type, string subject) =>
        Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Any(e => e.Type == type && e.Subject == subject)), $"{type} to be sent");
}
