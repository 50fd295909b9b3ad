using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>docs/access.md as people wrote it: which role carries which permission, and who sees what. Knows nothing of the code that is to follow it.</summary>
internal sealed class AccessRequirement
{
    private const string Anybody = "anybody";
    private readonly Dictionary<string, HashSet<string>> _carriedBy = [];
    private readonly Dictionary<(string Clearance, bool Named, string Label), bool> _sees = [];

    public AccessRequirement()
    {
        string[] roles = [], labels = [];
        var others = false;
        foreach (var cells in File.ReadLines(Path.Combine(Repository.Root, "docs", "access.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(Cells))
        {
            switch (cells[0])
            {
                case "question":
                    others = true; // the table of services is read by AskingRequirement
                    break;
                case var _ when others && cells[0] is not "permission" and not "clearance":
                    break;
                case "permission":
                    others = false;
                    roles = [.. cells[1..].Select(c => c.Replace(' ', '-'))];
                    break;
                case "clearance":
                    others = false;
                    labels = [.. cells[2..].Select(c => c["sees ".Length..])];
                    break;
                case var permission when permission.Contains('.', StringComparison.Ordinal):
                    _carriedBy.Add(permission, [.. roles.Where((_, i) => cells[i + 1].Length > 0)]);
                    break;
                case var clearance:
                    foreach (var (label, i) in labels.Select((l, i) => (l, i)))
                    {
                        _sees.Add((clearance, cells[1] == "yes", label), cells[i + 2] == "yes");
                    }

                    break;
            }
        }
    }

    public IEnumerable<string> Permissions => _carriedBy.Keys;

    /// <param name="permission">Its name.</param>
    /// <param name="roles">Of the caller; null where nobody is signed in.</param>
    public bool Carries(string permission, IReadOnlyCollection<string>? roles) => roles is not null && (_carriedBy[permission].Contains(Anybody) || _carriedBy[permission].Overlaps(roles));

    public bool Sees(Classification clearance, bool named, Classification label) => _sees[(Words(clearance), named, Words(label))];

    private static string Words(Classification level) => level switch
    {
        Classification.Unclassified => "Unclassified",
        Classification.Confidential => "Confidential",
        _ => "Strictly Confidential",
    };

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())];
}
