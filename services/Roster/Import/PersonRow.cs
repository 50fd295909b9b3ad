using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Tables;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;

namespace Concord.Roster.Import;

/// <summary>Reads a row as what it says of a person, and collects what is wrong with it.</summary>
/// <param name="columns">Which column holds what.</param>
/// <param name="row">The row.</param>
/// <param name="order">Of dates of three numbers.</param>
/// <param name="owner">For whom people are entered; null where that is not known yet.</param>
internal sealed class PersonRow(ColumnMap columns, TableRow row, DateOrder? order, string? owner)
{
    public const string Formula = "A formula or its error: write the value.";
    private const int LongestReference = 100;

    private readonly RowCells _cells = new(columns, row, order);

    public IReadOnlyList<PersonRowProblem> Problems => _cells.Problems;

    public int Line => row.Line;

    public PersonTerms Read()
    {
        CheckShape();
        if (owner is not null && columns.Keeper(row) is { } keeper && keeper != owner)
        {
            _cells.Refuse(PersonColumns.Owner, keeper, "Another organization keeps this person.");
        }

        var (consents, written) = Consents();
        return new PersonTerms
        {
            Profile = Person(),
            Reference = ReferenceText(required: columns.Person(row) is null),
            DisplayName = _cells.Text(PersonColumns.DisplayName),
            Gender = _cells.Word<Gender>(PersonColumns.Gender),
            SeniorityLevel = _cells.Word<SeniorityLevel>(PersonColumns.SeniorityLevel),
            Nationalities = _cells.Codes(PersonColumns.Nationalities, TableWords.Country, "No such country."),
            Languages = _cells.Levels(PersonColumns.Languages, TableWords.Language, "languageLevel", (string code, LanguageLevel level) => new LanguageSkill(code, level), "No such language."),
            Expertise = _cells.Levels(PersonColumns.Expertise, AreaOf, "expertiseLevel", (string area, ExpertiseLevel level) => new ExpertiseSkill(Enum.Parse<ExpertiseArea>(area), level), "No such area of expertise."),
            Regions = _cells.Codes(PersonColumns.Regions, TableWords.Region, "No such region."),
            Countries = _cells.Codes(PersonColumns.Countries, TableWords.Country, "No such country."),
            Classification = _cells.Word<Classification>(PersonColumns.Classification),
            Functions = _cells.Words<TeamFunction>(PersonColumns.Functions),
            NoticeDays = _cells.Number(PersonColumns.NoticeDays),
            Modes = _cells.Words<DeploymentMode>(PersonColumns.Modes),
            StandbyUntil = _cells.Day(PersonColumns.StandbyUntil),
            Consents = consents,
            WrittenConsent = written,
            Said = [.. PersonColumns.Known.Where(columns.Holds)],
        };
    }

    public void Refuse(string? field, string reason) =>
        _cells.Refuse(field, field is null ? null : field == PersonColumns.Profile ? columns.Person(row) : columns.Text(row, field), reason);

    /// <summary>What the rules of a profile say against it; each field once.</summary>
    public void Refuse(DomainException refused)
    {
        foreach (var error in refused.Errors.DefaultIfEmpty(new FieldError("", refused.Reason.Title)))
        {
            var column = PersonColumns.OfField(error.Field);
            if (column is null || Problems.All(p => p.Field != column))
            {
                Refuse(column, error.Message);
            }
        }
    }

    private void CheckShape()
    {
        if (row.Cells.Count < columns.Header.Cells.Count || row.Cells.Skip(columns.Header.Cells.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            _cells.Refuse(null, null, "Another number of cells than the header has.");
        }

        foreach (var column in PersonColumns.Known.Where(c => columns.PlaceOf(c) is { } place && row.Unread.Contains(place)))
        {
            Refuse(column, Formula);
        }

        foreach (var column in PersonColumns.Known.Where(c => columns.Text(row, c) is { } text && Violations.TurnsDirection(text)))
        {
            Refuse(column, Violations.TurnedDirection);
        }
    }

    private ProfileId? Person()
    {
        if (columns.Person(row) is not { } name)
        {
            return null;
        }

        if (ResourceName.TryParse<ProfileId>(name, out var id))
        {
            return id;
        }

        Refuse(PersonColumns.Profile, "Expected the form profiles/{uuid}.");
        return null;
    }

    private string? ReferenceText(bool required)
    {
        var (written, check) = (columns.Text(row, PersonColumns.Reference), new Violations());
        var text = required ? check.Text(written, PersonColumns.Reference, LongestReference) : check.OptionalText(written, PersonColumns.Reference, LongestReference);
        try
        {
            check.ThrowIfAny();
            return text;
        }
        catch (DomainException e)
        {
            Refuse(e);
            return null;
        }
    }

    private static string? AreaOf(string text) => TableWords.Value<ExpertiseArea>(PersonColumns.Expertise, text)?.ToString();

    // Recorded only where the file says so: to what, when and how.
    private (List<ConsentTold> Consents, ConsentTold Written) Consents()
    {
        var (scopes, given, until, evidence) = (_cells.Words<ConsentScope>(PersonColumns.ConsentScope), _cells.Day(PersonColumns.ConsentGivenDay), _cells.Day(PersonColumns.ConsentUntil), _cells.Text(PersonColumns.ConsentEvidence));
        if (scopes.Count == 0 && columns.Text(row, PersonColumns.ConsentScope) is null && (columns.Text(row, PersonColumns.ConsentGivenDay) ?? columns.Text(row, PersonColumns.ConsentUntil) ?? evidence) is not null)
        {
            Refuse(PersonColumns.ConsentScope, "Required.");
        }

        return ([.. scopes.Order().Select(scope => new ConsentTold(scope, given, until, evidence))], new ConsentTold(null, given, until, evidence));
    }
}
