using Concord.Designation.Attempts;
using Concord.Designation.Claims;
using Concord.Designation.Conduct;
using Concord.Designation.Consultations;
using Concord.Designation.Contacts;
using Concord.Designation.Council;
using Concord.Designation.Criteria;
using Concord.Designation.Endorsements;
using Concord.Designation.Engagements;
using Concord.Designation.Framework;
using Concord.Designation.Friends;
using Concord.Designation.Fundamentals;
using Concord.Designation.Inclusion;
using Concord.Designation.Lead;
using Concord.Designation.Mandates;
using Concord.Designation.Measures;
using Concord.Designation.Missions;
using Concord.Designation.Objections;
using Concord.Designation.ParallelTracks;
using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.Ripeness;
using Concord.Designation.Situations;
using Concord.Designation.Spoilers;
using Concord.Designation.Successions;
using Concord.Designation.SupportRoles;
using Concord.Designation.Talks;
using Concord.Designation.Texts;
using Concord.Designation.Tracks;
using Concord.Platform.Alerts;
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
    internal DbSet<LeadCorrection> LeadCorrections => Set<LeadCorrection>();
    internal DbSet<LeadFence> LeadFences => Set<LeadFence>();
    internal DbSet<KnownOrganization> KnownOrganizations => Set<KnownOrganization>();
    internal DbSet<KnownMediator> KnownMediators => Set<KnownMediator>();
    internal DbSet<KnownSuccession> KnownSuccessions => Set<KnownSuccession>();
    internal DbSet<PersonChange> PersonChanges => Set<PersonChange>();
    internal DbSet<Situation> Situations => Set<Situation>();
    internal DbSet<RegionalLink> RegionalLinks => Set<RegionalLink>();
    internal DbSet<Party> Parties => Set<Party>();
    internal DbSet<PartyVersion> PartyVersions => Set<PartyVersion>();
    internal DbSet<ActorFact> ActorFacts => Set<ActorFact>();
    internal DbSet<Consent> Consents => Set<Consent>();
    internal DbSet<Attempt> Attempts => Set<Attempt>();
    internal DbSet<Spoiler> Spoilers => Set<Spoiler>();
    internal DbSet<Measure> Measures => Set<Measure>();
    internal DbSet<RipenessFactor> RipenessFactors => Set<RipenessFactor>();
    internal DbSet<FundamentalStatement> FundamentalStatements => Set<FundamentalStatement>();
    internal DbSet<Contact> Contacts => Set<Contact>();
    internal DbSet<SituationWatch> SituationWatches => Set<SituationWatch>();
    internal DbSet<TrackFinding> TrackFindings => Set<TrackFinding>();
    internal DbSet<FindingChange> FindingChanges => Set<FindingChange>();
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
    internal DbSet<Alert<ProcessId>> Alerts => Set<Alert<ProcessId>>();
    internal DbSet<FrameworkAgreement> FrameworkAgreements => Set<FrameworkAgreement>();
    internal DbSet<DocumentRevision> DocumentRevisions => Set<DocumentRevision>();
    internal DbSet<FollowUp> FollowUps => Set<Talks.FollowUp>();
    internal DbSet<TalkSession> TalkSessions => Set<TalkSession>();
    internal DbSet<Delegation> Delegations => Set<Delegation>();
    internal DbSet<DelegationMember> DelegationMembers => Set<DelegationMember>();
    internal DbSet<NegotiatingText> NegotiatingTexts => Set<NegotiatingText>();
    internal DbSet<TextVersion> TextVersions => Set<TextVersion>();
    internal DbSet<TextComment> TextComments => Set<TextComment>();
    internal DbSet<PreConsultation> PreConsultations => Set<PreConsultation>();
    internal DbSet<TrainingOffer> TrainingOffers => Set<TrainingOffer>();
    internal DbSet<Friend> Friends => Set<Friend>();
    internal DbSet<FriendNote> FriendNotes => Set<FriendNote>();
    internal DbSet<ConductCode> ConductCodes => Set<ConductCode>();
    internal DbSet<ConductAcceptance> ConductAcceptances => Set<ConductAcceptance>();
    internal DbSet<CouncilSummary> CouncilSummaries => Set<CouncilSummary>();
    internal DbSet<CouncilMission> CouncilMissions => Set<CouncilMission>();
    internal DbSet<Recommendation> CouncilRecommendations => Set<Recommendation>();
    internal DbSet<Mission> Missions => Set<Mission>();
    internal DbSet<MissionTerm> MissionTerms => Set<MissionTerm>();
    internal DbSet<ServedRecord> ServedRecords => Set<ServedRecord>();
    internal DbSet<Engagement> Engagements => Set<Engagement>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(Claim)] = DesignationReasons.ClaimAlreadyOpen,
        [typeof(LeadDesignation)] = DesignationReasons.LeadAlreadyHeld,
        [typeof(Share)] = PlatformReasons.AlreadyShared,
        [typeof(Party)] = DesignationReasons.PartyAlreadyNamed,
        [typeof(ConsultationPosition)] = PlatformReasons.ConcurrentChange,
        [typeof(ConductAcceptance)] = DesignationReasons.CodeAccepted,
    };

    // What passes a fence is entered by itself.
    protected override bool IsMachinery(Type type) => type == typeof(LeadFence) || base.IsMachinery(type);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ProposedActConfiguration());
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
        modelBuilder.ApplyConfiguration(new AlertConfiguration<ProcessId, Process>());
    }
}
