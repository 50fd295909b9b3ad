using Concord.SqlServer.Tests.Schema;

namespace Concord.SqlServer.Tests;

/// <summary>Every migration of every service, step by step.</summary>
public class MigrationTests
{
    public static TheoryData<string> Services => [.. ServiceStore.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Services))]
    public void Every_step_compiles_and_the_last_leaves_what_the_model_says(string service)
    {
        var store = ServiceStore.All.Single(s => s.Name == service);
        var schema = new MigratedSchema();
        foreach (var (migration, batches) in store.Migrations())
        {
            foreach (var batch in batches)
            {
                try
                {
                    var rows = schema.Apply(batch);
                    using var compiled = new CompiledSchema(schema.Script());
                    Assert.Empty(compiled.Check([.. rows.Select(r => new Statement(Sql.Text(r), []))]).SelectMany(f => f));
                }
                catch (CompileException fault)
                {
                    Assert.Fail($"{service}, {migration}: {fault.Message}\n{batch}");
                }
            }
        }

        var model = new MigratedSchema();
        store.CreateScript().ToList().ForEach(b => model.Apply(b));
        Assert.Equal(model.Canonical(), string.Join('\n', schema.Canonical().Split('\n').Where(l => !l.StartsWith("__EFMigrationsHistory", StringComparison.Ordinal))));
    }

    [Theory, MemberData(nameof(Services))]
    public void Every_key_is_short_enough_for_an_index(string service)
    {
        using var schema = new CompiledSchema(Recorded.SchemaOf(service));
        foreach (var table in schema.Tables)
        {
            foreach (var index in table.Indexes)
            {
                var bytes = index.Columns.Sum(c => table.Columns[c].KeyBytes);
                Assert.True(bytes <= index.MostBytes, $"{service}: the key ({string.Join(", ", index.Columns)}) of {table.Name} can take {bytes} bytes; {index.MostBytes} fit.");
            }
        }
    }

    [Theory, MemberData(nameof(Services))]
    public void What_the_migrator_sends_beside_the_migrations_is_of_SQL_Server(string service)
    {
        var sent = ServiceStore.All.Single(s => s.Name == service).Housekeeping();
        Assert.Contains(sent, s => s.Text.Contains("sp_getapplock", StringComparison.Ordinal));
        Assert.All(sent, s => Assert.NotEmpty(Sql.Parse(s.Text)));
    }

    [Fact]
    public void Each_kind_of_change_is_carried_out()
    {
        var schema = new MigratedSchema();
        schema.Apply("CREATE TABLE [A] ([Id] int NOT NULL, [Old] nvarchar(10) NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]))");
        schema.Apply("CREATE INDEX [IX_Old] ON [A] ([Old])");
        schema.Apply("ALTER TABLE [A] ADD [More] nvarchar(50) NOT NULL DEFAULT N''");
        schema.Apply("DECLARE @var nvarchar(max); SELECT @var = QUOTENAME([d].[name]) FROM [sys].[default_constraints] [d]; IF @var IS NOT NULL EXEC(N'ALTER TABLE [A] DROP CONSTRAINT ' + @var + ';'); ALTER TABLE [A] ALTER COLUMN [Old] nvarchar(20) NOT NULL");
        schema.Apply("EXEC sp_rename N'[A].[Old]', N'New', 'COLUMN'");
        schema.Apply("DROP INDEX [IX_Old] ON [A]");
        schema.Apply("CREATE INDEX [IX_New] ON [A] ([New])");
        schema.Apply("EXEC sp_rename N'[A].[IX_New]', N'IX_Newer', 'INDEX'");
        schema.Apply("ALTER TABLE [A] DROP COLUMN [More]");
        var asMeant = new MigratedSchema();
        asMeant.Apply("CREATE TABLE [A] ([Id] int NOT NULL, [New] nvarchar(20) NOT NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]))");
        asMeant.Apply("CREATE INDEX [IX_Newer] ON [A] ([New])");
        Assert.Equal(asMeant.Canonical(), schema.Canonical());
    }

    [Theory]
    [InlineData("ALTER TABLE [B] ADD [C] int NULL", "no table B")]
    [InlineData("ALTER TABLE [A] DROP COLUMN [Wrong]", "no column Wrong")]
    [InlineData("CREATE INDEX [IX] ON [B] ([Id])", "no table B")]
    [InlineData("GRANT SELECT ON [A] TO [someone]", "knows no GrantStatement")]
    public void A_change_of_what_is_not_there_is_a_fault(string batch, string named)
    {
        var schema = new MigratedSchema();
        schema.Apply("CREATE TABLE [A] ([Id] int NOT NULL)");
        Assert.Contains(named, Assert.Throws<CompileException>(() => schema.Apply(batch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_over_a_column_that_is_not_there_does_not_compile()
    {
        var schema = new MigratedSchema();
        schema.Apply("CREATE TABLE [A] ([Id] int NOT NULL)");
        schema.Apply("CREATE INDEX [IX] ON [A] ([Wrong])");
        Assert.Contains("Wrong", Assert.Throws<CompileException>(() => new CompiledSchema(schema.Script())).Message, StringComparison.Ordinal);
    }
}
