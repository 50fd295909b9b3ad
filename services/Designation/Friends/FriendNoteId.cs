using Concord.Platform.Persistence;

namespace Concord.Designation.Friends;

internal readonly record struct FriendNoteId(Guid Value) : IStrongId<FriendNoteId>
{
    public static string Collection => "notes";
    public static FriendNoteId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out FriendNoteId id) => StrongId.TryParse(segment, out id);
    public static FriendNoteId New() => new(Guid.CreateVersion7());
    public static bool operator >(FriendNoteId left, FriendNoteId right) => left.Value > right.Value;
    public static bool operator <(FriendNoteId left, FriendNoteId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
