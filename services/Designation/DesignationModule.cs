using Concord.Contracts.Events;
using Concord.Designation.Claims;
using Concord.Designation.Demonstration;
using Concord.Designation.Engagements;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.Successions;
using Concord.Designation.SupportRoles;
using Concord.Designation.Watching;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Grpc;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Sharing;
using Concord.Roster.V1;

namespace Concord.Designation;

/// <summary>Who leads a process and who supports it: processes, claims, the lead register, support roles.</summary>
public sealed class DesignationModule : IServiceModule
{
    public static string Name => "designation";

    public static IReadOnlyList<Permission> Permissions => DesignationPermissions.All;

    public static IReadOnlyList<Reason> Reasons => DesignationReasons.All;

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase(Name, DesignationDatabases.Family);
        builder.Services.AddScoped<IRecordLabels, ProcessLabels>();
        builder.AddServiceClient<PartnersService.PartnersServiceClient>("partners");
        builder.AddServiceClient<RosterService.RosterServiceClient>("roster");
        builder.Services.AddScoped<OrganizationDirectory>();
        builder.Services.AddScoped<MediatorDirectory>();
        builder.Services.AddScoped<LeadQuestions>();
        builder.Services.AddEventHandler<OrganizationRegistered, HearOrganizations>();
        builder.Services.AddEventHandler<OrganizationRenamed, HearOrganizations>();
        builder.Services.AddEventHandler<OrganizationLeft, LetOrganizationsLeave>();
        builder.Services.AddEventHandler<OrganizationRejoined, LetOrganizationsLeave>();
        builder.Services.AddEventHandler<AccountHandedOver, FollowHandOver>();
        builder.Services.AddEventHandler<ProfileSuspended, ReviewOnSuspension>();
        builder.Services.AddEventHandler<ProfileReinstated, ReviewOnSuspension>();
        builder.Services.AddEventHandler<ProfileErased, ForgetErased>();
        builder.Services.AddEventHandler<CompartmentKept, HandToCompartment>();
        builder.Services.AddFourEyes<Deciders>().AddScoped<IFourEyesAct, Declassification>();
        builder.Services.AddSharing<SharedProcesses>();
        builder.Services.AddSingleton<ProcessRevisions>();
        builder.Services.AddHostedService(p => p.GetRequiredService<ProcessRevisions>());
        builder.Services.AddScoped<IDemonstration, DemonstrationProcesses>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapProcesses();
        api.MapPersonHistory();
        api.MapClaims();
        api.MapSupportRoles();
        api.MapLead();
        api.MapProposals();
        api.MapWatch();
        api.MapSharing<ProcessId>("Process", DesignationPermissions.KeepShares, DesignationPermissions.ReadProcesses);
        api.MapFourEyes(Name, DesignationPermissions.DecideApprovals);
        api.MapEngagements();
        api.MapAssessment();
        root.MapGrpcService<DesignationQuestions>();
    }
}
