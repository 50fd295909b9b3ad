using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Spoilers;

/// <summary>An attributed, dated and reviewed judgement that a party, or a part of it, works against the process (R57, R158).</summary>
internal sealed class Spoiler : IVersioned, IListed<SpoilerId>
{
    private const int MostReviews = 100;

    private Spoiler() { } // EF

    public SpoilerId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public PartyId Party { get; private init; }

    [Personal]
    public SpoilerJudgement Judgement { get; private init; } = null!;

    [Personal]
    public IReadOnlyList<SpoilerReview> Reviews { get; private set; } = [];

    /// <summary>Of the last review; null where nothing is agreed.</summary>
    public SpoilerStrategy? Strategy { get; private set; }
    public DateOnly ReviewOn { get; private set; }
    public Signature By { get; private init; } = new(null, "");
    public Closing? End { get; private set; }

    /// <summary>When it ended, UTC; null while it stands.</summary>
    public DateTime? EndTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static Spoiler Record(Process process, Party party, SpoilerJudgement judgement, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var recorded = judgement.Checked(now);
        return new Spoiler
        {
            Id = SpoilerId.New(),
            Process = process.Id,
            Party = party.Id,
            Judgement = recorded,
            ReviewOn = recorded.ReviewOn!.Value,
            By = Signature.Of(caller),
            CreateTime = now,
        };
    }

    public void Review(ReviewSpoiler request, Caller caller, DateTime now)
    {
        var review = SpoilerReview.Of(request, Signature.Of(caller), now);
        if (End is not null)
        {
            throw Fail.Because(DesignationReasons.EntryClosed, DesignationReasons.EntryClosed.Title);
        }

        if (Reviews.Count == MostReviews)
        {
            throw Fail.Invalid("finding", $"It was reviewed {MostReviews} times: end it, and record what is so now.");
        }

        (Reviews, Strategy, ReviewOn) = ([.. Reviews, review], review.Strategy, review.ReviewOn);
    }

    public void Close(string? reason, Caller caller, DateTime now) => (End, EndTime) = (Closing.Of(End, reason, caller, now), now);
}
