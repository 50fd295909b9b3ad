using Xunit.v3;

namespace Concord.Support;

/// <summary>Names the abuse, of the forty in docs/security/abuse.md, that a test shows to be refused, such as <c>[Abuse(4)]</c>; the table of that page is made of these.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class AbuseAttribute(int number) : Attribute, ITraitAttribute
{
    public int Number { get; } = number;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Abuse", $"{Number}")];
}
