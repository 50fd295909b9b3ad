using System.Globalization;
using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Tables;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;

namespace Concord.Roster.Import;

/// <summary>Why a row is not taken.</summary>
/// <param name="Line">Of the file, from 1, on which the row begins.</param>
/// <param name="Field">Of the person; absent where it is the row as a whole.</param>
/// <param name="Value">What stands there, cut short; absent in what an import answers that was carried out, for its answer is kept.</param>
/// <param name="Reason">For the person who mends it.</param>
internal sealed record PersonRowProblem(int Line, string? Field, string? Value, string Reason);

/// <summary>Reads a row as what it says of a person, and collects what is wrong with it.</summary>
/// <param name="columns">Which column holds what.</param>
/// <param name="row">The row.</param>
/// <param name="order">Of dates of three numbers.</param>
/// <param name="owner">For whom people are entered; null where that is not known yet.</param>
internal sealed class PersonRow(ColumnMap columns, TableRow row, DateOrder? order, string? owner)
{
    public const string Formula = "A formula or its error: write the value.";
    private const int LongestReference = 100;
    private const int LongestCell = 8000;
    private static readonly char[] s_between = [';', '|', '\n', '؛', '；'];
    private static readonly char[] s_alsoBetween = [',', '،', '、', '，'];

    private readonly List<PersonRowProblem> _problems = [];

    public IReadOnlyList<PersonRowProblem> Problems => _problems;

    public int Line => row.Line;

    public PersonTerms Read()
    {
        CheckShape();
        if (owner is not null && columns.Keeper(row) is { } keeper && keeper != owner)
        {
            _problems.Add(new PersonRowProblem(row.Line, PersonColumns.Owner, Short(keeper), "Another organization keeps this person."));
        }

        var (consents, written) = Consents();
        return new PersonTerms
        {
            Profile = Person(),
            Reference = ReferenceText(required: columns.Person(row) is null),
            DisplayName = Text(PersonColumns.DisplayName),
            Gender = Word<Gender>(PersonColumns.Gender),
            SeniorityLevel = Word<SeniorityLevel>(PersonColumns.SeniorityLevel),
            Nationalities = Codes(PersonColumns.Nationalities, TableWords.Country, "No such country."),
            Languages = Levels(PersonColumns.Languages, TableWords.Language, "languageLevel", (string code, LanguageLevel level) => new LanguageSkill(code, level), "No such language."),
            Expertise = Levels(PersonColumns.Expertise, AreaOf, "expertiseLevel", (string area, ExpertiseLevel level) => new ExpertiseSkill(Enum.Parse<ExpertiseArea>(area), level), "No such area of expertise."),
            Regions = Codes(PersonColumns.Regions, TableWords.Region, "No such region."),
            Countries = Codes(PersonColumns.Countries, TableWords.Country, "No such country."),
            Classification = Word<Classification>(PersonColumns.Classification),
            Functions = Words<TeamFunction>(PersonColumns.Functions),
            NoticeDays = Number(PersonColumns.NoticeDays),
            Modes = Words<DeploymentMode>(PersonColumns.Modes),
            StandbyUntil = Day(PersonColumns.StandbyUntil),
            Consents = consents,
            WrittenConsent = written,
            Said = [.. PersonColumns.Known.Where(columns.Holds)],
        };
    }

    public void Refuse(string? field, string reason) => _problems.Add(new PersonRowProblem(row.Line, field, field is null ? null : Short(field == PersonColumns.Profile ? columns.Person(row) : columns.Text(row, field)), reason));

    /// <summary>What the rules of a profile say against it; each field once.</summary>
    public void Refuse(DomainException refused)
    {
        foreach (var error in refused.Errors.DefaultIfEmpty(new FieldError("", refused.Reason.Title)))
        {
            var column = PersonColumns.OfField(error.Field);
            if (column is null || _problems.TrueForAll(p => p.Field != column))
            {
                Refuse(column, error.Message);
            }
        }
    }

    private void CheckShape()
    {
        if (row.Cells.Count < columns.Header.Cells.Count || row.Cells.Skip(columns.Header.Cells.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            _problems.Add(new PersonRowProblem(row.Line, null, null, "Another number of cells than the header has."));
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

    private string? Text(string column)
    {
        if (columns.Text(row, column) is not { } text)
        {
            return null;
        }

        if (text.Length > LongestCell)
        {
            Refuse(column, $"At most {LongestCell} characters.");
            return null;
        }

        return text;
    }

    private T? Word<T>(string column) where T : struct, Enum => Text(column) is { } text ? Word<T>(column, column, text) : null;

    private T? Word<T>(string column, string kind, string text) where T : struct, Enum
    {
        var word = TableWords.Value<T>(kind, text);
        if (word is null)
        {
            RefusePart(column, text, $"Expected one of {string.Join(", ", Choice<T>.Names)}.");
        }

        return word;
    }

    private List<T> Words<T>(string column) where T : struct, Enum => [.. Parts(column, p => TableWords.Value<T>(column, p) is not null).Select(p => Word<T>(column, column, p)).OfType<T>().Distinct()];

    private List<string> Codes(string column, Func<string, string?> code, string otherwise)
    {
        List<string> codes = [];
        foreach (var part in Parts(column, p => code(p) is not null))
        {
            if (code(DayText.Digits(part)) is { } known)
            {
                codes.Add(known);
            }
            else
            {
                RefusePart(column, part, otherwise);
            }
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    // "fr=FLUENT", "French (fluent)", "French: fluent" or "French - fluent". Without its level it is not known what is meant.
    private List<TSkill> Levels<TLevel, TSkill>(string column, Func<string, string?> code, string kind, Func<string, TLevel, TSkill> make, string otherwise) where TLevel : struct, Enum
    {
        List<TSkill> skills = [];
        foreach (var part in Parts(column, _ => false))
        {
            var at = part.LastIndexOfAny(['=', ':', '(', '（', '：']) is > 0 and var sign ? sign : part.LastIndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash ? dash + 1 : part.Length;
            var (what, level) = (part[..at].Trim(), at < part.Length ? part[(at + 1)..].Trim(' ', ')', '）') : "");
            if (code(what) is not { } known)
            {
                RefusePart(column, part, otherwise);
            }
            else if (level.Length == 0)
            {
                RefusePart(column, part, "Each needs a level.");
            }
            else if (Word<TLevel>(column, kind, level) is { } found)
            {
                skills.Add(make(known, found));
            }
        }

        return [.. skills.Distinct()];
    }

    private static string? AreaOf(string text) => TableWords.Value<ExpertiseArea>(PersonColumns.Expertise, text)?.ToString();

    private int? Number(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(DayText.Digits(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(column, "Not a whole number.");
        return null;
    }

    private DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var (day, problem) = DayText.Read(text, order);
        if (problem is not null)
        {
            Refuse(column, problem);
        }

        return day;
    }

    // Recorded only where the file says so: to what, when and how.
    private (List<ConsentTold> Consents, ConsentTold Written) Consents()
    {
        var (scopes, given, until, evidence) = (Words<ConsentScope>(PersonColumns.ConsentScope), Day(PersonColumns.ConsentGivenDay), Day(PersonColumns.ConsentUntil), Text(PersonColumns.ConsentEvidence));
        if (scopes.Count == 0 && columns.Text(row, PersonColumns.ConsentScope) is null && (columns.Text(row, PersonColumns.ConsentGivenDay) ?? columns.Text(row, PersonColumns.ConsentUntil) ?? evidence) is not null)
        {
            Refuse(PersonColumns.ConsentScope, "Required.");
        }

        return ([.. scopes.Order().Select(scope => new ConsentTold(scope, given, until, evidence))], new ConsentTold(null, given, until, evidence));
    }

    // A comma may belong to a name; it parts only where nothing else does and the whole is none.
    private string[] Parts(string column, Func<string, bool> isOne)
    {
        var text = Text(column) ?? "";
        return text.Split(text.IndexOfAny(s_between) < 0 && !isOne(text) ? s_alsoBetween : s_between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private void RefusePart(string column, string part, string reason) => _problems.Add(new PersonRowProblem(row.Line, column, Short(part), reason));

    private static string? Short(string? text) => text is { Length: > 60 } ? $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…" : text;
}
