using Concord.Platform.Persistence;

namespace Concord.Designation.Texts;

internal readonly record struct TextCommentId(Guid Value) : IStrongId<TextCommentId>
{
    public static string Collection => "comments";
    public static TextCommentId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out TextCommentId id) => StrongId.TryParse(segment, out id);
    public static TextCommentId New() => new(Guid.CreateVersion7());
    public static bool operator >(TextCommentId left, TextCommentId right) => left.Value > right.Value;
    public static bool operator <(TextCommentId left, TextCommentId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
