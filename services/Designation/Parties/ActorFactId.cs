using Concord.Platform.Persistence;

namespace Concord.Designation.Parties;

internal readonly record struct ActorFactId(Guid Value) : IStrongId<ActorFactId>
{
    public static string Collection => "actorMap";
    public static ActorFactId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ActorFactId id) => StrongId.TryParse(segment, out id);
    public static ActorFactId New() => new(Guid.CreateVersion7());
    public static bool operator >(ActorFactId left, ActorFactId right) => left.Value > right.Value;
    public static bool operator <(ActorFactId left, ActorFactId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
