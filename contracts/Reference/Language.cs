namespace Concord.Contracts.Reference;

/// <summary>A language or group of languages of ISO 639, with its terminology code and, where it exists, its code of two letters.</summary>
public sealed record Language(string Alpha3, string? Alpha2, string Standard, bool IsUnitedNationsOfficial, LocalizedName Name)
{
    /// <summary>The shortest code, as language tags use it.</summary>
    public string Tag => Alpha2 ?? Alpha3;
}
