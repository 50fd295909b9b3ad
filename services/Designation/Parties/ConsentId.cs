using Concord.Platform.Persistence;

namespace Concord.Designation.Parties;

internal readonly record struct ConsentId(Guid Value) : IStrongId<ConsentId>
{
    public static string Collection => "consents";
    public static ConsentId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ConsentId id) => StrongId.TryParse(segment, out id);
    public static ConsentId New() => new(Guid.CreateVersion7());
    public static bool operator >(ConsentId left, ConsentId right) => left.Value > right.Value;
    public static bool operator <(ConsentId left, ConsentId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
