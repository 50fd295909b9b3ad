using Concord.Portal.Components;
using Concord.Portal.Mandates;
using Concord.Portal.Processes;

namespace Concord.Portal.Endorsements;

/// <summary>An organ's endorsement of the mediator, or what became of the request for one, as the designation service answers it.</summary>
public sealed record Endorsement(
    string Name, string Organ, string? OrganName, string Scope, DateOnly RequestedOn, IReadOnlyList<DocumentReference> Documents, Signature RequestedBy, DateTimeOffset CreateTime, string State, string? Symbol,
    DateOnly? AdoptedOn, string? Text, Signature? GrantProposedBy, Signature? GrantApprovedBy, bool RolesToClarify, string? Clarification, DateOnly? ClosedOn, string? CloseReason)
{
    /// <summary>What can be recorded of it now.</summary>
    public IReadOnlyList<string> Acts => State switch
    {
        "REQUESTED" => ["grant", "decline", "withdraw"],
        "GRANTED" => RolesToClarify ? ["clarifyRoles", "withdraw"] : ["withdraw"],
        _ => [],
    };

    internal Tone Tone => State switch { "GRANTED" => Tone.Good, "REQUESTED" => Tone.Wait, _ => Tone.Idle };
}
