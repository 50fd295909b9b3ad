using System.Globalization;
using System.Text;
using Concord.SqlServer.Tests.Coverage;
using Concord.Support;

namespace Concord.SqlServer.Tests;

/// <summary>How much of the code that queries and saves the recorded statements come from.</summary>
public class CoverageTests(ITestOutputHelper output)
{
    [Fact]
    public void No_service_waits_for_its_database_on_a_thread() => Assert.Empty(QuerySites.Assemblies.SelectMany(QuerySites.SynchronousIn));

    [Fact]
    public void Waiting_on_a_thread_is_found()
    {
        Func<IQueryable<int>, int> seeded = rows => rows.Count();
        Assert.Equal(0, seeded(Array.Empty<int>().AsQueryable()));
        Assert.Contains(QuerySites.SynchronousIn(typeof(CoverageTests).Assembly), line => line.Contains("CoverageTests.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_that_queries_or_saves_was_seen_sending_a_statement()
    {
        var seen = Recorded.All().SelectMany(s => s.Sites).ToHashSet(StringComparer.Ordinal);
        var summary = new StringBuilder();
        foreach (var service in QuerySites.All.GroupBy(s => s.Split('/')[1]))
        {
            summary.AppendLine(CultureInfo.InvariantCulture, $"{service.Key}: {service.Count(seen.Contains)} of {service.Count()} lines that query or save were seen");
        }

        output.WriteLine(summary.ToString());
        File.WriteAllText(Path.Combine(StatementLog.Folder, "coverage.txt"), summary.ToString());
        var missed = QuerySites.All.Where(s => !seen.Contains(s)).Select(s => (Site: s, Line: Unseen.LineOf(s))).ToList();
        Assert.True(missed.TrueForAll(m => Unseen.Reasons.ContainsKey(m.Line)), string.Join('\n', missed.Where(m => !Unseen.Reasons.ContainsKey(m.Line)).Select(m => $"{m.Site} {m.Line}")));
        Assert.Equal(Unseen.Reasons.Keys.Order(), missed.Select(m => m.Line).Order());
    }

    [Fact]
    public void No_statement_goes_past_the_recorder() =>
        Assert.Equal(
            ["services/Platform/Persistence/DatabaseFamily.cs", "services/Platform/Persistence/SqliteMigration.cs", "services/Platform/Persistence/StoreRemains.cs"], QuerySites.PastTheRecorder); // none of them asks SQL Server

    [Fact]
    public void The_list_of_lines_finds_each_kind_of_call()
    {
        foreach (var part in new[] { "Search/RosterIndexKeeper.cs", "Messaging/RetentionSweeper.cs", "Messaging/OutboxRelay.cs", "Reactions/HearOrganizations.cs", "Organizations/OrganizationApi.cs", "Idempotency/PendingRequest.cs" })
        {
            Assert.True(QuerySites.All.Any(s => s.Contains(part, StringComparison.Ordinal)), $"No line of {part} is listed.");
        }
    }
}
