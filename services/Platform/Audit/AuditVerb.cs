using Concord.Platform.Audit.Heads;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Audit;

/// <summary>Checks the chain of a service in its store, for whoever operates it.</summary>
internal static class AuditVerb
{
    /// <returns>0 where the chain is good, 1 where it is not.</returns>
    public static async Task<int> RunAsync<TModule>(Action<WebApplicationBuilder>? configure, TextWriter output) where TModule : IServiceModule
    {
        var good = false;
        await Verbs.InHostAsync<TModule>(configure, async app =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var (check, fault) = await AuditReading.CheckAsync(scope.ServiceProvider.GetRequiredService<ServiceDbContext>(), TModule.Name, app.Services.GetRequiredService<SigningKeySource>().Keys?.All ?? [], CancellationToken.None);
            good = fault is null;
            await output.WriteLineAsync(fault is null
                ? $"{check.Service}: {check.Size} entries, unbroken; {check.Heads} signed heads agree. Last {check.Last}, root {Convert.ToHexStringLower(check.Root)}."
                : $"Entry {fault.Sequence}: {fault.What}");
        });
        return good ? 0 : 1;
    }
}
