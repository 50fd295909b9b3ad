using Concord.Platform.Errors;

namespace Concord.Designation.Processes;

/// <summary>The means of Article 33 of the Charter, and beside them those of the practice of good offices (R45; S/2009/189, fn 2).</summary>
internal enum MeansOfSettlement
{
    Negotiation = 1,
    Enquiry,
    Mediation,
    Conciliation,
    Arbitration,
    JudicialSettlement,
    ResortToRegionalArrangements,
    OtherPeacefulMeans,
    GoodOffices,
    Facilitation,
    DialogueProcess,
}

internal static class MeansOfSettlements
{
    /// <returns>Each once, in the order of the lists; null where none is named.</returns>
    public static IReadOnlyList<MeansOfSettlement>? Check(IReadOnlyList<MeansOfSettlement>? given, Violations check)
    {
        check.Check(given is null || given.Distinct().Count() == given.Count, "means", "Name each once.");
        return given is { Count: > 0 } ? [.. given.Distinct().Order()] : null;
    }
}
