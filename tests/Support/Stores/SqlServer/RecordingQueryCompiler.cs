using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concord.Support;

/// <summary>Answers every query as before, after the mirror has sent the same query with the same parameters.</summary>
internal sealed class RecordingQueryCompiler(
    IQueryContextFactory contexts, ICompiledQueryCache cache, ICompiledQueryCacheKeyGenerator keys, IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger, ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model)
    : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
{
    private readonly DbContext _context = current.Context;
    private static readonly MethodInfo Send = typeof(RecordingQueryCompiler).GetMethod(nameof(SendAs), BindingFlags.Static | BindingFlags.NonPublic)!;

    public override TResult Execute<TResult>(Expression query)
    {
        Record(query, typeof(TResult));
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken)
    {
        var result = typeof(TResult).GetGenericArguments()[0];
        Record(query, typeof(TResult).GetGenericTypeDefinition() == typeof(Task<>) ? result : typeof(IEnumerable<>).MakeGenericType(result));
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    public override Func<QueryContext, TResult> CreateCompiledQuery<TResult>(Expression query) => throw Unseen();

    public override Func<QueryContext, TResult> CreateCompiledAsyncQuery<TResult>(Expression query) => throw Unseen();

    private void Record(Expression query, Type result)
    {
        using var mirror = Mirror.Of(_context).Open(CallSite.Here(), endless: false);
        var mirrored = new MirroredQuery(mirror).Visit(query);
        Send.MakeGenericMethod(result).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [mirror, mirrored], null);
    }

    private static void SendAs<TResult>(DbContext mirror, Expression query)
    {
        var rows = mirror.GetService<IQueryCompiler>().Execute<TResult>(query);
        if (rows is IEnumerable several and not string)
        {
            foreach (var _ in several)
            {
            }
        }
    }

    private static NotSupportedException Unseen() => new("A query that EF.CompileQuery keeps is not recorded; teach the recorder first.");
}
