using Concord.Platform.Errors;

namespace Concord.Roster.Mediators;

/// <summary>How the person is to work (R13).</summary>
internal enum DeploymentMode
{
    InPerson = 1,
    Remote,
}

/// <summary>How soon and in which ways somebody can be sent (R13, R14). On which days is said by the availability.</summary>
/// <param name="NoticeDays">Days from the call to the departure, or to the first meeting from afar: 0 to 365.</param>
/// <param name="Modes">Ways in which the person works; absent where nothing is said.</param>
/// <param name="StandbyUntil">Last day of a standby contract, which runs for a year (R14), so at most two years from today; absent where there is none.</param>
internal sealed record Deployability(int? NoticeDays, IReadOnlyList<DeploymentMode>? Modes, DateOnly? StandbyUntil)
{
    public const int LongestNotice = 365;

    // The contract of a year and the next one, where that is signed already.
    private const int LongestYears = 2;

    // Before anybody stood by.
    private const int FirstYear = 1990;

    public static void Check(Deployability? said, DateOnly today, Violations check)
    {
        check.NotBefore(said?.StandbyUntil, FirstYear, "deployability.standbyUntil");
        check.NotAfter(said?.StandbyUntil, today.AddYears(LongestYears), "deployability.standbyUntil");
        check.Check(said?.NoticeDays is not (< 0 or > LongestNotice), "deployability.noticeDays", $"From 0 to {LongestNotice}.");
        check.Check(said?.Modes is not { } modes || modes.Distinct().Count() == modes.Count, "deployability.modes", "Each at most once.");
    }
}
