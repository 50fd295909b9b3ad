using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Conduct;

/// <summary>How a process stands with its code of conduct, as the designation service answers it (R36).</summary>
public sealed record ConductStanding(CodeOfConduct? Code, IReadOnlyList<CodeAcceptance> Accepted, IReadOnlyList<NotYetAccepted> Missing)
{
    /// <summary>Whether the reader's organization is asked to accept what counts now.</summary>
    public bool Asks(Me me) => Code is not null && me.IsRegionalOfficer && Missing.Any(m => m.Organization == me.Organization);
}

public sealed record CodeOfConduct(string Name, int Number, string Title, string Version, string Reference, string? Text, string Sha256, Signature AdoptedBy, DateTimeOffset AdoptTime);

public sealed record CodeAcceptance(string Organization, string? OrganizationDisplayName, Signature AcceptedBy, DateTimeOffset AcceptTime);

public sealed record NotYetAccepted(string Organization, string? OrganizationDisplayName);

internal static class ConductKeepers
{
    /// <summary>Whether a way to adopt a code is worth showing; the service decides.</summary>
    public static bool KeepsConduct(this Me me) => me.Roles.Contains(Contracts.Access.Roles.MediationSupport);
}
