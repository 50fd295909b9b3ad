using Concord.Platform.Persistence;

namespace Concord.Designation.Texts;

internal readonly record struct NegotiatingTextId(Guid Value) : IStrongId<NegotiatingTextId>
{
    public static string Collection => "texts";
    public static NegotiatingTextId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out NegotiatingTextId id) => StrongId.TryParse(segment, out id);
    public static NegotiatingTextId New() => new(Guid.CreateVersion7());
    public static bool operator >(NegotiatingTextId left, NegotiatingTextId right) => left.Value > right.Value;
    public static bool operator <(NegotiatingTextId left, NegotiatingTextId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
