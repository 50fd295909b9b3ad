using Concord.Platform.Persistence;

namespace Concord.Designation.Mandates;

internal readonly record struct MediatorRequestId(Guid Value) : IStrongId<MediatorRequestId>
{
    public static string Collection => "mediatorRequests";
    public static MediatorRequestId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MediatorRequestId id) => StrongId.TryParse(segment, out id);
    public static MediatorRequestId New() => new(Guid.CreateVersion7());
    public static bool operator >(MediatorRequestId left, MediatorRequestId right) => left.Value > right.Value;
    public static bool operator <(MediatorRequestId left, MediatorRequestId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
