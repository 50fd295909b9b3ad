using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Tables;

namespace Concord.Designation.Contacts.Import;

/// <summary>Why a row is not recorded.</summary>
/// <param name="Line">Of the file, from 1, on which the row begins.</param>
/// <param name="Column">As the documentation calls it; absent where it is the row as a whole.</param>
/// <param name="Reason">For the person who mends it.</param>
internal sealed record RowProblem(int Line, string? Column, string Reason);

/// <summary>Reads a row as a contact, and collects what is wrong with it.</summary>
/// <param name="columns">Which column stands where.</param>
/// <param name="row">The row.</param>
/// <param name="order">Of dates of three numbers.</param>
/// <param name="organizations">Resource names of registered organizations by what they are called, folded.</param>
internal sealed class ContactRow(ContactColumns columns, TableRow row, DateOrder? order, IReadOnlyDictionary<string, string> organizations)
{
    public const char BetweenParts = '|';

    private readonly List<RowProblem> _problems = [];

    public IReadOnlyList<RowProblem> Problems => _problems;

    public int Line => row.Line;

    /// <summary>The number that the file gives the row; null where it gives none.</summary>
    public string? ExternalId => columns.Text(row, ContactColumns.ExternalId) is { Length: <= 200 } id ? id : null;

    /// <summary>By what an import knows the row again: by its own number, or else by what it says.</summary>
    public ImportMark Mark()
    {
        var said = string.Join('\n', ContactColumns.Known.Select(c => $"{c}={columns.Text(row, c)}"));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
        return new ImportMark(ExternalId is { } id ? $"id:{id}" : $"row:{digest}", digest);
    }

    /// <summary>The same row, with nothing found wrong with it yet.</summary>
    public ContactRow Unread() => new(columns, row, order, organizations);

    public ContactTerms? Read()
    {
        if (!columns.Fits(row))
        {
            _problems.Add(new RowProblem(row.Line, null, $"It has {row.Cells.Count} cells, and the header has {columns.Count}."));
            return null;
        }

        if (columns.Text(row, ContactColumns.ExternalId) is { Length: > 200 })
        {
            Refuse(ContactColumns.ExternalId, "At most 200 characters.");
        }

        var terms = new ContactTerms(
            Parties(), [.. Parts(ContactColumns.ThirdParty).Select(ThirdPartyOf)], When(), Where(), Word<MeetingKind>(ContactColumns.Kind), By(), Word<ContactLevel>(ContactColumns.Level),
            Parts(ContactColumns.Topics), Flag(ContactColumns.Coordinated), Text(ContactColumns.Source), Word<Reliability>(ContactColumns.Reliability), Word<Exposure>(ContactColumns.Exposure),
            Text(ContactColumns.Exposed), Word<Classification>(ContactColumns.Classification));
        return _problems.Count == 0 ? terms : null;
    }

    /// <summary>What the rules for every contact refuse, by the column it came from.</summary>
    public void Refuse(DomainException refusal) =>
        _problems.AddRange(refusal.Errors.Count > 0 ? refusal.Errors.Select(e => new RowProblem(row.Line, ContactColumns.OfField(e.Field), e.Message)) : [new RowProblem(row.Line, null, refusal.Message)]);

    public void Refuse(string? column, string reason) => _problems.Add(new RowProblem(row.Line, column, reason));

    private List<ContactParty> Parties()
    {
        var (parties, outcomes) = (Parts(ContactColumns.Party), Parts(ContactColumns.Outcome));
        if (outcomes.Count > 1 && outcomes.Count != parties.Count)
        {
            Refuse(ContactColumns.Outcome, "One for all parties, or one for each in their order.");
            outcomes = [];
        }

        var (fears, reply) = (Text(ContactColumns.Fears), Text(ContactColumns.Reply));
        if (parties.Count > 1 && (fears ?? reply) is not null)
        {
            Refuse(fears is null ? ContactColumns.Reply : ContactColumns.Fears, "Only in a row with one party: it would not be known whose they are.");
        }

        return [.. parties.Select((label, i) => new ContactParty(null, label, outcomes.Count == 0 ? null : Word<ContactOutcome>(ContactColumns.Outcome, outcomes[outcomes.Count == 1 ? 0 : i]), fears, reply))];
    }

    private ThirdParty ThirdPartyOf(string text) =>
        ResourceName.IsIn("organizations", text) ? new ThirdParty(text, null) : organizations.TryGetValue(ActorKey.Fold(text), out var organization) ? new ThirdParty(organization, text) : new ThirdParty(null, text);

    private ContactTime? When()
    {
        var (from, until) = (Date(ContactColumns.From), Date(ContactColumns.Until));
        return from is null && until is null ? null : new ContactTime(from, until);
    }

    private string? Date(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var (date, problem) = DateText.Read(text, order);
        if (problem is not null)
        {
            Refuse(column, $"{Quoted(text)}: {problem}");
        }

        return date;
    }

    private Venue Where()
    {
        var (place, country) = (Text(ContactColumns.Place), Text(ContactColumns.Country));
        return place?.ToUpperInvariant() switch
        {
            "VIRTUAL" or "ONLINE" => new Venue(VenueKind.Virtual, null, country),
            "UNKNOWN" or "?" => new Venue(VenueKind.Unknown, null, country),
            null when country is null => new Venue(VenueKind.Unknown, null, null),
            _ => new Venue(VenueKind.Place, place, country),
        };
    }

    private MadeBy? By()
    {
        var (kind, name) = (Word<ContactMaker>(ContactColumns.MadeBy), Text(ContactColumns.MadeByName));
        var request = Request();
        return kind is null && name is null && request is null ? null : new MadeBy(kind, null, name, request);
    }

    private TalkRequest? Request()
    {
        var (mediator, on, purpose) = (Text(ContactColumns.RequestedBy), Date(ContactColumns.RequestedOn), Text(ContactColumns.RequestedFor));
        var known = DateOnly.TryParseExact(on, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (on is not null && !known)
        {
            Refuse(ContactColumns.RequestedOn, $"{Quoted(on)}: expected a day.");
        }

        return (mediator ?? on ?? purpose) is null ? null : new TalkRequest(mediator, known ? day : null, purpose);
    }

    private bool? Flag(string column)
    {
        switch (Text(column)?.ToUpperInvariant())
        {
            case null:
                return null;
            case "YES" or "TRUE" or "1":
                return true;
            case "NO" or "FALSE" or "0":
                return false;
            default:
                Refuse(column, "Expected yes or no.");
                return null;
        }
    }

    private T? Word<T>(string column) where T : struct, Enum => Text(column) is { } text ? Word<T>(column, text) : null;

    // As people write it in a table: "Direct mediation" for DIRECT_MEDIATION.
    private T? Word<T>(string column, string text) where T : struct, Enum
    {
        if (Choice<T>.TryParse(text.Trim().Replace(' ', '_').Replace('-', '_').ToUpperInvariant(), out var word))
        {
            return word.Value;
        }

        Refuse(column, $"{Quoted(text)}: expected one of {string.Join(", ", Choice<T>.Names)}.");
        return null;
    }

    // A name that a table breaks into lines to fit its column is one name.
    private List<string> Parts(string column) => [.. (Text(column) ?? "").Split(BetweenParts).Select(OneLine).Where(part => part.Length > 0)];

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private string? Text(string column) => columns.Text(row, column);

    private static string Quoted(string text) => $"“{(text.Length > 60 ? $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…" : text)}”";
}
