using System.Security.Cryptography;
using System.Text;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Idempotency;

/// <summary>Marks a POST that only reads, such as a search: it needs no key.</summary>
public sealed record ReadsOnly;

/// <summary>Marks a POST whose answer shows a secret once, such as a one-time password: it is not kept, so a retry learns that the request was carried out, and no more.</summary>
public sealed record AnswersSecret;

/// <summary>
/// <c>Idempotency-Key</c> on every POST that changes something: the same key and request give the first answer again, the same key with
/// another request is refused. A refusal is not remembered: what was not allowed then may be allowed at the retry. Nor is an answer shown to who may see less now than when it was given.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    private const int MaxKeyLength = 200;
    private const int RequestLength = 16; // half of a hash: one caller's own requests are told apart by it

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Applies(context))
        {
            await next(context);
            return;
        }

        var key = context.Request.Headers[Header].ToString();
        if (key.Length is 0 or > MaxKeyLength)
        {
            throw Fail.Because(PlatformReasons.IdempotencyKeyRequired, $"Send an Idempotency-Key header of 1 to {MaxKeyLength} characters, a fresh one for each new request.");
        }

        var caller = context.RequestServices.GetRequiredService<Caller>();
        var db = context.RequestServices.GetRequiredService<ServiceDbContext>();
        var reservation = new CompletedRequest
        {
            Key = SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Join(' ', caller.Persons)}\n{key}")),
            RequestHash = [.. await HashAsync(context.Request, context.RequestAborted), .. AccessThen.Of(caller)],
            Record = ForgottenAnswers.RecordIn(context.Request.Path),
            CompleteTime = context.RequestServices.GetRequiredService<TimeProvider>().Now(),
        };
        if (await ReplayAsync(context, db, reservation))
        {
            return;
        }

        try
        {
            await RunAsync(context, db, reservation);
        }
        catch (Exception e) when (e is DomainException or DbUpdateConcurrencyException)
        {
            // Of two first uses the second is refused by what the first has changed, or by the key itself: it gets the first one's answer.
            context.Response.Clear();
            if (!await ReplayAsync(context, NewContext(context), reservation))
            {
                throw;
            }
        }
    }

    private static bool Applies(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<ChangesSomething>() is not null && endpoint.Metadata.GetMetadata<ReadsOnly>() is null;

    private async Task RunAsync(HttpContext context, ServiceDbContext db, CompletedRequest reservation)
    {
        var original = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await using (var pending = new PendingRequest(reservation))
            {
                db.Pending = pending;
                await next(context);
                if (pending.Holds && context.Response.StatusCode < 400)
                {
                    var response = context.Response;
                    await pending.CommitAsync(response.StatusCode, response.ContentType, response.Headers.Location, response.Headers.ETag, AnswersSecret(context) ? [] : buffer.ToArray(), context.RequestAborted);
                }
            }
        }
        finally
        {
            db.Pending = null;
            context.Response.Body = original;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(original, context.RequestAborted);
    }

    private static async Task<bool> ReplayAsync(HttpContext context, ServiceDbContext db, CompletedRequest reservation)
    {
        var done = await db.CompletedRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Key == reservation.Key, context.RequestAborted);
        if (done is null)
        {
            return false;
        }

        if (done.IsForgotten)
        {
            throw Fail.Because(PlatformReasons.AnswerNotKept, "This request was carried out; what it was about was erased since, and its answer with it.");
        }

        if (!done.RequestHash.AsSpan(0, RequestLength).SequenceEqual(reservation.RequestHash.AsSpan(0, RequestLength)))
        {
            throw Fail.Because(PlatformReasons.IdempotencyKeyReused, "This Idempotency-Key was used for another request. Use a fresh key.");
        }

        if (!AccessThen.IsStill(done.RequestHash[RequestLength..], context.RequestServices.GetRequiredService<Caller>()))
        {
            throw Fail.Because(PlatformReasons.AnswerNotKept, "This request was carried out; what you may see has changed since, and its answer is not shown again.");
        }

        if (AnswersSecret(context))
        {
            throw Fail.Because(PlatformReasons.AnswerNotKept, "This request was carried out; its answer held a secret and was not kept.");
        }

        var response = context.Response;
        response.StatusCode = done.StatusCode;
        response.ContentType = done.ContentType;
        response.Headers.Location = done.Location;
        response.Headers.ETag = done.ETag;
        response.Headers["Idempotent-Replayed"] = "true";
        context.RequestServices.GetRequiredService<PlatformMetrics>().Replayed();
        await response.Body.WriteAsync(done.Body, context.RequestAborted);
        return true;
    }

    private static bool AnswersSecret(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<AnswersSecret>() is not null;

    // The first context holds what was refused; a fresh one reads what the winner committed.
    private static ServiceDbContext NewContext(HttpContext context)
    {
        var scope = context.RequestServices.CreateScope();
        context.Response.RegisterForDispose(scope);
        return scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering(ServerLimits.MaxBodyBytes + 1); // never on a disk: it may name who met whom; and above a mebibyte memory is taken as the body grows, not all at once
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n"));
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            hash.AppendData(chunk.AsSpan(0, read));
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset()[..RequestLength];
    }
}

/// <summary>Put on every POST of the API by its group; <see cref="ReadsOnly"/> takes it back.</summary>
internal sealed record ChangesSomething;

public static class IdempotencyEndpointExtensions
{
    /// <summary>This POST changes nothing, so it needs no <c>Idempotency-Key</c>.</summary>
    public static TBuilder ReadsOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b => b.Metadata.Add(new ReadsOnly()));
        return endpoint;
    }

    /// <summary>The answer of this POST shows a secret once and must not be stored.</summary>
    public static TBuilder AnswersSecret<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b => b.Metadata.Add(new AnswersSecret()));
        return endpoint;
    }
}
