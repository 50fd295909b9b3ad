namespace Concord.Roster.Standby.Calls;

/// <summary>What came of a call.</summary>
internal enum CallOutcome
{
    /// <summary>The person was asked and has not answered yet.</summary>
    Asked = 1,
    Accepted,
    Declined,
    NotReached,
}
