using Concord.Contracts.Events;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Messaging.Tests.Modules;

internal sealed record Happened(string Subject, string Words, long Version = 1) : IEvent
{
    public static string Type => "concord.teller.tale.told.v1";
}

internal sealed record HappenedUnheard(string Subject, long Version = 1) : IEvent
{
    public static string Type => "concord.teller.secret.told.v1";
}

/// <summary>How often each subject was heard of: shows what was applied twice or not at all.</summary>
internal sealed class Hearing
{
    public required string Subject { get; init; }
    public int Times { get; set; }
}

internal sealed class TalesDb(DbContextOptions options) : TalesDbBase(options);

// Conventions are read from the assembly of the base, as in a real service with one derived context for each provider.
internal abstract class TalesDbBase(DbContextOptions options) : ServiceDbContext(options)
{
    public DbSet<Hearing> Hearings => Set<Hearing>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Hearing>().HasKey(h => h.Subject);
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>What goes wrong with an event while a test wants it to.</summary>
internal sealed class Trouble
{
    private int _tries;

    public Func<Happened, Exception?> With { get; set; } = _ => null;

    public int Tries => _tries;

    public void ThrowIfAny(Happened fact)
    {
        if (With(fact) is { } failure)
        {
            Interlocked.Increment(ref _tries);
            throw failure;
        }
    }
}

internal sealed class CountHearings(TalesDbBase db, Trouble trouble) : IEventHandler<Happened>
{
    public async Task HandleAsync(Happened fact, CancellationToken cancellationToken)
    {
        trouble.ThrowIfAny(fact);
        var hearing = await db.Hearings.SingleOrDefaultAsync(h => h.Subject == fact.Subject, cancellationToken);
        if (hearing is null)
        {
            db.Add(hearing = new Hearing { Subject = fact.Subject });
        }

        hearing.Times++;
    }
}
