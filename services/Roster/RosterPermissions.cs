using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Roster;

internal static class RosterPermissions
{
    public static readonly Permission ReadProfiles = new("roster.profiles.read", "See people on the roster, within one's clearance, and those of other organizations as far as they are shared; never contact data.",
        Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer, Roles.Service);

    public static readonly Permission SearchProfiles = new("roster.profiles.search", "Search the active people of the roster, within one's clearance; a regional officer those of the own organization, what is Unclassified, and what is shared with it.",
        Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer);

    public static readonly Permission KeepSavedSearches = new("roster.savedSearches.keep", "Keep searches of one's own, and be told whom they find anew; nobody else's.",
        Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator);

    public static readonly Permission EditProfiles = new("roster.profiles.edit", "Enter, change and submit profiles: mediation support all, a regional officer those of the own organization.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission ImportProfiles = new("roster.profiles.import", "Enter and change people by a table, as drafts: mediation support those of any organization, a regional officer those of the own.", [.. EditProfiles.Roles]);

    public static readonly Permission ExportProfiles = new("roster.profiles.export", "Get people whom one sees as one table, without contact data: as many of other organizations as one may read, and all of the own.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission ReadPool = new("roster.pool.read", "See of how many people the roster consists, by what they bring, and what was asked for and not found; never names, and no number below five.",
        Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly Permission VetProfiles = new("roster.profiles.vet", "Begin the vetting of a profile, and as a second person activate it; read and say what staff planning thinks of a person.", Roles.MediationSupport);

    public static readonly Permission ReadContacts = new("roster.contacts.read", "Read how a person is reached, for a purpose that is recorded: mediation support, and a regional officer of the own organization's people.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission EraseProfiles = new("roster.profiles.erase", "Propose, and as a second person approve, that all that is kept of a person is erased for good.", Roles.MediationSupport);

    public static readonly Permission DecideApprovals = new("roster.approvals.decide", "See what waits for a second person and decide on it, as one of mediation support; and see what was proposed by oneself.", Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission SuspendProfiles = new("roster.profiles.suspend", "Suspend, reinstate and retire people, and read why.", Roles.MediationSupport);

    public static readonly Permission KeepShares = new("roster.shares.keep", "Share a profile that one's own organization keeps with another organization, end that, and see with whom it is shared.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission ReadSharingAgreements = new("roster.sharingAgreements.read", "See the agreements by which one's own organization shares people of its roster, or others share theirs with it.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission KeepSharingAgreements = new("roster.sharingAgreements.keep", "Propose and, as a second person, approve such an agreement, agree to one in the name of one's organization, and withdraw from it.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission KeepDuplicates = new("roster.duplicates.keep", "See which records that one sees, one of them kept by oneself, are likely of the same person; say that they are or are not, merge them, and undo that.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission ReadOwnProfile = new("roster.ownProfile.read", "Read the own record on the roster, also as one document, and late which organizations read it.");

    public static readonly Permission KeepOwnProfile = new("roster.ownProfile.keep", "Correct in the own record what is the person's to say, say when one can take work, declare interests, consent, take consent back, and ask for the erasure.");

    public static readonly Permission ReadAssessments = new("roster.assessments.read", "Read what assessors found of a person's attributes: mediation support, and a regional officer of the own organization's people.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission KeepAssessments = new("roster.assessments.keep", "Record what one found of another person's attributes, and withdraw it: mediation support, and a regional officer of the own organization's people.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission ReplyToAssessments = new("roster.ownAssessments.reply", "Reply to what assessors found of oneself.");

    public static readonly Permission ReadAcceptances = new("roster.acceptances.read", "Read how parties of a process that one sees take people as mediator, and search by it; a lead mediator, of the processes the own organization leads.",
        Roles.MediationSupport, Roles.AppointingAuthority, Roles.LeadMediator);

    public static readonly Permission KeepAcceptances = new("roster.acceptances.keep", "Record how a party of a process that one sees takes another person as mediator, and withdraw it.", Roles.MediationSupport);

    public static readonly Permission ReadInsiders = new("roster.insiders.read", "Read insider-reconcilers, within one's clearance: mediation support all, a regional officer those whom the own organization introduced; never contact data.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission KeepInsiders = new("roster.insiders.keep", "Record insider-reconcilers in the name of one's organization, change and close their records, and keep how they are reached.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission ReadInsiderContacts = new("roster.insiders.readContacts", "Read how an insider-reconciler is reached, for a purpose that is recorded.", Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission EraseInsiders = new("roster.insiders.erase", "Propose, and as a second person approve, that all that is kept of an insider-reconciler is erased for good.", Roles.MediationSupport);

    public static readonly Permission ReadSlates = new("roster.slates.read", "Read slates for senior appointments, within one's clearance: those of the own organization, and such as were laid before it as the appointing authority.",
        Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority);

    public static readonly Permission ComposeSlates = new("roster.slates.compose", "Begin a slate in the name of one's organization, put people on it, say as an assessor what criteria come to, and submit it.",
        Roles.MediationSupport, Roles.RegionalOfficer);

    public static readonly Permission DecideSlates = new("roster.slates.decide", "Choose from a slate that was laid before one's organization, or nobody: never one that one took part in composing.", Roles.AppointingAuthority);

    public static readonly Permission ReadSupportRequests = new("roster.supportRequests.read", "See requests for mediation support, and figures of them: the desk all within the clearance, others those of the own organization.",
        Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.FocalPoint, Roles.Partner);

    public static readonly Permission AskSupport = new("roster.supportRequests.ask", "Ask the desk for mediation support in the name of one's organization, and say whether its answer helped.",
        Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.FocalPoint, Roles.Partner);

    public static readonly Permission HandleSupportRequests = new("roster.supportRequests.handle", "Work at the desk: triage, assign and answer requests for mediation support.", Roles.MediationSupport);

    public static readonly Permission ReadStandby = new("roster.standby.read", "See requests for people on standby, within one's clearance, and how long it took to mount help: mediation support and the appointing authority all, others those of the own organization and those for a process that it leads.",
        Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer);

    public static readonly Permission AskStandby = new("roster.standby.ask", "Ask for people on standby in the name of one's organization.",
        Roles.MediationSupport, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer);

    public static readonly Permission HandleStandby = new("roster.standby.handle", "Take a request on, plan whom to send, brief and clear them, record departure, return and review; decline a request.", Roles.MediationSupport);

    public static readonly Permission ApproveStandby = new("roster.standby.approve", "Decide, as another person than who asked, to send those who are planned.", Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly Permission ReadDeployments = new("roster.deployments.read", "See who is sent, where one sees the request and the person.",
        Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer);

    public static readonly Permission AgreeDeployments = new("roster.deployments.agree", "Agree that somebody who is sent has other work on the same days, and take that back, for the organization that leads the process, or where there is none that asked.",
        Roles.MediationSupport, Roles.LeadMediator, Roles.RegionalOfficer);

    public static readonly Permission ExportLetters = new("roster.letters.export", "Get the terms of reference and the letter of appointment of a deployment as a document.", Roles.MediationSupport);

    public static readonly Permission ReadCalls = new("roster.calls.read", "Read who was called for a request, and what they said.", Roles.MediationSupport);

    public static readonly Permission KeepCalls = new("roster.calls.keep", "Record who was called for a request, and ask people by a link.", Roles.MediationSupport);

    public static readonly Permission ReadCheckIns = new("roster.checkIns.read", "Read how those are who are sent.", Roles.MediationSupport);

    public static readonly Permission KeepCheckIns = new("roster.checkIns.keep", "Record that somebody who is sent was asked how the person is.", Roles.MediationSupport);

    public static readonly Permission ReadAlerts = new("roster.alerts.read", "See what the roster asks a person to look at, of the kinds and about the records that one may see.",
        Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator);

    public static readonly Permission SettleAlerts = new("roster.alerts.settle", "Take such an alert on, and say that nothing more is to be done, where its kind asks one's role.", [.. ReadAlerts.Roles]);

    public static IReadOnlyList<Permission> All { get; } =
        [ReadProfiles, SearchProfiles, KeepSavedSearches, EditProfiles, ImportProfiles, ExportProfiles, ReadPool, VetProfiles, SuspendProfiles, ReadContacts, EraseProfiles, DecideApprovals, KeepShares, ReadSharingAgreements, KeepSharingAgreements, KeepDuplicates, ReadOwnProfile, KeepOwnProfile,
        ReadAssessments, KeepAssessments, ReplyToAssessments, ReadAcceptances, KeepAcceptances, ReadInsiders, KeepInsiders, ReadInsiderContacts, EraseInsiders,
        ReadSlates, ComposeSlates, DecideSlates, ReadSupportRequests, AskSupport, HandleSupportRequests,
        ReadStandby, AskStandby, HandleStandby, ApproveStandby, ReadDeployments, AgreeDeployments, ExportLetters, ReadCalls, KeepCalls, ReadCheckIns, KeepCheckIns, ReadAlerts, SettleAlerts];
}
