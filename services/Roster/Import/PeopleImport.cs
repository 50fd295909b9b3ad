using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Concord.Platform.Tables;
using Concord.Roster.Consents;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Import;

/// <summary>How a table is to be taken.</summary>
/// <param name="DryRun">Say what would be done, and do nothing.</param>
/// <param name="WithoutErrors">Take the rows that nothing is wrong with, and leave the others; otherwise all or none.</param>
/// <param name="Order">Of dates of three numbers.</param>
/// <param name="Columns">What each column holds; null where that follows from their names.</param>
internal sealed record PeopleImportTerms(bool DryRun, bool WithoutErrors, DateOrder? Order, string? Columns);

/// <summary>Takes a table of people into the roster: enters as drafts who is not known yet, and changes who is (R20, R26).</summary>
internal sealed class PeopleImport(RosterDb db, Atlas atlas)
{
    private const int MostTold = 200;

    /// <summary>Nothing is saved here; of a dry run nothing is left to save.</summary>
    public async Task<PeopleImportAnswer> RunAsync(ReadOnlyMemory<byte> body, PeopleImportTerms how, string owner, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var table = PersonTable.Read(body);
        var columns = ColumnMap.Of(table[0], how.Columns);
        List<(PersonRow Row, PersonTerms Terms)> rows = [.. table.Skip(1).Select(r => new PersonRow(columns, r, how.Order, owner)).Select(r => (r, r.Read()))];
        var known = await KnownPeople.LoadAsync(db, owner, [.. rows.Select(r => r.Terms)], caller, how.DryRun, cancellationToken);
        RefuseTwice(rows, known);
        List<PersonRowAnswer> lines = [.. rows.Select(r => Take(r.Row, r.Terms, known, owner, caller, now))];
        List<PersonRowProblem> problems = [.. rows.SelectMany(r => r.Row.Problems)];
        if (!how.DryRun && !how.WithoutErrors && problems.Count > 0)
        {
            throw new DomainException(
                RosterReasons.PeopleImportRefused, $"{problems.Count} problems; nothing was changed.", [.. problems.Take(MostTold).Select(p => new FieldError(p.Field is null ? $"line {p.Line}" : $"line {p.Line}, {p.Field}", p.Reason))]);
        }

        if (!how.DryRun)
        {
            db.AddRange(known.Entered);
        }

        // What an import answers is kept for its retry, and no erasure would find a name in it.
        return new PeopleImportAnswer(
            how.DryRun, rows.Count, Count(PersonRowOutcome.New), Count(PersonRowOutcome.Changed), Count(PersonRowOutcome.Unchanged), Count(PersonRowOutcome.Refused), [.. columns.Ignored.Select(i => i + 1)],
            how.DryRun ? [.. lines.Select(l => l.Outcome == PersonRowOutcome.New ? l with { Profile = null } : l)] : lines, how.DryRun ? problems : [.. problems.Select(p => p with { Value = null })]);

        int Count(PersonRowOutcome outcome) => lines.Count(l => l.Outcome == outcome);
    }

    // The same words twice are one person told twice; other words of the same person are no telling which of the two counts.
    private static void RefuseTwice(List<(PersonRow Row, PersonTerms Terms)> rows, KnownPeople known)
    {
        foreach (var same in rows.GroupBy(r => known.KeyOf(r.Terms)).Where(g => g.Key is not null && g.Count() > 1))
        {
            var first = same.First();
            var differ = same.Any(r => r.Terms.Digest != first.Terms.Digest);
            foreach (var (row, terms) in same.Skip(differ ? 0 : 1))
            {
                row.Refuse(terms.Reference is null ? PersonColumns.Profile : PersonColumns.Reference, differ ? "Rows of this person say different things." : "The row stands there twice.");
            }
        }
    }

    private PersonRowAnswer Take(PersonRow row, PersonTerms terms, KnownPeople known, string owner, Caller caller, DateTime now)
    {
        var there = known.Find(row, terms);
        Profile? person = null;
        Try(row, () => ProfileSight.RefuseAboveClearance(terms.Classification, caller));
        Try(row, () => CheckConsents(terms.Consents, now));
        Try(row, () => person = Profile.Draft(ProfileId.New(), terms.Over(there?.Profile?.Editable ?? s_nobody), owner, synthetic: false, atlas, now));
        if (row.Problems.Count > 0 || person is null)
        {
            return Refused(row);
        }

        if (there is null)
        {
            person.Record(terms.Consents, "consents", now);
            return known.Enter(row, person, terms);
        }

        PersonRowAnswer? answer = null;
        Try(row, () => answer = Change(row, terms, there, known, now));
        if (answer is null && there.Profile is { } spoilt)
        {
            db.Entry(spoilt).State = EntityState.Detached; // whatever was changed of it before something was found wrong is not saved
        }

        return answer ?? Refused(row);
    }

    private static void Try(PersonRow row, Action act)
    {
        try
        {
            act();
        }
        catch (DomainException e)
        {
            row.Refuse(e);
        }
    }

    private static void CheckConsents(IReadOnlyList<ConsentTold> told, DateTime now)
    {
        var check = new Violations();
        foreach (var (i, consent) in told.Index())
        {
            consent.Checked($"consents[{i}].", now, check);
        }

        check.ThrowIfAny();
    }

    private PersonRowAnswer Change(PersonRow row, PersonTerms terms, KnownPerson there, KnownPeople known, DateTime now)
    {
        var name = there.Profile?.Id.ToString();
        if (there.Profile is not { } profile)
        {
            row.Refuse(PersonColumns.Reference, "This reference cannot be used.");
            return Refused(row);
        }

        if (there.Reference?.Digest == terms.Digest)
        {
            return new PersonRowAnswer(row.Line, PersonRowOutcome.Unchanged, name);
        }

        var (before, after) = (profile.Editable, terms.Over(profile.Editable));
        if (after.Classification != before.Classification)
        {
            row.Refuse(PersonColumns.Classification, "Who is there is classified anew on the person's page, not by a table.");
            return Refused(row);
        }

        var (told, over) = Counting(terms.Consents, profile);
        List<string> fields = [.. Differing(before, after), .. told.Count > 0 ? [PersonColumns.ConsentScope] : Array.Empty<string>()];
        if (fields.Count > 0)
        {
            profile.Edit(after, atlas, now);
            profile.Record(told, "consents", now);
        }

        if (there.Reference is null && terms.Reference is not null)
        {
            fields.Add(PersonColumns.Reference);
            known.Know(profile, terms);
        }

        if (fields.Count == 0)
        {
            return new PersonRowAnswer(row.Line, PersonRowOutcome.Unchanged, name, ConsentOver: over);
        }

        there.Reference?.Digest = terms.Digest;
        return new PersonRowAnswer(row.Line, PersonRowOutcome.Changed, name, fields, over);
    }

    // A table that is older than the person's word does not speak against it.
    private static (List<ConsentTold> Told, bool? Over) Counting(IReadOnlyList<ConsentTold> told, Profile profile)
    {
        var fresh = told.Where(t => !profile.Consents.Any(c => c.Scope == t.Scope && c.WithdrawTime is null && (c.GivenDay, c.Until, c.Evidence) == (t.GivenDay, t.Until, t.Evidence?.Trim()))).ToList();
        var counting = fresh.Where(t => !profile.Consents.Any(c => c.Scope == t.Scope
            && (c.ByThePerson || (c.WithdrawTime is { } end && !(t.GivenDay > DateOnly.FromDateTime(end)))))).ToList();
        return (counting, counting.Count < fresh.Count ? true : null);
    }

    private static IEnumerable<string> Differing(ProfileEdit before, ProfileEdit after)
    {
        using var was = JsonSerializer.SerializeToDocument(before, ConcordJson.Options);
        using var comes = JsonSerializer.SerializeToDocument(after, ConcordJson.Options);
        var there = was.RootElement.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetRawText());
        return [.. comes.RootElement.EnumerateObject().Where(f => there.GetValueOrDefault(f.Name) != f.Value.GetRawText()).Select(f => f.Name)];
    }

    private static PersonRowAnswer Refused(PersonRow row) => new(row.Line, PersonRowOutcome.Refused, null);

    private static readonly ProfileEdit s_nobody = new(null, null, null, [], [], [], [], [], null);
}
