using System.Text;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>docs/security/asvs.md: what OWASP ASVS 5.0.0 asks for at levels 1 and 2, whether it is so, and what shows it.</summary>
public sealed partial class AsvsBookTests
{
    private const string Mend = "## What to mend next\n";
    private const string Head = "## Counts\n";
    private const int OfLevel1 = 70;
    private const int OfLevel2 = 183;

    private static readonly string[] s_states = ["met", "partly", "open", "does not apply"];

    private static readonly string[] s_chapters =
    [
        "Encoding and sanitization", "Validation and business logic", "Web frontend", "API and web service", "Files", "Authentication", "Sessions", "Authorization", "Self-contained tokens",
        "OAuth and OpenID Connect", "Cryptography", "Communication", "Configuration", "Data protection", "Coding and architecture", "Logging and errors", "WebRTC",
    ];

    private sealed record Requirement(string Number, int Level, string What, string State, string Evidence, string Remains)
    {
        public int Chapter => int.Parse(Number.Split('.')[0]);
    }

    [Fact]
    public void The_table_of_requirements_is_up_to_date()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "security", "asvs.md"));
        var (all, text) = (Requirements(), new StringBuilder(page[..(page.IndexOf(Head, StringComparison.Ordinal) + Head.Length)]));
        text.Append(
            $"""

            `bash tests/update-approved.sh` makes the rest of this page of `tests/rules/asvs.tsv`; a test looks that everything named as evidence is there.

            | chapter | {string.Join(" | ", s_states)} |
            |---|{string.Concat(s_states.Select(_ => "---|"))}

            """);
        for (var chapter = 1; chapter <= s_chapters.Length; chapter++)
        {
            text.Append($"| V{chapter} {s_chapters[chapter - 1]} | {Counts(all.Where(r => r.Chapter == chapter))} |\n");
        }

        text.Append($"| **level 1** ({OfLevel1}) | {Counts(all.Where(r => r.Level == 1))} |\n| **level 2** ({OfLevel2} more) | {Counts(all.Where(r => r.Level == 2))} |\n| **all** | {Counts(all)} |\n");
        foreach (var chapter in all.GroupBy(r => r.Chapter))
        {
            text.Append($"\n## V{chapter.Key} {s_chapters[chapter.Key - 1]}\n\n| | level | about | state | shown by | what remains |\n|---|---|---|---|---|---|\n");
            foreach (var r in chapter)
            {
                text.Append($"| {r.Number} | {r.Level} | {r.What} | {r.State} | {r.Evidence.Replace("; ", "<br>", StringComparison.Ordinal)} | {r.Remains} |\n");
            }
        }

        Approved.Is(text.ToString(), "docs", "security", "asvs.md");
    }

    [Fact]
    public void Each_requirement_of_both_levels_has_one_row_with_a_known_state_and_what_is_not_met_says_what_remains()
    {
        var all = Requirements();
        Assert.Equal((OfLevel1, OfLevel2), (all.Count(r => r.Level == 1), all.Count(r => r.Level == 2)));
        Assert.Equal(all.Select(r => r.Number).Distinct().OrderBy(Version.Parse), all.Select(r => r.Number));
        Assert.All(all, r => Assert.True(s_states.Contains(r.State) && r.What.Length > 0 && r.State switch
        {
            "met" or "does not apply" => r.Evidence.Length > 0,
            _ => r.Remains.Length > 0,
        }, $"{r.Number} is {r.State}: {r.Evidence} / {r.Remains}"));
    }

    [Fact]
    public void Every_test_and_file_that_is_named_as_evidence_is_there()
    {
        var tests = Tests();
        Assert.All(Requirements(), r =>
        {
            Assert.All(NamedTest().Matches(r.Evidence).Select(m => m.Value), named => Assert.True(tests.Contains(named), $"{r.Number}: there is no test {named}"));
            Assert.All(NamedPath().Matches(r.Evidence).Select(m => m.Value), path => Assert.True(Path.Exists(Repository.PathOf(path.Split('/'))), $"{r.Number}: there is no {path}"));
        });
    }

    [Fact]
    public void What_is_to_be_mended_next_is_not_met_yet()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "security", "asvs.md"));
        var waiting = Requirements().Where(r => r.State is "partly" or "open").Select(r => r.Number).ToHashSet();
        var named = NamedRequirement().Matches(page[page.IndexOf(Mend, StringComparison.Ordinal)..page.IndexOf(Head, StringComparison.Ordinal)]).Select(m => m.Value).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(waiting));
    }

    private static string Counts(IEnumerable<Requirement> of) => string.Join(" | ", s_states.Select(state => of.Count(r => r.State == state)));

    private static List<Requirement> Requirements() => [.. File.ReadLines(Repository.PathOf("tests", "rules", "asvs.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c => new Requirement(c[0], int.Parse(c[1]), c[2], c[3], c[4], c[5]))];

    private static HashSet<string> Tests() =>
        [.. Repository.SourceFiles("tests").SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileNameWithoutExtension(file)}.{m.Groups["name"].Value}"))];

    [GeneratedRegex(@"\b[A-Z]\w*(?:Tests|Journeys)\.\w+")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\b(?:services|gateway|contracts|docs|docker|k8s|tests)/[\w./-]*\w|\b(?:SECURITY|README|CONTRIBUTING|THIRD-PARTY-NOTICES)\.md\b|\bDirectory\.\w+\.props\b")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\b[0-9]{1,2}\.[0-9]\.[0-9]{1,2}\b")]
    private static partial Regex NamedRequirement();

    [GeneratedRegex(@"public\s+(?:async\s+)?(?:Task|void)\s+(?<name>\w+)")]
    private static partial Regex Method();
}
