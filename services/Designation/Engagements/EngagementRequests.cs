namespace Concord.Designation.Engagements;

/// <summary>Proposes a dialogue engagement; whoever proposes it is its circle.</summary>
/// <param name="Engagement">Its terms.</param>
/// <param name="Phase">How near atrocities are.</param>
/// <param name="ReviewOn">Day of the first review: after today, and within 366 days (R129).</param>
internal sealed record ProposeEngagement(EngagementTerms? Engagement, PhaseTerms? Phase, DateOnly? ReviewOn);

/// <summary>Takes a risk out of the register.</summary>
/// <param name="Risk">Any but that the group wants time for planning atrocities (R125).</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawRisk(EngagementRisk? Risk, string? Reason);

/// <summary>Plans a ritual, ceremony or symbolic gesture (R130).</summary>
/// <param name="Gesture">1 to 2000 characters.</param>
/// <param name="AgreedWith">Who of the community; 1 to 400 characters.</param>
internal sealed record PlanGesture(string? Gesture, string? AgreedWith);

/// <summary>How a planned gesture was.</summary>
/// <param name="Number">Of the plan.</param>
/// <param name="Outcome">1 to 2000 characters; also where it was not held.</param>
/// <param name="HeldOn">The day; none to come.</param>
internal sealed record RecordGesture(int? Number, string? Outcome, DateOnly? HeldOn);

/// <summary>Why something is put forward, approved or declined.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EngagementReason(string? Reason);

/// <summary>Begins, suspends, resumes or closes an engagement.</summary>
/// <param name="To">ACTIVE, SUSPENDED or CLOSED.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record AdvanceEngagement(EngagementState? To, string? Reason);

/// <summary>A review (R129).</summary>
/// <param name="Finding">1 to 2000 characters.</param>
/// <param name="ReviewOn">Day of the next one: after today, and within 366 days.</param>
internal sealed record ReviewEngagement(string? Finding, DateOnly? ReviewOn);

/// <summary>Names an account in the circle (R127).</summary>
/// <param name="Account">Resource name. It sees the engagement while it sees the process and is cleared for Strictly Confidential.</param>
/// <param name="Why">Why this person needs to know; 1 to 1000 characters.</param>
internal sealed record AddToCircle(string? Account, string? Why);

/// <summary>Takes an account out of the circle.</summary>
/// <param name="Account">Resource name.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record RemoveFromCircle(string? Account, string? Reason);
