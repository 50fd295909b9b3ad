using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests.Register;

/// <summary>One of the register's guards taken away, so that a check is seen to fail.</summary>
internal abstract class SeededFault : IStoreOptions
{
    public void Seed(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStoreOptions>(this);
        builder.Logging.ClearProviders(); // it complains of what was done to it
    }

    /// <summary>Neither two open designations of a process nor two of one epoch are refused any more.</summary>
    public static async Task<bool> DropIndexesAsync(DesignationDb db)
    {
        foreach (var index in (string[])[LeadConfiguration.OneOpen, "IX_LeadDesignations_Process_Epoch"])
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"DROP INDEX \"{index}\"";
            await command.ExecuteNonQueryAsync();
        }

        return true;
    }

    public abstract void Configure(DatabaseProvider provider, DbContextOptionsBuilder options);

    /// <summary>A proposal is good for whatever epoch there is when it is approved.</summary>
    public sealed class NoEpochCheck : SeededFault, IMaterializationInterceptor
    {
        public override void Configure(DatabaseProvider provider, DbContextOptionsBuilder options) => options.AddInterceptors(this);

        public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
        {
            if (entity is LeadProposal proposal && materializationData.Context.ChangeTracker.Entries<Process>().SingleOrDefault(p => p.Entity.Id == proposal.Process)?.Entity is { } process)
            {
                typeof(LeadProposal).GetProperty(nameof(LeadProposal.LeadEpoch))!.SetValue(proposal, process.LeadEpoch);
            }

            return entity;
        }
    }

    /// <summary>Whoever checked writes, whatever has changed since: versions and fence are compared with nothing.</summary>
    public sealed class CheckThenWrite : SeededFault, ISaveChangesInterceptor
    {
        public override void Configure(DatabaseProvider provider, DbContextOptionsBuilder options) => options.AddInterceptors(this);

        public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(e => e.State == EntityState.Modified && e.Entity is Process or LeadFence or LeadDesignation).ToList())
            {
                if (await entry.GetDatabaseValuesAsync(cancellationToken) is { } stored)
                {
                    foreach (var token in entry.Properties.Where(p => p.Metadata.IsConcurrencyToken))
                    {
                        token.OriginalValue = stored[token.Metadata];
                    }
                }
            }

            return result;
        }
    }
}
