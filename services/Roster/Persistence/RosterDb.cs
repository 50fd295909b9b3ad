using Concord.Platform.Alerts;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Sharing;
using Concord.Roster.Assessments;
using Concord.Roster.Contacts;
using Concord.Roster.Demand;
using Concord.Roster.Insiders;
using Concord.Roster.Mediators;
using Concord.Roster.SavedSearches;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Persistence;

public abstract class RosterDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Profile> Profiles => Set<Profile>();

    internal DbSet<AvailabilityWindow> Availability => Set<AvailabilityWindow>();

    internal DbSet<ProfileContacts> Contacts => Set<ProfileContacts>();

    internal DbSet<AttributeAssessment> Assessments => Set<AttributeAssessment>();

    internal DbSet<Insider> Insiders => Set<Insider>();

    internal DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    internal DbSet<SavedSearchMatch> SavedSearchMatches => Set<SavedSearchMatch>();

    internal DbSet<Alert<SavedSearchId>> Alerts => Set<Alert<SavedSearchId>>();

    internal DbSet<SearchDemand> SearchDemand => Set<SearchDemand>();

    // A profile has one unique index: that of the person's account.
    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason> { [typeof(Profile)] = RosterReasons.PersonLinked, [typeof(Share)] = PlatformReasons.AlreadyShared };

    // Whom a search finds follows from the search and the profiles, whose changes are entered; a count is no act.
    protected override bool IsMachinery(Type type) => base.IsMachinery(type) || type == typeof(SavedSearchMatch) || type == typeof(SearchDemand);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new AlertConfiguration<SavedSearchId, SavedSearch>());
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
        modelBuilder.ApplyConfiguration(new SubjectKeyConfiguration());
        modelBuilder.ApplyConfiguration(new ProposedActConfiguration());
    }
}
