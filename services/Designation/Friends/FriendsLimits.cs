using Concord.Platform.Hosting;

namespace Concord.Designation.Friends;

/// <summary>How many Friends are small and manageable (R37).</summary>
/// <param name="WarnAbove">More are warned of.</param>
/// <param name="StopAbove">More are refused without a reason for the exception.</param>
internal sealed record FriendsLimits(int WarnAbove, int StopAbove)
{
    public static readonly Setting WarnAboveSetting = new("Designation:FriendsWarnAbove", "How many Friends a process has at most without a warning.", "6", SettingForm.Amount);
    public static readonly Setting StopAboveSetting = new("Designation:FriendsStopAbove", "How many Friends a process has at most where no reason for an exception is given.", "9", SettingForm.Amount);

    public static FriendsLimits In(IConfiguration configuration) => new(WarnAboveSetting.RequiredIn<int>(configuration), StopAboveSetting.RequiredIn<int>(configuration));
}
