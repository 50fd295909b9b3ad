using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Hosting;

/// <summary>Two questions a host asks: is the process alive, and can it do its work.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription().OpenToAll("Asked by the host; says nothing but that the process answers.");
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription().OpenToAll("Asked by the host; says nothing but whether the store answers.");
    }

    private static async Task<IResult> ReadyAsync(ServiceDbContext db, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await db.Inbox.AsNoTracking().Select(m => m.Handler).FirstOrDefaultAsync(patience.Token);
            return Results.Text("ready");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Fail.Because(PlatformReasons.StoreUnavailable, "The store does not answer.");
        }
    }
}
