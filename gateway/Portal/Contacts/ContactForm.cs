using System.Globalization;
using Concord.Platform.Texts;

namespace Concord.Portal.Contacts;

/// <summary>What a form asks of a contact beside who met whom: the same where it is recorded and where it is corrected.</summary>
internal static class ContactForm
{
    private static readonly string[] s_fields =
        ["kind", "madeBy", "madeByName", "madeByOrganization", "requestedBy", "requestedOn", "requestedFor", "from", "until", "venue", "place", "country", "level", "topics", "coordinated", "source", "reliability", "exposure", "exposed"];

    public static Dictionary<string, string> Labels(Speech say) => new(s_fields.ToDictionary(f => f, f => say[$"contactLog.{f}"])) { ["classification"] = say["situation.classification"] };

    /// <summary>The words with which the record was opened, by the fields of the form.</summary>
    public static IReadOnlyDictionary<string, string?> Of(Contact contact) => new Dictionary<string, string?>
    {
        ["kind"] = contact.Kind,
        ["madeBy"] = contact.MadeBy?.Kind,
        ["madeByName"] = contact.MadeBy?.Name,
        ["madeByOrganization"] = contact.MadeBy?.Organization,
        ["requestedBy"] = contact.MadeBy?.Request?.Mediator,
        ["requestedOn"] = contact.MadeBy?.Request?.On?.ToString("O", CultureInfo.InvariantCulture),
        ["requestedFor"] = contact.MadeBy?.Request?.Purpose,
        ["from"] = contact.When?.From,
        ["until"] = contact.When?.Until,
        ["venue"] = contact.Where.Kind,
        ["place"] = contact.Where.Place,
        ["country"] = contact.Where.Country,
        ["level"] = contact.Level,
        ["topics"] = string.Join('\n', contact.Topics),
        ["coordinated"] = contact.CoordinatedWithLead ? "yes" : "no",
        ["source"] = contact.Source,
        ["reliability"] = contact.Reliability,
        ["exposure"] = contact.Exposure,
        ["exposed"] = contact.Exposed,
        ["classification"] = contact.Classification,
    };

    /// <summary>What was typed, as the request takes it; parties and third parties are the page's own.</summary>
    public static Dictionary<string, object?> Request(Func<string, string?> sent) => new()
    {
        ["when"] = sent("from") is null && sent("until") is null ? null : new { from = sent("from"), until = sent("until") },
        ["where"] = new { kind = sent("venue"), place = sent("place"), country = sent("country")?.ToUpperInvariant() },
        ["kind"] = sent("kind"),
        ["madeBy"] = MadeBy(sent),
        ["level"] = sent("level"),
        ["topics"] = (sent("topics") ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ["coordinatedWithLead"] = sent("coordinated") == "yes",
        ["source"] = sent("source"),
        ["reliability"] = sent("reliability"),
        ["exposure"] = sent("exposure"),
        ["exposed"] = sent("exposed"),
        ["classification"] = sent("classification"),
    };

    /// <summary>The field of the form that a path of the request was typed into.</summary>
    public static string FieldOf(string path) => path switch
    {
        "when" => "from",
        "where.kind" => "venue",
        "coordinatedWithLead" => "coordinated",
        "madeBy.kind" => "madeBy",
        "madeBy.name" => "madeByName",
        "madeBy.organization" => "madeByOrganization",
        "madeBy.request" or "madeBy.request.mediator" => "requestedBy",
        "madeBy.request.on" => "requestedOn",
        "madeBy.request.purpose" => "requestedFor",
        _ when path.StartsWith("topics", StringComparison.Ordinal) => "topics",
        _ => path.Split('.')[^1],
    };

    private static object? MadeBy(Func<string, string?> sent)
    {
        string[] fields = ["madeBy", "madeByName", "madeByOrganization", "requestedBy", "requestedOn", "requestedFor"];
        if (fields.All(f => sent(f) is null))
        {
            return null;
        }

        var asked = fields[3..].Any(f => sent(f) is not null);
        return new
        {
            kind = sent("madeBy"),
            organization = sent("madeByOrganization"),
            name = sent("madeByName"),
            request = asked ? new { mediator = sent("requestedBy"), on = sent("requestedOn"), purpose = sent("requestedFor") } : null,
        };
    }
}
