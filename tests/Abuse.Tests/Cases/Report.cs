using System.Collections.Concurrent;
using System.Text;
using Concord.Abuse.Tests.Cases;
using Concord.Abuse.Tests.Contract;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>What became of each operation in each case, as a table for whoever reviews: TestResults/abuse.md.</summary>
internal sealed class Report
{
    private readonly ConcurrentDictionary<(string Operation, string Case), string> _verdicts = new();

    public static string File => Repository.PathOf("TestResults", Environment.GetEnvironmentVariable("CONCORD_ADDRESS") is { Length: > 0 } ? "abuse-running.md" : "abuse.md");

    public void Tell(string operation, string name, string verdict) => _verdicts[(operation, name)] = verdict;

    /// <summary>How many operations ended how, in one case.</summary>
    public string Summary(string name) =>
        $"{name}: {string.Join(", ", _verdicts.Where(v => v.Key.Case == name).GroupBy(v => v.Value.StartsWith("n/a", StringComparison.Ordinal) ? "n/a" : v.Value).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} × {g.Key}"))}";

    public void Write()
    {
        var cases = _verdicts.Keys.Select(k => k.Case).Distinct().Order(StringComparer.Ordinal).ToList();
        if (cases.Count == 0)
        {
            return;
        }

        var text = new StringBuilder("# Every operation in every case\n\nMade by tests/Abuse.Tests. Each cell: how the platform refused, or why the case does not apply.\n\n");
        text.Append($"| operation | {string.Join(" | ", cases)} |\n|{string.Concat(Enumerable.Repeat("---|", cases.Count + 1))}\n");
        foreach (var operation in Surface.Operations.Select(o => o.Id).Concat(Surface.Rpcs.Select(r => r.FullName)))
        {
            text.Append($"| {operation} | {string.Join(" | ", cases.Select(c => _verdicts.GetValueOrDefault((operation, c), "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")))} |\n");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text.ToString());
        Console.WriteLine($"Abuse: {cases.Count} cases, {_verdicts.Count} cells, {_verdicts.Values.Count(v => v.StartsWith("FAILED", StringComparison.Ordinal))} FAILED, {Case.Share}: {File}");
    }
}
