using Concord.Designation.Claims;
using Concord.Designation.Consultations;
using Concord.Designation.Criteria;
using Concord.Designation.Endorsements;
using Concord.Designation.Lead;
using Concord.Designation.Mandates;
using Concord.Designation.Objections;
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
    internal DbSet<Mandate> Mandates => Set<Mandate>();
    internal DbSet<MandateRenewal> MandateRenewals => Set<MandateRenewal>();
    internal DbSet<MediatorRequest> MediatorRequests => Set<MediatorRequest>();
    internal DbSet<CandidateStatement> CandidateStatements => Set<CandidateStatement>();
    internal DbSet<PartyAcceptance> PartyAcceptances => Set<PartyAcceptance>();
    internal DbSet<LeadRationale> LeadRationales => Set<LeadRationale>();
    internal DbSet<Consultation> Consultations => Set<Consultation>();
    internal DbSet<ConsultationPosition> ConsultationPositions => Set<ConsultationPosition>();
    internal DbSet<Objection> Objections => Set<Objection>();
    internal DbSet<NoLeadDecision> NoLeadDecisions => Set<NoLeadDecision>();
    internal DbSet<Endorsement> Endorsements => Set<Endorsement>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(Claim)] = DesignationReasons.ClaimAlreadyOpen,
        [typeof(LeadDesignation)] = DesignationReasons.LeadAlreadyHeld,
        [typeof(Share)] = PlatformReasons.AlreadyShared,
        [typeof(ConsultationPosition)] = PlatformReasons.ConcurrentChange,
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
