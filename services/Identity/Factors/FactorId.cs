using Concord.Platform.Persistence;

namespace Concord.Identity.Factors;

internal readonly record struct FactorId(Guid Value) : IStrongId<FactorId>
{
    public static string Collection => "factors";
    public static FactorId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out FactorId id) => StrongId.TryParse(segment, out id);
    public static FactorId New() => new(Guid.CreateVersion7());
    public static bool operator >(FactorId left, FactorId right) => left.Value > right.Value;
    public static bool operator <(FactorId left, FactorId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What a person can show beside the password.</summary>
internal enum FactorKind
{
    /// <summary>A code of an app that holds a secret shared with us.</summary>
    Authenticator = 1,

    /// <summary>A key that a device keeps and lets be used by its owner only.</summary>
    Passkey,

    /// <summary>One of the codes that were given on paper, for when the others are lost.</summary>
    RecoveryCode,

    /// <summary>One that the person showed to the own organization's provider, which vouches for it.</summary>
    Provider,
}
