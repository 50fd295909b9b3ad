using System.Globalization;
using System.Text;
using Concord.SqlServer.Tests.Coverage;
using Concord.SqlServer.Tests.Locks;
using Concord.SqlServer.Tests.Schema;
using Concord.Support;

namespace Concord.SqlServer.Tests;

/// <summary>What of the recorded statements takes wide locks on SQL Server, each with the reason it may: docs/sqlserver.md.</summary>
public class LockTests
{
    [Fact]
    public void Every_pattern_that_takes_wide_locks_is_approved_with_its_reason()
    {
        var text = new StringBuilder(Reasons.Introduction);
        foreach (var pattern in Found().GroupBy(f => f.Pattern).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(pattern.Key[0])}{pattern.Key[1..]}\n\n{Reasons.Meaning(pattern.Key)}\n");
            foreach (var (_, service, table, file) in pattern.OrderBy(f => (f.Service, f.Table, f.File)))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {service}, `{table}`, {file}: {Reasons.For(pattern.Key, table)}");
            }
        }

        Approved.Is(text.ToString(), "docs", "sqlserver.md");
        Assert.DoesNotContain(Reasons.None, text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Text] = @p", "read without an index")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @p", "")]
    [InlineData("SELECT TOP(5) [n].[Id] FROM [Notes] AS [n] ORDER BY [n].[At]", "")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[At] > @p AND LEN([n].[Text]) = 3", "condition on a computed value")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @p AND [n].[Text] LIKE @q", "condition on a computed value")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @p OR [n].[At] = @q", "read without an index")]
    [InlineData("UPDATE [Notes] SET [Text] = @p OUTPUT 1 WHERE [Id] = @q", "")]
    [InlineData("UPDATE [n] SET [n].[Text] = @p FROM [Notes] AS [n] WHERE [n].[At] < @q", "change of many rows")]
    [InlineData("DELETE FROM [n] FROM [Notes] AS [n] WHERE [n].[Text] = @q", "change without an index, change of many rows")]
    public void A_pattern_is_known_where_it_is(string text, string patterns)
    {
        using var schema = new CompiledSchema(
            ["CREATE TABLE [Notes] ([Id] uniqueidentifier NOT NULL, [Text] nvarchar(100) NOT NULL, [At] datetime2 NOT NULL, CONSTRAINT [PK] PRIMARY KEY ([Id]))", "CREATE INDEX [IX] ON [Notes] ([At])"]);
        Assert.Equal(patterns, string.Join(", ", Accesses.Of(text, schema.Tables).SelectMany(a => a.Patterns())));
    }

    private static IReadOnlyList<(string Pattern, string Service, string Table, string File)> Found() =>
    [
        .. Recorded.All().GroupBy(s => s.Service).SelectMany(service =>
        {
            using var schema = new CompiledSchema(Recorded.SchemaOf(service.Key));
            return service.Select(s => (s.Text, File: FileOf(s))).Distinct().SelectMany(s => s.Text.StartsWith("SET TRANSACTION", StringComparison.Ordinal)
                ? [("stricter isolation", service.Key, s.Text["SET TRANSACTION ISOLATION LEVEL ".Length..].TrimEnd(';'), s.File ?? "OpenIddict")]
                : Accesses.Of(s.Text, schema.Tables)
                .Where(a => Reasons.IsShared(a.Table.Name) || ServiceStore.All.Any(x => x.Name == service.Key))
                .Where(a => s.File is not null || IsOfTokens(a))
                .SelectMany(a => a.Patterns().Select(p => (p, Reasons.IsShared(a.Table.Name) ? "every service" : service.Key, a.Table.Name, IsOfTokens(a) ? "OpenIddict" : s.File!)))).ToList();
        }).Distinct(),
    ];

    // The token server's own; which of our lines it was called from depends on how it waited.
    private static bool IsOfTokens(Access access) => access.Table.Name.StartsWith("OpenIddict", StringComparison.Ordinal);

    // Who asked, past the paging that all lists share; nobody of ours where a test or the token server did.
    private static string? FileOf(RecordedStatement statement) => statement.Sites.Select(QuerySites.WithoutLine).FirstOrDefault(f => !f.EndsWith("/KeysetPaging.cs", StringComparison.Ordinal));
}
