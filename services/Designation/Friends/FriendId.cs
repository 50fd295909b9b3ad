using Concord.Platform.Persistence;

namespace Concord.Designation.Friends;

internal readonly record struct FriendId(Guid Value) : IStrongId<FriendId>
{
    public static string Collection => "friends";
    public static FriendId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out FriendId id) => StrongId.TryParse(segment, out id);
    public static FriendId New() => new(Guid.CreateVersion7());
    public static bool operator >(FriendId left, FriendId right) => left.Value > right.Value;
    public static bool operator <(FriendId left, FriendId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
