using Concord.Designation.Processes;

namespace Concord.Designation.Tracks;

/// <summary>A party that is not offered what another one is has reason to doubt who offers it (R149).</summary>
internal static class OfferedToAll
{
    public const string Code = "NOT_OFFERED_TO_ALL";

    /// <param name="delegations">Resource names of those at the table.</param>
    /// <param name="offers">All of the process.</param>
    public static OfferedToAllAnswer Of(IReadOnlyList<string> delegations, IEnumerable<TrainingOffer> offers)
    {
        List<UnevenOffer> uneven = [.. offers.Where(o => o.Withdrawn is null)
            .Select(o => new UnevenOffer(o.Name, [.. delegations.Except(o.Content.OfferedTo!.OfType<string>())])).Where(u => u.Delegations.Count > 0)];
        return new OfferedToAllAnswer(
            uneven.Count == 0 ? [] : [new ProcessWarning(Code, "R149", "An offer of training was not made to every delegation at the table.")], uneven);
    }
}
