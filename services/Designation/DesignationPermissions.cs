using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Designation;

internal static class DesignationPermissions
{
    public static readonly Permission ReadProcesses = new("designation.processes.read", "See processes, claims, support roles and who leads, as far as one's clearance goes.",
        [.. Roles.OfPeople.Except(Roles.OfKeepers), Roles.Service]);

    public static readonly Permission KeepProcesses = new("designation.processes.keep", "Open a process, change its entry and advance its state.", Roles.MediationSupport);
    public static readonly Permission KeepClaims = new("designation.claims.keep", "Register, withdraw and convert the own organization's claims to lead.", Roles.RegionalOfficer);
    public static readonly Permission KeepSupportRoles = new("designation.supportRoles.keep", "Register and end the own organization's support roles.", Roles.RegionalOfficer);
    public static readonly Permission ReadProposals = new("designation.proposals.read", "See who was proposed to lead, the comparison and the reasons.", Roles.AppointingAuthority, Roles.MediationSupport);

    /// <summary>The role alone is not enough: the process names the persons of its appointing authority.</summary>
    public static readonly Permission DecideLead = new("designation.lead.decide", "Propose and decide who leads a process whose appointing authority one is named in.", Roles.AppointingAuthority);

    public static readonly Permission DecideApprovals = new("designation.approvals.decide", "Decide, as a second person, on a lower classification of a process that one sees.", Roles.MediationSupport);

    public static readonly Permission KeepShares = new("designation.shares.keep", "Share a process with another organization, end that, and see with whom it is shared.", Roles.MediationSupport);

    public static readonly Permission KeepSituations = new("designation.situations.keep", "Enter and change situations, and link processes and situations regionally.", Roles.MediationSupport);
    public static readonly Permission KeepGround = new("designation.ground.keep", "Record parties, what is known of them, their consent, earlier efforts, ripeness, incentives, measures of others and fundamentals; a lead mediator, of the talks the own organization leads.", Roles.MediationSupport, Roles.LeadMediator);

    /// <summary>The names of parties are seen with the process; what is known and judged of them by fewer.</summary>
    public static readonly Permission ReadActorMap = new("designation.actorMap.read", "See leaders, constituents, relations and listings of parties, why they are entered, their consent, ripeness, incentives, measures and fundamentals; a lead mediator, of the talks the own organization leads.",
        Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.Analyst);

    public static readonly Permission ReadSpoilers = new("designation.spoilers.read", "See who is held for a spoiler, by whom and why; a lead mediator, of the talks the own organization leads.", Roles.MediationSupport, Roles.LeadMediator);
    public static readonly Permission KeepSpoilers = new("designation.spoilers.keep", "Record, review and end judgements about spoilers; a lead mediator, of the talks the own organization leads.", Roles.MediationSupport, Roles.LeadMediator);

    public static readonly Permission ReadContacts = new("designation.contacts.read", "See who met whom about a process; as regional officer, and as mediator of an organization that does not lead, what the own organization recorded or took part in.",
        Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.RegionalOfficer);

    public static readonly Permission KeepContacts = new("designation.contacts.keep", "Record and import contacts; correct and withdraw those of the own organization, as mediation support all.", Roles.MediationSupport, Roles.LeadMediator, Roles.RegionalOfficer);
    public static readonly Permission ReadTracks = new("designation.parallelTracks.read", "See what the contacts show of parallel tracks; a lead mediator, of the talks the own organization leads.", Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority);
    public static readonly Permission DecideTracks = new("designation.parallelTracks.decide", "Acknowledge and resolve what was found of parallel tracks, for the lead; as mediation support where nobody leads.", Roles.MediationSupport, Roles.LeadMediator);
    public static readonly Permission KeepMandates = new("designation.mandates.keep", "Record mandates for a process, their renewals and their end.", Roles.MediationSupport);

    /// <summary>Who asks whom for a mediator may cost a life.</summary>
    public static readonly Permission ReadMediatorRequests = new("designation.mediatorRequests.read", "See which parties sought a mediator, of whom, and what they were offered; a lead mediator, of the talks the own organization leads.", Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority);
    public static readonly Permission KeepMediatorRequests = new("designation.mediatorRequests.keep", "Record that a party sought a mediator or was offered one, and what became of it.", Roles.MediationSupport);
    public static readonly Permission KeepComparison = new("designation.comparison.keep", "Say what one knows of candidates by the criteria, and record how parties take them.", Roles.AppointingAuthority, Roles.MediationSupport);
    public static readonly Permission ReadConsultations = new("designation.consultations.read", "See rounds of consultation that one keeps, or in which one's organization is asked.", Roles.RegionalOfficer, Roles.MediationSupport, Roles.AppointingAuthority);

    /// <summary>The role alone is not enough, as with the lead.</summary>
    public static readonly Permission KeepConsultations = new("designation.consultations.keep", "Ask organizations who should lead a process whose appointing authority one is named in.", Roles.AppointingAuthority);
    public static readonly Permission AnswerConsultations = new("designation.consultations.answer", "Give the own organization's position in a consultation.", Roles.RegionalOfficer);
    public static readonly Permission KeepObjections = new("designation.objections.keep", "Object to a designation for the own organization, or record that a party does.", Roles.RegionalOfficer, Roles.MediationSupport);
    public static readonly Permission KeepEndorsements = new("designation.endorsements.keep", "Record which organs are asked to endorse a mediator and what they decide; that one has endorsed is for two.", Roles.MediationSupport);

    public static readonly Permission ReadAlerts = new("designation.alerts.read", "See alerts about processes that one sees, of the kinds that one may see.", [.. ReadProcesses.Roles.Except([Roles.Service])]);
    public static readonly Permission SettleAlerts = new("designation.alerts.settle", "Acknowledge and resolve alerts that ask one's role.",
        Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.RegionalOfficer);

    /// <summary>The role alone is not enough for a lead mediator: the own organization leads the process (<see cref="Talks.TalksSight"/>).</summary>
    public static readonly Permission ReadTalks = new("designation.talks.read", "See the framework agreement, sessions, strategy, plans and tracks of talks; a lead mediator, of those the own organization leads.",
        Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.HeadOfMission);

    public static readonly Permission KeepTalks = new("designation.talks.keep", "Record and change the same; a lead mediator, of the talks the own organization leads.", Roles.MediationSupport, Roles.LeadMediator);

    public static readonly Permission ReadEarlyEngagements = new("designation.earlyEngagements.read", "See first contacts with parties, their fears and their consent; a lead mediator, of the talks the own organization leads.",
        Roles.MediationSupport, Roles.LeadMediator);

    /// <summary>Opens nothing by itself: who sees a text, and what of it, is decided by where the person sits (<see cref="Texts.TextSight"/>).</summary>
    public static readonly Permission ReadTexts = new("designation.texts.read", "See delegations and negotiating texts that one mediates, drafts, or has before oneself as a party.", [.. Roles.OfPeople.Except(Roles.OfKeepers)]);

    public static readonly Permission CommentTexts = new("designation.texts.comment", "Comment on a negotiating text for the party one speaks for.", [.. Roles.OfPeople.Except(Roles.OfKeepers)]);
    public static readonly Permission KeepTexts = new("designation.texts.keep", "Name delegations, write negotiating texts, put them to the parties and mark them as agreed, for the organization that leads.", Roles.LeadMediator);
    public static readonly Permission ReadFriends = new("designation.friends.read", "See the Friends of a process that one sees.", ReadProcesses.Roles);

    /// <summary>The role alone is not enough: the caller acts for an organization that leads, on the epoch it read.</summary>
    public static readonly Permission KeepFriends = new("designation.friends.keep", "Choose Friends, give them functions, note how they do and rotate them out, in the lead's name.", Roles.LeadMediator);

    public static readonly Permission ReadFriendNotes = new("designation.friends.readNotes", "See what was noted of Friends, and replied; an officer, of the own organization only.", Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.RegionalOfficer);
    public static readonly Permission AnswerAsFriend = new("designation.friends.answer", "Reply to what was noted of the own organization as a Friend, and leave the group.", Roles.RegionalOfficer);
    public static readonly Permission KeepConduct = new("designation.conduct.keep", "Say which code of conduct counts for a process.", Roles.MediationSupport);
    public static readonly Permission AcceptConduct = new("designation.conduct.accept", "Accept the code of conduct of a process for the own organization.", Roles.RegionalOfficer);
    public static readonly Permission KeepCouncil = new("designation.council.keep", "Draft and issue summary reports to the Security Council, record its missions and follow their recommendations.", Roles.MediationSupport);
    public static readonly Permission ReadMissions = new("designation.missions.read", "See missions, who heads them and what they serve, as far as one's clearance goes.", ReadProcesses.Roles);
    public static readonly Permission KeepMissions = new("designation.missions.keep", "Open a mission, appoint to its posts and say what it serves.", Roles.MediationSupport);

    /// <summary>The role alone is not enough for this and the two that follow: the engagement names the accounts of its circle (R127).</summary>
    public static readonly Permission ReadEngagements = new("designation.engagements.read", "See a dialogue engagement with an armed group whose circle names one.", Roles.MediationSupport, Roles.LeadMediator, Roles.HeadOfMission);

    public static readonly Permission KeepEngagements = new("designation.engagements.keep", "Propose a dialogue engagement with an armed group, assess, run and review one whose circle names one, and name others in it.", Roles.MediationSupport, Roles.LeadMediator, Roles.HeadOfMission);
    public static readonly Permission DecideEngagements = new("designation.engagements.decide", "Decide, as a second person, on a dialogue engagement whose circle names one.", Roles.MediationSupport, Roles.HeadOfMission);

    public static IReadOnlyList<Permission> All { get; } =
    [
        DecideApprovals, ReadProcesses, KeepProcesses, KeepClaims, KeepSupportRoles, ReadProposals, DecideLead, KeepShares,
        KeepSituations, KeepGround, ReadActorMap, ReadSpoilers, KeepSpoilers,
        ReadContacts, KeepContacts, ReadTracks, DecideTracks,
        KeepMandates, ReadMediatorRequests, KeepMediatorRequests, KeepComparison, ReadConsultations, KeepConsultations, AnswerConsultations, KeepObjections, KeepEndorsements,
        ReadAlerts, SettleAlerts,
        ReadTalks, KeepTalks, ReadEarlyEngagements, ReadTexts, CommentTexts, KeepTexts,
        ReadFriends, KeepFriends, ReadFriendNotes, AnswerAsFriend, KeepConduct, AcceptConduct, KeepCouncil, ReadMissions, KeepMissions,
        ReadEngagements, KeepEngagements, DecideEngagements,
    ];
}
