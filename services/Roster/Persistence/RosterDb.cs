using Concord.Platform.Alerts;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Sharing;
using Concord.Roster.Acceptance;
using Concord.Roster.Assessments;
using Concord.Roster.Compartments;
using Concord.Roster.Contacts;
using Concord.Roster.Demand;
using Concord.Roster.Deployments;
using Concord.Roster.Deployments.CheckIns;
using Concord.Roster.Duplicates;
using Concord.Roster.Import;
using Concord.Roster.Insiders;
using Concord.Roster.Leads;
using Concord.Roster.Mediators;
using Concord.Roster.SavedSearches;
using Concord.Roster.SharingAgreements;
using Concord.Roster.Slates;
using Concord.Roster.Standby;
using Concord.Roster.Standby.Calls;
using Concord.Roster.SupportRequests;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Persistence;

public abstract class RosterDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Profile> Profiles => Set<Profile>();

    internal DbSet<AvailabilityWindow> Availability => Set<AvailabilityWindow>();

    internal DbSet<ProfileContacts> Contacts => Set<ProfileContacts>();

    internal DbSet<PersonAcceptance> PersonAcceptances => Set<PersonAcceptance>();

    internal DbSet<AttributeAssessment> Assessments => Set<AttributeAssessment>();

    internal DbSet<Insider> Insiders => Set<Insider>();

    internal DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    internal DbSet<SavedSearchMatch> SavedSearchMatches => Set<SavedSearchMatch>();

    internal DbSet<PersonReference> PersonReferences => Set<PersonReference>();

    internal DbSet<SearchDemand> SearchDemand => Set<SearchDemand>();

    internal DbSet<Slate> Slates => Set<Slate>();

    internal DbSet<SlateCandidate> SlateCandidates => Set<SlateCandidate>();

    internal DbSet<SupportRequest> SupportRequests => Set<SupportRequest>();

    internal DbSet<StandbyRequest> StandbyRequests => Set<StandbyRequest>();

    internal DbSet<StandbyCall> Calls => Set<StandbyCall>();

    internal DbSet<Deployment> Deployments => Set<Deployment>();

    internal DbSet<RestrictedProcess> RestrictedProcesses => Set<RestrictedProcess>();

    internal DbSet<ProcessLead> ProcessLeads => Set<ProcessLead>();

    internal DbSet<LeadHolder> LeadHolders => Set<LeadHolder>();

    internal DbSet<CheckIn> CheckIns => Set<CheckIn>();

    internal DbSet<SharingAgreement> SharingAgreements => Set<SharingAgreement>();

    internal DbSet<Duplicate> Duplicates => Set<Duplicate>();

    // A profile has one unique index, that of the person's account, and a candidate one: a person is on a slate once.
    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(Profile)] = RosterReasons.PersonLinked,
        [typeof(PersonReference)] = RosterReasons.ReferenceTaken,
        [typeof(SlateCandidate)] = RosterReasons.SlateListedAlready,
        [typeof(Duplicate)] = RosterReasons.DuplicateDecided,
        [typeof(Share)] = PlatformReasons.AlreadyShared,
    };

    // Whom a search finds follows from the search and the profiles, whose changes are entered; a count is no act.
    protected override bool IsMachinery(Type type) => base.IsMachinery(type) || type == typeof(SavedSearchMatch) || type == typeof(SearchDemand);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
        modelBuilder.ApplyConfiguration(new SubjectKeyConfiguration());
        modelBuilder.ApplyConfiguration(new ProposedActConfiguration());
        modelBuilder.ApplyConfiguration(new AlertConfiguration<SavedSearchId, SavedSearch>("SavedSearchAlerts"));
        modelBuilder.ApplyConfiguration(new AlertConfiguration<SupportRequestId, SupportRequest>("SupportRequestAlerts"));
        modelBuilder.ApplyConfiguration(new AlertConfiguration<StandbyRequestId, StandbyRequest>("StandbyAlerts"));
        modelBuilder.ApplyConfiguration(new AlertConfiguration<ProfileId, Profile>("ProfileAlerts"));
        modelBuilder.ApplyConfiguration(new AlertConfiguration<SharingAgreementId, SharingAgreement>("SharingAgreementAlerts"));
    }
}
