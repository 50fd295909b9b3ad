using System.Collections.Frozen;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Errors;
using Concord.Platform.Idempotency;
using Concord.Platform.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concord.Platform.Persistence;

/// <summary>A record whose concurrent edits must be noticed. Portable: SQLite has no row version made by the database.</summary>
public interface IVersioned
{
    long Version { get; set; }
}

/// <summary>A service's own database. Whatever is changed, raised, received and answered leaves in one commit.</summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    private static readonly FrozenSet<Type> s_ofActs = [typeof(Alerts.Alert<>), typeof(FourEyes.ProposedAct), typeof(Sealing.SubjectKey), typeof(Sharing.Share)];
    private readonly HashSet<object> _written = new(ReferenceEqualityComparer.Instance);
    private readonly List<RecordChange> _changes = [];
    private readonly SortedSet<string> _resources = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private StoreAccess _access = StoreAccess.Unguarded;

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();
    public DbSet<CompletedRequest> CompletedRequests => Set<CompletedRequest>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditTip> AuditTips => Set<AuditTip>();
    public DbSet<HeadRecord> AuditHeads => Set<HeadRecord>();
    public DbSet<CosignatureRecord> AuditCosignatures => Set<CosignatureRecord>();
    public DbSet<TreeNode> AuditNodes => Set<TreeNode>();

    /// <summary>The request whose answer is to be remembered with the next commit; null outside a POST.</summary>
    internal PendingRequest? Pending { get; set; }

    /// <summary>Whether a save was left out because it said what was there: the answer shows the record all the same, and no change tells of it.</summary>
    internal bool SaidTheSame { get; private set; }

    /// <summary>Whether a <see cref="WriteTransaction"/> is open.</summary>
    internal bool IsWriting { get; set; }

    /// <summary>What to answer where a record of that type breaks a unique index: the database decides a race, the reason names it.</summary>
    protected virtual IReadOnlyDictionary<Type, Reason> UniqueRules => new Dictionary<Type, Reason>();

    /// <summary>Whether a record of that type is machinery, whose changes tell of no act: it leaves no trace in the audit chain.</summary>
    protected virtual bool IsMachinery(Type type) => type.Assembly == typeof(ServiceDbContext).Assembly && !s_ofActs.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    /// <summary>Now, by the clock of the host.</summary>
    protected DateTime Now => _access.Acts.Now;

    /// <summary>What is being done, as an entry of the audit chain names it.</summary>
    public string CurrentAction => _access.Acts.Current.Action;

    internal void Attach(StoreAccess access) => _access = access;

    /// <summary>Begins the one kind of transaction that writes. On SQLite it holds the write gate from the first statement.</summary>
    public Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken) => WriteTransaction.BeginAsync(this, _access, cancellationToken);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null && Pending is null && TakesBackWhatSaysTheSame())
        {
            SaidTheSame = true;
            return 0;
        }

        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                entry.Entity.Version++;
            }
        }

        if (Database.CurrentTransaction is not null)
        {
            return await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (!ChangeTracker.HasChanges())
        {
            return 0;
        }

        if (Pending is { } pending)
        {
            return await pending.HoldAsync(this, () => SaveAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
        }

        await using var write = await BeginWriteAsync(cancellationToken);
        var count = await WithoutSavepointAsync(() => SaveAsync(acceptAllChangesOnSuccess, cancellationToken));
        await write.CommitAsync(cancellationToken);
        return count;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: a blocking save would hold a thread while it waits for the write gate.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        foreach (var id in GetType().BaseType!.Assembly.GetTypes().Where(IsStrongId))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(StrongIdConverter<>).MakeGenericType(id));
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().BaseType!.Assembly);
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new InboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new CompletedRequestConfiguration());
        var audit = new AuditConfiguration();
        modelBuilder.ApplyConfiguration<AuditEntry>(audit).ApplyConfiguration<AuditTouch>(audit).ApplyConfiguration<AuditTip>(audit);
        var heads = new HeadConfiguration();
        modelBuilder.ApplyConfiguration<HeadRecord>(heads).ApplyConfiguration<CosignatureRecord>(heads).ApplyConfiguration<TreeNode>(heads);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType)))
        {
            type.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    internal void TellWritten()
    {
        if (_written.Count > 0)
        {
            foreach (var listener in _access.Listeners)
            {
                listener.Committed(_written);
            }
        }
    }

    internal void ForgetWritten()
    {
        _written.Clear();
        _changes.Clear();
        _resources.Clear();
    }

    /// <summary>Enters what this transaction has changed into the audit chain; the last thing before its commit.</summary>
    internal async Task SealAsync(CancellationToken cancellationToken)
    {
        if (_changes.Count > 0)
        {
            await AppendAsync(AuditOutcome.Done, null, cancellationToken);
        }
    }

    /// <summary>The caller is shown this record; entered with the answer where it is Confidential or stricter. For what does not come from the store as a record.</summary>
    public void NoteRead(string resource, Classification classification)
    {
        if (classification >= Classification.Confidential)
        {
            _read.Add(resource);
        }
    }

    /// <summary>What is changed next concerns this resource too, though no record that changes names it.</summary>
    public void NoteConcern(string resource) => _resources.Add(resource);

    /// <summary>What was noted as read since the last call.</summary>
    internal IReadOnlyList<string> TakeRead()
    {
        string[] read = [.. _read];
        _read.Clear();
        return read;
    }

    /// <summary>Enters an act that changes no record.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="resources">Resource names of what it was about.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public async Task RecordAsync(AuditOutcome outcome, string? reason, IEnumerable<string> resources, CancellationToken cancellationToken)
    {
        if (ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Save what was changed first: it would be written without an entry.");
        }

        await using var write = await BeginWriteAsync(cancellationToken);
        _resources.UnionWith(resources);
        await AppendAsync(outcome, reason, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Enters now what the request has read so far, and what for; what it reads later is entered with the answer, as always.</summary>
    /// <param name="resources">Resource names of what is about to be shown, beside what was noted.</param>
    /// <param name="purpose">What it is needed for, in words without personal data: the chain keeps it for ever.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public async Task RecordReadAsync(IEnumerable<string> resources, string purpose, CancellationToken cancellationToken)
    {
        await using var write = await BeginWriteAsync(cancellationToken);
        _resources.UnionWith(resources.Concat(TakeRead()));
        await AppendAsync(AuditOutcome.Done, null, cancellationToken, purpose);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Enters an act whose statements go past the change tracker, in their transaction.</summary>
    /// <param name="change">Sends the statements.</param>
    /// <param name="resources">Resource names of what it was about.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    internal async Task RecordAsync(Func<Task> change, IEnumerable<string> resources, CancellationToken cancellationToken)
    {
        await using var write = await BeginWriteAsync(cancellationToken);
        await change();
        _resources.UnionWith(resources);
        await AppendAsync(AuditOutcome.Done, null, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private Task AppendAsync(AuditOutcome outcome, string? reason, CancellationToken cancellationToken, string? purpose = null)
    {
        var act = _access.Acts.Current;
        if (act.ActsFor is { } absent)
        {
            _resources.Add(absent); // whoever was away finds what was done in the meantime
        }

        var draft = new AuditContent(
            0, "", _access.Acts.Now, _access.Acts.Service, act.Actor, act.Organization, act.Client, act.Action, outcome, reason, ActSource.Trace, [.. _resources], [.. _changes], purpose, act.ActsFor);
        _changes.Clear();
        return AuditChain.AppendAsync(this, draft, () => WithoutSavepointAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken)), cancellationToken);
    }

    // Where nobody goes on after a failure, a savepoint is two more ways to the server and back.
    private async Task<int> WithoutSavepointAsync(Func<Task<int>> saveAsync)
    {
        Database.AutoSavepointsEnabled = false;
        try
        {
            return await saveAsync();
        }
        finally
        {
            Database.AutoSavepointsEnabled = true;
        }
    }

    // A change to the same is none: whoever read the record has read it as it is, and the tag stays good.
    private bool TakesBackWhatSaysTheSame()
    {
        var changed = ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        if (!changed.TrueForAll(ChangeRecorder.SaysTheSame))
        {
            return false;
        }

        foreach (var entry in changed)
        {
            entry.CurrentValues.SetValues(entry.OriginalValues);
            entry.State = EntityState.Unchanged;
        }

        return true;
    }

    private void NoteChanges()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => !IsMachinery(e.Metadata.ClrType)))
        {
            if (ChangeRecorder.Of(entry) is { } noted)
            {
                _changes.Add(noted.Change);
                _resources.UnionWith(noted.Resources);
            }
        }
    }

    private async Task<int> SaveAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        try
        {
            NoteChanges();
            if (_changes.Count > 0 && !IsWriting)
            {
                throw new InvalidOperationException("Begin with BeginWriteAsync: what is saved in another transaction would be entered nowhere.");
            }

            if (_access.Listeners.Count > 0)
            {
                _written.UnionWith(ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity));
            }

            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException && UniqueViolation.Is(e))
        {
            var reason = e.Entries.Select(x => UniqueRules.GetValueOrDefault(x.Entity.GetType())).FirstOrDefault(r => r is not null) ?? PlatformReasons.ConcurrentChange;
            throw Fail.Because(reason, reason.Title);
        }
    }

    private static bool IsStrongId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStrongId<>));
}

/// <summary>Instants are UTC; PostgreSQL keeps microseconds, so that is what every provider keeps.</summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(v => Instant.Truncate(v), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

public static class Instant
{
    /// <summary>Now in UTC, to the microsecond that every provider stores.</summary>
    public static DateTime Now(this TimeProvider time) => Truncate(time.GetUtcNow().UtcDateTime);

    /// <summary>An instant that a caller wrote, in UTC; one without an offset is meant so.</summary>
    public static DateTime Utc(DateTime value) => value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value.ToUniversalTime();

    /// <summary>Now, but always later than the last change: a record that counts as changed by its time alone does so whatever the clock does.</summary>
    public static DateTime After(DateTime last, DateTime now) => now > last ? now : last.AddMicroseconds(1);

    public static DateTime Truncate(DateTime value) => new(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
