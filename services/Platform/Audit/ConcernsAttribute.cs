namespace Concord.Platform.Audit;

/// <summary>The value is the resource name of something that a change of this record concerns too: its entries are found by that name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConcernsAttribute : Attribute;
