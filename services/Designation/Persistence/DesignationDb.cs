using Concord.Designation.Claims;
using Concord.Designation.Engagements;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.Successions;
using Concord.Designation.SupportRoles;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Persistence;

public abstract class DesignationDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Process> Processes => Set<Process>();
    internal DbSet<StateChange> StateChanges => Set<StateChange>();
    internal DbSet<Claim> Claims => Set<Claim>();
    internal DbSet<DeskReceipt> DeskReceipts => Set<DeskReceipt>();
    internal DbSet<SupportRole> SupportRoles => Set<SupportRole>();
    internal DbSet<LeadDesignation> LeadDesignations => Set<LeadDesignation>();
    internal DbSet<LeadProposal> LeadProposals => Set<LeadProposal>();
    internal DbSet<LeadFence> LeadFences => Set<LeadFence>();
    internal DbSet<KnownOrganization> KnownOrganizations => Set<KnownOrganization>();
    internal DbSet<KnownMediator> KnownMediators => Set<KnownMediator>();
    internal DbSet<KnownSuccession> KnownSuccessions => Set<KnownSuccession>();
    internal DbSet<PersonChange> PersonChanges => Set<PersonChange>();
    internal DbSet<Engagement> Engagements => Set<Engagement>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(Claim)] = DesignationReasons.ClaimAlreadyOpen,
        [typeof(LeadDesignation)] = DesignationReasons.LeadAlreadyHeld,
        [typeof(Share)] = PlatformReasons.AlreadyShared,
    };

    // What passes a fence is entered by itself.
    protected override bool IsMachinery(Type type) => type == typeof(LeadFence) || base.IsMachinery(type);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ProposedActConfiguration());
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
    }
}
