using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Provisions;
using Concord.Monitoring.Translations;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Persistence;

public abstract class MonitoringDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Agreement> Agreements => Set<Agreement>();
    internal DbSet<AgreementTranslation> AgreementTranslations => Set<AgreementTranslation>();
    internal DbSet<Provision> Provisions => Set<Provision>();
    internal DbSet<Milestone> Milestones => Set<Milestone>();
    internal DbSet<Assessment> Assessments => Set<Assessment>();
    internal DbSet<ProcessLead> ProcessLeads => Set<ProcessLead>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(AgreementTranslation)] = PlatformReasons.ConcurrentChange,
        [typeof(Share)] = PlatformReasons.AlreadyShared,
        [typeof(Provision)] = MonitoringReasons.DuplicateClause,
        [typeof(Milestone)] = MonitoringReasons.DuplicateMilestone,
    };

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ShareConfiguration());
    }
}
