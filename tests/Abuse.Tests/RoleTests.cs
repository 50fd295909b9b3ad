using System.Net;
using Concord.Abuse.Tests.Cases;
using Concord.Abuse.Tests.People;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>Who holds no role for it, works for somebody else, or may not know of it, does nothing; each is told no more than that.</summary>
public sealed class RoleTests(AbusePlatform platform)
{
    [Fact]
    public Task Every_role_that_does_not_carry_the_permission_is_refused() => Case.AgainstEveryOperationAsync(platform, "role without the permission", async attempt =>
    {
        var without = Crowd.OfRole.Where(r => !attempt.Operation.Roles.Contains(r.Key)).ToList();
        if (attempt.Operation.Roles.Count == 0)
        {
            return Case.NotFor("open to every signed-in caller");
        }

        foreach (var (role, person) in without)
        {
            var answer = await attempt.SendAsync(person);
            Assert.True(answer is { Status: HttpStatusCode.Forbidden, Reason: "PERMISSION_DENIED" }, $"{role}: {answer.Told} {answer.Text}");
        }

        return $"403 PERMISSION_DENIED, {without.Count} roles";
    });

    [Fact, Abuse(1)]
    public Task Who_acts_for_another_organization_or_is_not_named_changes_nothing() => Case.AgainstEveryOperationAsync(platform, "other organization", async attempt =>
    {
        if (attempt.Row.Stranger is not { } stranger)
        {
            return Case.NotFor("asks for a role and not for an organization or a name");
        }

        var answer = await attempt.SendAsync(stranger);
        Assert.True(answer.Refuses(HttpStatusCode.Forbidden, HttpStatusCode.NotFound) && answer.Reason != "PERMISSION_DENIED", $"{stranger}: {answer.Told} {answer.Text}");
        return answer.Told;
    });

    [Fact, Abuse(3)]
    public Task What_is_above_the_clearance_does_not_exist() => UnseenAsync("lower clearance", Crowd.Low, attempt => attempt.Reach.Ids);

    [Fact, Abuse(2)]
    public Task What_a_compartment_holds_does_not_exist_for_whoever_it_does_not_name() => UnseenAsync("outside the compartment", Crowd.Cleared, attempt => Ids.HiddenOf(attempt, from: 0));

    [Fact, Abuse(1)]
    public Task What_is_not_shared_does_not_exist_for_whoever_comes_from_outside() => UnseenAsync("outside, not shared", Crowd.Outsider, attempt => attempt.Reach.Ids);

    // The whole set of roles, so that nothing but the clearance or the compartment stands in the way.
    private Task UnseenAsync(string name, string person, Func<Attempt, IReadOnlyList<string>?> ids) => Case.AgainstEveryOperationAsync(platform, name, async attempt =>
    {
        if (attempt.Operation.PathNames is not ["process" or "agreement" or "profile" or "compartment" or "record", ..] || (person == Crowd.Cleared && attempt.Operation.Template.StartsWith("/api/v1/profiles", StringComparison.Ordinal)))
        {
            return Case.NotFor(attempt.Operation.PathNames.Count == 0 ? "names no record" : "its record has no classification, or belongs to no process");
        }

        if (person == Crowd.Outsider && !attempt.Operation.Roles.Contains(Concord.Contracts.Access.Roles.Partner))
        {
            return Case.NotFor("nobody from outside carries the permission");
        }

        // A claim is taken from whoever may not see the process, too (R48): not on the record that other cases share.
        var own = attempt.Operation.Id == "RegisterClaim" ? attempt with { Reach = await attempt.Row.ReachAsync(platform.World, attempt.Operation) } : attempt;
        var answer = await own.SendAsync(person, ids: ids(own));
        var nothing = await attempt.SendAsync(person, ids: Ids.NeverGiven(attempt, from: 0));
        Assert.True(answer.Status == HttpStatusCode.NotFound || attempt.Operation.Id == "RegisterClaim", $"{answer.Told} {answer.Text}");
        Assert.Equal(nothing.Shape, answer.Shape);
        return answer.Told;
    });
}
