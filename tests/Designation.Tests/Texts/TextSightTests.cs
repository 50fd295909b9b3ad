using System.Net;
using System.Text.RegularExpressions;
using Concord.Contracts.Access;
using Concord.Designation.Tests.Talks;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Texts;

/// <summary>What one party says of the text is for its members and the mediator; nobody else finds a trace of it (R53).</summary>
public sealed partial class TextSightTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R53")]
    public async Task A_party_reads_its_own_comments_the_mediator_reads_all_and_another_party_finds_no_trace()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (one, colleague, two) = (TalksSituation.Person(), TalksSituation.Person(), TalksSituation.Person());
        var first = await talks.DelegationAsync("Government", one, colleague);
        await talks.DelegationAsync("Movement", two);
        var text = await talks.TextAsync();
        var version = await talks.PresentedAsync(text, TalksSituation.Article("1", "The parties cease fire."));
        string[] reads = [text, $"{talks.Process}/texts", $"{text}/versions", version, $"{text}:compare?from=1&to=1", $"{text}/comments", $"{text}/comments?version=1&article=1", $"{talks.Process}/delegations", talks.Process];
        var before = await ShownAsync(talks, two, reads);

        var comment = await talks.CommentAsync(one, text, "We cannot give up the airport.");
        for (var i = 0; i < 3; i++)
        {
            await talks.CommentAsync(colleague, text, $"Nor the harbour {i}.");
        }

        var withdrawn = (await talks.As(colleague).PostAsync($"{comment.Location}:withdraw", new { reason = "Said too early." })).Is(HttpStatusCode.OK);
        Assert.Equal("Said too early.", withdrawn.TextOf("withdrawReason"));
        Assert.Equal(before, await ShownAsync(talks, two, reads));
        Assert.Equal(4, (await talks.As(colleague).ReadAllAsync($"{text}/comments")).Count);
        Assert.Equal([first], (await talks.As(talks.Mediator).ReadAllAsync($"{text}/comments?pageSize=3")).Select(c => (string)c["delegation"]!).Distinct());

        var never = $"{text}/comments/{Guid.NewGuid()}";
        foreach (var (there, nowhere) in ((Task<ApiAnswer>, Task<ApiAnswer>)[])[
            (talks.As(two).ReadAsync(comment.Location!.ToString()), talks.As(two).ReadAsync(never)),
            (talks.As(two).PostAsync($"{comment.Location}:withdraw", new { reason = "x" }, ifMatch: comment.ETag), talks.As(two).PostAsync($"{never}:withdraw", new { reason = "x" }, ifMatch: comment.ETag))])
        {
            Assert.Equal(Shape(await nowhere), Shape((await there).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND")));
        }

        var own = await talks.CommentAsync(two, text, "Agreed as it stands.");
        Assert.Equal([own.TextOf("name")], (await talks.As(two).ReadAllAsync($"{text}/comments")).Select(c => (string)c["name"]!));
        Assert.Equal(5, (await talks.As(talks.Mediator).ReadAllAsync($"{text}/comments?article=1&version=1")).Count);
        Assert.Empty(await talks.As(talks.Mediator).ReadAllAsync($"{text}/comments?version=2"));
    }

    [Fact, Rule("R53")]
    public async Task Drafts_are_for_the_mediator_until_they_are_put_to_the_parties()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var member = TalksSituation.Person();
        await talks.DelegationAsync("Government", member);
        var text = await talks.TextAsync();
        var draft = await talks.VersionAsync(text, TalksSituation.Article("1", "First words"));
        (await talks.As(member).ReadAsync(text)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await talks.As(member).ReadAllAsync($"{talks.Process}/texts"));
        (await talks.As(talks.Mediator).PostAsync($"{draft}:present", new { leadEpoch = 1 })).Is(HttpStatusCode.OK);

        string[] reads = [text, $"{talks.Process}/texts", $"{text}/versions", draft, $"{text}/comments"];
        var before = await ShownAsync(talks, member, reads);
        var next = await talks.VersionAsync(text, TalksSituation.Article("1", "Second words"));
        (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", new { leadEpoch = 1, accounts = new[] { TalksSituation.Person().Subject } })).Is(HttpStatusCode.OK);
        Assert.Equal(before, await ShownAsync(talks, member, reads));
        Assert.DoesNotContain("Only for the team", string.Concat(before), StringComparison.Ordinal);
        (await talks.As(member).ReadAsync(next)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var compared = (await talks.As(member).ReadAsync($"{text}:compare?from=1&to=2")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(compared.TextOf("detail"), (await talks.As(member).ReadAsync($"{text}:compare?from=1&to=9")).TextOf("detail"));
        var unseen = (await talks.As(member).PostAsync($"{text}/comments", new { version = 2, article = "1", body = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(unseen.TextOf("detail"), (await talks.As(member).PostAsync($"{text}/comments", new { version = 9, article = "1", body = "x" })).TextOf("detail"));
        Assert.Equal(2, (await talks.As(talks.Mediator).ReadAllAsync($"{text}/versions")).Count);
    }

    [Fact, Rule("R6")]
    public async Task Liaison_with_legal_affairs_and_human_rights_is_missing_from_a_draft_until_it_is_recorded_and_is_nothing_of_the_parties()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var member = TalksSituation.Person();
        await talks.DelegationAsync("Government", member);
        var text = await talks.TextAsync();
        await talks.PresentedAsync(text, TalksSituation.Article("1", "Words"));
        Assert.Equal("LEGAL_AFFAIRS,HUMAN_RIGHTS", string.Join(',', (await talks.As(talks.Mediator).ReadAsync(text))["missingLiaisons"].AsArray()));

        object Named(string? legal, string? rights) => new { leadEpoch = 1, accounts = Array.Empty<string>(), legalAffairs = legal, humanRights = rights };
        var half = (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", Named("A legal officer", null))).Is(HttpStatusCode.OK);
        Assert.Equal(("A legal officer", "HUMAN_RIGHTS"), (half.TextOf("legalAffairs"), string.Join(',', half["missingLiaisons"].AsArray())));
        var both = (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", Named("A legal officer", "The adviser in the country"))).Is(HttpStatusCode.OK);
        Assert.Empty(both["missingLiaisons"].AsArray());
        (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", Named(new string('x', 201), null))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var shown = (await talks.As(member).ReadAsync(text)).Is(HttpStatusCode.OK).Text;
        Assert.All((string[])["legalAffairs", "humanRights", "missingLiaisons", "officer"], word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Rule("R53")]
    public async Task Mediation_support_reads_a_text_only_where_the_lead_mediator_names_it_and_as_long_as_that_lead_lasts()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var text = await talks.TextAsync();
        await talks.PresentedAsync(text, TalksSituation.Article("1", "Words"));
        var support = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission);
        var otherMediator = TestCaller.Person(fixture.Neighbours.Organization("Another"), Roles.LeadMediator);
        foreach (var outside in (TestCaller[])[support, otherMediator, TalksSituation.Person(), support with { ActsFor = talks.Mediator.Subject }])
        {
            (await talks.As(outside).ReadAsync(text)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Empty(await talks.As(outside).ReadAllAsync($"{talks.Process}/texts"));
            (await talks.As(outside).ReadAsync($"{text}/comments")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", new { leadEpoch = 1, accounts = new[] { support.Subject, "accounts/x" } })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", new { leadEpoch = 1, accounts = new[] { support.Subject } })).Is(HttpStatusCode.OK);
        (await talks.As(support).ReadAsync($"{text}/comments")).Is(HttpStatusCode.OK);
        (await talks.As(support with { Subject = $"accounts/{Guid.NewGuid()}", ActsFor = support.Subject }).ReadAsync(text)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await talks.As(support).PostAsync($"{text}/comments", new { version = 1, article = "1", body = "x" })).IsProblem(HttpStatusCode.Forbidden, "SPEAKS_FOR_NO_PARTY");

        var successor = fixture.Neighbours.Organization("The Successor");
        (await fixture.As(fixture.Approver).PostAsync($"{await fixture.ProposeHandOverAsync(talks.Process, 1, successor)}:approve", body: null)).Is(HttpStatusCode.OK);
        (await talks.As(support).ReadAsync(text)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await talks.As(talks.Mediator).ReadAsync(text)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var stale = (await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { leadEpoch = 1, version = 1 })).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        Assert.Equal("The Successor", stale.TextOf("metadata.holder"));
        (await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { leadEpoch = 2, version = 1 })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_LEAD");
        (await talks.As(TestCaller.Person(successor, Roles.LeadMediator)).ReadAsync(text)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R53")]
    public async Task Who_has_spoken_for_a_party_sits_nowhere_else_whatever_role_and_whoever_he_stands_for()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var turncoat = TestCaller.Person(talks.Mediator.Organization!, Roles.LeadMediator, Roles.MediationSupport);
        var government = await talks.DelegationAsync("Government", turncoat);
        var movement = await talks.DelegationAsync("Movement", TalksSituation.Person());
        var text = await talks.TextAsync();
        await talks.PresentedAsync(text, TalksSituation.Article("1", "Words"));
        var other = TalksSituation.Person();
        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{movement}:nameMembers", new { leadEpoch = 1, add = new[] { other.Subject }, reason = "Joins" })).Is(HttpStatusCode.OK);
        await talks.CommentAsync(other, text, "In confidence");

        Assert.Empty(await talks.As(turncoat).ReadAllAsync($"{text}/comments"));
        Assert.Equal([government], (await talks.As(turncoat).ReadAllAsync($"{talks.Process}/delegations")).Select(d => (string)d["name"]!));
        (await talks.As(turncoat).PostAsync($"{talks.Process}/texts", new { leadEpoch = 1, title = "Mine" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var refused = (await talks.As(talks.Mediator).PostAsync($"/api/v1/{movement}:nameMembers", new { leadEpoch = 1, add = new[] { turncoat.Subject }, reason = "Changes sides" })).IsProblem(HttpStatusCode.Conflict, "SPEAKS_FOR_ANOTHER_PARTY");
        Assert.Equal(turncoat.Subject, refused.TextOf("metadata.account"));
        (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", new { leadEpoch = 1, accounts = new[] { turncoat.Subject } })).IsProblem(HttpStatusCode.Conflict, "SPEAKS_FOR_ANOTHER_PARTY");
        var drafter = TalksSituation.Person();
        (await talks.As(talks.Mediator).PostAsync($"{text}:nameTeam", new { leadEpoch = 1, accounts = new[] { drafter.Subject } })).Is(HttpStatusCode.OK);
        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{movement}:nameMembers", new { leadEpoch = 1, add = new[] { drafter.Subject }, reason = "Crosses over" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{government}:nameMembers", new { leadEpoch = 1, remove = new[] { turncoat.Subject }, reason = "Resigned" })).Is(HttpStatusCode.OK);
        foreach (var former in (TestCaller[])[turncoat, turncoat with { Subject = $"accounts/{Guid.NewGuid()}", ActsFor = turncoat.Subject }, turncoat with { ActsFor = talks.Mediator.Subject }])
        {
            (await talks.As(former).ReadAsync(text)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Empty(await talks.As(former).ReadAllAsync($"{talks.Process}/delegations"));
        }

        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{movement}:nameMembers", new { leadEpoch = 1, add = new[] { turncoat.Subject }, reason = "Changes sides" })).IsProblem(HttpStatusCode.Conflict, "SPEAKS_FOR_ANOTHER_PARTY");
        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{government}:nameMembers", new { leadEpoch = 1, add = new[] { turncoat.Subject, turncoat.Subject }, reason = "Came back" })).Is(HttpStatusCode.OK);
        (await talks.As(turncoat).ReadAsync(text)).Is(HttpStatusCode.OK);
        var spells = await fixture.InStoreAsync(async db => (await db.DelegationMembers.SingleAsync(m => m.Account == turncoat.Subject)).Spells);
        Assert.Equal((2, "Resigned", "Came back", null), (spells.Count, spells[0].EndReason, spells[1].StartReason, spells[1].To));
    }

    [Fact, Rule("R53")]
    public async Task A_party_sees_its_own_delegation_and_who_keeps_the_talks_sees_which_there_are_and_not_who_speaks()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (one, two) = (TalksSituation.Person(), TalksSituation.Person());
        var first = await talks.DelegationAsync("Government", one);
        var second = await talks.DelegationAsync("Movement", two);
        var own = Assert.Single(await talks.As(one).ReadAllAsync($"{talks.Process}/delegations"));
        Assert.Equal((first, one.Subject), ((string)own["name"]!, (string)own["members"]![0]!));
        (await talks.As(one).ReadAsync($"/api/v1/{second}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var kept = await talks.As(fixture.Support).ReadAllAsync($"{talks.Process}/delegations");
        Assert.Equal([first, second], kept.Select(d => (string)d["name"]!));
        Assert.All(kept, d => Assert.Null(d["members"]));
        Assert.Empty(await talks.As(TalksSituation.Person()).ReadAllAsync($"{talks.Process}/delegations"));
        Assert.Equal(two.Subject, (await talks.As(talks.Mediator).ReadAsync($"/api/v1/{second}")).TextOf("members.0"));

        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{second}:end", new { leadEpoch = 1, reason = "Walked out" })).Is(HttpStatusCode.OK);
        (await talks.As(talks.Mediator).PostAsync($"/api/v1/{second}:end", new { leadEpoch = 1, reason = "Walked out" })).IsProblem(HttpStatusCode.Conflict, "PARTY_LEFT");
        Assert.Empty(await talks.As(two).ReadAllAsync($"{talks.Process}/delegations"));
        (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/delegations", new { leadEpoch = 1, party = "Third", members = new[] { one.Subject } })).IsProblem(HttpStatusCode.Conflict, "SPEAKS_FOR_ANOTHER_PARTY");
        Assert.Equal(2, (await talks.As(talks.Mediator).ReadAllAsync($"{talks.Process}/delegations")).Count); // nothing was written of the third
    }

    [Fact, Rule("R53")]
    public async Task One_text_is_agreed_as_a_whole_by_the_lead_and_two_versions_are_compared()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var member = TalksSituation.Person();
        await talks.DelegationAsync("Government", member);
        var text = await talks.TextAsync();
        await talks.PresentedAsync(text, TalksSituation.Article("1", "The parties shall meet."), TalksSituation.Article("2", "Prisoners are freed."));
        var last = await talks.PresentedAsync(text, TalksSituation.Article("2", "Prisoners are freed.", "PROVISIONALLY_AGREED", "1"), TalksSituation.Article("1", "The parties may meet.", "PROVISIONALLY_AGREED", "2"));
        var compared = (await talks.As(member).ReadAsync($"{text}:compare?from=1&to=2")).Is(HttpStatusCode.OK);
        Assert.Equal(["2", "1"], compared["articles"].AsArray().Select(a => (string)a!["key"]!));
        Assert.Equal(["KEPT", "REMOVED", "ADDED", "KEPT"], compared["articles.1.body"].AsArray().Select(s => (string)s!["kind"]!));
        Assert.Single(compared["articles"].AsArray(), a => a!["moved"]!.GetValue<bool>());

        (await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { leadEpoch = 1, version = 1 })).IsProblem(HttpStatusCode.Conflict, "VERSION_OVERTAKEN");
        (await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { leadEpoch = 1, version = 7 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("PROVISIONALLY_AGREED", (await talks.As(member).ReadAsync(last)).TextOf("articles.0.state"));
        (await talks.As(member).PostAsync($"{text}:agree", new { leadEpoch = 1, version = 2 })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { version = 2 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(2, (await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { leadEpoch = 1, version = 2 })).Is(HttpStatusCode.OK)["agreedVersion"].GetValue<int>());
        Assert.Equal("AGREED", (await talks.As(member).ReadAsync(last)).TextOf("articles.0.state"));
        (await talks.As(talks.Mediator).PostAsync($"{text}/versions", new { leadEpoch = 1, articles = new[] { TalksSituation.Article("1", "More") } })).IsProblem(HttpStatusCode.Conflict, "TEXT_AGREED");
    }

    [Theory, Rule("R53")]
    [InlineData(true, "ARTICLES_OPEN")]
    [InlineData(false, "ARTICLE_AGREED")]
    public async Task An_open_article_keeps_the_whole_from_being_agreed_or_an_agreed_one_stays_as_the_text_is_set(bool nothingUntilAll, string reason)
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var text = await talks.TextAsync(nothingUntilAll);
        await talks.PresentedAsync(text, TalksSituation.Article("1", "Prisoners are freed.", "PROVISIONALLY_AGREED"), TalksSituation.Article("2", "The land is shared."));
        var next = (await talks.As(talks.Mediator).PostAsync($"{text}/versions", new { leadEpoch = 1, articles = new[] { TalksSituation.Article("1", "Some prisoners are freed.") } })).Status;
        Assert.Equal(nothingUntilAll ? HttpStatusCode.Created : HttpStatusCode.Conflict, next);
        var refused = nothingUntilAll
            ? await talks.As(talks.Mediator).PostAsync($"{text}:agree", new { leadEpoch = 1, version = 1 })
            : await talks.As(talks.Mediator).PostAsync($"{text}/versions", new { leadEpoch = 1, articles = new[] { TalksSituation.Article("1", "Some prisoners are freed.") } });
        Assert.Equal(nothingUntilAll ? "2" : "1", refused.IsProblem(HttpStatusCode.Conflict, reason).TextOf("metadata.articles"));
    }

    [Fact]
    public async Task What_is_said_and_drafted_stays_out_of_the_audit_chain()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var member = TalksSituation.Person();
        await talks.DelegationAsync("Government", member);
        var text = await talks.TextAsync();
        await talks.PresentedAsync(text, TalksSituation.Article("1", "canary-article"));
        var comment = await talks.CommentAsync(member, text, "canary-comment");
        (await talks.As(member).PostAsync($"{comment.Location}:withdraw", new { reason = "canary-reason" })).Is(HttpStatusCode.OK);
        var process = talks.Process["/api/v1/".Length..];
        var entries = await fixture.InStoreAsync(db => db.AuditEntries.Where(e => e.Content.Contains(process)).Select(e => e.Content).ToListAsync());
        Assert.Contains(entries, e => e.Contains("textComments", StringComparison.OrdinalIgnoreCase) || e.Contains("comments/", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, e => e.Contains("canary", StringComparison.Ordinal) || e.Contains("Only for the team", StringComparison.Ordinal));
    }

    /// <summary>Everything that the person is shown: status, tag, headers' names and body of each, and the events of it.</summary>
    private static async Task<IReadOnlyList<string>> ShownAsync(TalksSituation talks, TestCaller person, string[] paths)
    {
        List<string> shown = [];
        foreach (var path in paths)
        {
            var answer = (await talks.As(person).ReadAsync(path)).Is(HttpStatusCode.OK);
            shown.Add($"{path} {answer.ETag} {string.Join(",", answer.Headers.Select(h => h.Key).Order())} {answer.Text}");
        }

        return shown;
    }

    private static string Shape(ApiAnswer answer) => Uuid().Replace(Trace().Replace(answer.Text, ""), "-") + answer.Status + answer.ETag + string.Join(",", answer.Headers.Select(h => h.Key).Order());

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
