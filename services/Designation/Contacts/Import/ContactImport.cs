using Concord.Designation.ParallelTracks;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Contacts.Import;

/// <summary>What became of a row, or would.</summary>
internal enum RowOutcome
{
    Recorded = 1,

    /// <summary>An earlier import of this organization has brought it; nothing is changed.</summary>
    AlreadyThere,
    Refused,
}

/// <summary>What became of a row.</summary>
/// <param name="Line">Of the file, from 1, on which the row begins.</param>
/// <param name="Contact">Resource name; absent where nothing was recorded. Of a contact that was corrected since, the record that counts.</param>
/// <param name="Differs">The row says something else than it did when it was imported, and than a correction says. What is recorded is changed by a correction, never by an import.</param>
/// <param name="Withdrawn">What it brought was withdrawn since and counts no more; a contact that was met after all is recorded by hand.</param>
internal sealed record RowAnswer(int Line, string? ExternalId, RowOutcome Outcome, string? Contact, bool? Differs, bool? Withdrawn = null);

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">Nothing was recorded.</param>
/// <param name="Problems">Why rows are refused; each with its line and column.</param>
internal sealed record ImportAnswer(bool DryRun, int Rows, int Recorded, int AlreadyThere, int Refused, IReadOnlyList<RowAnswer> Lines, IReadOnlyList<RowProblem> Problems);

/// <summary>Records a table of contacts: all of its rows that are not there yet, or none.</summary>
internal sealed class ContactImport(DesignationDb db, ContactOrganizations organizations, TrackExamination examination)
{
    public const int MostRows = 5000;
    private const int MostOrganizations = 200;
    private const int MostTold = 200;

    /// <summary>Nothing is saved here; of a dry run nothing is left to save.</summary>
    public async Task<ImportAnswer> RunAsync(Process process, ReadOnlyMemory<byte> body, bool dryRun, DateOrder? order, string organization, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        process.RequireOpen();
        var table = CsvTable.Read(body.Span, MostRows);
        if (table.Count < 2)
        {
            throw Fail.Invalid("body", "Expected a header and at least one row.");
        }

        var columns = ContactColumns.Of(table[0]);
        await examination.WatchAsync(process.Id, cancellationToken); // before the parties are read: one that is entered at this moment is not missed
        var (called, parties) = (await CalledAsync(cancellationToken), await PartyBook.LoadAsync(db, process.Id, cancellationToken));
        List<ContactRow> rows = [.. table.Skip(1).Select(row => new ContactRow(columns, row, order, called))];
        var known = await ImportedContacts.LoadAsync(db, process, organization, caller, cancellationToken);
        var (lines, added, seen) = (new List<RowAnswer>(rows.Count), new List<Contact>(), new Dictionary<string, (int Line, string Digest)>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var mark = row.Mark();
            if (known.Find(mark.Key) is { } there)
            {
                var differs = there.DiffersFrom(mark, () => Read(row.Unread(), process, organization, parties, mark, caller, now));
                lines.Add(new RowAnswer(row.Line, row.ExternalId, RowOutcome.AlreadyThere, there.Name, differs ? true : null, there.Withdrawn ? true : null));
                continue;
            }

            if (!seen.TryAdd(mark.Key, (row.Line, mark.Digest)))
            {
                row.Refuse(row.ExternalId is null ? null : ContactColumns.ExternalId, $"The same as line {seen[mark.Key].Line}.");
            }

            var contact = Read(row, process, organization, parties, mark, caller, now);
            lines.Add(new RowAnswer(row.Line, row.ExternalId, contact is null ? RowOutcome.Refused : RowOutcome.Recorded, contact?.Name, null));
            added.AddRange(contact is null ? [] : [contact]);
        }

        await RequireRegisteredAsync(rows, added, cancellationToken);
        List<RowProblem> problems = [.. rows.SelectMany(r => r.Problems).OrderBy(p => p.Line)];
        if (!dryRun && problems.Count > 0)
        {
            throw new DomainException(
                DesignationReasons.ImportRefused, $"{problems.Count} problems; nothing was recorded.", [.. problems.Take(MostTold).Select(p => new FieldError(p.Column is null ? $"line {p.Line}" : $"line {p.Line}, {p.Column}", p.Reason))]);
        }

        if (!dryRun && added.Count > 0)
        {
            db.AddRange(added);
            await examination.ExamineAsync(process, added, [], now, cancellationToken);
        }

        var refused = problems.Select(p => p.Line).ToHashSet();
        return new ImportAnswer(
            dryRun, rows.Count, lines.Count(l => l.Outcome == RowOutcome.Recorded && !refused.Contains(l.Line)), lines.Count(l => l.Outcome == RowOutcome.AlreadyThere), refused.Count,
            [.. lines.Select(l => refused.Contains(l.Line) ? l with { Outcome = RowOutcome.Refused, Contact = null } : dryRun && l.Outcome == RowOutcome.Recorded ? l with { Contact = null } : l)], problems);
    }

    private static Contact? Read(ContactRow row, Process process, string organization, PartyBook parties, ImportMark mark, Caller caller, DateTime now)
    {
        try
        {
            return row.Read() is { } terms ? Contact.Register(process, organization, parties.Name(terms), caller, now, mark) : null;
        }
        catch (DomainException e) when (e.Reason == PlatformReasons.InvalidField)
        {
            row.Refuse(e);
            return null;
        }
    }

    /// <summary>Organizations by what they are called, where only one is called so.</summary>
    private async Task<IReadOnlyDictionary<string, string>> CalledAsync(CancellationToken cancellationToken)
    {
        var heard = await db.KnownOrganizations.AsNoTracking().Select(o => new { o.Name, o.DisplayName, o.Acronym }).ToListAsync(cancellationToken);
        return heard.SelectMany(o => ((string[])[o.DisplayName, o.Acronym]).Where(n => n.Length > 0).Select(ActorKey.Fold).Distinct().Select(called => (Called: called, o.Name)))
            .GroupBy(o => o.Called).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
    }

    private async Task RequireRegisteredAsync(List<ContactRow> rows, List<Contact> added, CancellationToken cancellationToken)
    {
        var named = added.SelectMany(c => ContactOrganizations.Of(c)).OfType<string>().Distinct().ToList();
        if (named.Count > MostOrganizations)
        {
            throw Fail.Invalid("body", $"At most {MostOrganizations} different organizations at once.");
        }

        foreach (var organization in named)
        {
            if (await organizations.IsRegisteredAsync(organization, cancellationToken))
            {
                continue;
            }

            foreach (var contact in added.Where(c => ContactOrganizations.Of(c).Contains(organization)))
            {
                rows.First(r => r.Mark().Key == contact.ImportKey).Refuse(ContactColumns.ThirdParty, $"{organization} is not registered.");
            }
        }
    }
}
