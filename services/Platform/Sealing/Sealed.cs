using Concord.Platform.Audit;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Sealing;

/// <summary>
/// A value that only the key of its subject opens (<see cref="Sealer"/>). A record holds it as it is stored; the audit chain enters that it changed and never what it holds.
/// </summary>
[Personal]
public sealed class Sealed : IEquatable<Sealed>
{
    private readonly byte[] _bytes;

    internal Sealed(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    public bool Equals(Sealed? other) => other is not null && other._bytes.AsSpan().SequenceEqual(_bytes);

    public override bool Equals(object? obj) => Equals(obj as Sealed);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => "sealed";

    internal byte[] ToArray() => [.. _bytes];
}

public static class SealedColumn
{
    /// <summary>Stores the sealed value as it is.</summary>
    /// <param name="property">Of the record.</param>
    /// <param name="maxClearBytes">Longest value that is sealed, in bytes of UTF-8.</param>
    public static PropertyBuilder<Sealed> IsSealed(this PropertyBuilder<Sealed> property, int maxClearBytes)
    {
        property.HasConversion(value => value.ToArray(), stored => new Sealed(stored));
        property.HasMaxLength(maxClearBytes + Envelope.Overhead);
        return property;
    }
}
