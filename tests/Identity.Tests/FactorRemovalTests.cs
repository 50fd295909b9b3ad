using System.Net;
using Concord.Contracts.Reference;
using Concord.Support;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>Two administrators remove what somebody has lost; and what the person is told of it all by the API.</summary>
public sealed class FactorRemovalTests : IAsyncLifetime
{
    private const string Chief = "msu.chief@un.example";
    private readonly string _chief = $"accounts/{WellKnown.Id("account", Chief)}";
    private IdentityHost _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await IdentityHost.StartAsync();

    public async ValueTask DisposeAsync() => await _identity.DisposeAsync();

    [Fact, Rule("R137")]
    public async Task A_lost_factor_is_removed_by_two_administrators_and_every_session_ends()
    {
        using var first = await AsAsync("administrator@un.example");
        using var second = await SecondAdministratorAsync();
        using var chief = await AsAsync(Chief);
        Assert.Equal("STRICTLY_CONFIDENTIAL", (await chief.ReadAsync("/api/v1/me")).TextOf("clearance"));
        Assert.NotNull((await first.PostAsync($"/api/v1/{_chief}:removeFactors", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.reason"));
        (await chief.PostAsync($"/api/v1/{_chief}:removeFactors", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var act = (await first.PostAsync($"/api/v1/{_chief}:removeFactors", new { reason = "Telephone lost; she called from the mission." })).Is(HttpStatusCode.Accepted);
        Assert.True((await chief.ReadAsync("/api/v1/me"))["stepUp.factorSetUp"].GetValue<bool>());
        (await first.PostAsync($"/api/v1/{act.TextOf("name")}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await second.PostAsync($"/api/v1/{act.TextOf("name")}:approve", new { })).Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await chief.ReadAsync("/api/v1/me")).Status == HttpStatusCode.Unauthorized, "the session to end");

        using var browser = new Browser(_identity.Address);
        using var again = Support.SignIn.Client(_identity.Address, (string)(await TokenAsync(first, Exchange(await CodeAsync(browser, Chief, _identity.Secrets[Chief])))).Body["access_token"]!);
        var me = (await again.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        Assert.Equal(("CONFIDENTIAL", "STRICTLY_CONFIDENTIAL", false), (me.TextOf("clearance"), me.TextOf("stepUp.clearance"), me["stepUp.factorSetUp"].GetValue<bool>()));
        (await first.PostAsync($"/api/v1/{_chief}:removeFactors", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "NO_FACTOR");
    }

    [Fact]
    public async Task An_administrator_removes_no_factor_of_their_own_so_and_none_of_an_account_that_is_not_there()
    {
        using var first = await AsAsync("administrator@un.example");
        (await first.PostAsync($"/api/v1/accounts/{WellKnown.Id("account", "administrator@un.example")}:removeFactors", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await first.PostAsync($"/api/v1/accounts/{Guid.NewGuid()}:removeFactors", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task A_person_is_told_until_when_the_higher_clearance_lasts()
    {
        using var chief = await AsAsync(Chief);
        var end = (await chief.ReadAsync("/api/v1/me"))["stepUp.untilTime"].GetValue<DateTime>();
        Assert.InRange(end, DateTime.UtcNow.AddMinutes(13), DateTime.UtcNow.AddMinutes(15));
        using var officer = await AsAsync("igad.officer@igad.example");
        var me = await officer.ReadAsync("/api/v1/me");
        Assert.Equal(("CONFIDENTIAL", "CONFIDENTIAL"), (me.TextOf("clearance"), me.TextOf("stepUp.clearance")));
        Assert.Null(me.Find("stepUp.untilTime"));
    }

    private Task<HttpClient> SecondAdministratorAsync() => FirstAdministrator.ClientAsync(_identity.Address, _identity.Data);

    private async Task<HttpClient> AsAsync(string email) => Support.SignIn.Client(_identity.Address, await Support.SignIn.TokenAsync(_identity.Address, _identity.Secrets, email));
}
