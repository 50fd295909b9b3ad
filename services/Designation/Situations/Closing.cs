using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Security;

namespace Concord.Designation.Situations;

/// <summary>That an entry counts no more: said once, with the reason, and the entry stays.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who said so.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record Closing([property: Personal] string Reason, [property: Personal] Signature By, DateTime Time)
{
    // As JSON escapes it: up to six characters for one.
    public const int Length = 13_000;

    /// <summary>Refuses a second closing of the same entry, and one without a reason.</summary>
    /// <param name="earlier">The entry's closing so far; null where it is open.</param>
    public static Closing Of(Closing? earlier, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        return earlier is null ? new Closing(why, Signature.Of(caller), now) : throw Fail.Because(DesignationReasons.EntryClosed, DesignationReasons.EntryClosed.Title);
    }
}

/// <summary>Takes back what was recorded in error.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record RetractEntry(string? Reason);
