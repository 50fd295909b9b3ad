using System.Text;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>docs/rules.md: which rule is shown by which test and stands in which code, and which has none yet.</summary>
public sealed partial class RuleBookTests
{
    private sealed record Rule(int Number, string Title, string Area, string Kind, string Mark);

    [Fact]
    public void The_rule_table_is_up_to_date()
    {
        var tests = Tests();
        var code = Code();
        var rules = Rules().ToList();
        var open = rules.Count(r => r.Kind == "RULE" && !tests.ContainsKey(r.Number));
        var text = new StringBuilder(
            $"""
            # Rules, tests, code

            Made by `bash tests/update-approved.sh` from tests/rules/rules.tsv, the `Rule` traits of the tests and the rule numbers in the code.
            Kinds: a RULE is enforced by code and shown by a test; DATA is an enumeration or reference data; a REFERENCE points elsewhere in the rule book;
            LATER belongs to the early-warning and archive services. Marks: [S] stated in a source document, [P] in another public one, [D] our design.

            {rules.Count(r => r.Kind == "RULE" && tests.ContainsKey(r.Number))} of {rules.Count(r => r.Kind == "RULE")} rules are shown by a test; {open} have none yet.

            | rule | what it asks for | area | kind | tests | code |
            |---|---|---|---|---|---|

            """);
        foreach (var rule in rules)
        {
            text.Append($"| R{rule.Number} | {rule.Title} {rule.Mark} | {rule.Area} | {rule.Kind} | {Join(tests, rule.Number)} | {Join(code, rule.Number)} |\n");
        }

        Approved.Is(text.ToString(), "docs", "rules.md");
    }

    [Fact]
    public void Tests_and_code_name_only_rules_of_the_rule_book()
    {
        var known = Rules().Select(r => r.Number).ToHashSet();
        Assert.Equal(159, known.Count);
        Assert.Empty(Tests().Keys.Concat(Code().Keys).Except(known));
    }

    private static IEnumerable<Rule> Rules() => File.ReadLines(Repository.PathOf("tests", "rules", "rules.tsv")).Skip(1)
        .Select(l => l.Split('\t')).Select(c => new Rule(int.Parse(c[0].TrimStart('R')), c[1], c[2], c[3], c[4])).OrderBy(r => r.Number);

    private static Dictionary<int, SortedSet<string>> Tests()
    {
        var found = new Dictionary<int, SortedSet<string>>();
        foreach (var file in Repository.SourceFiles("tests"))
        {
            var source = File.ReadAllText(file);
            foreach (Match mark in RuleMark().Matches(source))
            {
                // The test is the first method after the mark; a mark on a class stands for the class.
                var name = MethodOrClass().Match(source, mark.Index).Groups["name"].Value;
                Add(found, int.Parse(mark.Groups["rule"].Value), $"{Path.GetFileNameWithoutExtension(file)}.{name}");
            }
        }

        return found;
    }

    private static Dictionary<int, SortedSet<string>> Code()
    {
        var found = new Dictionary<int, SortedSet<string>>();
        foreach (var file in Repository.SourceFiles("contracts", "services", "gateway"))
        {
            foreach (Match mention in RuleMention().Matches(File.ReadAllText(file)))
            {
                Add(found, int.Parse(mention.Groups["rule"].Value), Path.GetFileName(file));
            }
        }

        return found;
    }

    private static void Add(Dictionary<int, SortedSet<string>> found, int rule, string what)
    {
        if (!found.TryGetValue(rule, out var list))
        {
            found[rule] = list = new SortedSet<string>(StringComparer.Ordinal);
        }

        list.Add(what);
    }

    private static string Join(Dictionary<int, SortedSet<string>> found, int rule) => found.TryGetValue(rule, out var list) ? string.Join("<br>", list) : "";

    [GeneratedRegex("Rule\\(\"R(?<rule>[0-9]+)\"\\)")]
    private static partial Regex RuleMark();

    [GeneratedRegex(@"(?:class|Task|void|Task<\w+>)\s+(?<name>\w+)")]
    private static partial Regex MethodOrClass();

    [GeneratedRegex(@"(?<![A-Za-z0-9])R(?<rule>[1-9][0-9]{0,2})(?![A-Za-z0-9])")]
    private static partial Regex RuleMention();
}
