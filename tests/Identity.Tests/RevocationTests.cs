using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Identity.Persistence;
using Concord.Platform.Messaging;
using Concord.Platform.Security.News;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>What takes access away also ends the tokens that were given before, here and at every other service; sessions can be seen and ended.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private const string Administrator = "administrator@un.example";
    private readonly string _officer = $"accounts/{WellKnown.Id("account", Officer)}";
    private IdentityHost _identity = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _identity.DisposeAsync();
    }

    [Theory, Abuse(10)]
    [InlineData("roles")]
    [InlineData("clearance")]
    [InlineData("closed")]
    [InlineData("new password")]
    [InlineData("sessions ended")]
    public async Task What_an_administrator_takes_away_ends_the_tokens_given_before(string what)
    {
        var (held, _) = await SignInAsync(Officer);
        var administrator = As((await SignInAsync(Administrator)).Access);
        Assert.Equal(HttpStatusCode.OK, (await As(held).ReadAsync("/api/v1/me")).Status);
        var account = await administrator.ReadAsync($"/api/v1/{_officer}");
        var answer = what switch
        {
            "roles" => await administrator.PatchAsync($"/api/v1/{_officer}", new { roles = new[] { Roles.Analyst } }, account.ETag),
            "clearance" => await administrator.PatchAsync($"/api/v1/{_officer}", new { clearance = "UNCLASSIFIED" }, account.ETag),
            "closed" => await administrator.PatchAsync($"/api/v1/{_officer}", new { active = false }, account.ETag),
            "new password" => await administrator.PostAsync($"/api/v1/{_officer}:resetPassword", new { }),
            _ => await administrator.PostAsync($"/api/v1/{_officer}:endSessions", new { }),
        };
        answer.Is(HttpStatusCode.OK);
        await RefusedAsync(held);
        Assert.Equal(HttpStatusCode.OK, (await administrator.ReadAsync("/api/v1/me")).Status);
    }

    [Fact]
    public async Task Another_name_ends_nothing_and_after_other_roles_the_next_token_is_good_at_once()
    {
        var (held, refresh) = await SignInAsync(Officer);
        var administrator = As((await SignInAsync(Administrator)).Access);
        var account = await administrator.ReadAsync($"/api/v1/{_officer}");
        account = (await administrator.PatchAsync($"/api/v1/{_officer}", new { displayName = "Another name" }, account.ETag)).Is(HttpStatusCode.OK);
        await HeardAsync(_identity);
        Assert.Equal(HttpStatusCode.OK, (await As(held).ReadAsync("/api/v1/me")).Status);

        (await administrator.PatchAsync($"/api/v1/{_officer}", new { roles = new[] { Roles.Analyst } }, account.ETag)).Is(HttpStatusCode.OK);
        await RefusedAsync(held);
        var (_, renewed) = await TokenAsync(_client, Refresh(refresh));
        var me = (await As((string)renewed["access_token"]!).ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        Assert.Equal("analyst", me.TextOf("roles.0"));
    }

    [Fact, Abuse(10)]
    public async Task Another_service_and_another_replica_hear_of_it()
    {
        await using var replica = await IdentityHost.StartAsync(_identity.Data);
        await using var other = await IdentityHost.StartAsync(configure: b => b.Configuration["Demo"] = "other");
        other.Services.GetRequiredService<IConfiguration>()["Services:identity:Http"] = replica.Address;
        var (held, _) = await SignInAsync(Officer);
        using var elsewhere = Support.SignIn.Client(other.Address, held);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.ReadAsync("/api/v1/me")).Status);
        var administrator = As((await SignInAsync(Administrator)).Access);
        (await administrator.PostAsync($"/api/v1/{_officer}:endSessions", new { })).Is(HttpStatusCode.OK); // at the first replica; the other service asks the second
        await Eventually.TrueAsync(async () => (await elsewhere.ReadAsync("/api/v1/me")).Status == HttpStatusCode.Unauthorized, "the token to be refused elsewhere");
    }

    [Fact]
    public async Task A_person_sees_the_own_sessions_and_ends_one_or_all_others()
    {
        var (first, _) = await SignInAsync(Officer);
        var (second, _) = await SignInAsync(Officer);
        var (third, _) = await SignInAsync(Officer);
        var sessions = await As(third).ReadAllAsync("/api/v1/me/sessions");
        Assert.Equal([false, false, true], sessions.Select(s => (bool)s["current"]!).Order());
        Assert.All(sessions, s => Assert.Null(s["endTime"]));

        var ended = Payload(first)["sid"]!.GetValue<string>();
        Assert.NotNull((await As(third).PostAsync($"/api/v1/me/sessions/{ended}:end", new { })).Is(HttpStatusCode.OK).TextOf("endTime"));
        await RefusedAsync(first);
        Assert.Equal(HttpStatusCode.OK, (await As(second).ReadAsync("/api/v1/me")).Status);
        Assert.Equal(1, (int)(await As(third).PostAsync("/api/v1/me/sessions:endOthers", new { })).Is(HttpStatusCode.OK)["ended"]);
        await RefusedAsync(second);
        Assert.Single(await As(third).ReadAllAsync("/api/v1/me/sessions"));
    }

    [Fact]
    public async Task The_session_of_somebody_else_does_not_exist_for_one()
    {
        var (officer, _) = await SignInAsync(Officer);
        var (administrator, _) = await SignInAsync(Administrator);
        var foreign = Payload(administrator)["sid"]!.GetValue<string>();
        (await As(officer).PostAsync($"/api/v1/me/sessions/{foreign}:end", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await As(officer).PostAsync($"/api/v1/me/sessions/{Guid.NewGuid()}:end", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await As(officer).ReadAsync($"/api/v1/{_officer}/sessions")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await As(officer).PostAsync($"/api/v1/{_officer}:endSessions", new { })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Single((await As(administrator).ReadAllAsync($"/api/v1/{_officer}/sessions")));
        (await As(administrator).ReadAsync($"/api/v1/accounts/{Guid.NewGuid()}/sessions")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await As(administrator).PostAsync($"/api/v1/accounts/{Guid.NewGuid()}:endSessions", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task A_machine_has_no_session()
    {
        var machine = As(await Support.SignIn.DemonstrationMachineTokenAsync(_identity.Address, "demo-partner-system", _identity.Secrets));
        Assert.Empty(await machine.ReadAllAsync("/api/v1/me/sessions"));
        (await machine.PostAsync("/api/v1/me/sessions:endOthers", new { })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Signing_out_ends_every_token_of_the_session_and_no_other()
    {
        using var browser = new Browser(_identity.Address);
        var code = await CodeAsync(browser, Officer, _identity.Secrets[Officer]);
        var (_, tokens) = await TokenAsync(_client, Exchange(code));
        var (other, _) = await SignInAsync(Officer);
        await browser.GetAsync("/account/sign-out");
        await browser.SubmitAsync();
        await RefusedAsync((string)tokens["access_token"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await TokenAsync(_client, Refresh((string)tokens["refresh_token"]!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await As(other).ReadAsync("/api/v1/me")).Status);
    }

    [Fact]
    public async Task Revoking_a_refresh_token_ends_the_access_tokens_that_came_with_it()
    {
        var (held, refresh) = await SignInAsync(Officer);
        var (other, _) = await SignInAsync(Officer);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = refresh, ["client_id"] = "concord-cli" });
        (await _client.PostAsync(new Uri("/connect/revoke", UriKind.Relative), form)).EnsureSuccessStatusCode();
        await RefusedAsync(held);
        Assert.Equal(HttpStatusCode.OK, (await As(other).ReadAsync("/api/v1/me")).Status);
    }

    [Fact]
    public async Task The_gateway_gives_the_session_of_a_browser_back_and_with_it_all_that_came_from_it()
    {
        using var browser = new Browser(_identity.Address);
        var (_, own) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, _identity.Secrets[Officer])));
        const string Callback = "http://concord.test/signin-oidc";
        (string, string)[] gateway = [("client_id", "gateway"), ("client_secret", IdentityHost.GatewaySecret)];
        var answer = await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge, Callback).Replace("concord-cli", "gateway", StringComparison.Ordinal)));
        var code = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
        var (_, tokens) = await TokenAsync(_client, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier), .. gateway]);
        using var form = new FormUrlEncodedContent([new("token", (string)tokens["refresh_token"]!), new("client_id", "gateway"), new("client_secret", IdentityHost.GatewaySecret)]);
        (await _client.PostAsync(new Uri("/connect/revoke", UriKind.Relative), form)).EnsureSuccessStatusCode();
        await RefusedAsync((string)tokens["access_token"]!);
        await RefusedAsync((string)own["access_token"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await TokenAsync(_client, Refresh((string)own["refresh_token"]!))).Status);
    }

    [Fact]
    public async Task The_end_of_a_session_is_entered_in_the_chain_with_whoever_ended_it()
    {
        var (officer, _) = await SignInAsync(Officer);
        var administrator = As((await SignInAsync(Administrator)).Access);
        await administrator.PostAsync($"/api/v1/{_officer}:endSessions", new { });
        await using var scope = _identity.Services.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<IdentityDb>().AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.Equal(($"accounts/{WellKnown.Id("account", Administrator)}", "identity.accounts.manage"), (last.Actor, last.Action));
        Assert.Contains($"sessions/{Payload(officer)["sid"]}", last.Content, StringComparison.Ordinal);
        Assert.Contains(_officer, last.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_for_long_is_removed_and_what_is_not_stays()
    {
        var (held, _) = await SignInAsync(Officer);
        var (other, _) = await SignInAsync(Officer);
        await As(other).PostAsync("/api/v1/me/sessions:endOthers", new { });
        await SweepAsync(TimeSpan.Zero, sessions: 2, revocations: 1);
        await SweepAsync(TimeSpan.FromMinutes(18), sessions: 2, revocations: 0);
        await SweepAsync(TimeSpan.FromDays(29), sessions: 2, revocations: 0);
        await SweepAsync(TimeSpan.FromDays(31), sessions: 0, revocations: 0);
        Assert.NotEmpty(held);
    }

    private async Task SweepAsync(TimeSpan later, int sessions, int revocations)
    {
        var sweeper = ActivatorUtilities.CreateInstance<RetentionSweeper>(_identity.Services, new FakeTimeProvider(DateTimeOffset.UtcNow + later));
        await sweeper.SweepAsync(CancellationToken.None);
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        Assert.Equal((sessions, revocations), (await db.Sessions.CountAsync(), await db.Revocations.CountAsync()));
    }

    private async Task<(string Access, string Refresh)> SignInAsync(string email)
    {
        using var browser = new Browser(_identity.Address);
        var (status, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, email, _identity.Secrets[email], _identity.Secrets.AppOf(email))));
        Assert.Equal(HttpStatusCode.OK, status);
        return ((string)tokens["access_token"]!, (string)tokens["refresh_token"]!);
    }

    private HttpClient As(string token) => Support.SignIn.Client(_identity.Address, token);

    private Task RefusedAsync(string token) =>
        Eventually.TrueAsync(async () => (await As(token).ReadAsync("/api/v1/me")).Status == HttpStatusCode.Unauthorized, "the token to be refused");

    // Whatever was revoked until now is known after two more answers of the feed.
    private static async Task HeardAsync(IdentityHost host)
    {
        var list = host.Services.GetRequiredService<AccessList>();
        await Eventually.TrueAsync(() => Task.FromResult(list.Version.Length > 0), "the first list");
        await Task.Delay(TimeSpan.FromSeconds(1));
    }
}
