using System.Net;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Platform.Security.News;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests.Security;

/// <summary>Which tokens a list concerns, and what a service does with them and without a list.</summary>
public sealed class AccessListTests
{
    private const string Account = "accounts/0197a000-0000-7000-8000-000000000001";

    [Theory]
    [InlineData(Account, 4L, null, null, true)]
    [InlineData(Account, 5L, null, null, false)]
    [InlineData(Account, null, null, null, true)]
    [InlineData("accounts/0197a000-0000-7000-8000-000000000002", 0L, null, null, false)]
    [InlineData("accounts/0197a000-0000-7000-8000-000000000002", 9L, "s1", null, true)]
    [InlineData(Account, 5L, "s2", null, false)]
    [InlineData(Account, 5L, null, "a1", true)]
    [InlineData(Account, 5L, null, "s1", false)]
    public void A_token_is_concerned_by_its_epoch_its_session_or_its_authorization(string subject, long? epoch, string? session, string? authorization, bool concerned)
    {
        var list = new AccessList(TimeSpan.FromHours(1));
        list.Hear(new AccessNews("1", new Dictionary<string, long> { [Account] = 5, ["sessions/s1"] = long.MaxValue, ["authorizations/a1"] = long.MaxValue }, new Dictionary<string, IReadOnlyList<string>>()));
        var claims = new Dictionary<string, string?>
        {
            [ConcordClaims.Subject] = subject,
            [ConcordClaims.Epoch] = epoch?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [ConcordClaims.Session] = session,
            [ConcordClaims.Authorization] = authorization,
        };
        Assert.Equal(concerned, list.Includes(claims.GetValueOrDefault));
    }

    [Theory, Rule("R137")]
    [InlineData(4L, true)]
    [InlineData(5L, false)]
    [InlineData(null, true)]
    public void What_takes_the_access_of_who_is_away_ends_the_tokens_of_who_acts_for_him(long? epoch, bool concerned)
    {
        var list = new AccessList(TimeSpan.FromHours(1));
        list.Hear(new AccessNews("1", new Dictionary<string, long> { [Account] = 5 }, new Dictionary<string, IReadOnlyList<string>>()));
        var claims = new Dictionary<string, string?>
        {
            [ConcordClaims.Subject] = "accounts/0197a000-0000-7000-8000-000000000002",
            [ConcordClaims.Epoch] = "0",
            [ConcordClaims.ActsFor] = Account,
            [ConcordClaims.ActsForEpoch] = epoch?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        Assert.Equal(concerned, list.Includes(claims.GetValueOrDefault));
    }

    [Theory, Rule("R137")]
    [InlineData(0L, true)]
    [InlineData(1L, false)]
    [InlineData(null, true)]
    public void Who_has_chosen_anew_for_whom_to_act_has_no_token_of_before_in_that_session(long? epoch, bool concerned)
    {
        var list = new AccessList(TimeSpan.FromHours(1));
        list.Hear(new AccessNews("1", new Dictionary<string, long> { ["sessions/s1"] = 1 }, new Dictionary<string, IReadOnlyList<string>>()));
        var claims = new Dictionary<string, string?> { [ConcordClaims.Subject] = Account, [ConcordClaims.Session] = "s1", [ConcordClaims.SessionEpoch] = epoch?.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(concerned, list.Includes(claims.GetValueOrDefault));
        Assert.False(list.Includes(name => name == ConcordClaims.Session ? "s2" : claims.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData("old", true)]
    [InlineData("new", false)]
    [InlineData(null, false)] // nobody checked a signature: the gateway's own sessions
    public void What_a_key_signed_that_was_taken_back_is_no_token_whatever_it_says_of_its_key(string? checkedWith, bool concerned)
    {
        var list = new AccessList(TimeSpan.FromHours(1));
        var token = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ConcordClaims.Subject, Account), new Claim("kid", "new")], "Bearer"));
        if (checkedWith is not null)
        {
            token.AddIdentity(SigningKey.As(checkedWith));
        }

        using var open = new CancellationTokenSource();
        using var watch = list.Watch(token, _ => true, open);
        Assert.False(list.Includes(token)); // nobody has said which keys count
        list.Hear(new AccessNews("1", new Dictionary<string, long>(), new Dictionary<string, IReadOnlyList<string>>(), ["new"]));
        Assert.Equal((concerned, concerned), (list.Includes(token), open.IsCancellationRequested));
    }

    [Theory, Rule("R127")]
    [InlineData(null, true)]
    [InlineData("accounts/0197a000-0000-7000-8000-000000000003", false)]
    public void Whoever_acts_for_another_is_named_nowhere(string? absent, bool named)
    {
        var list = new AccessList(TimeSpan.FromHours(1));
        list.Hear(new AccessNews("1", new Dictionary<string, long>(), new Dictionary<string, IReadOnlyList<string>> { [Account] = ["processes/1"], ["accounts/0197a000-0000-7000-8000-000000000003"] = ["processes/2"] }));
        var token = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ConcordClaims.Subject, Account), .. absent is null ? (Claim[])[] : [new Claim(ConcordClaims.ActsFor, absent)]], "test"));
        Assert.Equal(named ? ["processes/1"] : [], list.NamedIn(token));
        Assert.Equal(named ? ["processes/1"] : [], list.CallerOf(token).Compartments);
    }

    [Theory]
    [InlineData("1200", 1)]
    [InlineData("1139", 0)]
    [InlineData("soon", 0)]
    [InlineData(null, 0)]
    public void An_answer_that_goes_on_for_minutes_ends_with_its_token(string? end, int minutes)
    {
        var token = new ClaimsPrincipal(new ClaimsIdentity(end is null ? [] : [new Claim("exp", end)]));
        Assert.Equal(TimeSpan.FromMinutes(minutes), AccessList.LifeOf(token, DateTime.UnixEpoch.AddSeconds(1140)));
    }

    [Fact]
    public async Task A_revoked_token_is_no_token()
    {
        await using var service = await NotesModule.StartAsync();
        var writer = service.As(NotesModule.Writer);
        (await writer.ReadAsync("/api/v1/notes")).Is(HttpStatusCode.OK);
        service.Revoke(NotesModule.Writer.Subject);
        var refused = await writer.ReadAsync("/api/v1/notes");
        refused.IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        Assert.Contains("invalid_token", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        (await service.As(NotesModule.Writer with { Subject = Account }).ReadAsync("/api/v1/notes")).Is(HttpStatusCode.OK);
    }

    [Fact, Abuse(39)]
    public async Task Where_it_is_not_known_whose_access_has_ended_nobody_is_served_and_probes_still_answer()
    {
        await using var service = await NotesModule.StartAsync(b => b.Services.AddSingleton(new AccessList(TimeSpan.Zero)));
        (await service.As(NotesModule.Writer).ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.ServiceUnavailable, "ACCESS_UNCERTAIN");
        (await service.As(null).ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        using var probe = await service.As(NotesModule.Writer).GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact, Rule("R137")]
    public void What_a_token_says_of_compartments_counts_for_nothing()
    {
        var told = new ClaimsIdentity([new Claim(ConcordClaims.Subject, Account), new Claim("compartment", "processes/1"), new Claim(ConcordClaims.Clearance, "StrictlyConfidential")], "Bearer");
        Assert.Empty(Caller.From(new ClaimsPrincipal(told)).Compartments);
        var list = new AccessList(TimeSpan.FromHours(1));
        list.Hear(new AccessNews("1", new Dictionary<string, long>(), new Dictionary<string, IReadOnlyList<string>> { [Account] = ["processes/2"] }));
        Assert.Equal(["processes/2"], list.CallerOf(new ClaimsPrincipal(told)).Compartments);
    }
}
