using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Persistence;

/// <summary>Records of one kind that are removed some time after an instant of their own, without an entry in the audit chain: what they tell is over.</summary>
public abstract class RetentionRule
{
    internal abstract Task RemoveAsync(ServiceDbContext db, DateTime now, CancellationToken cancellationToken);
}

/// <param name="since">The instant of the record.</param>
/// <param name="keep">How long after it the record stays.</param>
internal sealed class RetentionRule<T>(Expression<Func<T, DateTime>> since, TimeSpan keep) : RetentionRule where T : class
{
    internal override Task RemoveAsync(ServiceDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var before = now - keep;
        Expression<Func<DateTime>> limit = () => before; // a parameter of the statement
        return db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(Expression.LessThan(since.Body, limit.Body), since.Parameters)).ExecuteDeleteAsync(cancellationToken);
    }
}

public static class RetentionSetup
{
    /// <summary>Removes records of this kind once that much time has gone by since the instant they name.</summary>
    public static IServiceCollection Keep<T>(this IServiceCollection services, Expression<Func<T, DateTime>> since, TimeSpan keep) where T : class =>
        services.AddSingleton<RetentionRule>(new RetentionRule<T>(since, keep));
}
