using Concord.Platform.Persistence;

namespace Concord.Roster.Slates;

internal readonly record struct SlateCandidateId(Guid Value) : IStrongId<SlateCandidateId>
{
    public static string Collection => "candidates";
    public static SlateCandidateId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SlateCandidateId id) => StrongId.TryParse(segment, out id);
    public static SlateCandidateId New() => new(Guid.CreateVersion7());
    public static bool operator >(SlateCandidateId left, SlateCandidateId right) => left.Value > right.Value;
    public static bool operator <(SlateCandidateId left, SlateCandidateId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
