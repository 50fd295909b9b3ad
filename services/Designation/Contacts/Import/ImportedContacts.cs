using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Contacts.Import;

/// <summary>A contact that an earlier import has brought.</summary>
/// <param name="Name">Resource name of the record that counts.</param>
/// <param name="Digest">Of the row it was made of.</param>
/// <param name="Correction">What counts instead of what was imported, where that was corrected; null where it was not.</param>
/// <param name="State">Of the record that counts, as far as the caller sees it.</param>
internal sealed record ImportedContact(string Name, string? Digest, Contact? Correction, ContactState State)
{
    /// <summary>It was recorded in error: nothing of it counts any more.</summary>
    public bool Withdrawn => State == ContactState.Withdrawn;

    /// <param name="mark">Of the row as it is now.</param>
    /// <param name="read">The row as a contact; null where it cannot be one.</param>
    public bool DiffersFrom(ImportMark mark, Func<Contact?> read) => State == ContactState.Recorded && Digest != mark.Digest && (Correction is null || read() is not { } now || !Correction.SaysTheSame(now));
}

/// <summary>What an organization's earlier imports have brought, each with what counts of it now.</summary>
internal sealed class ImportedContacts
{
    private readonly Dictionary<string, ImportedContact> _byKey;

    private ImportedContacts(Dictionary<string, ImportedContact> byKey) => _byKey = byKey;

    public static async Task<ImportedContacts> LoadAsync(DesignationDb db, Process process, string organization, Caller caller, CancellationToken cancellationToken)
    {
        var imported = await db.Contacts.AsNoTracking().Where(c => c.Process == process.Id && c.Organization == organization && c.ImportKey != null)
            .Select(c => new { c.Id, c.ImportKey, c.ImportDigest, c.State, c.CorrectedBy }).ToListAsync(cancellationToken);
        var corrections = imported.Any(c => c.CorrectedBy is not null)
            ? await (await db.ContactsSeenByAsync(process, caller, cancellationToken)).AsNoTracking().Where(c => c.Corrects != null).ToDictionaryAsync(c => c.Id, cancellationToken)
            : [];
        return new ImportedContacts(imported.ToDictionary(c => c.ImportKey!, c =>
        {
            Contact? counts = null;
            for (var next = c.CorrectedBy; next is { } id && corrections.TryGetValue(id, out var found); next = found.CorrectedBy)
            {
                counts = found;
            }

            // Whoever does not see the correction is not told by its absence what became of it.
            return new ImportedContact(counts?.Name ?? $"{process.Id}/{c.Id}", c.ImportDigest, counts, counts?.State ?? c.State);
        }));
    }

    public ImportedContact? Find(string key) => _byKey.GetValueOrDefault(key);
}
