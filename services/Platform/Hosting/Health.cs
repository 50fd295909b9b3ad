using Concord.Platform.Errors;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>Two questions a host asks: is the process alive, and can it do its work.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Probes would drown the requests of people in the metrics.
        var health = routes.MapGroup("/health").ExcludeFromDescription().DisableHttpMetrics().AskedBy(AskedByAttribute.EveryService);
        health.MapGet("/live", () => Results.Text("live")).OpenToAll("Asked by the host; says nothing but that the process answers.");
        health.MapGet("/ready", ReadyAsync).OpenToAll("Asked by the host; says nothing but whether the store answers.");
    }

    // Not whether the broker answers: facts wait in the outbox, and a service that only waits for it still serves.
    private static async Task<IResult> ReadyAsync(IServiceScopeFactory scopes, Draining draining, CancellationToken cancellationToken)
    {
        if (draining.HasBegun)
        {
            throw Fail.Because(PlatformReasons.Stopping, "This process is stopping.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            // Aside, in a scope of its own: the SQLite driver is synchronous underneath, and another may be slow to notice that it is told to stop.
            await Task.Run(() => ReadAsync(scopes, patience.Token), patience.Token).WaitAsync(patience.Token);
            return Results.Text("ready");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Fail.Because(PlatformReasons.StoreUnavailable, "The store does not answer.");
        }
    }

    private static async Task ReadAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Inbox.AsNoTracking().Select(m => m.Handler).FirstOrDefaultAsync(cancellationToken);
    }
}
