using System.Globalization;
using Concord.Platform.Errors;

namespace Concord.Designation.Friends;

/// <summary>Something to think about that is not refused.</summary>
/// <param name="Code">What is warned of.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="Text">In words.</param>
internal sealed record FriendsWarning(string Code, string Rule, string Text);

/// <summary>One admission to the group, as far as the group counts.</summary>
internal sealed record FriendSeat(string Organization, int Number, bool Ended);

/// <summary>All who are or were Friends of one process: how many there are decides whether one more is welcome (R37).</summary>
internal sealed class FriendsGroup(IReadOnlyList<FriendSeat> seats, FriendsLimits limits)
{
    public const string TooMany = "FRIENDS_MANY";

    public int Size => seats.Count(s => !s.Ended);

    /// <summary>Of the next admission. The store takes each number once in a process: of two at the same moment, who counted the same Friends, one is refused.</summary>
    public int NextNumber => seats.Select(s => s.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>Refuses who is a Friend already, and one more above the limit without a reason.</summary>
    /// <param name="organization">To be admitted.</param>
    /// <param name="exceptionReason">Why there are to be more than the limit; null where no reason is given.</param>
    public void RequireRoom(string organization, string? exceptionReason)
    {
        if (seats.Any(s => !s.Ended && s.Organization == organization))
        {
            throw Fail.Because(DesignationReasons.FriendAlready, "The organization is a Friend of this process already.");
        }

        if (Size >= limits.StopAbove && exceptionReason is null)
        {
            throw Fail.Because(DesignationReasons.FriendsTooMany, $"There are {Size} Friends; more than {limits.StopAbove} need a reason for the exception.",
                ("friends", Size.ToString(CultureInfo.InvariantCulture)), ("limit", limits.StopAbove.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public FriendsGroup With(Friend friend) => new([.. seats, new FriendSeat(friend.Organization, friend.Number, false)], limits);

    public IReadOnlyList<FriendsWarning> Warnings() =>
        Size > limits.WarnAbove ? [new FriendsWarning(TooMany, "R37", $"There are {Size} Friends; more than {limits.WarnAbove} are hard to manage.")] : [];
}
