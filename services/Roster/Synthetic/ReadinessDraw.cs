using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>What somebody was trained in, how soon they can be sent, and what staff planning would think of them.</summary>
internal static class ReadinessDraw
{
    private static readonly TrainingSubject[] Kinds = Enum.GetValues<TrainingSubject>();
    private static readonly int[] KindWeights = [34, 22, 14, 10, 12, 8];
    private static readonly int[] Notices = [1, 2, 3, 5, 7, 14, 30, 60, 90];
    private static readonly int[] NoticeWeights = [4, 6, 12, 8, 18, 20, 18, 8, 6];
    private static readonly DeploymentMode[][] Modes = [[DeploymentMode.InPerson, DeploymentMode.Remote], [DeploymentMode.Remote], [DeploymentMode.InPerson]];
    private static readonly int[] ModeWeights = [60, 25, 15];
    private static readonly int FirstTraining = new DateOnly(2012, 1, 1).DayNumber;
    private static readonly int FirstEnd = new DateOnly(2026, 6, 30).DayNumber;

    public static Training[] TrainingsOf(ref Dice dice)
    {
        var drawn = new Training[dice.Below(4)];
        for (var i = 0; i < drawn.Length; i++)
        {
            var kind = Kinds[dice.Weighted(KindWeights)];
            drawn[i] = new Training(kind, "An invented academy", "An invented course", DateOnly.FromDayNumber(FirstTraining + dice.Below(5000)));
        }

        return drawn;
    }

    public static Deployability? DeployabilityOf(ref Dice dice) => dice.Percent(30)
        ? null
        : new Deployability(Notices[dice.Weighted(NoticeWeights)], Modes[dice.Weighted(ModeWeights)], dice.Percent(8) ? DateOnly.FromDayNumber(FirstEnd + dice.Below(365)) : null);

    public static bool PromisingOf(int rank, ref Dice dice) => dice.Percent(rank < 2 ? 12 : 2);
}
