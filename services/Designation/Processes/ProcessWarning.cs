namespace Concord.Designation.Processes;

/// <summary>Something that should be otherwise and forbids nothing.</summary>
/// <param name="Code">UPPER_SNAKE; never renamed.</param>
/// <param name="Rule">Of the rule book, such as R52.</param>
/// <param name="Detail">For people.</param>
internal sealed record ProcessWarning(string Code, string Rule, string Detail);
