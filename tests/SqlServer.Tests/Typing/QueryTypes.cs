using Concord.SqlServer.Tests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Typing;

/// <summary>Sources and columns of a query.</summary>
internal sealed class QueryTypes(StatementTypes statement)
{
    private readonly ExpressionTypes _types = new(statement);

    /// <returns>The columns that the query gives, in order; nameless ones have an empty name.</returns>
    public IReadOnlyList<(string Name, SqlType Type)> Columns(QueryExpression query, Scope? around) => query switch
    {
        QueryParenthesisExpression inner => Columns(inner.QueryExpression, around),
        BinaryQueryExpression both => Columns(both.FirstQueryExpression, around).Zip(Columns(both.SecondQueryExpression, around), (a, b) => (a.Name, Conversions.Common([a.Type, b.Type]))).ToList(),
        QuerySpecification one => Columns(one, around),
        _ => throw new CompileException($"This check knows no {query.GetType().Name}."),
    };

    public void From(FromClause? from, Scope scope) => from?.TableReferences.ToList().ForEach(t => Source(t, scope));

    public void Source(TableReference source, Scope scope)
    {
        switch (source)
        {
            case NamedTableReference named:
                var table = statement.Table(named.SchemaObject);
                scope.Add(named.Alias?.Value ?? table.Name, table.Columns, table);
                break;
            case QueryDerivedTable derived: scope.Add(derived.Alias.Value, Named(Columns(derived.QueryExpression, scope), derived.Columns)); break;
            case InlineDerivedTable values:
                var rows = values.RowValues.Select(r => r.ColumnValues.Select(v => _types.Of(v, scope)).ToList()).ToList();
                scope.Add(values.Alias.Value, Named([.. rows[0].Select((_, i) => ("", Conversions.Common(rows.Select(r => r[i]))))], values.Columns));
                break;
            case QualifiedJoin join:
                Source(join.FirstTableReference, scope);
                Source(join.SecondTableReference, scope);
                _types.Check(join.SearchCondition, scope);
                break;
            case UnqualifiedJoin join:
                Source(join.FirstTableReference, scope);
                Source(join.SecondTableReference, scope);
                break;
            case OpenJsonTableReference json:
                _types.Of(json.Variable, scope);
                scope.Add(json.Alias.Value, json.SchemaDeclarationItems.Count > 0
                    ? json.SchemaDeclarationItems.ToDictionary(i => i.ColumnDefinition.ColumnIdentifier.Value, i => SqlType.Of(i.ColumnDefinition.DataType), StringComparer.OrdinalIgnoreCase)
                    : new(StringComparer.OrdinalIgnoreCase) { ["key"] = new("nvarchar", 4000), ["value"] = new("nvarchar", SqlType.Max), ["type"] = SqlType.Int });
                break;
            default: throw new CompileException($"This check knows no {source.GetType().Name}.");
        }
    }

    private List<(string Name, SqlType Type)> Columns(QuerySpecification query, Scope? around)
    {
        var scope = new Scope(around);
        From(query.FromClause, scope);
        _types.Check(query.WhereClause?.SearchCondition, scope);
        var columns = query.SelectElements.Select(e => e is SelectScalarExpression one
            ? (one.ColumnName?.Value ?? (one.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value ?? "", _types.Of(one.Expression, scope))
            : throw new CompileException($"This check knows no {e.GetType().Name}.")).ToList();
        query.GroupByClause?.GroupingSpecifications.Cast<ExpressionGroupingSpecification>().ToList().ForEach(g => _types.Of(g.Expression, scope));
        _types.Check(query.HavingClause?.SearchCondition, scope);
        query.OrderByClause?.OrderByElements.ToList().ForEach(o => _types.Of(o.Expression, scope));
        foreach (var count in new[] { query.TopRowFilter?.Expression, query.OffsetClause?.OffsetExpression, query.OffsetClause?.FetchExpression }.OfType<ScalarExpression>())
        {
            Conversions.Assign(_types.Of(count, scope), new SqlType("bigint"), "a number of rows");
        }

        return columns;
    }

    private static Dictionary<string, SqlType> Named(IReadOnlyList<(string Name, SqlType Type)> columns, IList<Identifier> names)
    {
        if (names.Count > 0 && names.Count != columns.Count)
        {
            throw new CompileException($"{columns.Count} columns have {names.Count} names.");
        }

        return columns.Select((c, i) => (Name: names.Count > 0 ? names[i].Value : c.Name, c.Type)).ToDictionary(c => c.Name, c => c.Type, StringComparer.OrdinalIgnoreCase);
    }
}
