using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Sealing;

/// <summary>After a backup was put back: erases again whose erasure is in the ledger and not in the backup.</summary>
internal static class ReapplyErasuresVerb
{
    public const string Word = "reapply-erasures";

    /// <returns>0 where all are erased, 1 where not.</returns>
    public static async Task<int> RunAsync<TModule>(string file, Action<WebApplicationBuilder>? configure, TextWriter output) where TModule : IServiceModule
    {
        IReadOnlyList<ErasureLine> ledger;
        try
        {
            using var reader = new StreamReader(file);
            ledger = ErasureLine.ReadAll(reader);
        }
        catch (FormatException e)
        {
            await output.WriteLineAsync($"{file}: {e.Message} Nothing was erased.");
            return 1;
        }

        return await Verbs.InHostAsync<TModule>(configure, async app =>
        {
            if (app.Services.GetService<ErasureLedger>() is null)
            {
                await output.WriteLineAsync($"{TModule.Name} seals nothing and erases nobody; it hears of erasures from who does.");
                return;
            }

            foreach (var subject in ledger.Select(l => l.Subject).Distinct(StringComparer.Ordinal))
            {
                using var act = Act.Of(Word);
                await using var scope = app.Services.CreateAsyncScope();
                foreach (var erasure in scope.ServiceProvider.GetServices<ISubjectErasure>())
                {
                    await erasure.EraseAsync(subject, CancellationToken.None);
                }

                await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().SaveChangesAsync(CancellationToken.None);
            }

            await output.WriteLineAsync($"{TModule.Name}: {ledger.Count} lines; whoever they name is erased.");
        });
    }
}
