using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Http;

namespace Concord.Designation.Spoilers;

/// <summary>What has been shown to be dangerous in the strategy that was recorded.</summary>
/// <param name="Strategy">Which one.</param>
/// <param name="Text">Why, for people.</param>
internal sealed record StrategyWarning(SpoilerStrategy Strategy, string Text);

/// <summary>Somebody's judgement that a party works against the process.</summary>
/// <param name="Reviews">Oldest first.</param>
/// <param name="Strategy">Of the last review; absent where nothing is agreed.</param>
/// <param name="Warning">Absent where the strategy is not known to be dangerous.</param>
/// <param name="ReviewOn">When it is looked at next.</param>
/// <param name="End">Who ended it, when and why; absent while it stands.</param>
internal sealed record SpoilerAnswer(
    string Name, string Party, string? Faction, SpoilerPosition Position, SpoilerSeat Seat, IReadOnlyList<SpoilerMotive> Motives, string? IncomeSources, IReadOnlyList<Backer> Backers,
    string Judgement, string Evidence, IReadOnlyList<SpoilerReview> Reviews, SpoilerStrategy? Strategy, StrategyWarning? Warning, DateOnly ReviewOn, Signature By, DateTime CreateTime, Closing? End, string Etag)
{
    private static readonly StrategyWarning s_dangerous = new(
        SpoilerStrategy.ThreatToWithdrawSupport, "Dangerous: a threat to withdraw international support gives a spoiler a veto over the process (S/2009/189, paragraph 32).");

    public static SpoilerAnswer Of(Spoiler s) => new(
        s.Name, Parties.Party.NameOf(s.Process, s.Party), s.Judgement.Faction, s.Judgement.Position!.Value, s.Judgement.Seat!.Value, s.Judgement.Motives!, s.Judgement.IncomeSources, s.Judgement.Backers!,
        s.Judgement.Judgement!, s.Judgement.Evidence!, s.Reviews, s.Strategy, s.Strategy == SpoilerStrategy.ThreatToWithdrawSupport ? s_dangerous : null, s.ReviewOn, s.By, s.CreateTime, s.End, ETag.Of(s));
}
