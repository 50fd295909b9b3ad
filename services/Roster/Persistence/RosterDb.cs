using Concord.Platform.Alerts;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Sharing;
using Concord.Roster.Assessments;
using Concord.Roster.Contacts;
using Concord.Roster.Deployments;
using Concord.Roster.Deployments.CheckIns;
using Concord.Roster.Insiders;
using Concord.Roster.Mediators;
using Concord.Roster.Standby;
using Concord.Roster.Standby.Calls;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Persistence;

public abstract class RosterDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Profile> Profiles => Set<Profile>();

    internal DbSet<AvailabilityWindow> Availability => Set<AvailabilityWindow>();

    internal DbSet<ProfileContacts> Contacts => Set<ProfileContacts>();

    internal DbSet<AttributeAssessment> Assessments => Set<AttributeAssessment>();

    internal DbSet<Insider> Insiders => Set<Insider>();

    internal DbSet<StandbyRequest> StandbyRequests => Set<StandbyRequest>();

    internal DbSet<StandbyCall> Calls => Set<StandbyCall>();

    internal DbSet<Deployment> Deployments => Set<Deployment>();

    internal DbSet<CheckIn> CheckIns => Set<CheckIn>();

    // A profile has one unique index: that of the person's account.
    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason> { [typeof(Profile)] = RosterReasons.PersonLinked, [typeof(Share)] = PlatformReasons.AlreadyShared };

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
        modelBuilder.ApplyConfiguration(new SubjectKeyConfiguration());
        modelBuilder.ApplyConfiguration(new ProposedActConfiguration());
        modelBuilder.ApplyConfiguration(new AlertConfiguration<StandbyRequestId, StandbyRequest>());
    }
}
