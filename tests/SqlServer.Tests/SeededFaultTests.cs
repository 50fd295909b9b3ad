using Concord.SqlServer.Tests.Schema;
using Concord.Support;

namespace Concord.SqlServer.Tests;

/// <summary>The check itself: it finds each kind of fault, names it, and is quiet about what is right.</summary>
public class SeededFaultTests
{
    private const string Table = "CREATE TABLE [Notes] ([Id] uniqueidentifier NOT NULL, [Text] nvarchar(100) NOT NULL, [Code] varchar(10) NULL, [Times] int NOT NULL, [Day] date NULL, [At] datetime2 NOT NULL, CONSTRAINT [PK_Notes] PRIMARY KEY ([Id]))";

    private static readonly RecordedParameter[] Parameters =
    [
        new("@id", "uniqueidentifier"), new("@text", "nvarchar(100)"), new("@long", "nvarchar(4000)"), new("@times", "int"), new("@many", "bigint"), new("@day", "date"), new("@at", "datetime2"),
    ];

    [Theory]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Text] = @text AND [n].[At] <= @at")]
    [InlineData("SELECT TOP(@times) [n].[Id], [n].[Times] FROM [Notes] AS [n] WHERE [n].[Day] >= '2026-01-01' AND [n].[Code] = 'x' ORDER BY [n].[At], [n].[Id]")]
    [InlineData("SELECT CASE WHEN EXISTS (SELECT 1 FROM [Notes] AS [n] WHERE [n].[Id] = @id) THEN CAST(1 AS bit) ELSE CAST(0 AS bit) END")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Text] IN (SELECT [t].[value] FROM OPENJSON(@long) WITH ([value] nvarchar(100) '$') AS [t])")]
    [InlineData("SET NOCOUNT ON; INSERT INTO [Notes] ([Id], [Text], [Times], [At]) VALUES (@id, @text, 0, @at);")]
    [InlineData("UPDATE [n] SET [n].[Times] = [n].[Times] + 1 FROM [Notes] AS [n] WHERE [n].[Id] = @id")]
    [InlineData("UPDATE [Notes] SET [At] = DATEADD(day, 1.0E0, [At]) OUTPUT 1 WHERE [Id] = @id;")]
    [InlineData("DELETE FROM [n] FROM [Notes] AS [n] WHERE LEN([n].[Text]) > 3 AND [n].[At] < GETUTCDATE()")]
    [InlineData("MERGE [Notes] USING (VALUES (@id, @text, 0), (@id, @text, 1)) AS i ([Id], [Text], _Position) ON 1=0 WHEN NOT MATCHED THEN INSERT ([Id], [Text]) VALUES (i.[Id], i.[Text]) OUTPUT INSERTED.[Id], i._Position;")]
    public void A_right_statement_passes(string text) => Assert.Empty(Faults(text));

    [Theory]
    [InlineData("SELECT [n].[Wrong] FROM [Notes] AS [n]", "Wrong")]
    [InlineData("SELECT [x].[Id] FROM [Notes] AS [n]", "x")]
    [InlineData("SELECT [n].[Id] FROM [Nots] AS [n]", "Nots")]
    [InlineData("SELECT [s].[Idx] FROM (SELECT [n].[Id] FROM [Notes] AS [n]) AS [s]", "Idx")]
    [InlineData("INSERT INTO [Notes] ([Id], [Wrong]) VALUES (@id, @text)", "Wrong")]
    [InlineData("INSERT INTO [Notes] ([Id], [Text]) VALUES (@id)", "2 columns")]
    [InlineData("UPDATE [Notes] SET [Wrong] = 1 OUTPUT 1 WHERE [Id] = @id", "Wrong")]
    [InlineData("DELETE FROM [n] FROM [Notes] AS [n] WHERE [n].[Wrong] < @at", "Wrong")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @forgotten", "@forgotten")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] LIMIT 5", "LIMIT")]
    public void A_wrong_table_column_or_variable_is_named(string text, string named) => Assert.Contains(Faults(text), f => f.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = [n].[Times]", "uniqueidentifier is compared with int")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @times", "uniqueidentifier is compared with int")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Times] IN (@times, @text)", "int is compared with nvarchar(100)")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Code] = @text", "row by row")]
    [InlineData("INSERT INTO [Notes] ([Id], [Text], [At]) VALUES (@times, @text, @at)", "int is put into Notes.Id")]
    [InlineData("INSERT INTO [Notes] ([Id], [Text], [At]) VALUES (@id, @text, @text)", "nvarchar(100) is put into Notes.At")]
    [InlineData("INSERT INTO [Notes] ([Id], [Text]) VALUES (@id, @long)", "truncated")]
    [InlineData("UPDATE [Notes] SET [Day] = 1 WHERE [Id] = @id", "int 1 is put into Notes.Day")]
    [InlineData("UPDATE [Notes] SET [Times] = @many WHERE [Id] = @id", "does not fit")]
    [InlineData("MERGE [Notes] USING (VALUES (@id, @times, 0)) AS i ([Id], [Text], _Position) ON 1=0 WHEN NOT MATCHED THEN INSERT ([Id], [Text]) VALUES (i.[Id], i.[Text]);", "int is put into Notes.Text")]
    [InlineData("SELECT CAST([n].[Id] AS int) FROM [Notes] AS [n]", "cannot be cast")]
    public void A_wrong_type_is_named(string text, string named) => Assert.Contains(Faults(text), f => f.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT gen_random_uuid(), [n].[Id] FROM [Notes] AS [n]", "gen_random_uuid")]
    [InlineData("SELECT [n].[Id] FROM [Notes] AS [n] WHERE strftime('%Y', [n].[At]) = '2026'", "strftime")]
    [InlineData("SELECT LENGTH([n].[Text]) FROM [Notes] AS [n]", "LENGTH")]
    [InlineData("SELECT LEN([n].[Text], 3) FROM [Notes] AS [n]", "LEN takes 1")]
    [InlineData("SELECT SUM([n].[Text]) FROM [Notes] AS [n]", "SUM takes no nvarchar(100)")]
    [InlineData("SELECT DATEADD(dai, 1, [n].[At]) FROM [Notes] AS [n]", "dai")]
    [InlineData("SELECT [dbo].[ours]([n].[Text]) FROM [Notes] AS [n]", "ours")]
    public void A_wrong_function_is_named(string text, string named) => Assert.Contains(Faults(text), f => f.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void The_compiler_itself_finds_a_wrong_column_and_our_check_what_it_leaves_to_the_server()
    {
        using var schema = new CompiledSchema([Table]);
        Assert.NotEmpty(schema.Compile([new Statement("SELECT [n].[Wrong] FROM [Notes] AS [n]", Parameters)])[0]);
        Assert.Empty(schema.Compile([new Statement("SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @times AND gen_random_uuid() = @id", Parameters)])[0]);
    }

    [Fact]
    public void A_fault_does_not_hide_the_next_one()
    {
        using var schema = new CompiledSchema([Table]);
        string[] texts = ["SELECT [n].[Wrong] FROM [Notes] AS [n]", "SELEC 1", "SELECT [n].[Id] FROM [Notes] AS [n]", "SELECT [n].[Id] FROM [Notes] AS [n] WHERE [n].[Id] = @times"];
        var faults = schema.Check([.. texts.Select(t => new Statement(t, Parameters))]);
        Assert.Equal([true, true, false, true], faults.Select(f => f.Count > 0));
    }

    private static IReadOnlyList<string> Faults(string text)
    {
        using var schema = new CompiledSchema([Table]);
        return schema.Check([new Statement(text, Parameters)])[0];
    }
}
