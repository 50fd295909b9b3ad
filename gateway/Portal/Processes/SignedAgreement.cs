namespace Concord.Portal.Processes;

/// <summary>What a process's page shows of its agreements.</summary>
public sealed record SignedAgreement(string Name, string Title, string ShortTitle, DateOnly SignedOn, string? Place, IReadOnlyList<Party>? Parties);

public sealed record Party(string Key, string Name, string Kind);
