using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Delegations;
using Concord.Identity.Grants;
using Concord.Support;

namespace Concord.Identity.Tests;

/// <summary>Every combination of what an account holds, what is granted to it and for whom its holder acts, against what docs/access.md says in words.</summary>
public sealed class RightsMatrixTests
{
    private const string Organization = "organizations/0197a000-0000-7000-8000-000000000001";
    private static readonly DateTime s_now = new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Classification[] s_clearances = Enum.GetValues<Classification>();

    // Each role, and each with the next.
    private static readonly string[][] s_roles = [.. Roles.OfPeople.Select(r => (string[])[r]), .. Roles.OfPeople.Zip(Roles.OfPeople.Skip(1), (a, b) => (string[])[a, b])];

    [Fact, Rule("R137")]
    public void What_is_granted_comes_to_what_is_held_and_the_first_to_end_ends_the_token()
    {
        var cases = 0;
        foreach (var (held, clearance) in from r in s_roles from c in s_clearances select (r, c))
        {
            var account = Person("holder", held, clearance);
            foreach (var (role, higher) in from r in (string?[])[null, .. Roles.OfPeople] from c in (Classification?[])[null, .. s_clearances.Select(c => (Classification?)c)] select (r, c))
            {
                if ((role is null && higher is null) || held.Contains(role) || higher <= clearance)
                {
                    continue; // cannot be granted: GrantTests
                }

                var first = Grant.Give(account, new GiveGrant(role, higher, "why", s_now.AddDays(2)), "accounts/a", null, s_now);
                var second = Grant.Give(account, new GiveGrant(role, higher, "why", s_now.AddDays(9)), "accounts/a", null, s_now);
                var rights = AccountRights.Of(account, [second, first]);
                Assert.Equal(held.Union(role is null ? [] : [role]).Order(StringComparer.Ordinal), rights.Roles);
                Assert.Equal(higher ?? clearance, rights.Clearance);
                Assert.Equal(s_now.AddDays(2), rights.UntilTime);
                Assert.Equal(role is Roles.Administrator or Roles.Auditor or Roles.AppointingAuthority || higher == Classification.StrictlyConfidential, first.IsHigh);
                cases++;

                // Held for good since: it gives nothing, and ends no token.
                account.Edit(new AccountEdit("holder", [.. held.Union(role is null ? [] : [role])], higher ?? clearance, true), Caller, s_now);
                Assert.Null(AccountRights.Of(account, [first]).UntilTime);
                account.Edit(new AccountEdit("holder", held, clearance, true), Caller, s_now);
            }
        }

        Assert.True(cases >= 1_000, $"{cases} cases");
    }

    [Fact, Rule("R137")]
    public void Who_acts_for_another_has_that_one_s_roles_without_high_ones_and_the_lower_clearance_and_nothing_else()
    {
        var cases = 0;
        foreach (var (own, ownClearance, absent, absentClearance) in from o in s_roles from c in s_clearances from a in s_roles from d in s_clearances select (o, c, a, d))
        {
            if (absent.All(r => r is Roles.Administrator or Roles.Auditor))
            {
                continue; // nobody acts for such a one: DelegationTests
            }

            var (holder, away) = (Person("holder", own, ownClearance), Person("away", absent, absentClearance));
            var delegation = Delegation.Begin(away, holder, new NameDelegate(holder.Id.ToString(), null, "why", null, s_now.AddDays(20)), away.Id.ToString(), s_now);
            foreach (var until in (DateTime?[])[null, s_now.AddDays(2), s_now.AddDays(40)])
            {
                var rights = SessionRights.Of(new AccountRights([.. own], ownClearance, until), away, delegation);
                Assert.Equal(absent.Where(r => r is not (Roles.Administrator or Roles.Auditor)), rights.Roles.OrderBy(r => Array.IndexOf(absent, r)));
                Assert.Equal(ownClearance < absentClearance ? ownClearance : absentClearance, rights.Clearance);
                Assert.Equal(until < s_now.AddDays(20) ? s_now.AddDays(2) : s_now.AddDays(20), rights.UntilTime);
                cases++;
            }
        }

        Assert.True(cases >= 5_000, $"{cases} cases");
    }

    [Fact, Rule("R137")]
    public void Who_is_named_by_an_administrator_decides_for_nobody_who_leads()
    {
        var (holder, away) = (Person("holder", [Roles.Analyst], Classification.Confidential), Person("away", [Roles.AppointingAuthority, Roles.MediationSupport], Classification.Confidential));
        var delegation = Delegation.Begin(away, holder, new NameDelegate(holder.Id.ToString(), null, "why", null, s_now.AddDays(20)), "accounts/an-administrator", s_now);
        Assert.Equal([Roles.MediationSupport], SessionRights.Of(new AccountRights([Roles.Analyst], Classification.Confidential, null), away, delegation).Roles);
    }

    private static Platform.Security.Caller Caller => new("accounts/a", "", null, new HashSet<string>(), Classification.Confidential);

    private static Account Person(string name, string[] roles, Classification clearance) => Account.Open(AccountId.New(), $"{name}@un.example", name, Organization, roles, clearance, s_now);
}
