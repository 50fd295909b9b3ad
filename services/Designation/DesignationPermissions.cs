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

    public static IReadOnlyList<Permission> All { get; } =
    [
        DecideApprovals, ReadProcesses, KeepProcesses, KeepClaims, KeepSupportRoles, ReadProposals, DecideLead, KeepShares,
        ReadTalks, KeepTalks, ReadEarlyEngagements, ReadTexts, CommentTexts, KeepTexts,
    ];
}
