namespace Concord.Identity.HandOvers;

/// <summary>What kind of thing was open in a person's name.</summary>
internal enum HandedKind
{
    /// <summary>An invitation that the person answers for.</summary>
    Invitation = 1,

    /// <summary>Something that the person proposed and a second one has not decided on.</summary>
    Approval,

    /// <summary>Places in compartments, whether or not there are any.</summary>
    Compartments,

    /// <summary>Places that processes name the person for, whether or not there are any.</summary>
    Processes,
}

/// <summary>Why something stayed as it is.</summary>
internal enum LeftBecause
{
    /// <summary>The successor keeps no accounts.</summary>
    SuccessorNotAdministrator = 1,

    /// <summary>Keepers decide who is named; where the successor is cleared, they have been asked. Nothing is said of whether there was anything to ask.</summary>
    DecidedByKeepers,
}

/// <summary>One thing that was open in a person's name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Record">Resource name; absent where it is not for an administrator to know.</param>
/// <param name="Because">Why it stayed as it is; absent where it did not.</param>
internal sealed record HandedItem(HandedKind Kind, string? Record, LeftBecause? Because);

/// <summary>What became of everything that was open in a person's name.</summary>
/// <param name="Name">Resource name of the account.</param>
/// <param name="Successor">Resource name of the account that took over.</param>
/// <param name="Moved">What is the successor's now.</param>
/// <param name="Withdrawn">What waited for a second person and waits no more.</param>
/// <param name="Left">What stays as it is, and why.</param>
/// <param name="Following">What other services replace as soon as they hear of it, within seconds; each records it in its own history.</param>
/// <param name="Closed">Whether the account was closed.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record HandOverAnswer(
    string Name, string Successor, IReadOnlyList<HandedItem> Moved, IReadOnlyList<HandedItem> Withdrawn, IReadOnlyList<HandedItem> Left, IReadOnlyList<HandedItem> Following, bool Closed, string Etag);
