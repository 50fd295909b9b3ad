using Concord.Portal.Api;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Mandates;

/// <summary>Where a document is found.</summary>
public sealed record DocumentReference(string Title, string? Symbol, string? Address, string? Archive);

/// <summary>What an organ has mandated for a process, as the designation service answers it.</summary>
public sealed record Mandate(
    string Name, string? Organization, string? OrganizationDisplayName, string Organ, string Reference, DateOnly AdoptedOn, string Summary, DateOnly? ExpireOn, string Standing, IReadOnlyList<DocumentReference> Documents,
    IReadOnlyList<Renewal> Renewals, string? EndReason)
{
    public bool HasEnded => Standing == "ENDED";
}

public sealed record Renewal(string Reference, DateOnly AdoptedOn, DateOnly? ExpireOn, IReadOnlyList<DocumentReference> Documents);

/// <summary>A party's request for a mediator, or an offer to it.</summary>
public sealed record MediatorRequest(
    string Name, string Entry, string Party, string Organization, string? OrganizationDisplayName, DateOnly MadeOn, string Form, string Text, IReadOnlyList<DocumentReference> Documents, string State,
    DateOnly? AnsweredOn, string? Note, Signature RecordedBy, DateTimeOffset CreateTime)
{
    public bool IsOpen => State == "MADE";
}

/// <summary>What a page asks of a person before it shows mandates, endorsements and requests; the service decides.</summary>
internal static class MandateRights
{
    private static readonly string[] s_readers = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.LeadMediator, Contracts.Access.Roles.AppointingAuthority];

    /// <summary>Whether ways to record what organs and parties decide are worth showing.</summary>
    public static bool KeepsRecords(this Me me) => me.Roles.Contains(Contracts.Access.Roles.MediationSupport);

    /// <summary>Whether who sought a mediator is worth a way to it: for everybody else there is none.</summary>
    public static bool ReadsRequests(this Me me) => me.Roles.Any(s_readers.Contains);

    /// <summary>Whoever would be refused is told before a form is filled in.</summary>
    public static async Task RequireKeepsRecordsAsync(this Person person)
    {
        if (!(await person.MeAsync()).KeepsRecords())
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }
}
