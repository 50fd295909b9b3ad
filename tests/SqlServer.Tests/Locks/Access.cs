using Concord.SqlServer.Tests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Locks;

/// <summary>How a statement comes to the rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Alias">Its name in the statement.</param>
/// <param name="Changes">Whether the rows are changed, not only read.</param>
/// <param name="Conditions">All that must hold for a row.</param>
/// <param name="Order">Columns that the rows are taken in the order of, where only the first ones are taken.</param>
internal sealed record Access(TableShape Table, string Alias, bool Changes, IReadOnlyList<BooleanExpression> Conditions, IReadOnlyList<string> Order)
{
    /// <summary>Columns that an index can be searched by, and whether for one value or a few.</summary>
    private Dictionary<string, bool> Searched => Conditions.SelectMany(Search).GroupBy(s => s.Column, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.Any(s => s.Exact), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Patterns()
    {
        var searched = Searched;
        var found = Table.Indexes.Any(i => searched.ContainsKey(i.Columns[0]));
        var ordered = Order.Count > 0 && Table.Indexes.Any(i => string.Equals(i.Columns[0], Order[0], StringComparison.OrdinalIgnoreCase));
        if (!found && !ordered)
        {
            yield return Changes ? "change without an index" : "read without an index";
        }

        if (Changes && !Table.Indexes.Any(i => i.Unique && !i.Filtered && i.Columns.All(c => searched.TryGetValue(c, out var exact) && exact)))
        {
            yield return "change of many rows";
        }

        if (Conditions.Any(Wraps))
        {
            yield return "condition on a computed value";
        }
    }

    private IEnumerable<(string Column, bool Exact)> Search(BooleanExpression condition)
    {
        switch (condition)
        {
            case BooleanComparisonExpression { ComparisonType: not BooleanComparisonType.NotEqualToBrackets and not BooleanComparisonType.NotEqualToExclamation } compare:
                var exact = compare.ComparisonType == BooleanComparisonType.Equals;
                foreach (var (side, other) in new[] { (compare.FirstExpression, compare.SecondExpression), (compare.SecondExpression, compare.FirstExpression) })
                {
                    if (ColumnOf(side) is { } column && !Mentions(other))
                    {
                        yield return (column, exact);
                    }
                }

                break;
            case InPredicate { NotDefined: false } within when ColumnOf(within.Expression) is { } column: yield return (column, within.Subquery is null); break;
            case BooleanIsNullExpression { IsNot: false } isNull when ColumnOf(isNull.Expression) is { } column: yield return (column, true); break;
        }
    }

    private bool Wraps(BooleanExpression condition) => condition is BooleanComparisonExpression compare
        && new[] { compare.FirstExpression, compare.SecondExpression }.Any(e => e is FunctionCall or CastCall or BinaryExpression or LeftFunctionCall or SearchedCaseExpression or ScalarSubquery && Mentions(e))
        || condition is LikePredicate { SecondExpression: not StringLiteral } or LikePredicate { SecondExpression: StringLiteral { Value: ['%' or '_', ..] } };

    private string? ColumnOf(ScalarExpression expression) => expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: var path }
        && (path.Count == 1 ? Table.Columns.ContainsKey(path[0].Value) : string.Equals(path[0].Value, Alias, StringComparison.OrdinalIgnoreCase)) ? path[^1].Value : null;

    private bool Mentions(ScalarExpression expression)
    {
        var columns = new Columns();
        expression.Accept(columns);
        return columns.Found.Exists(c => ColumnOf(c) is not null);
    }

    private sealed class Columns : TSqlFragmentVisitor
    {
        public List<ColumnReferenceExpression> Found { get; } = [];

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is not null)
            {
                Found.Add(node);
            }
        }
    }
}
