using System.Net;
using System.Net.Http.Headers;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Hosting;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

public sealed class TokenTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private IdentityHost _identity = null!;
    private HttpClient _client = null!;

    private string Password => _identity.Secrets[Officer];

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
    }

    public async ValueTask DisposeAsync() => await _identity.DisposeAsync();

    [Fact, Rule("R137")]
    public async Task A_person_signs_in_and_the_token_says_who_for_which_organization_in_which_roles()
    {
        using var browser = new Browser(_identity.Address);
        var (status, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, Password)));

        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        var access = tokens["access_token"]!.GetValue<string>();
        Assert.Equal(("at+jwt", "ES256"), (Payload(access, 0)["typ"]!.GetValue<string>(), Payload(access, 0)["alg"]!.GetValue<string>()));
        var claims = Payload(access);
        Assert.Equal($"accounts/{WellKnown.Id("account", Officer)}", claims[ConcordClaims.Subject]!.GetValue<string>());
        Assert.Equal(WellKnown.Organization("IGAD"), claims[ConcordClaims.Organization]!.GetValue<string>());
        Assert.Equal(Roles.RegionalOfficer, claims[ConcordClaims.Role]!.GetValue<string>());
        Assert.Equal("Confidential", claims[ConcordClaims.Clearance]!.GetValue<string>());
        Assert.Equal("http://concord.test/", claims["iss"]!.GetValue<string>());
        Assert.Equal("concord", claims["aud"]!.GetValue<string>());
        Assert.Equal(900, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        Assert.Null(claims["stamp"]);
        Assert.NotNull(tokens["refresh_token"]);
        Assert.NotNull(tokens["id_token"]);
        var me = await MeAsync(access);
        Assert.Equal((Officer, "Intergovernmental Authority on Development"), (me.TextOf("email"), me.TextOf("organizationDisplayName")));
    }

    [Fact]
    public async Task A_wrong_verifier_gets_no_token_and_a_code_works_once()
    {
        using var browser = new Browser(_identity.Address);
        var code = await CodeAsync(browser, Officer, Password);
        var (refused, error) = await TokenAsync(_client, Exchange(code, "another-verifier-that-is-long-enough-0123456789-abc"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (refused, error["error"]!.GetValue<string>()));

        using var second = new Browser(_identity.Address);
        code = await CodeAsync(second, Officer, Password);
        Assert.Equal(HttpStatusCode.OK, (await TokenAsync(_client, Exchange(code))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await TokenAsync(_client, Exchange(code))).Status);
    }

    [Fact]
    public async Task Discovery_names_the_public_issuer_and_the_address_that_was_asked()
    {
        var document = (await _client.ReadAsync("/.well-known/openid-configuration")).Is(HttpStatusCode.OK);
        Assert.Equal("http://concord.test/", document.TextOf("issuer"));
        Assert.StartsWith(_identity.Address, document.TextOf("jwks_uri"));
        Assert.StartsWith(_identity.Address, document.TextOf("token_endpoint"));
    }

    [Fact]
    public async Task Without_PKCE_there_is_no_code()
    {
        foreach (var extra in (string[])["", $"&code_challenge={Verifier}&code_challenge_method=plain"])
        {
            using var browser = new Browser(_identity.Address);
            var answer = await browser.GetAsync(Authorize(challenge: null, extra: extra));
            Assert.Null(answer.Headers.Location);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("code_challenge", browser.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://evil.example/callback")]
    [InlineData("http://127.0.0.1:43210/other")]
    public async Task A_code_goes_only_to_a_registered_address(string redirect)
    {
        var answer = await new Browser(_identity.Address).GetAsync(Authorize(Challenge, redirect));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task A_machine_gets_a_token_for_its_organization_and_only_with_its_secret()
    {
        var (status, tokens) = await TokenAsync(_client, Machine(_identity.Secrets["demo-partner-system"]));
        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        var claims = Payload(tokens["access_token"]!.GetValue<string>());
        Assert.Equal(($"clients/{WellKnown.Id("client", "demo-partner-system")}", WellKnown.Organization("IGAD"), Roles.RegionalOfficer),
            (claims["sub"]!.GetValue<string>(), claims["org"]!.GetValue<string>(), claims["role"]!.GetValue<string>()));
        Assert.Null((await MeAsync(tokens["access_token"]!.GetValue<string>())).Find("email"));

        var (refused, error) = await TokenAsync(_client, Machine("wrong"));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (refused, error["error"]!.GetValue<string>()));
        var (gateway, _) = await TokenAsync(_client, ("grant_type", "client_credentials"), ("client_id", "gateway"), ("client_secret", IdentityHost.GatewaySecret));
        Assert.Equal(HttpStatusCode.BadRequest, gateway);
    }

    [Fact]
    public async Task A_refresh_reads_the_account_anew_and_ends_when_it_is_closed()
    {
        using var browser = new Browser(_identity.Address);
        var (_, first) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, Password)));
        await ChangeAsync(a => a.Edit(new AccountEdit(a.DisplayName, [Roles.Analyst], Classification.Unclassified, true), Platform.Security.Caller.Nobody, DateTime.UtcNow));
        var (status, second) = await TokenAsync(_client, Refresh(first["refresh_token"]!.GetValue<string>()));
        Assert.True(status == HttpStatusCode.OK, second.ToJsonString());
        Assert.Equal(Roles.Analyst, Payload(second["access_token"]!.GetValue<string>())["role"]!.GetValue<string>());

        await ChangeAsync(a => a.Edit(new AccountEdit(a.DisplayName, a.Roles, a.Clearance, false), Platform.Security.Caller.Nobody, DateTime.UtcNow));
        var (refused, error) = await TokenAsync(_client, Refresh(second["refresh_token"]!.GetValue<string>()));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (refused, error["error"]!.GetValue<string>()));
        Assert.EndsWith("/account/sign-in", (await browser.GetAsync(Authorize(Challenge))).Headers.Location!.ToString().Split('?')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_unless_its_client_proves_itself_by_a_secret()
    {
        async Task<bool> IsSpentAsync(string token)
        {
            await using var scope = _identity.Services.CreateAsyncScope();
            var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
            return await tokens.HasStatusAsync((await tokens.FindByReferenceIdAsync(token))!, OpenIddictConstants.Statuses.Redeemed);
        }

        using var browser = new Browser(_identity.Address);
        var (_, first) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, Password)));
        var own = first["refresh_token"]!.GetValue<string>();
        var (_, second) = await TokenAsync(_client, Refresh(own));
        Assert.NotEqual(own, second["refresh_token"]!.GetValue<string>());
        Assert.True(await IsSpentAsync(own));

        const string Redirect = "http://concord.test/signin-oidc";
        (string, string)[] gateway = [("client_id", "gateway"), ("client_secret", IdentityHost.GatewaySecret)];
        var answer = await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge, Redirect).Replace("concord-cli", "gateway", StringComparison.Ordinal)));
        var code = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
        var (_, tokens) = await TokenAsync(_client, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier), .. gateway]);
        var held = tokens["refresh_token"]!.GetValue<string>();
        for (var turn = 0; turn < 2; turn++)
        {
            var (status, renewed) = await TokenAsync(_client, [("grant_type", "refresh_token"), ("refresh_token", held), .. gateway]);
            Assert.True(status == HttpStatusCode.OK, renewed.ToJsonString());
            Assert.Null(renewed["refresh_token"]);
        }

        Assert.False(await IsSpentAsync(held));
        Assert.Equal(HttpStatusCode.BadRequest, (await TokenAsync(_client, Refresh(held))).Status); // nobody else's client
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Keys_are_for_this_user_only_and_a_restart_goes_on_with_tokens_and_sessions()
    {
        using var browser = new Browser(_identity.Address);
        var (_, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, Password)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_identity.KeyDirectory));
        foreach (var file in (string[])["keys/signing-key.pem", "keys/encryption-key.bin", "demo-sign-in.txt", "first-sign-in.txt"])
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_identity.Data, file)));
        }

        var secrets = _identity.Secrets;
        await _identity.DisposeAsync();
        _identity = await IdentityHost.StartAsync(_identity.Data);
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
        Assert.Equal(secrets, _identity.Secrets);
        await MeAsync(tokens["access_token"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await TokenAsync(_client, Refresh(tokens["refresh_token"]!.GetValue<string>()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await TokenAsync(_client, Machine(secrets["demo-partner-system"]))).Status);
    }

    [Fact]
    public async Task Another_service_accepts_the_token_by_asking_identity_for_its_keys()
    {
        await using var other = await IdentityHost.StartAsync(configure: b => b.Configuration["Services:identity:Http"] = _identity.Address); // any service host will do: it validates like all others
        var (_, tokens) = await TokenAsync(_client, Machine(_identity.Secrets["demo-partner-system"]));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{other.Address}/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens["access_token"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(request)).StatusCode);

        var (_, foreign) = await TokenAsync(new HttpClient { BaseAddress = new Uri(other.Address) }, Machine(other.Secrets["demo-partner-system"]));
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        forged.Headers.Authorization = new AuthenticationHeaderValue("Bearer", foreign["access_token"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.SendAsync(forged)).StatusCode);
    }

    [Fact]
    public async Task Seeds_and_the_demonstration_change_nothing_the_second_time()
    {
        async Task<string> StateAsync()
        {
            await using var scope = _identity.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var clients = db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication<Guid>>();
            return string.Join('\n', db.Accounts.AsEnumerable().Select(a => $"{a.Email} {a.Version} {a.PasswordHash}").Order()
                .Concat(db.KnownOrganizations.AsEnumerable().Select(o => $"{o.Id} {o.Version}").Order())
                .Concat(db.Clients.AsEnumerable().Select(c => $"{c.DisplayName} {c.Version} {c.SecretHash}").Order())
                .Concat(clients.AsEnumerable().Select(c => $"{c.ClientId} {c.ConcurrencyToken}").Order()));
        }

        var before = await StateAsync();
        await _identity.Services.PrepareStoreAsync(CancellationToken.None);
        await _identity.Services.LoadDemonstrationAsync(CancellationToken.None);
        Assert.Equal(before, await StateAsync());
        Assert.Contains("administrator@concord.local 1 ", before, StringComparison.Ordinal);
        Assert.Contains("Partner system (fictional) 1 ", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_file_of_secrets_was_lost_the_demonstration_makes_new_ones_and_the_old_open_nothing()
    {
        const string Chief = "msu.chief@un.example";
        var before = _identity.Secrets;
        File.Delete(Path.Combine(_identity.Data, "demo-sign-in.txt"));
        await _identity.Services.LoadDemonstrationAsync(CancellationToken.None);
        var after = _identity.Secrets;
        Assert.DoesNotContain(before, s => !Guid.TryParse(s.Value, out _) && after[s.Key] == s.Value); // the names of machines stay
        using var old = new Browser(_identity.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await old.SignInAsync("/account/sign-in", Chief, before[Chief])).StatusCode);
        Assert.NotEmpty(await Support.SignIn.TokenAsync(_identity.Address, _identity.Secrets, Chief)); // by password and app

        await using var scope = _identity.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<IDemonstration>().IsLoadedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_sweeper_leaves_what_is_alive()
    {
        using var browser = new Browser(_identity.Address);
        var (_, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Officer, Password)));
        await _identity.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Tokens.TokenSweeper>().Single().SweepAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await TokenAsync(_client, Refresh(tokens["refresh_token"]!.GetValue<string>()))).Status);
    }

    private static (string, string)[] Machine(string secret) => [("grant_type", "client_credentials"), ("client_id", $"{WellKnown.Id("client", "demo-partner-system")}"), ("client_secret", secret)];

    private async Task ChangeAsync(Action<Account> change)
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        change((await db.Accounts.FindAsync(new AccountId(WellKnown.Id("account", Officer))))!);
        await db.SaveChangesAsync();
    }

    private async Task<ApiAnswer> MeAsync(string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
    }
}
