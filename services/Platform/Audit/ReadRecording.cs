using Concord.Contracts.Audit;
using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.News;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Audit;

/// <summary>
/// Enters who was shown a record that is Confidential or stricter, before the answer leaves: where that cannot be entered, nothing is shown. What a request loaded
/// is taken for what it shows, so that nobody who writes a feature has to remember it. A request that changes something is entered by its change, and one that would have changed nothing as a read.
/// </summary>
internal static class ReadRecording
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<ReadsOnly>() is not null || http.RequestServices.GetRequiredService<ServiceDbContext>().SaidTheSame)
        {
            await RecordAsync(http);
        }

        return answer;
    }

    /// <summary>Enters what the request has read so far.</summary>
    public static async Task RecordAsync(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<ServiceDbContext>();
        if (db.TakeRead() is not { Count: > 0 } read)
        {
            return;
        }

        // Whoever acts for somebody sees as that what no compartment holds, and reads it all the same as one who is named, or for one who is.
        var (caller, access) = (Caller.From(http.User), http.RequestServices.GetRequiredService<AccessList>());
        var named = caller.Compartments.Count > 0 || (caller.ActsFor is not null && caller.Persons.Any(p => access.NamedIn(p).Count > 0));
        Task EnterAsync() => db.RecordAsync(AuditOutcome.Done, null, named ? [.. read, AuditTouch.Compartments] : read, http.RequestAborted);
        await (http.RequestServices.GetService<IReadingLimit>()?.ShowAsync(db, caller, read, EnterAsync, http.RequestAborted) ?? EnterAsync());
    }

    /// <summary>Sees each record as the database hands it out.</summary>
    internal sealed class Materialized : IMaterializationInterceptor
    {
        public static readonly Materialized Instance = new();

        public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
        {
            if (entity is IClassifiedRecord record && materializationData.Context is ServiceDbContext db)
            {
                db.NoteRead(record.RecordName, record.Classification);
            }

            return entity;
        }
    }
}
