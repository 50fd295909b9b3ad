namespace Concord.Portal.Components;

/// <summary>A text of a record, and the language it is in.</summary>
public readonly record struct Wording(string Text, string Language);
