namespace Concord.Roster.Erasure;

/// <summary>Why a person may be, or must be, erased.</summary>
internal enum ErasureBasis
{
    RequestOfThePerson = 1,

    /// <summary>The person takes back the consent to be kept.</summary>
    ConsentWithdrawn,

    /// <summary>What it was kept for is over.</summary>
    NoLongerNeeded,

    /// <summary>It should never have been kept.</summary>
    Unlawful,

    /// <summary>Keeping it puts the person in danger.</summary>
    DangerToThePerson,
}

/// <summary>Why a person is to be erased.</summary>
/// <param name="Reason">In your words, for the second person; 1 to 1,000 characters. It is erased with the person.</param>
/// <param name="Basis">What allows it; this stays on record.</param>
internal sealed record EraseProfile(string? Reason, ErasureBasis? Basis);
