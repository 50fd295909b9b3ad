namespace Concord.Platform.Audit;

/// <summary>
/// The field, or every field of the type, is about a person or holds a secret. The audit chain, which nobody can shorten, says that it changed and never what it was: so a person's
/// data can be erased and the chain still holds.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class PersonalAttribute : Attribute;
