using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Concord.Support;

/// <summary>The same query over another context: each set of records in it becomes the set of the same name there.</summary>
internal sealed class MirroredQuery(DbContext mirror) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
        ? new EntityQueryRootExpression(mirror.Model.FindEntityType(root.EntityType.Name)
            ?? throw new InvalidOperationException($"{mirror.GetType().Name} has no {root.EntityType.Name}."))
        : base.VisitExtension(node);

    // A set named inside a condition is still a property of the context that the query captured.
    protected override Expression VisitMember(MemberExpression node) => IsSet(node) ? Visit(Evaluated(node)) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        IsSet(node) && node.Object is { } target && typeof(DbContext).IsAssignableFrom(target.Type) ? Visit(Evaluated(node)) : base.VisitMethodCall(node);

    private static bool IsSet(Expression node) => typeof(IQueryable).IsAssignableFrom(node.Type) && !UsesParameter.In(node);

    private static Expression Evaluated(Expression node) =>
        Expression.Lambda<Func<IQueryable>>(Expression.Convert(node, typeof(IQueryable))).Compile(preferInterpretation: true)().Expression;

    private sealed class UsesParameter : ExpressionVisitor
    {
        private bool _found;

        public static bool In(Expression node)
        {
            var visitor = new UsesParameter();
            visitor.Visit(node);
            return visitor._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found = true;
            return node;
        }
    }
}
