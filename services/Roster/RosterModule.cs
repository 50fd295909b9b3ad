using Concord.Contracts.Events;
using Concord.Designation.V1;
using Concord.Partners.V1;
using Concord.Platform.Alerts;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Grpc;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Sharing;
using Concord.Roster.Acceptance;
using Concord.Roster.Alerts;
using Concord.Roster.Assessments;
using Concord.Roster.Compartments;
using Concord.Roster.Consents;
using Concord.Roster.Contacts;
using Concord.Roster.Demand;
using Concord.Roster.Demonstration;
using Concord.Roster.Deployments;
using Concord.Roster.Deployments.CheckIns;
using Concord.Roster.Deployments.Letters;
using Concord.Roster.Duplicates;
using Concord.Roster.Erasure;
using Concord.Roster.Export;
using Concord.Roster.Geography;
using Concord.Roster.Import;
using Concord.Roster.Insiders;
using Concord.Roster.Leads;
using Concord.Roster.Mediators;
using Concord.Roster.OwnProfile;
using Concord.Roster.Persistence;
using Concord.Roster.Pipeline;
using Concord.Roster.Pool;
using Concord.Roster.Reading;
using Concord.Roster.SavedSearches;
using Concord.Roster.Search;
using Concord.Roster.SharingAgreements;
using Concord.Roster.Slates;
using Concord.Roster.Standby;
using Concord.Roster.Standby.Calls;
using Concord.Roster.SupportRequests;
using Concord.Roster.Synthetic;
using Concord.Roster.Teams;

namespace Concord.Roster;

/// <summary>Who can mediate: people, their skills, vetting and availability, and the search for the right ones (R1).</summary>
public sealed class RosterModule : IServiceModule
{
    public static string Name => "roster";

    public static IReadOnlyList<Permission> Permissions => RosterPermissions.All;

    public static IReadOnlyList<Reason> Reasons => RosterReasons.All;

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase(Name, RosterDatabases.Family);
        builder.Services.AddScoped<IRecordLabels, ProfileLabels>();
        builder.Services.AddSealing().AddErasureLedger().AddScoped<ContactKeeper>().AddScoped<ContactMask>();
        builder.Services.AddFourEyes<Deciders>().AddScoped<IFourEyesAct, ProfileErasure>().AddScoped<IFourEyesAct, Declassification>().AddScoped<ISubjectErasure, ProfileErasure>();
        builder.Services.AddScoped<AssessmentKeeper>().AddScoped<InsiderKeeper>().AddScoped<NamedInsiders>().AddScoped<IFourEyesAct, InsiderErasure>().AddScoped<ISubjectErasure, InsiderErasure>();
        builder.Services.AddScoped<PeopleImport>().AddScoped<PeopleExport>().AddScoped<PoolWriter>();
        builder.Services.AddScoped<SlateKeeper>().AddScoped<ISubjectErasure, SlateErasure>();
        builder.Services.AddAlerts<SupportRequestId, AlertedSupportRequests>().AddAlertRule<SupportRequestId, SupportRequestOverdue>();
        builder.Services.AddSingleton<LeadKeeper>().AddScoped<DeploymentBook>().AddScoped<CallKeeper>().AddScoped<CheckInKeeper>().AddScoped<OwnWork>();
        builder.Services.TakesSetting(StandbyClock.DepartWithin).TakesSetting(StandbyClock.WarnBefore).TakesSetting(StandbyClock.ReviewWithin).TakesSetting(StandbyClock.WarnOfContract);
        builder.Services.AddEventHandler<LeadDesignated, HoldOnLeadDesignated>().AddEventHandler<LeadEnded, EndOnLeadEnded>();
        builder.Services.AddEventHandler<ProcessRestricted, NarrowOnProcessRestricted>();
        builder.Services.AddAlerts<StandbyRequestId, AlertedRequests>();
        builder.Services.AddAlertRule<StandbyRequestId, DeadlineNear>();
        builder.Services.AddAlertRule<StandbyRequestId, DeadlinePassed>();
        builder.Services.AddAlertRule<StandbyRequestId, DispatchedWithoutBriefing>();
        builder.Services.AddAlertRule<StandbyRequestId, ReviewOverdue>();
        builder.Services.AddAlertRule<StandbyRequestId, AgreementAsked>();
        builder.Services.AddAlerts<ProfileId, AlertedProfiles>().AddAlertRule<ProfileId, ContractEnds>();
        builder.AddServiceClient<PartnersService.PartnersServiceClient>("partners");
        builder.AddServiceClient<DesignationService.DesignationServiceClient>("designation");
        builder.Services.AddSharing<SharedProfiles>();
        builder.Services.AddAlerts<SharingAgreementId, AlertedAgreements>().AddAlertRule<SharingAgreementId, SharingEndsSoon>();
        builder.Services.AddSingleton(_ => Atlas.Shipped);
        builder.Services.TakesSetting(RosterIndexKeeper.Pace).TakesSetting(Readers.Delay).AddSingleton<RosterIndexKeeper>();
        builder.Services.TakesSetting(BulkReading.MostPeople).AddSingleton<ReadingMetrics>().AddSingleton<IReadingLimit, BulkReading>();
        builder.Services.AddSingleton<ICommitListener>(p => p.GetRequiredService<RosterIndexKeeper>());
        builder.Services.AddHostedService(p => p.GetRequiredService<RosterIndexKeeper>());
        builder.Services.AddHostedService<RosterIndexMetrics>().AddSingleton<SolverPlaces>();
        builder.Services.AddScoped<LikelyDuplicates>();
        builder.Services.AddScoped<PartyWords>().AddScoped<Func<PartyWords>>(p => p.GetRequiredService<PartyWords>); // made where a search asks for them only
        builder.Services.AddScoped<Searching>().AddSingleton<DemandTally>().Keep<SearchDemand>(d => d.Day, SearchDemand.Kept);
        builder.Services.TakesSetting(DemandWriter.Pace).AddSingleton<DemandWriter>().AddHostedService(p => p.GetRequiredService<DemandWriter>());
        builder.Services.AddScoped<SavedSearchMatches>().AddEventHandler<AccountHandedOver, ForgetOnHandOver>();
        builder.Services.AddAlerts<SavedSearchId, SavedSearchAlerts>().AddAlertRule<SavedSearchId, FoundAnewRule>();
        builder.Services.TakesSetting(SavedSearchWatch.Pace).TakesSetting(SavedSearch.MostOfOne).AddSingleton<SavedSearchWatch>().AddHostedService(p => p.GetRequiredService<SavedSearchWatch>());
        builder.Services.AddScoped<IDemonstration, SyntheticRoster>().AddScoped<IDemonstration, FictionalRequests>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapProfiles();
        api.MapPeopleImport();
        api.MapPeopleExport();
        api.MapPool();
        api.MapProfileVerbs();
        api.MapAvailability();
        api.MapContacts();
        api.MapPipeline();
        api.MapConsents();
        api.MapErasure();
        api.MapSearch();
        api.MapSavedSearches();
        api.MapTeams();
        api.MapSharing<ProfileId>("Profile", RosterPermissions.KeepShares, RosterPermissions.ReadProfiles);
        api.MapSharingAgreements();
        api.MapSharingAgreementVerbs();
        api.MapDuplicates();
        api.MapDuplicateVerbs();
        api.MapOwnProfile();
        api.MapOwnConsents();
        api.MapOwnAvailability();
        api.MapOwnExport();
        api.MapAttributeAssessments();
        api.MapOwnAssessments();
        api.MapPersonAcceptances();
        api.MapInsiders();
        api.MapInsiderContacts();
        api.MapInsiderErasure();
        api.MapSlates();
        api.MapSlateCandidates();
        api.MapSlateVerbs();
        api.MapSupportRequests();
        api.MapSupportDesk();
        api.MapSupportFigures();
        api.MapStandbyRequests();
        api.MapStandbyVerbs();
        api.MapStandbyFigures();
        api.MapReadiness();
        api.MapCalls();
        root.MapCallLinks();
        api.MapDeployments();
        api.MapLeadAgreements();
        api.MapCheckIns();
        api.MapLetters();
        api.MapAlerts(Name, RosterPermissions.ReadAlerts, RosterPermissions.SettleAlerts);
        api.MapFourEyes(Name, RosterPermissions.DecideApprovals);
        root.MapGrpcService<RosterQuestions>();
    }
}
