using Xunit.v3;

namespace Concord.Support;

/// <summary>Names the rule of the rule book that a test shows, such as <c>[Rule("R28")]</c>; docs/rules.md is made of these.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string rule) : Attribute, ITraitAttribute
{
    public string Rule { get; } = rule;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Rule", Rule)];
}
