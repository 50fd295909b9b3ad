using Concord.Platform.Persistence;

namespace Concord.Designation.Talks;

internal readonly record struct TalkSessionId(Guid Value) : IStrongId<TalkSessionId>
{
    public static string Collection => "talkSessions";
    public static TalkSessionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out TalkSessionId id) => StrongId.TryParse(segment, out id);
    public static TalkSessionId New() => new(Guid.CreateVersion7());
    public static bool operator >(TalkSessionId left, TalkSessionId right) => left.Value > right.Value;
    public static bool operator <(TalkSessionId left, TalkSessionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
