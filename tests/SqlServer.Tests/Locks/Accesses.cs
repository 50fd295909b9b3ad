using Concord.SqlServer.Tests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Locks;

/// <summary>Every table that a statement reads or changes, with the conditions that hold where it does.</summary>
internal sealed class Accesses(IReadOnlyList<TableShape> tables) : TSqlFragmentVisitor
{
    private readonly List<Access> _found = [];

    public static IReadOnlyList<Access> Of(string text, IReadOnlyList<TableShape> tables)
    {
        var visitor = new Accesses(tables);
        Sql.Parse(text).ToList().ForEach(s => s.Accept(visitor));
        return visitor._found;
    }

    public override void Visit(QuerySpecification node) =>
        Add(node.FromClause, node.WhereClause, null, node.TopRowFilter is null && node.OffsetClause is null ? [] : [.. (node.OrderByClause?.OrderByElements ?? []).Select(o => NameOf(o.Expression))]);

    public override void Visit(UpdateSpecification node) => Add(node.FromClause, node.WhereClause, node.Target, []);

    public override void Visit(DeleteSpecification node) => Add(node.FromClause, node.WhereClause, node.Target, []);

    private void Add(FromClause? from, WhereClause? where, TableReference? target, IReadOnlyList<string> order)
    {
        List<TableReference> sources = [];
        List<BooleanExpression> conditions = [.. Parts(where?.SearchCondition)];
        foreach (var source in from?.TableReferences ?? [])
        {
            Collect(source, sources, conditions);
        }

        var changed = (target as NamedTableReference)?.SchemaObject;
        if (from is null && target is NamedTableReference own)
        {
            sources.Add(own);
        }

        foreach (var source in sources.OfType<NamedTableReference>())
        {
            if (tables.FirstOrDefault(t => t.Name == Sql.NameOf(source.SchemaObject)) is { } table)
            {
                var alias = source.Alias?.Value ?? table.Name;
                _found.Add(new Access(table, alias, changed is not null && Sql.NameOf(changed) == alias, sources[0] == source && sources.Count > 1, conditions, order));
            }
        }
    }

    private static void Collect(TableReference source, List<TableReference> sources, List<BooleanExpression> conditions)
    {
        switch (source)
        {
            case QualifiedJoin join:
                Collect(join.FirstTableReference, sources, conditions);
                Collect(join.SecondTableReference, sources, conditions);
                conditions.AddRange(Parts(join.SearchCondition));
                break;
            case UnqualifiedJoin join:
                Collect(join.FirstTableReference, sources, conditions);
                Collect(join.SecondTableReference, sources, conditions);
                break;
            default: sources.Add(source); break;
        }
    }

    private static IEnumerable<BooleanExpression> Parts(BooleanExpression? condition) => condition switch
    {
        null => [],
        BooleanParenthesisExpression inner => Parts(inner.Expression),
        BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both => Parts(both.FirstExpression).Concat(Parts(both.SecondExpression)),
        _ => [condition],
    };

    private static string NameOf(ScalarExpression expression) => (expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "";
}
