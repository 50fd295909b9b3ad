using Concord.Platform.Persistence;

namespace Concord.Roster.Deployments;

internal readonly record struct DeploymentId(Guid Value) : IStrongId<DeploymentId>
{
    public static string Collection => "deployments";
    public static DeploymentId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out DeploymentId id) => StrongId.TryParse(segment, out id);
    public static DeploymentId New() => new(Guid.CreateVersion7());
    public static bool operator >(DeploymentId left, DeploymentId right) => left.Value > right.Value;
    public static bool operator <(DeploymentId left, DeploymentId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
