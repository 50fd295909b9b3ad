using Concord.Platform.Audit;
using Concord.Platform.Security;

namespace Concord.Platform.Alerts;

/// <summary>Who settled an alert, as its history keeps it.</summary>
/// <param name="Account">Resource name of the account.</param>
/// <param name="DisplayName">The name at that time.</param>
/// <param name="ActsFor">Resource name of the account of who was away and for whom it was done; absent where for nobody.</param>
[Personal]
public sealed record AlertPerson(string Account, string DisplayName, string? ActsFor = null)
{
    internal static AlertPerson Of(Caller caller) => new(caller.Subject, caller.DisplayName, caller.ActsFor);
}
