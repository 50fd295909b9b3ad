using Concord.Contracts.Events;
using Concord.Designation.Alerts;
using Concord.Designation.Attempts;
using Concord.Designation.Brief;
using Concord.Designation.Claims;
using Concord.Designation.Conduct;
using Concord.Designation.Consultations;
using Concord.Designation.Contacts;
using Concord.Designation.Contacts.Import;
using Concord.Designation.Council;
using Concord.Designation.Criteria;
using Concord.Designation.Demonstration;
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
using Concord.Designation.Persistence;
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
using Concord.Designation.Watching;
using Concord.Partners.V1;
using Concord.Platform.Alerts;
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
        builder.Services.AddEventHandler<LeadDesignated, ExamineOnArrangement>();
        builder.Services.AddEventHandler<LeadEnded, ExamineOnArrangement>();
        builder.Services.AddEventHandler<ClaimConverted, ExamineOnArrangement>();
        builder.Services.AddEventHandler<SupportRoleRegistered, ExamineOnArrangement>();
        builder.Services.AddEventHandler<SupportRoleEnded, ExamineOnArrangement>();
        builder.Services.AddFourEyes<Deciders>().AddScoped<IFourEyesAct, Declassification>().AddScoped<IFourEyesAct, AuthorityChange>();
        builder.Services.AddSharing<SharedProcesses>();
        builder.Services.AddSingleton<ProcessRevisions>();
        builder.Services.AddHostedService(p => p.GetRequiredService<ProcessRevisions>());
        builder.Services.AddScoped<IDemonstration, DemonstrationProcesses>();
        builder.Services.AddScoped<ContactOrganizations>().AddScoped<ContactImport>().AddScoped<TrackExamination>();
        builder.Services.TakesSetting(SituationWatch.WindowDays).TakesSetting(SituationWatch.MinimumTracks);
        builder.Services.AddScoped<IFourEyesAct, EndorsementGrant>();
        builder.Services.AddAlerts<ProcessId, AlertedProcesses>();
        builder.Services.AddAlertRule<ProcessId, SecondLeadClaim>();
        builder.Services.AddAlertRule<ProcessId, ProcessWithoutLead>();
        builder.Services.AddAlertRule<ProcessId, LeadUnderReview>();
        builder.Services.AddAlertRule<ProcessId, ProposalExpires>();
        builder.Services.AddAlertRule<ProcessId, OpenParallelTrack>();
        builder.Services.AddAlertRule<ProcessId, MandateRunsOut>();
        builder.Services.AddAlertRule<ProcessId, InterimLeadOver>();
        builder.Services.AddAlertRule<ProcessId, TalksWithoutFramework>();
        builder.Services.AddAlertRule<ProcessId, FrameworkItemsOpen>();
        builder.Services.AddAlertRule<ProcessId, NoWomanAtTheTable>();
        builder.Services.AddAlertRule<ProcessId, SpoilerWithoutStrategy>();
        builder.Services.AddAlertRule<ProcessId, ConductNotAccepted>();
        builder.Services.AddAlertRule<ProcessId, ManyFriends>();
        builder.Services.AddAlertRule<ProcessId, EngagementReviewOver>();
        builder.Services.AddScoped(typeof(Records<,,>));
        builder.Services.AddScoped(typeof(Documents<,,>));
        builder.Services.TakesSetting(FriendsLimits.WarnAboveSetting).TakesSetting(FriendsLimits.StopAboveSetting).AddSingleton(p => FriendsLimits.In(p.GetRequiredService<IConfiguration>()));
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
        api.MapFramework();
        api.MapDelegations();
        api.MapTexts();
        api.MapSessions();
        api.MapInclusion();
        api.MapTracks();
        api.MapFourEyes(Name, DesignationPermissions.DecideApprovals);
        api.MapContacts();
        api.MapContactImport();
        api.MapParallelTracks();
        api.MapTrackThresholds();
        api.MapFriends();
        api.MapConduct();
        api.MapSummaries();
        api.MapCouncilMissions();
        api.MapMissions();
        api.MapBrief();
        api.MapEngagements();
        api.MapAssessment();
        root.MapGrpcService<DesignationQuestions>();
        api.MapSituations();
        api.MapRegionalLinks();
        api.MapCompetentBodies();
        api.MapParties();
        api.MapActorMap();
        api.MapConsents();
        api.MapAttempts();
        api.MapSpoilers();
        api.MapMeasures();
        api.MapRipeness();
        api.MapFundamentals();
        api.MapCriteria();
        api.MapMandates();
        api.MapMediatorRequests();
        api.MapComparison();
        api.MapRationale();
        api.MapConsultations();
        api.MapObjections();
        api.MapNoLeadDecisions();
        api.MapEndorsements();
        api.MapAlerts(Name, DesignationPermissions.ReadAlerts, DesignationPermissions.SettleAlerts);
    }
}
