using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>Every combination of permission, role, clearance, classification, compartment and share, against what docs/access.md says; and the matrix itself, against faults put into the policy.</summary>
public sealed class AccessMatrixTests
{
    private const string Here = "processes/0197a000-0000-7000-8000-000000000001";
    private const string Elsewhere = "processes/0197a000-0000-7000-8000-000000000002";
    private const string Own = "organizations/0197a000-0000-7000-8000-000000000003";
    private const string Other = "organizations/0197a000-0000-7000-8000-000000000004";
    private static readonly AccessRequirement s_requirement = new();
    private static readonly Classification[] s_labels = Enum.GetValues<Classification>();
    private static readonly Permission[] s_permissions = [.. ServiceCatalogue.All.SelectMany(s => s.Permissions)];

    // Nobody, a caller without a role, with each one, and with each and the next.
    private static readonly string[]?[] s_roles =
    [
        null, [], .. AllRoles.Select(r => (string[])[r]), .. AllRoles.Zip(AllRoles.Skip(1), (a, b) => (string[])[a, b]),
    ];

    private static IEnumerable<string> AllRoles => [.. Roles.OfPeople, Roles.Witness, Roles.Service];

    [Fact, Rule("R137")]
    public void The_document_has_a_row_for_each_permission_and_no_other() =>
        Assert.Equal(s_permissions.Select(p => p.Name).Order(StringComparer.Ordinal), s_requirement.Permissions.Order(StringComparer.Ordinal));

    [Fact, Rule("R127"), Rule("R137")]
    public void The_policy_decides_every_case_as_the_document_says()
    {
        var (cases, wrong) = Compare(PolicyUnderTest.Built);
        Assert.Empty(wrong.Take(20));
        Assert.True(cases >= 5_000, $"{cases} cases");
        TestContext.Current.SendDiagnosticMessage($"Access matrix: {cases} cases, {wrong.Count} mismatches.");
    }

    [Theory, Rule("R137")]
    [InlineData("caller.IsPerson ||", "caller.Roles.Count == 0 ||")]
    [InlineData("caller.AskedFor(permission) && ", "")]
    [InlineData("caller.IsPerson || caller.Scopes", "!caller.IsPerson || caller.Scopes")]
    [InlineData("caller.IsPerson || caller.Scopes", "caller.IsPerson && caller.Scopes")]
    [InlineData("caller.Scopes.Contains(permission.Name)", "caller.Scopes.Count > 0")]
    [InlineData("caller.Scopes.Contains(permission.Name)", "caller.Scopes.Any(s => permission.Name.StartsWith(s.Split('.')[0], StringComparison.Ordinal))")]
    [InlineData("permission.Roles.Length == 0", "permission.Roles.Length != 0")]
    [InlineData("permission.Roles.Any(caller.Roles.Contains)", "permission.Roles.All(caller.Roles.Contains)")]
    [InlineData("permission.Roles.Any(caller.Roles.Contains)", "caller.Roles.Count > 0")]
    [InlineData("permission.Roles.Any(caller.Roles.Contains)", "true")]
    [InlineData("caller.Clearance >= label", "caller.Clearance > label")]
    [InlineData("caller.Clearance >= label", "caller.Clearance <= label")]
    [InlineData("caller.Clearance >= label", "true")]
    [InlineData("label < Classification.StrictlyConfidential ||", "label <= Classification.StrictlyConfidential ||")]
    [InlineData("label < Classification.StrictlyConfidential ||", "label < Classification.Confidential ||")]
    [InlineData("label < Classification.StrictlyConfidential ||", "label < Classification.StrictlyConfidential &&")]
    [InlineData("|| caller.Compartments.Contains(process)", "|| caller.Compartments.Count > 0")]
    [InlineData("|| caller.Compartments.Contains(process)", "")]
    [InlineData("caller.IsClearedFor(label) && caller.IsNamedFor(label, process)", "(caller.IsClearedFor(label) || caller.IsNamedFor(label, process))")]
    [InlineData("caller.IsClearedFor(label) && caller.IsNamedFor(label, process)", "caller.IsClearedFor(label)")]
    [InlineData("caller.IsClearedFor(label) && caller.IsNamedFor(label, process)", "caller.IsNamedFor(label, process)")]
    [InlineData("caller.IsNamedFor(label, \"\") && ", "")]
    [InlineData("caller.IsNamedFor(label, \"\") && !caller.AsksForShare(label)", "caller.IsNamedFor(label, \"\")")]
    [InlineData("!caller.Roles.Any(Roles.OfSystem.Contains)", "!caller.Roles.All(Roles.OfSystem.Contains)")]
    [InlineData("!caller.Roles.Any(Roles.OfSystem.Contains)", "caller.Roles.Any(Roles.OfPartners.Contains)")]
    [InlineData("!caller.Roles.Any(Roles.OfSystem.Contains)", "caller.Roles.All(Roles.OfPartners.Contains)")]
    [InlineData("!caller.Roles.Any(Roles.OfSystem.Contains)", "caller.Roles.Contains(Roles.Partner)")]
    [InlineData("!caller.Roles.Any(Roles.OfSystem.Contains)", "false")]
    [InlineData("label == Classification.Confidential;", "label >= Classification.Confidential;")]
    [InlineData("label == Classification.Confidential;", "label <= Classification.Confidential;")]
    [InlineData("label == Classification.Confidential;", "label == Classification.StrictlyConfidential;")]
    [InlineData("IsByShare(label) && caller.IsOutside()", "IsByShare(label) || caller.IsOutside()")]
    [InlineData("IsByShare(label) && caller.IsOutside()", "IsByShare(label) && !caller.IsOutside()")]
    [InlineData("(!caller.AsksForShare(label) || caller.Shared.Contains(record))", "(!caller.AsksForShare(label) || caller.Shared.Count > 0)")]
    [InlineData("(!caller.AsksForShare(label) || caller.Shared.Contains(record))", "!caller.AsksForShare(label)")]
    [InlineData("(!caller.AsksForShare(label) || caller.Shared.Contains(record))", "caller.Shared.Contains(record)")]
    [InlineData("label != Classification.Unclassified && !beyond", "!beyond")]
    [InlineData("label != Classification.Unclassified && !beyond", "label != Classification.Unclassified")]
    [InlineData("&& keeper != caller.Organization", "&& caller.Organization is null")]
    [InlineData("&& keeper != caller.Organization", "")]
    [InlineData("(IsByShare(label) && caller.Shared.Contains(record))", "caller.Shared.Contains(record)")]
    [InlineData("(IsByShare(label) && caller.Shared.Contains(record))", "IsByShare(label)")]
    [InlineData("|| (IsByShare(label) && caller.Shared.Contains(record))", "")]
    [InlineData("caller.IsClearedFor(label) && (!caller.AsksForShareOfKept", "(!caller.AsksForShareOfKept")]
    [InlineData("Where(label => !caller.AsksForShareOfKept(label, \"\", beyond))", "Where(_ => true)")]
    [InlineData("Where(label => !caller.AsksForShareOfKept(label, \"\", beyond))", "Where(_ => beyond)")]
    [InlineData("ClearedLabels().Where(IsByShare)", "ClearedLabels()")]
    [InlineData("caller.ClearedLabels().Where(IsByShare)", "Enum.GetValues<Classification>().Where(IsByShare)")]
    [InlineData("Enum.GetValues<Classification>().Where(caller.IsClearedFor)", "Enum.GetValues<Classification>()")]
    [InlineData(".Where(process => caller.MaySee(Classification.StrictlyConfidential, process, process))", "")]
    [InlineData("caller.MaySee(Classification.StrictlyConfidential, process, process)", "caller.MaySee(Classification.Confidential, process, process)")]
    public void A_fault_in_the_policy_is_found(string text, string fault) => Assert.NotEmpty(Compare(PolicyUnderTest.With(text, fault)).Wrong);

    private static (int Cases, List<string> Wrong) Compare(PolicyUnderTest policy)
    {
        List<string> wrong = [];
        var cases = 0;
        foreach (var (roles, caller, named, shared) in Callers())
        {
            CompareSight(policy, caller, named, shared, wrong);
            CompareKept(policy, caller, shared, wrong);
            foreach (var label in s_labels)
            {
                var (sees, expected) = (policy.MaySee(caller, label, Here, Here), Sees(caller, named, shared, label));
                foreach (var permission in s_permissions)
                {
                    cases++;
                    var allowed = s_requirement.Carries(permission.Name, roles) && expected;
                    if ((policy.Holds(caller, permission) && sees) != allowed)
                    {
                        wrong.Add($"{permission.Name}, {label}: {(allowed ? "refused" : "allowed")} for [{string.Join(", ", roles ?? ["nobody"])}], {caller.Clearance}, named in [{string.Join(", ", caller.Compartments)}], shared [{string.Join(", ", caller.Shared)}]");
                    }
                }
            }
        }

        foreach (var roles in s_roles)
        {
            CompareScopes(policy, roles, Classification.Confidential, wrong);
        }

        return (cases, wrong);
    }

    private static IEnumerable<(string[]? Roles, Caller Caller, bool Named, bool Shared)> Callers() =>
        from roles in s_roles
        from clearance in roles is null ? [Classification.Unclassified] : s_labels
        from compartments in Sets(roles)
        from shared in Sets(roles)
        select (
            roles,
            roles is null ? Caller.Nobody : new Caller("accounts/1", "", Own, roles.ToHashSet(), clearance) { Compartments = compartments.ToHashSet(), Shared = shared.ToHashSet() },
            compartments.Contains(Here),
            shared.Contains(Here));

    private static string[][] Sets(string[]? roles) => roles is null ? [[]] : [[], [Elsewhere], [Here], [Here, Elsewhere]];

    private static bool Sees(Caller caller, bool named, bool shared, Classification label) =>
        s_requirement.Sees(caller.Clearance, named, label) && s_requirement.ShareAllows([.. caller.Roles], shared, label);

    // A machine, and a person whose token asks for something: nothing, this permission, another one of the same service, all others.
    private static void CompareScopes(PolicyUnderTest policy, string[]? roles, Classification clearance, List<string> wrong)
    {
        foreach (var permission in roles is null ? [] : s_permissions)
        {
            var others = s_permissions.Select(p => p.Name).Where(n => n != permission.Name).ToArray();
            var neighbour = others.First(n => n.Split('.')[0] == permission.Name.Split('.')[0]);
            foreach (var (subject, person) in (ReadOnlySpan<(string, bool)>)[("accounts/1", true), ("clients/1", false), ("services/1", false), ("accounts", false)])
            {
                foreach (var scopes in (string[][])[[], [permission.Name], [neighbour], others, [.. others, permission.Name]])
                {
                    var caller = new Caller(subject, "", null, roles!.ToHashSet(), clearance) { Scopes = scopes.ToHashSet() };
                    var expected = s_requirement.Carries(permission.Name, roles) && s_requirement.LetsCount(person, scopes.Contains(permission.Name));
                    if (policy.Holds(caller, permission) != expected)
                    {
                        wrong.Add($"{permission.Name}: {(expected ? "refused" : "allowed")} for {subject} with [{string.Join(", ", roles!)}] that asks for {scopes.Length}");
                    }
                }
            }
        }
    }

    // What a query is told must be what a single record is asked.
    private static void CompareSight(PolicyUnderTest policy, Caller caller, bool named, bool shared, List<string> wrong)
    {
        foreach (var label in s_labels)
        {
            var listed = policy.OpenLabels(caller).Contains(label)
                || (label == Classification.StrictlyConfidential && policy.NamedIn(caller).Contains(Here))
                || (policy.SharedLabels(caller).Contains(label) && shared);
            var cleared = policy.ClearedLabels(caller).Contains(label);
            if (listed != Sees(caller, named, shared, label) || cleared != s_requirement.Sees(caller.Clearance, named: true, label))
            {
                wrong.Add($"a query shows {label}: {listed}, cleared {cleared}, to [{string.Join(", ", caller.Roles)}], {caller.Clearance}, named {named}, shared {shared}");
            }
        }
    }

    // The same of records that an organization keeps.
    private static void CompareKept(PolicyUnderTest policy, Caller caller, bool shared, List<string> wrong)
    {
        foreach (var (label, own, searches) in from label in s_labels from own in (bool[])[true, false] from searches in (bool[])[true, false] select (label, own && caller.Organization is not null, searches))
        {
            var expected = s_requirement.Sees(caller.Clearance, named: true, label) && s_requirement.ShareAllowsProfile(own, searches, shared, label);
            var listed = policy.OpenKeptLabels(caller, searches).Contains(label)
                || (policy.ClearedLabels(caller).Contains(label) && own)
                || (policy.SharedLabels(caller).Contains(label) && shared);
            var seen = policy.MaySeeKept(caller, label, own ? Own : Other, searches, Here);
            if (seen != expected || listed != expected)
            {
                wrong.Add($"a profile, {label}: seen {seen}, listed {listed}, own {own}, searches {searches}, shared {shared}, {caller.Clearance}");
            }
        }
    }
}
