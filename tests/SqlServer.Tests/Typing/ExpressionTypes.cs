using Concord.SqlServer.Tests.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.SqlServer.Tests.Typing;

/// <summary>The type of each value in a statement, and whether what is compared can be.</summary>
internal sealed class ExpressionTypes(StatementTypes statement)
{
    public SqlType Of(ScalarExpression expression, Scope scope) => expression switch
    {
        StringLiteral text => new(text.IsNational ? "nvarchar" : "varchar", text.Value.Length, text.Value),
        IntegerLiteral number => new(long.Parse(number.Value) > int.MaxValue ? "bigint" : "int", Literal: number.Value),
        NumericLiteral number => new("decimal", Literal: number.Value),
        RealLiteral number => new("float", Literal: number.Value),
        BinaryLiteral bytes => new("varbinary", (bytes.Value.Length - 2) / 2, bytes.Value),
        NullLiteral => SqlType.Null,
        VariableReference variable => statement.Variable(variable.Name),
        GlobalVariableExpression { Name: "@@ROWCOUNT" } => SqlType.Int,
        ColumnReferenceExpression { ColumnType: ColumnType.Wildcard } => SqlType.Int, // COUNT(*)
        ColumnReferenceExpression column => scope.Column([.. column.MultiPartIdentifier.Identifiers.Select(i => i.Value)]),
        ParenthesisExpression inner => Of(inner.Expression, scope),
        UnaryExpression sign => Of(sign.Expression, scope),
        BinaryExpression both => Conversions.Common([Of(both.FirstExpression, scope), Of(both.SecondExpression, scope)]) is { Family: Family.Text } text ? text with { Length = null } : Arithmetic(both, scope),
        CastCall cast => Cast(cast.Parameter, cast.DataType, scope),
        ConvertCall convert => Cast(convert.Parameter, convert.DataType, scope),
        SearchedCaseExpression choice => Choice(choice, scope),
        CoalesceExpression first => Conversions.Common(first.Expressions.Select(e => Of(e, scope))),
        NullIfExpression unless => Conversions.Common([Of(unless.FirstExpression, scope), Of(unless.SecondExpression, scope)]),
        LeftFunctionCall call => Functions.Result("LEFT", [.. call.Parameters.Select(p => Of(p, scope))]),
        RightFunctionCall call => Functions.Result("RIGHT", [.. call.Parameters.Select(p => Of(p, scope))]),
        FunctionCall call => Call(call, scope),
        ScalarSubquery query => new QueryTypes(statement).Columns(query.QueryExpression, scope) is [var one] ? one.Type : throw new CompileException("A subquery that is a value has one column."),
        _ => throw new CompileException($"This check knows no {expression.GetType().Name}."),
    };

    public void Check(BooleanExpression? condition, Scope scope)
    {
        switch (condition)
        {
            case null: break;
            case BooleanParenthesisExpression inner: Check(inner.Expression, scope); break;
            case BooleanNotExpression inner: Check(inner.Expression, scope); break;
            case BooleanBinaryExpression both:
                Check(both.FirstExpression, scope);
                Check(both.SecondExpression, scope);
                break;
            case BooleanIsNullExpression isNull: Of(isNull.Expression, scope); break;
            case BooleanComparisonExpression compare: Conversions.Compare(Of(compare.FirstExpression, scope), Of(compare.SecondExpression, scope)); break;
            case BooleanTernaryExpression between:
                Conversions.Compare(Of(between.FirstExpression, scope), Of(between.SecondExpression, scope));
                Conversions.Compare(Of(between.FirstExpression, scope), Of(between.ThirdExpression, scope));
                break;
            case InPredicate { Subquery: { } subquery } within:
                Conversions.Compare(Of(within.Expression, scope), Of(subquery, scope));
                break;
            case InPredicate within: within.Values.ToList().ForEach(v => Conversions.Compare(Of(within.Expression, scope), Of(v, scope))); break;
            case LikePredicate like: Functions.Result("CHARINDEX", [Of(like.FirstExpression, scope), Of(like.SecondExpression, scope)]); break;
            case ExistsPredicate exists: new QueryTypes(statement).Columns(exists.Subquery.QueryExpression, scope); break;
            default: throw new CompileException($"This check knows no {condition.GetType().Name}.");
        }
    }

    private SqlType Arithmetic(BinaryExpression both, Scope scope)
    {
        var type = Conversions.Common([Of(both.FirstExpression, scope), Of(both.SecondExpression, scope)]);
        return type.Family is Family.Integer or Family.Number or Family.Bit or Family.Null ? type : throw new CompileException($"One cannot calculate with {type}.");
    }

    private SqlType Cast(ScalarExpression value, DataTypeReference type, Scope scope)
    {
        var (from, to) = (Of(value, scope), SqlType.Of(type));
        var allowed = from.Family == to.Family || from.Family is Family.Null or Family.Text || to.Family is Family.Text
            || (from.Family is Family.Integer or Family.Number or Family.Bit && to.Family is Family.Integer or Family.Number or Family.Bit)
            || (from.Family is Family.Date or Family.Moment && to.Family is Family.Date or Family.Moment or Family.Time)
            || (from.Family is Family.Guid or Family.Integer && to.Family is Family.Binary);
        return allowed ? to : throw new CompileException($"{from} cannot be cast to {to}.");
    }

    private SqlType Choice(SearchedCaseExpression choice, Scope scope)
    {
        choice.WhenClauses.ToList().ForEach(w => Check(w.WhenExpression, scope));
        var values = choice.WhenClauses.Select(w => Of(w.ThenExpression, scope));
        return Conversions.Common(choice.ElseExpression is { } other ? values.Append(Of(other, scope)) : values);
    }

    private SqlType Call(FunctionCall call, Scope scope)
    {
        var name = call.FunctionName.Value;
        if (call.CallTarget is not null)
        {
            throw new CompileException($"{name} is called as a function of ours; there is none.");
        }

        IEnumerable<ScalarExpression> values = call.Parameters;
        if (Functions.TakesPart(name) && call.Parameters is [IdentifierLiteral part, ..])
        {
            Functions.CheckPart(name, part.Value);
            values = call.Parameters.Skip(1);
        }

        call.OverClause?.Partitions.ToList().ForEach(p => Of(p, scope));
        call.OverClause?.OrderByClause?.OrderByElements.ToList().ForEach(o => Of(o.Expression, scope));
        return Functions.Result(name, [.. values.Select(v => Of(v, scope))]);
    }
}
