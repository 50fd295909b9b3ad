using Concord.Platform.Persistence;

namespace Concord.Designation.SupportRoles;

internal readonly record struct SupportRoleId(Guid Value) : IStrongId<SupportRoleId>
{
    public static string Collection => "supportRoles";
    public static SupportRoleId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SupportRoleId id) => StrongId.TryParse(segment, out id);
    public static SupportRoleId New() => new(Guid.CreateVersion7());
    public static bool operator >(SupportRoleId left, SupportRoleId right) => left.Value > right.Value;
    public static bool operator <(SupportRoleId left, SupportRoleId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
