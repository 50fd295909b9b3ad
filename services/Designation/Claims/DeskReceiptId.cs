using Concord.Platform.Persistence;

namespace Concord.Designation.Claims;

internal readonly record struct DeskReceiptId(Guid Value) : IStrongId<DeskReceiptId>
{
    public static string Collection => "receipts";
    public static DeskReceiptId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out DeskReceiptId id) => StrongId.TryParse(segment, out id);
    public static DeskReceiptId New() => new(Guid.CreateVersion7());
    public static bool operator >(DeskReceiptId left, DeskReceiptId right) => left.Value > right.Value;
    public static bool operator <(DeskReceiptId left, DeskReceiptId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
