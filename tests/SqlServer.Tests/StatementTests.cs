using System.Globalization;
using System.Text;
using Concord.SqlServer.Tests.Schema;
using Concord.Support;

namespace Concord.SqlServer.Tests;

/// <summary>Every statement that the tests made the services send, against the schema that their migrations leave.</summary>
public class StatementTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_statement_that_the_services_send_compiles_against_the_migrated_schema()
    {
        var recorded = Recorded.All();
        var (wrong, summary) = (new StringBuilder(), new StringBuilder());
        foreach (var service in recorded.GroupBy(s => s.Service).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var statements = service.GroupBy(s => (s.Text, string.Join(',', s.Parameters))).Select(g => (First: g.First(), Sites: g.Select(Asker).Distinct())).ToList();
            using var schema = new CompiledSchema(Recorded.SchemaOf(service.Key));
            var faults = schema.Check([.. statements.Select(s => new Statement(s.First.Text, s.First.Parameters))]);
            for (var i = 0; i < statements.Count; i++)
            {
                foreach (var fault in faults[i])
                {
                    wrong.AppendLine(CultureInfo.InvariantCulture, $"{service.Key}: {fault}\n  asked for by {string.Join(", ", statements[i].Sites)}\n  {statements[i].First.Text.ReplaceLineEndings("\n  ")}");
                }
            }

            summary.AppendLine(CultureInfo.InvariantCulture, $"{service.Key}: {statements.Count} statements compiled");
        }

        output.WriteLine(summary.ToString());
        File.WriteAllText(Path.Combine(StatementLog.Folder, "statements.txt"), summary.ToString());
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static string Asker(RecordedStatement statement) =>
        statement.Sites.FirstOrDefault(s => !s.StartsWith("services/Platform/Persistence/", StringComparison.Ordinal)) ?? "a test";
}
