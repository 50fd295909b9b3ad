using Concord.Platform.Errors;

namespace Concord.Platform.Sealing;

/// <summary>Why something cannot be sealed or opened. "There is no key" is three things, and none of them is "there is nothing".</summary>
public static class SealingReasons
{
    /// <summary>The key was destroyed.</summary>
    public static readonly Reason SubjectErased = new("SUBJECT_ERASED", Refusal.Conflict, "What was kept about this subject was erased for good; nothing is kept about it any more.");

    /// <summary>The key is there and cannot be unwrapped now.</summary>
    public static readonly Reason KeyUnavailable = new("SUBJECT_KEY_UNAVAILABLE", Refusal.Unavailable, "The key of what is sealed cannot be reached now; nothing is lost by that.");

    /// <summary>No key was ever made, and yet something is sealed.</summary>
    public static readonly Reason KeyMissing = new("SUBJECT_KEY_MISSING", Refusal.Unavailable, "Something is sealed and its key was never made here; an administrator has to look.");

    /// <summary>The key does not open it.</summary>
    public static readonly Reason SealBroken = new("SEAL_BROKEN", Refusal.Unavailable, "Something sealed does not open: it was changed or moved in the store; an administrator has to look.");

    public static IReadOnlyList<Reason> All { get; } = [SubjectErased, KeyUnavailable, KeyMissing, SealBroken];
}
