using Concord.Platform.Persistence;

namespace Concord.Identity.Compartments;

/// <summary>The number of its process.</summary>
internal readonly record struct CompartmentId(Guid Value) : IStrongId<CompartmentId>
{
    private const string Processes = "processes";

    public static string Collection => "compartments";
    public static CompartmentId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out CompartmentId id) => StrongId.TryParse(segment, out id);
    public static bool operator >(CompartmentId left, CompartmentId right) => left.Value > right.Value;
    public static bool operator <(CompartmentId left, CompartmentId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);

    /// <summary>Resource name of the process.</summary>
    public string Process => $"{Processes}/{Value}";

    public static CompartmentId? OfProcess(string process) => ResourceName.IsIn(Processes, process) ? new(Guid.ParseExact(process.AsSpan(Processes.Length + 1), "D")) : null;
}

internal readonly record struct MembershipId(Guid Value) : IStrongId<MembershipId>
{
    public static string Collection => "members";
    public static MembershipId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MembershipId id) => StrongId.TryParse(segment, out id);
    public static MembershipId New() => new(Guid.CreateVersion7());
    public static bool operator >(MembershipId left, MembershipId right) => left.Value > right.Value;
    public static bool operator <(MembershipId left, MembershipId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
