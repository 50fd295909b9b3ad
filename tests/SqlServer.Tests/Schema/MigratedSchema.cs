using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Schema;

/// <summary>
/// The schema as the migrations leave it. The compiler takes only CREATE; so each ALTER, DROP and rename is carried out on the CREATE it changes.
/// A kind of statement that is not known here is a fault, not silence.
/// </summary>
internal sealed class MigratedSchema
{
    private readonly SortedDictionary<string, CreateTableStatement> _tables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CreateIndexStatement> _indexes = new(StringComparer.Ordinal);

    public IEnumerable<string> Script() => _tables.Values.Cast<TSqlStatement>().Concat(_indexes.Values).Select(Sql.Text);

    /// <summary>The same for the same schema: the order of columns and constraints is that of their texts.</summary>
    /// <remarks>Without defaults: a column added later carries one for the rows that were there, the model does not.</remarks>
    public string Canonical() => string.Join("\n", _tables.SelectMany(t =>
            t.Value.Definition.ColumnDefinitions.Select(c => $"{t.Key}.{Text(c)}")
                .Concat(t.Value.Definition.TableConstraints.Select(c => $"{t.Key} {Sql.Text(c)}")))
        .Concat(_indexes.Values.Select(Sql.Text)).Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal));

    /// <returns>Statements that change rows, not the schema; they are compiled like any other.</returns>
    public IReadOnlyList<TSqlStatement> Apply(string batch)
    {
        List<TSqlStatement> rows = [];
        foreach (var statement in Sql.Parse(batch))
        {
            switch (statement)
            {
                case CreateTableStatement create: _tables.Add(Sql.NameOf(create.SchemaObjectName), create); break;
                case CreateIndexStatement create: Index(create); break;
                case AlterTableAddTableElementStatement add: Add(add); break;
                case AlterTableAlterColumnStatement alter: Alter(alter); break;
                case AlterTableDropTableElementStatement drop: Drop(drop); break;
                case DropIndexStatement drop: DropIndexes(drop); break;
                case DropTableStatement drop: drop.Objects.Select(Sql.NameOf).ToList().ForEach(n => Remove(_tables, n)); break;
                case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference call }: Rename(call); break;
                case IfStatement { ThenStatement: BeginEndBlockStatement { StatementList.Statements: [CreateTableStatement history] } }:
                    _tables.TryAdd(Sql.NameOf(history.SchemaObjectName), history);
                    break;
                case BeginTransactionStatement or CommitTransactionStatement: break;
                case IfStatement { ThenStatement: SetIdentityInsertStatement }: break; // EF asks whether the table counts its rows itself before it puts one in
                // EF looks up the unnamed default of a column before it drops or alters it, and drops it by a text that only the server can make.
                case DeclareVariableStatement or SelectStatement { QueryExpression: QuerySpecification { SelectElements: [SelectSetVariable] } } or IfStatement { ThenStatement: ExecuteStatement }: break;
                case InsertStatement or UpdateStatement or DeleteStatement or MergeStatement: rows.Add(statement); break;
                default: throw new CompileException($"This check knows no {statement.GetType().Name}: {Sql.Text(statement)}");
            }
        }

        return rows;
    }

    private void Index(CreateIndexStatement create) => _indexes.Add($"{TableOf(create.OnName)}.{create.Name.Value}", create);

    private void Add(AlterTableAddTableElementStatement add)
    {
        var table = Definition(add.SchemaObjectName);
        add.Definition.ColumnDefinitions.ToList().ForEach(table.ColumnDefinitions.Add);
        add.Definition.TableConstraints.ToList().ForEach(table.TableConstraints.Add);
    }

    private void Alter(AlterTableAlterColumnStatement alter)
    {
        var column = Column(alter.SchemaObjectName, alter.ColumnIdentifier.Value);
        column.DataType = alter.DataType;
        column.Constraints.OfType<NullableConstraintDefinition>().ToList().ForEach(c => column.Constraints.Remove(c));
        column.Constraints.Add(new NullableConstraintDefinition { Nullable = alter.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull });
    }

    private void Drop(AlterTableDropTableElementStatement drop)
    {
        var table = Definition(drop.SchemaObjectName);
        foreach (var element in drop.AlterTableDropTableElements)
        {
            var gone = element.TableElementType == TableElementType.Column
                ? table.ColumnDefinitions.Remove(Column(drop.SchemaObjectName, element.Name.Value))
                : table.TableConstraints.Remove(table.TableConstraints.FirstOrDefault(c => c.ConstraintIdentifier?.Value == element.Name.Value));
            if (!gone)
            {
                throw new CompileException($"{TableOf(drop.SchemaObjectName)} has no {element.Name.Value} to drop.");
            }
        }
    }

    private void DropIndexes(DropIndexStatement drop) =>
        drop.DropIndexClauses.Cast<DropIndexClause>().ToList().ForEach(c => Remove(_indexes, $"{TableOf(c.Object)}.{c.Index.Value}"));

    private void Rename(ExecutableProcedureReference call)
    {
        string[] arguments = [.. call.Parameters.Select(p => ((StringLiteral)p.ParameterValue).Value)];
        if (call.ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value != "sp_rename" || arguments is not [var old, var name, ..])
        {
            throw new CompileException($"This check knows no call of {Sql.Text(call)}");
        }

        string[] path = [.. old.Split('.').Select(p => p.Trim('[', ']'))];
        switch (arguments.ElementAtOrDefault(2))
        {
            case "COLUMN": Column(path[^2], path[^1]).ColumnIdentifier = new Identifier { Value = name, QuoteType = QuoteType.SquareBracket }; break;
            case "INDEX":
                var index = Remove(_indexes, $"{path[^2]}.{path[^1]}");
                index.Name = new Identifier { Value = name, QuoteType = QuoteType.SquareBracket };
                Index(index);
                break;
            default: throw new CompileException($"This check knows no renaming of {old}.");
        }
    }

    private static string Text(ColumnDefinition column) => string.Join(' ',
    [
        column.ColumnIdentifier.Value, column.DataType is null ? "" : Sql.Text(column.DataType), column.Collation?.Value, column.IdentityOptions is null ? "" : "IDENTITY",
        column.ComputedColumnExpression is null ? "" : Sql.Text(column.ComputedColumnExpression), .. column.Constraints.Where(c => c is not DefaultConstraintDefinition).Select(Sql.Text),
    ]);

    private string TableOf(SchemaObjectName name) => _tables.ContainsKey(Sql.NameOf(name)) ? Sql.NameOf(name) : throw new CompileException($"There is no table {Sql.NameOf(name)}.");

    private TableDefinition Definition(SchemaObjectName name) => _tables[TableOf(name)].Definition;

    private ColumnDefinition Column(SchemaObjectName table, string column) => Column(TableOf(table), column);

    private ColumnDefinition Column(string table, string column) =>
        _tables.GetValueOrDefault(table)?.Definition.ColumnDefinitions.SingleOrDefault(c => c.ColumnIdentifier.Value == column) ?? throw new CompileException($"{table} has no column {column}.");

    private static T Remove<T>(SortedDictionary<string, T> all, string name) => all.Remove(name, out var gone) ? gone : throw new CompileException($"There is no {name} to change.");
}
