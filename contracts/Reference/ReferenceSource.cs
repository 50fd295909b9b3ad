namespace Concord.Contracts.Reference;

/// <summary>Where the rows of a reference file come from, as of when and under which licence.</summary>
public sealed record ReferenceSource(string File, DateOnly AsOf, string Source, string Licence);
