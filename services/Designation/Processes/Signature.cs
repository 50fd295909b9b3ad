using Concord.Platform.Audit;
using Concord.Platform.Security;

namespace Concord.Designation.Processes;

/// <summary>Who did something, as a history keeps it.</summary>
/// <param name="Account">Resource name of the account; null where a source stands in for a person.</param>
/// <param name="DisplayName">The name at that time.</param>
/// <param name="ActsFor">Resource name of the account of who was away and for whom it was done; absent where for nobody.</param>
[Personal]
internal sealed record Signature(string? Account, string DisplayName, string? ActsFor = null)
{
    public static Signature Of(Caller caller) => new(caller.Subject.Length == 0 ? null : caller.Subject, caller.DisplayName, caller.ActsFor);

    /// <summary>Whether the caller did it, or it was done in the caller's name.</summary>
    public bool Is(Caller caller) => caller.Subject.Length > 0 && (Account == caller.Subject || ActsFor == caller.Subject);

    /// <summary>Whether the caller stands for one of the persons who did it: such a one is no second person.</summary>
    public bool Includes(Caller caller) => caller.IsAnyOf(Account, ActsFor);
}
