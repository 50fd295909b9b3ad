using Concord.Platform.Audit;
using Concord.Platform.Security;

namespace Concord.Designation.Processes;

/// <summary>Who did something, as a history keeps it.</summary>
/// <param name="Account">Resource name of the account; null where a source stands in for a person.</param>
/// <param name="DisplayName">The name at that time.</param>
[Personal]
internal sealed record Signature(string? Account, string DisplayName)
{
    public static Signature Of(Caller caller) => new(caller.Subject.Length == 0 ? null : caller.Subject, caller.DisplayName);

    public bool Is(Caller caller) => Account is not null && Account == caller.Subject;
}
