using Concord.Platform.Errors;
using Concord.Platform.Tables;

namespace Concord.Designation.Contacts.Import;

/// <summary>The columns of a table of contacts, in any order; their names without regard to case, blanks, hyphens and underscores. docs/contacts.md tells what each holds.</summary>
internal sealed class ContactColumns
{
    public const string ExternalId = "external_id";
    public const string Party = "party";
    public const string Outcome = "outcome";
    public const string Fears = "fears";
    public const string Reply = "reply";
    public const string ThirdParty = "third_party";
    public const string From = "from";
    public const string Until = "until";
    public const string Place = "place";
    public const string Country = "country";
    public const string Kind = "kind";
    public const string MadeBy = "made_by";
    public const string MadeByName = "made_by_name";
    public const string RequestedBy = "requested_by";
    public const string RequestedOn = "requested_on";
    public const string RequestedFor = "requested_for";
    public const string Level = "level";
    public const string Topics = "topics";
    public const string Coordinated = "coordinated_with_lead";
    public const string Source = "source";
    public const string Reliability = "reliability";
    public const string Exposure = "exposure";
    public const string Exposed = "exposed";
    public const string Classification = "classification";

    public static readonly IReadOnlyList<string> Known =
    [
        ExternalId, Party, Outcome, Fears, Reply, ThirdParty, From, Until, Place, Country, Kind, MadeBy, MadeByName, RequestedBy, RequestedOn, RequestedFor, Level, Topics, Coordinated, Source, Reliability, Exposure, Exposed, Classification,
    ];

    private static readonly string[] s_required = [Party, ThirdParty, Kind];

    private static readonly Dictionary<string, string> s_byFolded = new(Known.ToDictionary(Folded)) { ["DATE"] = From };

    private readonly Dictionary<string, int> _places = [];

    private ContactColumns(int count) => Count = count;

    public int Count { get; }

    public static ContactColumns Of(TableRow header)
    {
        var (columns, check) = (new ContactColumns(header.Cells.Count), new Violations());
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var written = header.Cells[i].Trim();
            if (!s_byFolded.TryGetValue(Folded(written), out var column))
            {
                check.Add($"line {header.Line}", written.Length == 0 ? $"Column {i + 1} has no name." : $"“{(written.Length > 60 ? written[..60] : written)}” is no column of this table; it has {string.Join(", ", Known)}.");
            }
            else if (!columns._places.TryAdd(column, i))
            {
                check.Add($"line {header.Line}", $"The column {column} stands there twice.");
            }
        }

        foreach (var missing in s_required.Where(c => !columns._places.ContainsKey(c)))
        {
            check.Add($"line {header.Line}", $"The column {missing} is missing.");
        }

        check.ThrowIfAny();
        return columns;
    }

    public bool Fits(TableRow row) => row.Cells.Count == Count;

    /// <returns>Null where the table has no such column, or the cell is blank.</returns>
    public string? Text(TableRow row, string column) => _places.TryGetValue(column, out var place) && place < row.Cells.Count && !string.IsNullOrWhiteSpace(row.Cells[place]) ? row.Cells[place].Trim() : null;

    /// <summary>The column from which a field of the contact came.</summary>
    public static string? OfField(string field) => field.Split('[', '.')[0] switch
    {
        "parties" => field.EndsWith(".fears", StringComparison.Ordinal) ? Fears : field.EndsWith(".reply", StringComparison.Ordinal) ? Reply : Party,
        "thirdParties" => ThirdParty,
        "when" => field == "when.until" ? Until : From,
        "where" => field == "where.country" ? Country : Place,
        "madeBy" => field switch
        {
            "madeBy.kind" => MadeBy,
            "madeBy.request" or "madeBy.request.mediator" => RequestedBy,
            "madeBy.request.on" => RequestedOn,
            "madeBy.request.purpose" => RequestedFor,
            _ => MadeByName,
        },
        "coordinatedWithLead" => Coordinated,
        var same => Known.Contains(same) ? same : null,
    };

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
