using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Portal.Api;
using Concord.Portal.Frame;

namespace Concord.Portal.Talks;

/// <summary>Who was present, by delegation, role and level, as a form asks for it: what is left empty is not sent, so that the API counts otherwise than the form.</summary>
/// <param name="delegations">Resource names, in the order of the form.</param>
/// <param name="sent">What was typed into a field.</param>
internal sealed partial class PresentForm(IReadOnlyList<string> delegations, Func<string, string?> sent)
{
    public const string Name = "present";
    public static readonly (string Role, string Level)[] Kinds = [("PARTICIPANT", "DECISION"), ("PARTICIPANT", "TECHNICAL"), ("OBSERVER", "DECISION"), ("OBSERVER", "TECHNICAL")];
    public static readonly string[] Heads = ["women", "men"];

    // By the delegation, not by its place: another may come to the table while the form is open.
    public static string Field(string delegation, int kind, string heads) => string.Create(CultureInfo.InvariantCulture, $"{Name}[{delegation.Id()}].counts[{kind}].{heads}");

    /// <summary>The first field whose text is no number; null where there is none.</summary>
    public string? NoNumber => (from delegation in delegations from kind in Enumerable.Range(0, Kinds.Length) from heads in Heads select Field(delegation, kind, heads))
        .FirstOrDefault(f => sent(f) is not null && NumberIn(f) is null);

    public object Request() => Present.Select(delegation => new
    {
        delegation,
        counts = KindsOf(delegation).Select(kind => new { role = Kinds[kind].Role, level = Kinds[kind].Level, women = NumberIn(Field(delegation, kind, "women")), men = NumberIn(Field(delegation, kind, "men")) }),
    });

    /// <summary>The refusal with what is wrong at the field where it was typed.</summary>
    public Problem Told(Problem problem) => problem with { Errors = problem.Errors?.ToDictionary(e => NameInForm(e.Key), e => e.Value) };

    private List<string> Present => [.. delegations.Where(d => KindsOf(d).Count > 0)];

    private List<int> KindsOf(string delegation) => [.. Enumerable.Range(0, Kinds.Length).Where(kind => Heads.Any(heads => sent(Field(delegation, kind, heads)) is not null))];

    private int? NumberIn(string field) => int.TryParse(sent(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string NameInForm(string path)
    {
        if (Path().Match(path) is not { Success: true } match)
        {
            return path;
        }

        var delegation = Present[Place(match.Groups[1])];
        return Field(delegation, KindsOf(delegation)[Place(match.Groups[2])], match.Groups[3].Value);
    }

    private static int Place(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^present\[([0-9]{1,3})\]\.counts\[([0-9]{1,3})\]\.(\w+)$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Path();
}
