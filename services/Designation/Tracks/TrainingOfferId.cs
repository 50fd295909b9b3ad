using Concord.Platform.Persistence;

namespace Concord.Designation.Tracks;

internal readonly record struct TrainingOfferId(Guid Value) : IStrongId<TrainingOfferId>
{
    public static string Collection => "trainingOffers";
    public static TrainingOfferId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out TrainingOfferId id) => StrongId.TryParse(segment, out id);
    public static TrainingOfferId New() => new(Guid.CreateVersion7());
    public static bool operator >(TrainingOfferId left, TrainingOfferId right) => left.Value > right.Value;
    public static bool operator <(TrainingOfferId left, TrainingOfferId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
