using System.Linq.Expressions;
using Concord.Contracts.Access;
using Concord.Roster.Mediators;

namespace Concord.Roster.SharingAgreements;

/// <summary>The same as <see cref="AgreedSight.Covers"/>, for the store to ask.</summary>
internal static class AgreedPeople
{
    public static Expression<Func<Profile, bool>> Covered(this AgreedSight sight)
    {
        var (owner, day) = (sight.Owner, sight.Day);
        List<Expression<Func<Profile, bool>>> all = [p => p.State == ProfileState.Active && p.Classification == Classification.Confidential && p.Owner == owner && p.SharingUntil >= day];
        if (sight.Levels is { Length: > 0 } levels)
        {
            all.Add(p => levels.Contains(p.SeniorityLevel));
        }

        if (sight.Expertise.Length > 0)
        {
            all.Add(AnyOf(sight.Expertise.Select(area => $" {area}=").Select<string, Expression<Func<Profile, bool>>>(key => p => (" " + (string)(object)p.Expertise).Contains(key))));
        }

        if (sight.Languages.Length > 0)
        {
            all.Add(AnyOf(sight.Languages.Select(code => $" {code}=").Select<string, Expression<Func<Profile, bool>>>(key => p => (" " + (string)(object)p.Languages).Contains(key))));
        }

        if (sight.Regions.Length > 0)
        {
            all.Add(AnyOf(sight.Places.Select(code => $" {code} ").Select<string, Expression<Func<Profile, bool>>>(
                key => p => (" " + (string)(object)p.Regions + " " + (string)(object)p.Countries + " ").Contains(key))));
        }

        if (sight.People.Length > 0)
        {
            var named = sight.Named;
            all.Add(p => named.Contains(p.Id));
        }

        return all.Aggregate((a, b) => Joined(a, b, Expression.AndAlso));
    }

    /// <summary>Halved again and again: the store refuses a question that is nested too deep.</summary>
    public static Expression<Func<Profile, bool>> AnyOf(this IEnumerable<Expression<Func<Profile, bool>>> conditions)
    {
        Expression<Func<Profile, bool>>[] some = [.. conditions];
        return some.Length switch
        {
            0 => _ => false,
            1 => some[0],
            var n => Joined(some[..(n / 2)].AnyOf(), some[(n / 2)..].AnyOf(), Expression.OrElse),
        };
    }

    private static Expression<Func<Profile, bool>> Joined(Expression<Func<Profile, bool>> a, Expression<Func<Profile, bool>> b, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<Profile, bool>>(how(a.Body, new Renamed(b.Parameters[0], a.Parameters[0]).Visit(b.Body)), a.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
