using System.Net;
using Concord.Abuse.Tests.Cases;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>Only a token that the platform gave to this person for this purpose, and that nobody has revoked, is one.</summary>
public sealed class TokenTests(AbusePlatform platform)
{
    private const string Person = "lead-mediator.made";
    private static readonly string[] s_ofEachService = ["/api/v1/me", "/api/v1/organizations", "/api/v1/profiles", "/api/v1/processes", "/api/v1/agreements"];

    [Fact, Abuse(9)]
    public Task Nobody_reaches_anything_without_a_token() => Case.AgainstEveryOperationAsync(platform, "no token", async attempt =>
    {
        var answer = await attempt.SendAsync(person: "");
        return Unauthenticated(answer, "no token");
    });

    [Fact, Abuse(9)]
    public async Task A_token_that_the_platform_did_not_sign_is_refused()
    {
        var forged = (await Forgery.OfAsync(platform.Address, await platform.Crowd.TokenAsync(Person))).Unsigned();
        await RefusedAsync("forged token", forged);
    }

    [Fact, Abuse(9)]
    public async Task A_token_that_the_platform_signed_for_something_else_is_refused()
    {
        Assert.SkipWhen(platform.KeyDirectory is null, "CONCORD_KEYS does not name the platform's key directory.");
        var (wrong, right) = (await Forgery.OfAsync(platform.Address, await platform.Crowd.TokenAsync(Person))).Signed(platform.KeyDirectory!);
        using var taken = SignIn.Client(platform.Address, right);
        (await taken.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        await RefusedAsync("token wrong in one claim", wrong);
    }

    [Fact, Abuse(9)]
    public async Task What_signing_in_gives_beside_the_access_token_is_none()
    {
        var given = (await platform.Crowd.TokensAsync("analyst")).Where(t => t.Key != "access_token").ToDictionary();
        Assert.Equal(["code", "id_token", "refresh_token"], given.Keys.Order());
        await RefusedAsync("token of another kind", given);
    }

    [Fact, Abuse(10)]
    public async Task A_token_is_refused_everywhere_as_soon_as_its_session_or_account_has_ended_or_its_roles_have_changed()
    {
        var administrator = await platform.Crowd.AsAsync("administrator");
        var revoked = new Dictionary<string, string>();
        foreach (var (how, path, patch) in ((string, string?, object?)[])[
            ("session ended", ":endSessions", null), ("password reset", ":resetPassword", null), ("account closed", null, new { active = false }), ("role taken away", null, new { roles = new[] { "analyst" } }),
            ("clearance lowered", null, new { clearance = "UNCLASSIFIED" })])
        {
            var person = await platform.Crowd.MakeAsync(["partner"]);
            (await person.Client.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
            (path is null ? await administrator.PatchAsync($"/api/v1/{person.Account}", patch!, "*") : await administrator.PostAsync($"/api/v1/{person.Account}{path}", new { })).Is(HttpStatusCode.OK);
            revoked[how] = person.Client.DefaultRequestHeaders.Authorization!.Parameter!;
        }

        await Task.WhenAll(revoked.Values.SelectMany(_ => s_ofEachService, HeardAsync));
        await RefusedAsync("token revoked", revoked);
    }

    // The news is there when it has come to every replica, which are asked in turn.
    private Task HeardAsync(string token, string address) => Eventually.TrueAsync(
        async () =>
        {
            using var person = SignIn.Client(platform.Address, token);
            for (var replica = 0; replica < 4; replica++)
            {
                if ((await person.ReadAsync(address)).Status != HttpStatusCode.Unauthorized)
                {
                    return false;
                }
            }

            return true;
        }, $"{address} to take the token no more");

    private Task RefusedAsync(string name, IReadOnlyDictionary<string, string> tokens) => Case.AgainstEveryOperationAsync(platform, name, async attempt =>
    {
        foreach (var (what, token) in tokens)
        {
            Unauthenticated(await attempt.SendAsync(token: token), what);
        }

        return $"401 UNAUTHENTICATED, {tokens.Count} kinds";
    });

    private static string Unauthenticated(Answer answer, string what)
    {
        Assert.True(answer is { Status: HttpStatusCode.Unauthorized, Reason: "UNAUTHENTICATED" }, $"{what}: {answer.Told} {answer.Text}");
        return answer.Told;
    }
}
