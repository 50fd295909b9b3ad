using Concord.Platform.Errors;

namespace Concord.Designation.Criteria;

/// <summary>What somebody says of an organization by one criterion: words and what they rest on, never a number (R31, R157).</summary>
/// <param name="Criterion">Code of the criteria, such as PROXIMITY.</param>
/// <param name="Statement">1 to 2000 characters.</param>
/// <param name="Evidence">On what it rests; 1 to 1000 characters.</param>
internal sealed record CriterionStatement(string? Criterion, string? Statement, string? Evidence)
{
    public const int Most = 20;
    public const int LongestStatement = 2000;
    public const int LongestEvidence = 1000;

    /// <summary>Each criterion once; whether it is one of the organization's kind is asked where the kind is known.</summary>
    public static IReadOnlyList<CriterionStatement> Check(IReadOnlyList<CriterionStatement?>? given, string field, Violations check)
    {
        given ??= [];
        check.Check(given.Count <= Most, field, $"At most {Most}.");
        check.Check(given.Select(s => s?.Criterion).Distinct().Count() == given.Count, field, "Each criterion once.");
        return [.. given.Take(Most).Select((s, i) => Checked(s, $"{field}[{i}].", check))];
    }

    /// <param name="prefix">Of the names of its fields in the request.</param>
    public static CriterionStatement Checked(CriterionStatement? given, string prefix, Violations check)
    {
        check.Check(given?.Criterion is { } code && CriteriaBook.Codes.Contains(code), $"{prefix}criterion", "Not a code of the criteria.");
        return new CriterionStatement(
            given?.Criterion, check.Text(given?.Statement, $"{prefix}statement", LongestStatement), check.Text(given?.Evidence, $"{prefix}evidence", LongestEvidence));
    }
}
