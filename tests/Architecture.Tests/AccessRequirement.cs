using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>docs/access.md as people wrote it: which role carries which permission, and who sees what. Knows nothing of the code that is to follow it.</summary>
internal sealed class AccessRequirement
{
    private const string Anybody = "anybody";
    private readonly Dictionary<string, HashSet<string>> _carriedBy = [];
    private readonly Dictionary<(string Table, string Who, bool Has, string Label), bool> _sees = [];
    private readonly HashSet<string> _inside = [];
    private readonly Dictionary<(string Caller, bool Asked), bool> _goesOn = [];

    public AccessRequirement()
    {
        string[] heads = [];
        var began = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "access.md")))
        {
            if (!line.StartsWith("| ", StringComparison.Ordinal))
            {
                began = began && line.StartsWith('|'); // the rule below the heads
                continue;
            }

            var cells = Cells(line);
            heads = began ? heads : cells;
            if (began)
            {
                Read(heads, cells);
            }

            began = true;
        }
    }

    public IEnumerable<string> Permissions => _carriedBy.Keys;

    /// <param name="permission">Its name.</param>
    /// <param name="roles">Of the caller; null where nobody is signed in.</param>
    public bool Carries(string permission, IReadOnlyCollection<string>? roles) => roles is not null && (_carriedBy[permission].Contains(Anybody) || _carriedBy[permission].Overlaps(roles));

    /// <summary>Whether the token of a person or a machine lets the permission count at all.</summary>
    public bool LetsCount(bool person, bool asked) => _goesOn[(person ? "a person" : "a machine", asked)];

    public bool Sees(Classification clearance, bool named, Classification label) => _sees[("clearance", Words(clearance), named, Words(label))];

    /// <param name="roles">Of the caller.</param>
    /// <param name="shared">Whether a share of the record is open to the caller's organization.</param>
    /// <param name="label">Of the record, which belongs to a process.</param>
    public bool ShareAllows(IReadOnlyCollection<string> roles, bool shared, Classification label) => _sees[("caller", roles.Any(_inside.Contains) ? "inside" : "outside", shared, Words(label))];

    /// <param name="own">The caller's organization keeps the profile.</param>
    /// <param name="searches">The caller searches or vets.</param>
    /// <param name="shared">Whether a share is open to the caller's organization.</param>
    /// <param name="label">Of the profile.</param>
    public bool ShareAllowsProfile(bool own, bool searches, bool shared, Classification label) => own || searches
        ? _sees[("profile", own ? "of the own organization" : "of another, and searches", false, Words(label))]
        : _sees[("profile", "of another", shared, Words(label))];

    private void Read(string[] heads, string[] cells)
    {
        switch (heads[0])
        {
            case "permission":
                _carriedBy.Add(cells[0], [.. heads[1..].Where((_, i) => cells[i + 1].Length > 0).Select(RoleOf)]);
                break;
            case "role" when cells[1] == "inside":
                _inside.Add(RoleOf(cells[0]));
                break;
            case "role" or "question": // which service may ask is another test's
                break;
            case "caller" when heads[2] == "goes on":
                _goesOn.Add((cells[0], cells[1] == "yes"), cells[2] == "yes");
                break;
            case var table:
                for (var i = 2; i < heads.Length; i++)
                {
                    _sees.Add((table, cells[0], cells[1] == "yes", heads[i]["sees ".Length..]), cells[i] == "yes");
                }

                break;
        }
    }

    private static string RoleOf(string head) => head.Replace(' ', '-');

    private static string Words(Classification level) => level switch
    {
        Classification.Unclassified => "Unclassified",
        Classification.Confidential => "Confidential",
        _ => "Strictly Confidential",
    };

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())];
}
