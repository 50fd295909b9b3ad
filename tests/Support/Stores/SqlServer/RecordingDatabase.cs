using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Concord.Support;

/// <summary>Saves as before, after the mirror has sent the same changes; also those that the store then refuses.</summary>
internal sealed class RecordingDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, ICurrentDbContext current, IChangeDetector detector)
    : RelationalDatabase(dependencies, relational)
{
    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        Record(entries);
        return base.SaveChangesAsync(entries, cancellationToken);
    }

    private void Record(IList<IUpdateEntry> entries)
    {
        var caller = ((SaveSites)detector).Caller;
        using var mirror = Mirror.Of(current.Context).Open(caller.Count > 0 ? caller : CallSite.Here(), endless: true);
        using var transaction = current.Context.Database.CurrentTransaction is null ? null : mirror.Database.BeginTransaction(); // a save within one sends a savepoint
        var changes = new MirroredChanges(Dependencies.UpdateAdapterFactory.Create(), mirror);
        var batches = mirror.GetService<ICommandBatchPreparer>().BatchCommands([.. entries.Select(changes.Of)], changes);
        mirror.GetService<IBatchExecutor>().Execute(batches, mirror.GetService<IRelationalConnection>());
    }
}

/// <summary>Remembers who asked for a save: a save looks for changes while its caller is still on the stack, and may write only after it has waited.</summary>
internal sealed class SaveSites(IDiagnosticsLogger<DbLoggerCategory.ChangeTracking> logger, ILoggingOptions options) : ChangeDetector(logger, options)
{
    public IReadOnlyList<CallSite> Caller { get; private set; } = [];

    public override void DetectChanges(IStateManager stateManager)
    {
        var sites = CallSite.Here();
        if (sites is [var nearest, ..] && nearest.Method.Contains($"<{nameof(DbContext.SaveChangesAsync)}>", StringComparison.Ordinal))
        {
            Caller = sites;
        }

        base.DetectChanges(stateManager);
    }
}
