using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Council;

internal enum RecommendationStatus
{
    Open = 1,
    UnderWay,
    CarriedOut,

    /// <summary>Decided against, with the reason in its follow-up.</summary>
    NotPursued,
}

/// <summary>What was done about a recommendation, and how it stands since.</summary>
internal sealed class RecommendationStep
{
    private RecommendationStep() { } // EF

    internal RecommendationStep(int number, RecommendationStatus status, string text, Signature by, DateTime now) => (Number, Status, Text, By, Time) = (number, status, text, by, now);

    public int Number { get; private init; }
    public RecommendationStatus Status { get; private init; }

    [Personal]
    public string Text { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");
    public DateTime Time { get; private init; }
}

/// <summary>A recommendation of a Council mission, with what followed of it: appended, never rewritten (R42).</summary>
internal sealed class Recommendation : IVersioned, IListed<RecommendationId>
{
    private const int MostFollowUps = 100;
    private readonly List<RecommendationStep> _followUps = [];

    private Recommendation() { } // EF

    public RecommendationId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public CouncilMissionId Mission { get; private init; }

    [Personal]
    public string Text { get; private init; } = "";
    public RecommendationStatus Status { get; private set; }
    public IReadOnlyList<RecommendationStep> FollowUps => _followUps;
    public Signature RecordedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Mission}/{Id}";

    public static Recommendation Of(CouncilMission mission, string? text, Caller caller, DateTime now)
    {
        var check = new Violations();
        var recommendation = new Recommendation
        {
            Id = RecommendationId.New(),
            Process = mission.Process,
            Mission = mission.Id,
            Text = check.Text(text, "text", 4000),
            Status = RecommendationStatus.Open,
            RecordedBy = Signature.Of(caller),
            CreateTime = now,
            UpdateTime = now,
        };
        check.ThrowIfAny();
        return recommendation;
    }

    /// <param name="status">How it stands now; it may be opened again.</param>
    /// <param name="text">What was done, or why it is not; 1 to 4000 characters.</param>
    /// <param name="caller">Who says so.</param>
    /// <param name="now">UTC.</param>
    public void Follow(RecommendationStatus? status, string? text, Caller caller, DateTime now)
    {
        var check = new Violations();
        var next = check.Required(status, "status");
        var what = check.Text(text, "text", 4000);
        check.Check(_followUps.Count < MostFollowUps, "text", $"At most {MostFollowUps} follow a recommendation.");
        check.ThrowIfAny();
        _followUps.Add(new RecommendationStep(_followUps.Count + 1, next, what, Signature.Of(caller), now));
        (Status, UpdateTime) = (next, now);
    }
}
