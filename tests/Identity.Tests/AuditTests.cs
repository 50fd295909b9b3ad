using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Identity.Tests;

/// <summary>Sign-ins are in the audit chain, and no secret is.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private readonly string _officer = $"accounts/{WellKnown.Id("account", Officer)}";
    private IdentityHost _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await IdentityHost.StartAsync();

    public async ValueTask DisposeAsync() => await _identity.DisposeAsync();

    [Fact]
    public async Task A_sign_in_and_a_sign_out_are_entered_as_the_persons_own()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        await browser.GetAsync("/account/sign-out");
        await browser.SubmitAsync();
        var entries = (await EntriesAsync()).Where(e => e.Actor == _officer).ToList();
        Assert.Equal(["POST /account/sign-in", "POST /account/sign-out"], entries.Select(e => e.Action));
        Assert.All(entries, e => Assert.Equal((AuditOutcome.Done, WellKnown.Organization("IGAD")), (e.Outcome, e.Organization)));
    }

    [Theory]
    [InlineData(Officer, true)]
    [InlineData("nobody@nowhere.example", false)]
    public async Task A_sign_in_that_fails_is_entered_and_names_the_account_where_there_is_one(string email, bool known)
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", email, "wrong password here");
        var entry = (await EntriesAsync())[^1];
        Assert.Equal(("nobody", AuditOutcome.Refused, "WRONG_PASSWORD"), (entry.Actor, entry.Outcome, entry.Reason));
        Assert.Equal(known ? [_officer] : [], entry.Resources);
    }

    [Fact]
    public async Task A_machine_that_asks_for_a_token_is_entered()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
        await CodeFlow.TokenAsync(client, ("grant_type", "client_credentials"), ("client_id", _identity.Secrets["demo-partner-system client_id"]), ("client_secret", _identity.Secrets["demo-partner-system"]));
        var entry = (await EntriesAsync())[^1];
        Assert.Equal(($"clients/{WellKnown.Id("client", "demo-partner-system")}", WellKnown.Organization("IGAD"), AuditOutcome.Done), (entry.Actor, entry.Organization, entry.Outcome));
    }

    [Fact]
    public async Task Neither_a_password_nor_its_hash_nor_a_name_of_a_person_is_in_the_chain()
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var chain = string.Join('\n', await db.AuditEntries.Select(e => e.Content).ToListAsync());
        Assert.Contains(_officer, chain, StringComparison.Ordinal);
        foreach (var account in await db.Accounts.ToListAsync())
        {
            Assert.All((string[])[account.Email, account.EmailKey, account.DisplayName, account.PasswordHash, account.SecurityStamp], secret => Assert.DoesNotContain(secret, chain, StringComparison.Ordinal));
        }

        Assert.All(_identity.Secrets.Where(s => !s.Key.EndsWith(" client_id", StringComparison.Ordinal)).Select(s => s.Value), secret => Assert.DoesNotContain(secret, chain, StringComparison.Ordinal));
    }

    private async Task<List<AuditContent>> EntriesAsync()
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<IdentityDb>().AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync();
        return [.. rows.Select(r => AuditContent.Read(r)!)];
    }
}
