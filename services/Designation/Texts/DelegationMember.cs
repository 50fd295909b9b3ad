using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Texts;

/// <summary>While somebody spoke for a party.</summary>
/// <param name="From">First instant, UTC.</param>
/// <param name="To">First instant after it; null while it lasts.</param>
/// <param name="NamedBy">Who named the person.</param>
/// <param name="StartReason">Why; null for whom the delegation came to the talks with.</param>
/// <param name="EndReason">Why it ended; null while it lasts.</param>
internal sealed record DelegateSpell(DateTime From, DateTime? To, Signature NamedBy, string? StartReason, string? EndReason);

/// <summary>
/// A person who speaks for a party in a process. There is one row for a person and a process, for ever: who has once read what one party says in confidence does not sit with another one later, nor with the mediator.
/// </summary>
internal sealed class DelegationMember : IVersioned
{
    private const int MostSpells = 10;

    private DelegationMember() { } // EF

    public DelegationMember(Delegation delegation, string account, string? reason, Signature by, DateTime now) =>
        (Process, Account, Delegation, Current, Spells) = (delegation.Process, account, delegation.Id, true, [new DelegateSpell(now, null, by, reason, null)]);

    public ProcessId Process { get; private init; }

    /// <summary>Resource name.</summary>
    public string Account { get; private init; } = "";
    public DelegationId Delegation { get; private init; }

    /// <summary>Whether the person speaks for the party now.</summary>
    public bool Current { get; private set; }

    /// <summary>When it was so, oldest first; appended, never rewritten.</summary>
    [Personal]
    public IReadOnlyList<DelegateSpell> Spells { get; private set; } = [];
    public long Version { get; set; }

    public void Resume(string? reason, Signature by, DateTime now)
    {
        if (Current)
        {
            return;
        }

        if (Spells.Count >= MostSpells)
        {
            throw Fail.Invalid("add", $"{Account} was named and taken off {MostSpells} times already.");
        }

        (Current, Spells) = (true, [.. Spells, new DelegateSpell(now, null, by, reason, null)]);
    }

    public void End(string reason, DateTime now) =>
        (Current, Spells) = (false, [.. Spells.SkipLast(1), Spells[^1] with { To = now, EndReason = reason }]);
}

internal sealed class DelegationMemberConfiguration : IEntityTypeConfiguration<DelegationMember>
{
    public void Configure(EntityTypeBuilder<DelegationMember> builder)
    {
        builder.ToTable("DelegationMembers");
        builder.HasKey(m => new { m.Process, m.Account });
        builder.Property(m => m.Account).HasMaxLength(60);
        builder.Property(m => m.Spells).HasJson(300_000);
        builder.HasOne<Delegation>().WithMany().HasForeignKey(m => m.Delegation).OnDelete(DeleteBehavior.Restrict);
    }
}
