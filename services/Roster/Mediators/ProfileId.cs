using Concord.Platform.Persistence;

namespace Concord.Roster.Mediators;

internal readonly record struct ProfileId(Guid Value) : IStrongId<ProfileId>
{
    public static string Collection => "profiles";
    public static ProfileId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ProfileId id) => StrongId.TryParse(segment, out id);
    public static ProfileId New() => new(Guid.CreateVersion7());
    public static bool operator >(ProfileId left, ProfileId right) => left.Value > right.Value;
    public static bool operator <(ProfileId left, ProfileId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

internal readonly record struct WindowId(Guid Value) : IStrongId<WindowId>
{
    public static string Collection => "availability";
    public static WindowId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out WindowId id) => StrongId.TryParse(segment, out id);
    public static WindowId New() => new(Guid.CreateVersion7());
    public static bool operator >(WindowId left, WindowId right) => left.Value > right.Value;
    public static bool operator <(WindowId left, WindowId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
