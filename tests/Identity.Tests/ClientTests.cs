using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Identity.Clients;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>Partner systems: registered, narrowed, given other secrets, ended; as administrators and the systems themselves see it.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private const string Clients = "/api/v1/clients";
    private static readonly string s_igad = WellKnown.Organization("IGAD");
    private IdentityHost _identity = null!;
    private HttpClient _client = null!;
    private HttpClient _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
        _administrator = Support.SignIn.Client(_identity.Address, await Support.SignIn.TokenAsync(_identity.Address, _identity.Secrets, "administrator@un.example"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _administrator.Dispose();
        await _identity.DisposeAsync();
    }

    [Fact, Rule("R137")]
    public async Task A_registered_system_gets_tokens_for_its_organization_roles_and_scopes_with_a_secret_that_is_shown_once()
    {
        var wish = Wish();
        var made = (await _administrator.PostAsync(Clients, wish, "once")).Is(HttpStatusCode.Created);
        var (name, secret) = (made.TextOf("client.name"), made.TextOf("secret"));
        (await _administrator.PostAsync(Clients, wish, "once")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        var shown = (await _administrator.ReadAsync($"/api/v1/{name}")).Is(HttpStatusCode.OK).Text + (await _administrator.ReadAsync(Clients)).Text;
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Hash", shown, StringComparison.OrdinalIgnoreCase);
        await InStoreAsync(async db =>
        {
            Assert.Equal(ClientSecrets.Hash(secret), await db.Clients.Where(c => c.DisplayName == "Early warning").Select(c => c.SecretHash).SingleAsync());
            Assert.DoesNotContain(await db.AuditEntries.Select(e => e.Content).ToListAsync(), c => c.Contains(secret, StringComparison.Ordinal) || c.Contains(ClientSecrets.Hash(secret), StringComparison.Ordinal));
            Assert.Contains(await db.AuditEntries.Select(e => e.Content).ToListAsync(), c => c.Contains(name, StringComparison.Ordinal) && c.Contains("identity.clients.manage", StringComparison.Ordinal));
        });

        var claims = Payload(await TokenOfAsync(made));
        Assert.Equal((name, s_igad, Roles.Partner), (claims["sub"]!.GetValue<string>(), claims["org"]!.GetValue<string>(), claims["role"]!.GetValue<string>()));
        Assert.Equal(["identity.me.read", "partners.reference.read"], claims["scope"]!.GetValue<string>().Split(' ').Order());
        Assert.Equal(900, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        Assert.NotNull((await _administrator.ReadAsync($"/api/v1/{name}")).Find("useTime"));
    }

    [Fact]
    public async Task Only_an_administrator_sees_or_keeps_clients()
    {
        using var officer = await PersonAsync("igad.officer@igad.example", _identity.Secrets["igad.officer@igad.example"]);
        var made = await RegisterAsync();
        foreach (var path in (string[])[Clients, $"/api/v1/{made.TextOf("client.name")}"])
        {
            (await officer.ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await _client.ReadAsync(path)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        }

        (await officer.PostAsync(Clients, Wish())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _administrator.ReadAsync($"{Clients}/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(made.TextOf("client.name"), Assert.Single(await _administrator.ReadAllAsync($"{Clients}?organization={s_igad}"), c => (string?)c["displayName"] == "Early warning")["name"]!.GetValue<string>());
    }

    [Fact, Rule("R137")]
    public async Task What_is_not_for_machines_or_longer_than_a_year_is_refused_with_the_field()
    {
        var wrong = (await _administrator.PostAsync(Clients, new { displayName = " ", organization = "IGAD", roles = new[] { Roles.Administrator }, scopes = new[] { "identity.accounts.manage" }, expireTime = DateTime.UtcNow.AddDays(400) }))
            .IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["clearance", "displayName", "expireTime", "organization", "roles", "scopes"], wrong["errors"].AsObject().Select(e => e.Key).Order());
        var nothing = (await _administrator.PostAsync(Clients, new { displayName = "System", organization = s_igad, roles = new string?[] { null }, scopes = new string?[] { null }, clearance = "CONFIDENTIAL", expireTime = DateTime.UtcNow.AddDays(40) }))
            .IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["roles", "scopes"], nothing["errors"].AsObject().Select(e => e.Key).Order());
        (await _administrator.PostAsync(Clients, Wish(organization: $"organizations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.UnprocessableEntity, "UNKNOWN_ORGANIZATION");
        (await _administrator.PostAsync(Clients, Wish(expires: DateTime.UtcNow.AddMinutes(-1)))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Abuse(20)]
    public async Task Whether_a_client_is_unknown_has_another_secret_is_disabled_or_expired_its_request_is_answered_the_same()
    {
        var disabled = await RegisterAsync();
        (await _administrator.PostAsync($"/api/v1/{disabled.TextOf("client.name")}:disable", new { })).Is(HttpStatusCode.OK);
        var (expired, secret) = (ClientId.New(), ClientSecrets.New());
        await InStoreAsync(async db =>
        {
            var past = DateTime.UtcNow.AddDays(-2);
            db.AddClient(MachineClient.Register(expired, s_igad, new ClientEdit("Expired", [Roles.Partner], ["identity.me.read"], Classification.Unclassified, past.AddDays(1)), ClientSecrets.Hash(secret), past));
            await db.SaveChangesAsync();
        });
        (string Id, string Secret)[] all =
        [
            ($"{Guid.NewGuid()}", secret), ("nobody", secret), ($"{expired.Value}", secret), ($"{expired.Value}", "wrong"),
            (disabled.TextOf("client.clientId"), disabled.TextOf("secret")), (disabled.TextOf("client.clientId"), ClientSecrets.New()), ("gateway", "wrong"),
        ];
        HashSet<string> answers = [];
        foreach (var (id, given) in all)
        {
            foreach (var basic in (bool[])[false, true])
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token");
                (string, string)[] fields = [("grant_type", "client_credentials"), .. basic ? ((string, string)[])[] : [("client_id", id), ("client_secret", given)]];
                request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
                request.Headers.Authorization = basic ? new("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{id}:{given}"))) : null;
                using var answer = await _client.SendAsync(request);
                answers.Add($"{(int)answer.StatusCode} {answer.Headers.WwwAuthenticate} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        Assert.StartsWith("401", Assert.Single(answers), StringComparison.Ordinal);
        var name = disabled.TextOf("client.name");
        Assert.Equal(4, await RefusedAsync("INVALID_CLIENT", name)); // whoever tries secrets is seen, by the client
        Assert.True(await RefusedAsync("INVALID_CLIENT", null) >= 10);
    }

    [Fact]
    public async Task Whoever_asks_without_end_is_refused_without_end_and_fills_no_chain()
    {
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(_client, [("grant_type", "client_credentials"), ("client_id", "nobody"), ("client_secret", $"guess {i}")])).Status);
        }

        Assert.InRange(await RefusedAsync("INVALID_CLIENT", null), 5, 7);
    }

    [Fact]
    public async Task A_scope_that_the_client_is_not_registered_for_is_entered_as_asked_for_by_it()
    {
        var made = await RegisterAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await TokenAsync(_client, [("grant_type", "client_credentials"), ("client_id", made.TextOf("client.clientId")), ("client_secret", made.TextOf("secret")), ("scope", "roster.profiles.read")])).Status);
        Assert.Equal(1, await RefusedAsync("INVALID_SCOPE", made.TextOf("client.name")));
    }

    [Theory, Abuse(10)]
    [InlineData("disabled")]
    [InlineData("fewer roles")]
    [InlineData("fewer scopes")]
    [InlineData("lower clearance")]
    [InlineData("ends sooner")]
    [InlineData("another secret at once")]
    public async Task What_is_taken_from_a_client_ends_the_tokens_given_before_here_and_elsewhere(string what)
    {
        await using var other = await IdentityHost.StartAsync(configure: b => b.Configuration["Demo"] = "other");
        other.Services.GetRequiredService<IConfiguration>()["Services:identity:Http"] = _identity.Address;
        var made = await RegisterAsync();
        var path = $"/api/v1/{made.TextOf("client.name")}";
        using var here = Support.SignIn.Client(_identity.Address, await TokenOfAsync(made));
        using var elsewhere = Support.SignIn.Client(other.Address, here.DefaultRequestHeaders.Authorization!.Parameter!);
        (await elsewhere.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        var etag = (await _administrator.ReadAsync(path)).ETag;
        var answer = what switch
        {
            "fewer roles" => await _administrator.PatchAsync(path, new { roles = new[] { Roles.Analyst } }, etag),
            "fewer scopes" => await _administrator.PatchAsync(path, new { scopes = new[] { "identity.me.read" } }, etag),
            "lower clearance" => await _administrator.PatchAsync(path, new { clearance = "UNCLASSIFIED" }, etag),
            "ends sooner" => await _administrator.PatchAsync(path, new { expireTime = DateTime.UtcNow.AddDays(1) }, etag),
            "another secret at once" => await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 }),
            _ => await _administrator.PostAsync($"{path}:disable", new { }),
        };
        answer.Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await here.ReadAsync("/api/v1/me")).Status == HttpStatusCode.Unauthorized, "the token to be refused");
        await Eventually.TrueAsync(async () => (await elsewhere.ReadAsync("/api/v1/me")).Status == HttpStatusCode.Unauthorized, "the token to be refused elsewhere");
    }

    [Fact]
    public async Task More_scopes_and_another_name_end_no_token_and_a_disabled_client_can_be_enabled_again()
    {
        var made = await RegisterAsync();
        var path = $"/api/v1/{made.TextOf("client.name")}";
        using var machine = Support.SignIn.Client(_identity.Address, await TokenOfAsync(made));
        var changed = (await _administrator.PatchAsync(path, new { displayName = "Renamed", scopes = new[] { "identity.me.read", "partners.reference.read", "partners.organizations.read" } }, made.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal("Renamed", changed.TextOf("displayName"));
        (await _administrator.PatchAsync(path, new { displayName = "Again" }, made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        await InStoreAsync(async db => Assert.Empty(await db.Revocations.ToListAsync()));
        (await machine.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);

        (await _administrator.PostAsync($"{path}:disable", new { })).Is(HttpStatusCode.OK);
        (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).IsProblem(HttpStatusCode.Conflict, "CLIENT_DISABLED");
        Assert.True((bool)(await _administrator.PostAsync($"{path}:enable", new { })).Is(HttpStatusCode.OK)["active"]);
        await TokenOfAsync(made);
    }

    [Fact]
    public async Task A_secret_that_was_replaced_is_good_for_the_overlap_that_was_chosen_and_no_longer()
    {
        var made = await RegisterAsync();
        var path = $"/api/v1/{made.TextOf("client.name")}";
        foreach (var minutes in (int?[])[null, -1, 1441])
        {
            (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = minutes })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        var second = (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 60 }, "rotate")).Is(HttpStatusCode.OK);
        (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 60 }, "rotate")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        Assert.NotNull(second.Find("client.formerSecretUntilTime"));
        await TokenOfAsync(made);
        await TokenOfAsync(second);
        var third = (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).Is(HttpStatusCode.OK);
        Assert.Null(third.Find("client.formerSecretUntilTime"));
        await TokenOfAsync(third);
        foreach (var old in (ApiAnswer[])[made, second])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(old.TextOf("client.clientId"), old.TextOf("secret"))).Status);
        }
    }

    [Fact]
    public void A_former_secret_opens_until_its_last_instant_and_two_are_good_at_once_never_three()
    {
        var now = new DateTime(2026, 11, 28, 8, 0, 0, DateTimeKind.Utc);
        var client = MachineClient.Register(ClientId.New(), s_igad, new ClientEdit("A", [Roles.Partner], ["identity.me.read"], Classification.Unclassified, now.AddDays(30)), ClientSecrets.Hash("first"), now);
        client.RotateSecret(ClientSecrets.Hash("second"), TimeSpan.FromHours(1), now);
        Assert.Equal((true, true), (client.Opens("first", now.AddMinutes(59)), client.Opens("second", now)));
        Assert.Equal((false, true), (client.Opens("first", now.AddHours(1)), client.Opens("second", now.AddHours(1))));
        client.RotateSecret(ClientSecrets.Hash("third"), TimeSpan.FromHours(1), now);
        Assert.Equal((false, true, true), (client.Opens("first", now), client.Opens("second", now), client.Opens("third", now)));
        Assert.Equal((true, false), (client.IsGood(now.AddDays(29)), client.IsGood(now.AddDays(30))));
    }

    [Fact, Rule("R137")]
    public async Task A_token_is_for_the_scopes_it_was_asked_for_and_a_service_refuses_everything_else()
    {
        var made = await RegisterAsync();
        var (id, secret) = (made.TextOf("client.clientId"), made.TextOf("secret"));
        var narrow = (string)(await AskAsync(id, secret, "partners.reference.read")).Body["access_token"]!;
        Assert.Equal("partners.reference.read", Payload(narrow)["scope"]!.GetValue<string>());
        using var machine = Support.SignIn.Client(_identity.Address, narrow);
        (await machine.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        using var whole = Support.SignIn.Client(_identity.Address, await TokenOfAsync(made));
        (await whole.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        (await whole.ReadAsync(Clients)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        foreach (var beyond in (string[])["partners.organizations.read", "identity.me.read partners.organizations.read", "identity.clients.manage", "everything", "openid"])
        {
            var (status, body) = await AskAsync(id, secret, beyond);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), (status, (string)body["error"]!));
        }
    }

    [Theory, Rule("R137")]
    [InlineData(Roles.Auditor, "CONFIDENTIAL")]
    [InlineData(Roles.Partner, "STRICTLY_CONFIDENTIAL")]
    public async Task A_high_right_of_a_machine_takes_two_administrators(string role, string clearance)
    {
        var made = (await _administrator.PostAsync(Clients, Wish(role, clearance))).Is(HttpStatusCode.Created);
        var (path, approval) = ($"/api/v1/{made.TextOf("client.name")}", made.TextOf("approval"));
        Assert.False((bool)made["client.active"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(made.TextOf("client.clientId"), made.TextOf("secret"))).Status);
        (await _administrator.PostAsync($"/api/v1/{approval}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        using var second = await FirstAdministrator.ClientAsync(_identity.Address, _identity.Data);
        (await second.PostAsync($"/api/v1/{approval}:approve", new { })).Is(HttpStatusCode.OK);
        await TokenOfAsync(made);

        var held = (await _administrator.ReadAsync(path)).Is(HttpStatusCode.OK);
        var asked = (await _administrator.PatchAsync(path, new { scopes = new[] { "identity.me.read", "partners.reference.read", "identity.audit.read" } }, held.ETag)).Is(HttpStatusCode.Accepted);
        Assert.Equal(2, (await _administrator.ReadAsync(path))["scopes"].AsArray().Count);
        var fewer = (await _administrator.PatchAsync(path, new { scopes = new[] { "identity.me.read" } }, held.ETag)).Is(HttpStatusCode.OK);
        (await second.PostAsync($"/api/v1/{asked.TextOf("name")}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        (await _administrator.PatchAsync(path, new { expireTime = DateTime.UtcNow.AddDays(200) }, fewer.ETag)).Is(HttpStatusCode.Accepted);

        var rotate = (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).Is(HttpStatusCode.Accepted);
        Assert.Null(rotate.Find("secret"));
        (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).Is(HttpStatusCode.Accepted); // nobody has agreed
        (await second.PostAsync($"/api/v1/{rotate.TextOf("name")}:approve", new { })).Is(HttpStatusCode.OK);
        (await second.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).Is(HttpStatusCode.Accepted); // it is the proposer's to make
        (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).Is(HttpStatusCode.OK);
        (await _administrator.PostAsync($"{path}:rotateSecret", new { overlapMinutes = 0 })).Is(HttpStatusCode.Accepted); // once
        (await second.PostAsync($"/api/v1/{(await second.ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name")}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");

        (await _administrator.PostAsync($"{path}:disable", new { })).Is(HttpStatusCode.OK);
        var enable = (await _administrator.PostAsync($"{path}:enable", new { })).Is(HttpStatusCode.Accepted);
        Assert.False((bool)(await _administrator.ReadAsync(path))["active"]);
        (await second.PostAsync($"/api/v1/{enable.TextOf("name")}:approve", new { })).Is(HttpStatusCode.OK);
        Assert.True((bool)(await _administrator.ReadAsync(path))["active"]);
    }

    private static object Wish(string role = Roles.Partner, string clearance = "CONFIDENTIAL", string? organization = null, DateTime? expires = null) => new
    {
        displayName = "Early warning",
        organization = organization ?? s_igad,
        roles = new[] { role },
        scopes = new[] { "partners.reference.read", "identity.me.read" },
        clearance,
        expireTime = expires ?? DateTime.UtcNow.AddDays(90),
    };

    private async Task<ApiAnswer> RegisterAsync() => (await _administrator.PostAsync(Clients, Wish())).Is(HttpStatusCode.Created);

    private async Task<string> TokenOfAsync(ApiAnswer made)
    {
        var (status, body) = await AskAsync(made.TextOf("client.clientId"), made.TextOf("secret"));
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return (string)body["access_token"]!;
    }

    private Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body)> AskAsync(string id, string secret, string? scope = null) => TokenAsync(
        _client, [("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), .. scope is null ? ((string, string)[])[] : [("scope", scope)]]);

    private async Task<HttpClient> PersonAsync(string email, string password)
    {
        using var browser = new Browser(_identity.Address);
        var (_, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, email, password)));
        return Support.SignIn.Client(_identity.Address, (string)tokens["access_token"]!);
    }

    // How many refusals of this reason the chain holds, of this client or of any.
    private async Task<int> RefusedAsync(string reason, string? client)
    {
        var found = 0;
        await InStoreAsync(async db => found = (await db.AuditEntries.Select(e => e.Content).ToListAsync()).Select(c => AuditContent.Read(c)!)
            .Count(c => c.Outcome == AuditOutcome.Refused && c.Reason == reason && (client is null || c.Actor == client || c.Resources.Contains(client))));
        return found;
    }

    private async Task InStoreAsync(Func<IdentityDb, Task> look)
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        await look(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }
}
