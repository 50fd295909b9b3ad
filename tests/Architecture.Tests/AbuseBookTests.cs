using System.Text;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>docs/security/abuse.md: which of the forty abuses is refused, by which test, and which waits for what.</summary>
public sealed partial class AbuseBookTests
{
    private const string Head = "## The forty\n";
    private const int Forty = 40;

    private sealed record Abuse(int Number, string What, string State, string Note);

    [Fact]
    public void The_table_of_abuses_is_up_to_date()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "security", "abuse.md"));
        var (tests, text) = (Tests(), new StringBuilder(page[..(page.IndexOf(Head, StringComparison.Ordinal) + Head.Length)]));
        var abuses = Abuses();
        text.Append(
            $"""

            A test says by `[Abuse(4)]` which of these it shows; `bash tests/update-approved.sh` makes this table of that and of `tests/rules/abuse.tsv`.

            {abuses.Count(a => a.State == "shown")} of {Forty} are shown to be refused, {abuses.Count(a => a.State == "pending")} wait for what they would abuse, {abuses.Count(a => a.State == "not shown")} are not shown.

            | | what is tried, and what must come of it | shown by | what remains |
            |---|---|---|---|

            """);
        foreach (var abuse in abuses)
        {
            var by = tests.TryGetValue(abuse.Number, out var names) ? string.Join("<br>", names) : "";
            text.Append($"| {abuse.Number} | {abuse.What} | {(abuse.State == "shown" ? by : string.Join("<br>", new[] { $"{abuse.State}: {abuse.Note}", by }.Where(t => t.Length > 0)))} | {(abuse.State == "shown" ? abuse.Note : "")} |\n");
        }

        Approved.Is(text.ToString(), "docs", "security", "abuse.md");
    }

    [Fact]
    public void Each_of_the_forty_has_a_row_and_what_is_shown_is_shown_by_a_test()
    {
        var (abuses, tests) = (Abuses(), Tests());
        Assert.Equal(Enumerable.Range(1, Forty), abuses.Select(a => a.Number));
        Assert.All(abuses, a => Assert.True(a.State switch
        {
            "shown" => tests.ContainsKey(a.Number),
            "pending" => !tests.ContainsKey(a.Number) && a.Note.StartsWith("waits for ", StringComparison.Ordinal),
            "not shown" => a.Note.Length > 0,
            _ => false,
        }, $"{a.Number} is {a.State}, with {tests.GetValueOrDefault(a.Number)?.Count ?? 0} tests: {a.Note}"));
        Assert.Empty(tests.Keys.Except(abuses.Select(a => a.Number)));
    }

    private static List<Abuse> Abuses() => [.. File.ReadLines(Repository.PathOf("tests", "rules", "abuse.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c => new Abuse(int.Parse(c[0]), c[1], c[2], c[3]))];

    private static Dictionary<int, SortedSet<string>> Tests()
    {
        var found = new Dictionary<int, SortedSet<string>>();
        foreach (var file in Repository.SourceFiles("tests").Where(f => !f.EndsWith("AbuseBookTests.cs", StringComparison.Ordinal) && !f.EndsWith("AbuseAttribute.cs", StringComparison.Ordinal)))
        {
            var source = File.ReadAllText(file);
            foreach (Match mark in Mark().Matches(source))
            {
                var (number, name) = (int.Parse(mark.Groups["number"].Value), Method().Match(source, mark.Index).Groups["name"].Value);
                if (!found.TryGetValue(number, out var names))
                {
                    found[number] = names = new SortedSet<string>(StringComparer.Ordinal);
                }

                names.Add($"{Path.GetRelativePath(Repository.PathOf("tests"), file).Split(Path.DirectorySeparatorChar)[0]} {name}");
            }
        }

        return found;
    }

    [GeneratedRegex(@"(?<=[\[ ])Abuse\((?<number>[0-9]+)\)(?=[,\]])")]
    private static partial Regex Mark();

    [GeneratedRegex(@"public\s+(?:async\s+)?(?:Task|void)\s+(?<name>\w+)")]
    private static partial Regex Method();
}
