using System.Net;
using System.Net.Http.Json;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Clients;
using Concord.Identity.Persistence;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>What ends when an organization has left the platform.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly string _organization = $"organizations/{Guid.NewGuid()}";
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly CapturedLogs _logs = new();
    private TestService _service = null!;
    private TestCaller _administrator = null!;
    private HttpClient _as = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Logging.AddProvider(_logs);
        }, _directory);
        await _service.HearAsync(new OrganizationRegistered(_organization, "Lake Forum", "LF", "LocalNgo", 1, DateTime.UtcNow));
        _administrator = await PersonAsync("administrator", s_un, Roles.Administrator);
        _as = _service.As(_administrator);
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private Task LeaveAsync(long version = 2, Guid? id = null) => _service.HearAsync(new OrganizationLeft(_organization, "Left", version, DateTime.UtcNow), id);

    [Fact]
    public async Task Accounts_sessions_invitations_and_machines_end_within_a_second_and_others_stay()
    {
        const string Password = "a long password of theirs";
        var made = (await _as.PostAsync("/api/v1/accounts", Person("officer@lake.example", Password))).Is(HttpStatusCode.Created);
        var officer = made.TextOf("account.name");
        using var browser = new Browser(_service.HttpAddress);
        await browser.FollowAsync(await browser.SignInAsync("/account/sign-in", "officer@lake.example", Password));
        await browser.SubmitAsync(("email", "officer@lake.example"), ("password", Password), ("newPassword", "another password of theirs"));
        Assert.Single((await _as.ReadAsync($"/api/v1/{officer}/sessions")).Is(HttpStatusCode.OK)["items"].AsArray());
        var invited = (await _as.PostAsync("/api/v1/invitations", Person("invited@lake.example"))).Is(HttpStatusCode.Created);
        var (theirs, other) = (await MachineAsync(_organization), await MachineAsync(s_un));
        Assert.Equal(HttpStatusCode.OK, await MachineTokenAsync(theirs));

        var id = Guid.CreateVersion7();
        await LeaveAsync(id: id);
        await LeaveAsync(id: id);
        await Task.Delay(TimeSpan.FromSeconds(1)); // as late as every service may hear of it
        var news = (await _service.As(null).GetFromJsonAsync<AccessNews>(AccessNews.Path))!;
        Assert.True(news.Below.ContainsKey(officer));
        Assert.True(news.Below.ContainsKey($"clients/{theirs}"));
        Assert.DoesNotContain(_administrator.Subject, news.Below.Keys);
        Assert.DoesNotContain($"clients/{other}", news.Below.Keys);
        Assert.Contains(news.Below.Keys, k => k.StartsWith("sessions/", StringComparison.Ordinal));

        Assert.False((await _as.ReadAsync($"/api/v1/{officer}"))["active"].GetValue<bool>());
        Assert.Empty((await _as.ReadAsync($"/api/v1/{officer}/sessions")).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Equal("REVOKED", (await _as.ReadAsync(invited.Location!.ToString())).TextOf("state"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri(invited.TextOf("link")).PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await MachineTokenAsync(theirs));
        Assert.Equal(HttpStatusCode.OK, await MachineTokenAsync(other));
        Assert.NotNull((await KnownAsync())["leaveTime"]);
    }

    [Fact]
    public async Task Nobody_new_acts_for_it_and_nobody_is_opened_again_until_it_rejoins()
    {
        var made = (await _as.PostAsync("/api/v1/accounts", Person("officer@lake.example"))).Is(HttpStatusCode.Created);
        var raised = (await _service.As(await PersonAsync("second", s_un, Roles.Administrator)).PostAsync("/api/v1/accounts", Person("auditor@lake.example", role: Roles.Auditor))).Is(HttpStatusCode.Created);
        await LeaveAsync();
        (await _as.PostAsync("/api/v1/accounts", Person("late@lake.example"))).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        (await _as.PostAsync("/api/v1/invitations", Person("late@lake.example"))).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        (await _as.PostAsync($"/api/v1/{raised.TextOf("approval")}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        var path = made.Location!.ToString();
        (await _as.PatchAsync(path, new { active = true }, (await _as.ReadAsync(path)).ETag)).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        (await _as.PatchAsync(path, new { displayName = "Former officer" }, (await _as.ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);

        await _service.HearAsync(new OrganizationRejoined(_organization, 3, DateTime.UtcNow));
        await LeaveAsync(); // heard once more, and older
        Assert.Null((await KnownAsync())["leaveTime"]);
        Assert.False((await _as.ReadAsync(path))["active"].GetValue<bool>()); // what ended stays ended
        (await _as.PatchAsync(path, new { active = true }, (await _as.ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        (await _as.PostAsync("/api/v1/invitations", Person("late@lake.example"))).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Its_people_are_named_in_no_compartment_any_more()
    {
        var keeper = await PersonAsync("keeper", _organization, Roles.AppointingAuthority, Classification.StrictlyConfidential);
        var process = $"processes/{Guid.NewGuid()}";
        await _service.HearAsync(new ProcessRestricted(process, keeper.Subject, 1, DateTime.UtcNow));
        await Eventually.TrueAsync(async () => (await _service.As(null).GetFromJsonAsync<AccessNews>(AccessNews.Path))!.Named.ContainsKey(keeper.Subject), "the keeper to be named");
        await LeaveAsync();
        await Eventually.TrueAsync(async () => !(await _service.As(null).GetFromJsonAsync<AccessNews>(AccessNews.Path))!.Named.ContainsKey(keeper.Subject), "the keeper to be named no more");
    }

    [Fact]
    public async Task The_only_administrator_of_the_platform_stays_and_that_is_told_and_a_second_one_does_not()
    {
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            foreach (var other in db.Accounts)
            {
                other.Close(DateTime.UtcNow);
            }

            await db.SaveChangesAsync();
        }

        var last = await PersonAsync("last", _organization, Roles.Administrator);
        var later = await PersonAsync("later", _organization, Roles.Administrator);
        await LeaveAsync();
        _as = _service.As(last);
        Assert.True((await _as.ReadAsync($"/api/v1/{last.Subject}"))["active"].GetValue<bool>());
        Assert.False((await _as.ReadAsync($"/api/v1/{later.Subject}"))["active"].GetValue<bool>());
        Assert.Equal(last.Subject, (string?)(await KnownAsync())["keptAccount"]);
        Assert.Contains(_logs.Lines, l => l.Level == LogLevel.Warning && l.Text.Contains(last.Subject, StringComparison.Ordinal));
    }

    // An invitation has no password.
    private object Person(string email, string? password = null, string role = Roles.Analyst) => password is null
        ? new { email, displayName = "A Person", organization = _organization, roles = new[] { role }, clearance = "CONFIDENTIAL" }
        : new { email, displayName = "A Person", organization = _organization, roles = new[] { role }, clearance = "CONFIDENTIAL", password };

    private async Task<System.Text.Json.Nodes.JsonNode> KnownAsync() => (await _as.ReadAllAsync("/api/v1/accounts/organizations?pageSize=500")).Single(o => (string?)o["name"] == _organization);

    private async Task<string> MachineAsync(string organization)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<IdentityDb>(), DateTime.UtcNow);
        var wished = new ClientEdit("A system", [Roles.RegionalOfficer], ["identity.me.read"], Classification.Confidential, now.AddDays(30));
        var client = MachineClient.Register(ClientId.New(), organization, wished, ClientSecrets.Hash("a secret of it"), now);
        db.AddClient(client);
        await db.SaveChangesAsync();
        return client.ProtocolId;
    }

    private async Task<HttpStatusCode> MachineTokenAsync(string id) =>
        (await TokenAsync(_service.As(null), ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", "a secret of it"))).Status;

    private async Task<TestCaller> PersonAsync(string name, string organization, string role, Classification clearance = Classification.Confidential)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = db.Add(Account.Open(AccountId.New(), $"{name}@lake.example", name, organization, [role], clearance, DateTime.UtcNow)).Entity;
        account.SetPassword("none", temporary: true);
        await db.SaveChangesAsync();
        return new TestCaller(account.Id.ToString(), name, organization, [role], clearance);
    }
}
