namespace Concord.Portal.Components;

/// <summary>What a form asks for in one field: many acts differ in nothing else.</summary>
/// <param name="Name">Of the field, and of what the request takes.</param>
/// <param name="Label">What stands above it.</param>
public sealed record Ask(string Name, string Label)
{
    public AskKind Kind { get; init; }

    public string? Hint { get; init; }

    public int Lines { get; init; } = 1;

    public int? MaxLength { get; init; }

    public bool Required { get; init; } = true;

    /// <summary>Makes it a choice.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];

    /// <summary>Values of the options whose texts are in English, whoever reads them.</summary>
    public IReadOnlyCollection<string> InEnglish { get; init; } = [];

    /// <summary>What stands there before anything was typed.</summary>
    public string? Initial { get; init; }
}

/// <summary>What is made of what was typed.</summary>
public enum AskKind
{
    Text,
    Day,
    Number,

    /// <summary>A choice between <c>yes</c> and <c>no</c>.</summary>
    Flag,

    /// <summary>The number of an account, a resource name, or the address of its page.</summary>
    Account,

    /// <summary>The same of several, one in a line.</summary>
    Accounts,
}
