using Concord.Platform.Persistence;

namespace Concord.Designation.Talks;

internal readonly record struct DocumentRevisionId(Guid Value) : IStrongId<DocumentRevisionId>
{
    public static string Collection => "revisions";
    public static DocumentRevisionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out DocumentRevisionId id) => StrongId.TryParse(segment, out id);
    public static DocumentRevisionId New() => new(Guid.CreateVersion7());
    public static bool operator >(DocumentRevisionId left, DocumentRevisionId right) => left.Value > right.Value;
    public static bool operator <(DocumentRevisionId left, DocumentRevisionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
