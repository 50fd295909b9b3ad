using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Concord.Contracts.Audit;

/// <summary>How an act ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was carried out, and what it changed is committed.</summary>
    Done = 1,

    /// <summary>It was not allowed; nothing was changed.</summary>
    Refused,
}

/// <summary>What happened to a record.</summary>
public enum ChangeKind
{
    Added = 1,
    Changed,
    Removed,
}

/// <summary>A field before and after.</summary>
/// <param name="From">Absent where the record was added, or the field was empty.</param>
/// <param name="To">Absent where the record was removed, or the field is empty now.</param>
/// <param name="Masked">The field is personal or secret: that it changed is on record, its value is not.</param>
/// <param name="Digest">Of a value too long to repeat: SHA-256 of what it is now, in hexadecimal digits.</param>
public sealed record FieldChange(JsonElement? From = null, JsonElement? To = null, bool? Masked = null, string? Digest = null);

/// <summary>One record that an act has changed.</summary>
/// <param name="Record">Its resource name, or its kind and key where it has none.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Fields">The fields that are different now, by name.</param>
public sealed record RecordChange(string Record, ChangeKind Kind, IReadOnlyDictionary<string, FieldChange> Fields);

/// <summary>
/// One entry of a service's audit chain: who did what, for whom, to which records, and when. The text of an entry is what is hashed; it holds the hash of
/// the entry before it, so no entry can be changed, left out, put in or moved without a trace.
/// </summary>
/// <param name="Sequence">Counts from 0 without a gap.</param>
/// <param name="Previous">Hash of the entry before it in hexadecimal digits; of the first, 64 zeros.</param>
/// <param name="Time">UTC, to the microsecond.</param>
/// <param name="Service">The service whose chain this is.</param>
/// <param name="Actor"><c>accounts/{uuid}</c>, <c>clients/{id}</c>, <c>services/{name}</c> of a service acting for itself, or <c>nobody</c>.</param>
/// <param name="Organization">Whom the actor acted for.</param>
/// <param name="Client">The program that the actor used.</param>
/// <param name="Action">The permission that the act needed, or what a service did for itself.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Trace">Trace id of the request.</param>
/// <param name="Resources">Resource names of every record concerned and of the records they belong to, sorted; <c>compartments</c> among them where the actor read and was named in a compartment.</param>
/// <param name="Changes">What it changed.</param>
/// <param name="Purpose">What somebody said that a reading is for; only where that is asked.</param>
/// <param name="ActsFor">Who was away and in whose roles the actor did it; absent where the actor did it in his own. The actor is still who did it.</param>
public sealed record AuditContent(
    long Sequence, string Previous, DateTime Time, string Service, string Actor, string? Organization, string? Client, string Action, AuditOutcome Outcome,
    string? Reason, string? Trace, IReadOnlyList<string> Resources, IReadOnlyList<RecordChange> Changes, string? Purpose = null, string? ActsFor = null)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The text that is stored and hashed.</summary>
    public string Write() => JsonSerializer.Serialize(this, s_options);

    /// <returns>Null where the text is none that <see cref="Write"/> made.</returns>
    public static AuditContent? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditContent>(text, s_options) is { Previous: not null, Service: not null, Actor: not null, Action: not null, Resources: not null, Changes: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
