using Concord.Designation.Claims;
using Concord.Designation.Framework;
using Concord.Designation.Inclusion;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.Successions;
using Concord.Designation.SupportRoles;
using Concord.Designation.Talks;
using Concord.Designation.Texts;
using Concord.Designation.Tracks;
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
    internal DbSet<FrameworkAgreement> FrameworkAgreements => Set<FrameworkAgreement>();
    internal DbSet<DocumentRevision> DocumentRevisions => Set<DocumentRevision>();
    internal DbSet<FollowUp> FollowUps => Set<FollowUp>();
    internal DbSet<TalkSession> TalkSessions => Set<TalkSession>();
    internal DbSet<Delegation> Delegations => Set<Delegation>();
    internal DbSet<DelegationMember> DelegationMembers => Set<DelegationMember>();
    internal DbSet<NegotiatingText> NegotiatingTexts => Set<NegotiatingText>();
    internal DbSet<TextVersion> TextVersions => Set<TextVersion>();
    internal DbSet<TextComment> TextComments => Set<TextComment>();
    internal DbSet<PreConsultation> PreConsultations => Set<PreConsultation>();
    internal DbSet<TrainingOffer> TrainingOffers => Set<TrainingOffer>();

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
