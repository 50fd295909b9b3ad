using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>Every combination of permission, role, clearance, classification and compartment, against what docs/access.md says; and the matrix itself, against faults put into the policy.</summary>
public sealed class AccessMatrixTests
{
    private const string Here = "processes/0197a000-0000-7000-8000-000000000001";
    private const string Elsewhere = "processes/0197a000-0000-7000-8000-000000000002";
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
    [InlineData("caller != Caller.Nobody && (", "(")]
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
    [InlineData("caller.IsClearedFor(label) && caller.IsNamedFor(label, process)", "caller.IsClearedFor(label) || caller.IsNamedFor(label, process)")]
    [InlineData("caller.IsClearedFor(label) && caller.IsNamedFor(label, process)", "caller.IsClearedFor(label)")]
    [InlineData("caller.IsClearedFor(label) && caller.IsNamedFor(label, process)", "caller.IsNamedFor(label, process)")]
    [InlineData(".Where(label => caller.IsNamedFor(label, \"\"))", "")]
    [InlineData("Enum.GetValues<Classification>().Where(caller.IsClearedFor)", "Enum.GetValues<Classification>()")]
    [InlineData(".Where(process => caller.MaySee(Classification.StrictlyConfidential, process))", "")]
    [InlineData("caller.MaySee(Classification.StrictlyConfidential, process)", "caller.MaySee(Classification.Confidential, process)")]
    public void A_fault_in_the_policy_is_found(string text, string fault) => Assert.NotEmpty(Compare(PolicyUnderTest.With(text, fault)).Wrong);

    private static (int Cases, List<string> Wrong) Compare(PolicyUnderTest policy)
    {
        List<string> wrong = [];
        var cases = 0;
        foreach (var roles in s_roles)
        {
            foreach (var clearance in roles is null ? [Classification.Unclassified] : s_labels)
            {
                foreach (var compartments in roles is null ? [[]] : (string[][])[[], [Elsewhere], [Here], [Here, Elsewhere]])
                {
                    var caller = roles is null ? Caller.Nobody : new Caller("accounts/1", "", null, roles.ToHashSet(), clearance) { Compartments = compartments.ToHashSet() };
                    CompareSight(policy, caller, compartments.Contains(Here), wrong);
                    foreach (var permission in s_permissions)
                    {
                        foreach (var label in s_labels)
                        {
                            cases++;
                            var expected = s_requirement.Carries(permission.Name, roles) && s_requirement.Sees(clearance, compartments.Contains(Here), label);
                            if ((policy.Holds(caller, permission) && policy.MaySee(caller, label, Here)) != expected)
                            {
                                wrong.Add($"{permission.Name}, {label}: {(expected ? "refused" : "allowed")} for [{string.Join(", ", roles ?? ["nobody"])}], {clearance}, named in [{string.Join(", ", compartments)}]");
                            }
                        }
                    }
                }
            }
        }

        return (cases, wrong);
    }

    // What a query is told must be what a single record is asked.
    private static void CompareSight(PolicyUnderTest policy, Caller caller, bool named, List<string> wrong)
    {
        foreach (var label in s_labels)
        {
            var listed = policy.OpenLabels(caller).Contains(label) || policy.NamedIn(caller).Contains(Here);
            var cleared = policy.ClearedLabels(caller).Contains(label);
            if (listed != s_requirement.Sees(caller.Clearance, named, label) || cleared != s_requirement.Sees(caller.Clearance, named: true, label))
            {
                wrong.Add($"a query shows {label}: {listed}, cleared {cleared}, to {caller.Clearance}, named {named}");
            }
        }
    }
}
