using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Texts;

/// <summary>A party comes to the talks.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Party">As the party calls itself; 1 to 200 characters.</param>
/// <param name="Organization">Resource name of the organization that speaks for it on the platform; absent where none does.</param>
/// <param name="Members">Resource names of the accounts that speak for it here; at most 100.</param>
internal sealed record FormDelegation(long? LeadEpoch, string? Party, string? Organization, IReadOnlyList<string?>? Members);

/// <summary>Changes who speaks for a party.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Add">Resource names of accounts; at most 100.</param>
/// <param name="Remove">The same of those who speak for it no more.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record NameDelegates(long? LeadEpoch, IReadOnlyList<string?>? Add, IReadOnlyList<string?>? Remove, string? Reason);

/// <summary>A party leaves the talks.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndDelegation(long? LeadEpoch, string? Reason);

/// <summary>One party at the table, and the accounts that speak for it. What it says of a text is for its members and the mediator alone (R53).</summary>
internal sealed class Delegation : IVersioned, IListed<DelegationId>
{
    public const int MostAtOnce = 100;

    private Delegation() { } // EF

    public DelegationId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string Party { get; private init; } = "";

    /// <summary>Resource name; null where no organization speaks for the party.</summary>
    public string? Organization { get; private init; }
    public Signature FormedBy { get; private init; } = new(null, "");
    public DateTime? EndTime { get; private set; }

    [Personal]
    public string? EndReason { get; private set; }
    public DateTime UpdateTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static Delegation Form(Process process, FormDelegation request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var delegation = new Delegation
        {
            Id = DelegationId.New(),
            Process = process.Id,
            Party = check.Text(request.Party, "party", 200),
            Organization = request.Organization,
            FormedBy = Signature.Of(caller),
            CreateTime = now,
            UpdateTime = now,
        };
        check.Check(request.Organization is null || ResourceName.IsIn("organizations", request.Organization), "organization", "Expected the form organizations/{uuid}.");
        CheckAccounts(request.Members, "members", check);
        check.ThrowIfAny();
        return delegation;
    }

    /// <summary>Refuses a change of its members that cannot be made.</summary>
    /// <returns>The reason for it.</returns>
    public string RequireChange(NameDelegates request, DateTime now)
    {
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 2000);
        CheckAccounts(request.Add, "add", check);
        CheckAccounts(request.Remove, "remove", check);
        check.Check((request.Add?.Count ?? 0) + (request.Remove?.Count ?? 0) > 0, "add", "Name somebody to add or to remove.");
        check.Check(!(request.Add ?? []).Intersect(request.Remove ?? []).Any(), "remove", "Nobody is added and removed at once.");
        check.ThrowIfAny();
        RequireStanding();
        UpdateTime = now; // its members are rows of their own, and its version would stay
        return reason;
    }

    public void End(string? reason, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireStanding();
        (EndTime, EndReason, UpdateTime) = (now, why, now);
    }

    private void RequireStanding()
    {
        if (EndTime is not null)
        {
            throw Fail.Because(DesignationReasons.PartyLeft, "The delegation has left the talks.");
        }
    }

    private static void CheckAccounts(IReadOnlyList<string?>? accounts, string field, Violations check)
    {
        check.Check(accounts is null || accounts.Count <= MostAtOnce, field, $"At most {MostAtOnce}.");
        check.Check((accounts ?? []).All(a => ResourceName.IsIn("accounts", a)), field, "Expected the form accounts/{uuid}.");
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Name);
        builder.Property(d => d.Party).HasMaxLength(200);
        builder.Property(d => d.Organization).HasMaxLength(60);
        builder.Property(d => d.EndReason).HasMaxLength(2000);
        builder.Property(d => d.FormedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(d => d.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.Process, d.CreateTime, d.Id });
    }
}
