using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Platform.Tests.Notes;

internal readonly record struct NoteId(Guid Value) : IStrongId<NoteId>
{
    public static string Collection => "notes";
    public static NoteId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out NoteId id) => StrongId.TryParse(segment, out id);
    public static bool operator >(NoteId left, NoteId right) => left.Value > right.Value;
    public static bool operator <(NoteId left, NoteId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

internal sealed record NoteEdit(string? Text, NoteDetails? Details);

internal sealed record NoteDetails(string? Colour, string? Size);

/// <summary>The smallest thing a service can keep, so that the platform is tested without any domain.</summary>
internal sealed class Note : IVersioned, IListed<NoteId>, IClassifiedRecord
{
    public NoteId Id { get; init; }
    public string RecordName => Id.ToString();
    public Classification Classification { get; init; }
    public string Text { get; set; } = "";
    public string? Colour { get; set; }

    [Personal]
    public string? Size { get; set; }
    public DateTime CreateTime { get; init; }
    public long Version { get; set; }

    public static Note Write(string? text, DateTime now, Classification classification = Classification.Unclassified)
    {
        var check = new Violations();
        var note = new Note { Id = NoteId.From(Guid.CreateVersion7()), Text = check.Text(text, "text", 100), CreateTime = now, Classification = classification };
        check.ThrowIfAny();
        return note;
    }
}

/// <summary>How often each subject was heard of: shows what was applied twice or not at all.</summary>
internal sealed class Hearing
{
    public required string Subject { get; init; }
    public int Times { get; set; }
}

internal sealed record NoteWritten(string Note, string Text, long Version) : IEvent
{
    public static string Type => "concord.notes.note.written.v1";
    public string Subject => Note;
}
