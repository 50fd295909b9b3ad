using Concord.Platform.Persistence;

namespace Concord.Designation.Texts;

internal readonly record struct TextVersionId(Guid Value) : IStrongId<TextVersionId>
{
    public static string Collection => "versions";
    public static TextVersionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out TextVersionId id) => StrongId.TryParse(segment, out id);
    public static TextVersionId New() => new(Guid.CreateVersion7());
    public static bool operator >(TextVersionId left, TextVersionId right) => left.Value > right.Value;
    public static bool operator <(TextVersionId left, TextVersionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
