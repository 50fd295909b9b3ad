using Concord.Platform.Errors;
using Concord.Platform.Sealing;

namespace Concord.Identity;

internal static class IdentityReasons
{
    public static readonly Reason DuplicateAccount = new("DUPLICATE_ACCOUNT", Refusal.Conflict, "This e-mail address has an account already.");
    public static readonly Reason UnknownOrganization = new("UNKNOWN_ORGANIZATION", Refusal.Unprocessable, "No registered organization of this name is known here.", "R83");
    public static readonly Reason OwnAccount = new("OWN_ACCOUNT", Refusal.Conflict, "Administrators neither take their own access away nor give themselves more; another administrator does.");
    public static readonly Reason AccountInactive = new("ACCOUNT_INACTIVE", Refusal.Conflict, "The account is not active.");
    public static readonly Reason LastAdministrator = new("LAST_ADMINISTRATOR", Refusal.Conflict, "The platform is never left without an administrator for good; make another account one first.");
    public static readonly Reason PasswordNotChosen = new("PASSWORD_NOT_CHOSEN", Refusal.Conflict, "The person has not chosen a password since an administrator gave one; a high right is given after that.", "R137");
    public static readonly Reason CredentialsReset = new("CREDENTIALS_RESET", Refusal.Conflict, "Whoever gave the person another password or had a second factor of theirs removed neither proposes a high right for them within 30 days nor agrees to one; two other administrators do.", "R137");
    public static readonly Reason NotAKeeper = new("NOT_A_KEEPER", Refusal.Forbidden, "Only a keeper of the compartment names others and ends their membership.", "R137");
    public static readonly Reason LastKeeper = new("LAST_KEEPER", Refusal.Conflict, "A compartment is never left without a keeper; name another one first, for as long as you would keep it.", "R137");
    public static readonly Reason NotForOneself = new("NOT_FOR_ONESELF", Refusal.Forbidden, "Who keeps a compartment in an emergency only names others: not himself, nor whom he acts for or who acts for him.", "R137");
    public static readonly Reason NotCleared = new("NOT_CLEARED", Refusal.Unprocessable, "No active account of this name is cleared for Strictly Confidential.", "R137");
    public static readonly Reason AlreadyNamed = new("ALREADY_NAMED", Refusal.Conflict, "The compartment names you already.");
    public static readonly Reason MembershipEnded = new("MEMBERSHIP_ENDED", Refusal.Conflict, "The membership has ended already.");
    public static readonly Reason NoFactor = new("NO_FACTOR", Refusal.Conflict, "The account has no second factor.");

    public static readonly Reason OrganizationLeft = new("ORGANIZATION_LEFT", Refusal.Conflict, "The organization has left the platform; nobody acts for it.");
    public static readonly Reason AlreadyInvited = new("ALREADY_INVITED", Refusal.Conflict, "An invitation to this e-mail address waits already; send that one again, or revoke it.");
    public static readonly Reason NotTheInviter = new("NOT_THE_INVITER", Refusal.Conflict, "Where a link is shown and not mailed, it is shown again to whoever invited the person and to nobody else. Revoke the invitation, and make your own.");
    public static readonly Reason InvitationClosed = new("INVITATION_CLOSED", Refusal.Conflict, "The invitation was accepted or revoked.");
    public static readonly Reason NotASuccessor = new("NOT_A_SUCCESSOR", Refusal.Unprocessable, "The successor is another active account of the same organization.");

    public static readonly Reason NotAColleague = new("NOT_A_COLLEAGUE", Refusal.Unprocessable, "Who acts for somebody holds another active account of the same organization.", "R137");
    public static readonly Reason NothingToDelegate = new("NOTHING_TO_DELEGATE", Refusal.Conflict, "The account holds only roles in which nobody acts for another.", "R137");
    public static readonly Reason DelegationEnded = new("DELEGATION_ENDED", Refusal.Conflict, "The delegation has ended already.");
    public static readonly Reason DelegationNotCurrent = new("DELEGATION_NOT_CURRENT", Refusal.Conflict, "The delegation is not yours to act by, or does not count now.", "R137");
    public static readonly Reason ActsForAnother = new("ACTS_FOR_ANOTHER", Refusal.Conflict, "You act for somebody; act for yourself again first.");
    public static readonly Reason AlreadyGranted = new("ALREADY_GRANTED", Refusal.Conflict, "A grant that is open gives the account the same, for as long.", "R137");
    public static readonly Reason AlreadyDelegated = new("ALREADY_DELEGATED", Refusal.Conflict, "A delegation that is open lets the same colleague act for the person in that time already.", "R137");
    public static readonly Reason GrantEnded = new("GRANT_ENDED", Refusal.Conflict, "The grant has ended already.", "R137");
    public static readonly Reason AlreadyLinked = new("ALREADY_LINKED", Refusal.Conflict, "The account is linked at this provider already, or somebody else's is to the same person there.");

    public static readonly Reason ClientDisabled = new("CLIENT_DISABLED", Refusal.Conflict, "The client is disabled.");

    public static IReadOnlyList<Reason> All { get; } =
    [
        DuplicateAccount, UnknownOrganization, OwnAccount, AccountInactive, LastAdministrator, PasswordNotChosen, CredentialsReset, NotAKeeper, LastKeeper, NotForOneself, NotCleared, AlreadyNamed, MembershipEnded,
        OrganizationLeft, AlreadyInvited, InvitationClosed, NotTheInviter, NotASuccessor, NoFactor, AlreadyGranted, GrantEnded, AlreadyLinked,
        NotAColleague, NothingToDelegate, AlreadyDelegated, DelegationEnded, DelegationNotCurrent, ActsForAnother, ClientDisabled, .. SealingReasons.All,
    ];
}
