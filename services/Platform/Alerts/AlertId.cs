using Concord.Platform.Persistence;

namespace Concord.Platform.Alerts;

public readonly record struct AlertId(Guid Value) : IStrongId<AlertId>
{
    public static string Collection => "alerts";
    public static AlertId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AlertId id) => StrongId.TryParse(segment, out id);
    public static AlertId New() => new(Guid.CreateVersion7());
    public static bool operator >(AlertId left, AlertId right) => left.Value > right.Value;
    public static bool operator <(AlertId left, AlertId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
