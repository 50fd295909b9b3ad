using Concord.Platform.Persistence;

namespace Concord.Roster.Insiders;

internal readonly record struct InsiderId(Guid Value) : IStrongId<InsiderId>
{
    public static string Collection => "insiders";
    public static InsiderId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out InsiderId id) => StrongId.TryParse(segment, out id);
    public static InsiderId New() => new(Guid.CreateVersion7());
    public static bool operator >(InsiderId left, InsiderId right) => left.Value > right.Value;
    public static bool operator <(InsiderId left, InsiderId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
