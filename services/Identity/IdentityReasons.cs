using Concord.Platform.Errors;

namespace Concord.Identity;

internal static class IdentityReasons
{
    public static readonly Reason DuplicateAccount = new("DUPLICATE_ACCOUNT", Refusal.Conflict, "This e-mail address has an account already.");
    public static readonly Reason UnknownOrganization = new("UNKNOWN_ORGANIZATION", Refusal.Unprocessable, "No registered organization of this name is known here.", "R83");
    public static readonly Reason OwnAccount = new("OWN_ACCOUNT", Refusal.Conflict, "Administrators do not take their own access away; another administrator does.");
    public static readonly Reason AccountInactive = new("ACCOUNT_INACTIVE", Refusal.Conflict, "The account is not active.");

    public static IReadOnlyList<Reason> All { get; } = [DuplicateAccount, UnknownOrganization, OwnAccount, AccountInactive];
}
