using Concord.SqlServer.Tests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Typing;

/// <summary>
/// Types and functions of a statement over the compiled schema: what the compiler leaves to the server. It resolves every column too,
/// a second opinion on the compiler's. What it does not understand is a fault, so that nothing passes unread.
/// </summary>
internal sealed class StatementTypes(IReadOnlyList<TableShape> tables, IReadOnlyDictionary<string, SqlType> variables)
{
    private const int MostParameters = 2100;

    public static IEnumerable<string> Check(Statement statement, IReadOnlyList<TableShape> tables)
    {
        try
        {
            if (statement.Parameters.Count > MostParameters)
            {
                throw new CompileException($"{statement.Parameters.Count} parameters are more than the {MostParameters} that a statement may have.");
            }

            var variables = statement.Parameters.ToDictionary(p => p.Name, p => SqlType.Parse(p.Type), StringComparer.OrdinalIgnoreCase);
            var check = new StatementTypes(tables, variables);
            foreach (var part in Sql.Parse(statement.Text))
            {
                check.Statement(part);
            }

            return [];
        }
        catch (CompileException fault)
        {
            return [fault.Message];
        }
    }

    public TableShape Table(SchemaObjectName name) =>
        tables.FirstOrDefault(t => string.Equals(t.Name, Sql.NameOf(name), StringComparison.OrdinalIgnoreCase)) ?? throw new CompileException($"There is no table {Sql.NameOf(name)}.");

    public SqlType Variable(string name) => variables.GetValueOrDefault(name) ?? throw new CompileException($"Must declare the variable {name}.");

    private void Statement(TSqlStatement statement)
    {
        switch (statement)
        {
            case SelectStatement { QueryExpression: var query }: new QueryTypes(this).Columns(query, null); break;
            case InsertStatement { InsertSpecification: var insert }: Insert(insert); break;
            case UpdateStatement { UpdateSpecification: var update }: Update(update); break;
            case DeleteStatement { DeleteSpecification: var delete }: Delete(delete); break;
            case MergeStatement { MergeSpecification: var merge }: Merge(merge); break;
            case PredicateSetStatement or SaveTransactionStatement or RollbackTransactionStatement or SetTransactionIsolationLevelStatement: break;
            default: throw new CompileException($"This check knows no {statement.GetType().Name}.");
        }
    }

    private void Insert(InsertSpecification insert)
    {
        var table = Table(((NamedTableReference)insert.Target).SchemaObject);
        if (insert.InsertSource is not ValuesInsertSource values)
        {
            throw new CompileException("This check knows no INSERT but of VALUES.");
        }

        foreach (var row in values.RowValues)
        {
            Put(table, insert.Columns, row.ColumnValues, new Scope(null));
        }

        Output(insert.OutputClause, table, new Scope(null));
    }

    private void Put(TableShape table, IList<ColumnReferenceExpression> columns, IList<ScalarExpression> values, Scope scope)
    {
        if (columns.Count != values.Count)
        {
            throw new CompileException($"{columns.Count} columns of {table.Name} are given {values.Count} values.");
        }

        var types = new ExpressionTypes(this);
        for (var i = 0; i < columns.Count; i++)
        {
            Put(table, columns[i], types.Of(values[i], scope));
        }
    }

    private static void Put(TableShape table, ColumnReferenceExpression column, SqlType value)
    {
        var name = column.MultiPartIdentifier.Identifiers[^1].Value;
        Conversions.Assign(value, table.Columns.GetValueOrDefault(name) ?? throw new CompileException($"{table.Name} has no column {name}."), $"{table.Name}.{name}");
    }

    private void Update(UpdateSpecification update)
    {
        var (table, scope) = Target(update);
        var types = new ExpressionTypes(this);
        foreach (var set in update.SetClauses.Cast<AssignmentSetClause>())
        {
            Put(table, set.Column, types.Of(set.NewValue, scope));
        }

        types.Check(update.WhereClause?.SearchCondition, scope);
        Output(update.OutputClause, table, scope);
    }

    private void Delete(DeleteSpecification delete)
    {
        var (table, scope) = Target(delete);
        new ExpressionTypes(this).Check(delete.WhereClause?.SearchCondition, scope);
        Output(delete.OutputClause, table, scope);
    }

    private (TableShape Table, Scope Scope) Target(UpdateDeleteSpecificationBase change)
    {
        var name = ((NamedTableReference)change.Target).SchemaObject;
        var scope = new Scope(null);
        if (change.FromClause is { } from)
        {
            new QueryTypes(this).From(from, scope);
            return (scope.TableOf(Sql.NameOf(name)) ?? throw new CompileException($"{Sql.NameOf(name)} is no table of the FROM."), scope);
        }

        var table = Table(name);
        scope.Add(table.Name, table.Columns, table);
        return (table, scope);
    }

    private void Merge(MergeSpecification merge)
    {
        var table = Table(((NamedTableReference)merge.Target).SchemaObject);
        var scope = new Scope(null);
        scope.Add(merge.TableAlias?.Value ?? table.Name, table.Columns, table);
        new QueryTypes(this).Source(merge.TableReference, scope);
        var types = new ExpressionTypes(this);
        types.Check(merge.SearchCondition, scope);
        foreach (var action in merge.ActionClauses)
        {
            if (action.Action is not InsertMergeAction insert)
            {
                throw new CompileException("This check knows no MERGE but one that inserts.");
            }

            insert.Source.RowValues.ToList().ForEach(r => Put(table, insert.Columns, r.ColumnValues, scope));
        }

        Output(merge.OutputClause, table, scope);
    }

    private void Output(OutputClause? output, TableShape table, Scope around)
    {
        if (output is not null)
        {
            var scope = new Scope(around);
            scope.Add("INSERTED", table.Columns);
            scope.Add("DELETED", table.Columns);
            output.SelectColumns.Cast<SelectScalarExpression>().ToList().ForEach(c => new ExpressionTypes(this).Of(c.Expression, scope));
        }
    }
}
