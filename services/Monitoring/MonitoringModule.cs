using Concord.Contracts.Events;
using Concord.Designation.V1;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Import;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Provisions;
using Concord.Monitoring.Reactions;
using Concord.Monitoring.Schedule;
using Concord.Monitoring.Scores;
using Concord.Monitoring.Translations;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Grpc;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Sharing;

namespace Concord.Monitoring;

/// <summary>What was agreed and what was kept: agreements, provisions, milestones, schedule, status and score as of any date.</summary>
public sealed class MonitoringModule : IServiceModule
{
    public static string Name => "monitoring";

    public static IReadOnlyList<Permission> Permissions => MonitoringPermissions.All;

    public static IReadOnlyList<Reason> Reasons => MonitoringReasons.All;

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase(Name, MonitoringDatabases.Family);
        builder.Services.AddScoped<IRecordLabels, AgreementLabels>();
        builder.AddServiceClient<DesignationService.DesignationServiceClient>("designation");
        builder.AddServiceClient<PartnersService.PartnersServiceClient>("partners");
        builder.Services.AddSharing<SharedAgreements>();
        builder.Services.AddEventHandler<LeadDesignated, ShowLeadOnLeadDesignated>();
        builder.Services.AddEventHandler<LeadEnded, ShowNoLeadOnLeadEnded>();
        builder.Services.AddEventHandler<LeadRenamed, ForgetNameOnLeadRenamed>();
        builder.Services.AddEventHandler<ProcessRestricted, HideProcessOnProcessRestricted>();
        builder.Services.AddScoped<IDemonstration, RArcssDemonstration>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapAgreements();
        api.MapTranslations();
        api.MapProvisions();
        api.MapMilestones();
        api.MapAssessments();
        api.MapSchedule();
        api.MapScore();
        api.MapSharing<AgreementId>("Agreement", MonitoringPermissions.KeepShares, MonitoringPermissions.Read);
    }
}
