using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Messaging;

/// <summary>For a broker that lost what it held: facts it had confirmed leave the outbox again. Listeners skip what their inbox has.</summary>
internal static class Resending
{
    /// <returns>How many facts leave again.</returns>
    public static async Task<int> ResendAsync(this IServiceProvider services, DateTime since, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Now();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var count = await db.Outbox.Where(m => m.SentTime >= since)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.SentTime, (DateTime?)null).SetProperty(m => m.DueTime, now).SetProperty(m => m.Attempts, 0), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return count;
    }
}
