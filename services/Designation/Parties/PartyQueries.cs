using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Parties;

/// <summary>The parties of one process, as other records name them.</summary>
internal static class PartyQueries
{
    public static async Task<Party> FindPartyAsync(this DesignationDb db, ProcessId process, PartyId party, CancellationToken cancellationToken) =>
        await db.Parties.SingleOrDefaultAsync(p => p.Id == party && p.Process == process, cancellationToken) ?? throw Fail.NotFound(Party.NameOf(process, party));

    /// <summary>Refuses what names no party of this process.</summary>
    /// <param name="db">The store.</param>
    /// <param name="process">That the caller sees.</param>
    /// <param name="name">As a caller wrote it.</param>
    /// <param name="field">Of the request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Party> PartyNamedAsync(this DesignationDb db, ProcessId process, string? name, string field, CancellationToken cancellationToken) =>
        IdOf(process, name) is { } id && await db.Parties.SingleOrDefaultAsync(p => p.Id == id && p.Process == process, cancellationToken) is { } found
            ? found
            : throw Fail.Invalid(field, "No such party of this process.");

    /// <summary>Of a filter: the party that it names, there or not.</summary>
    public static PartyId? PartyFilter(ProcessId process, string? name) =>
        name is null ? null : IdOf(process, name) ?? throw Fail.Invalid("party", "Expected the form processes/{uuid}/parties/{uuid}, of this process.");

    private static PartyId? IdOf(ProcessId process, string? name) =>
        name is not null && name.StartsWith($"{process}/", StringComparison.Ordinal) && ResourceName.TryParse<PartyId>(name[($"{process}".Length + 1)..], out var id) ? id : null;
}
