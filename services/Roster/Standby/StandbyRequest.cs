using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.Standby;

/// <summary>A request for people on standby, from the asking to the review (R12, R13, R24, R25). Who is sent stands in its deployments.</summary>
internal sealed class StandbyRequest : IVersioned, IListed<StandbyRequestId>, IClassifiedRecord
{
    private StandbyRequest() { } // EF

    public StandbyRequestId Id { get; private init; }

    /// <summary>Resource name of the organization that asks.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";
    public Author RequestedBy { get; private init; } = null!;
    public RequesterKind Requester { get; private init; }

    /// <summary>Resource name of the process; null where there is none yet.</summary>
    [Concerns]
    public string? Process { get; private init; }
    public Classification Classification { get; private init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string Country { get; private init; } = "";

    [Personal]
    public string? Place { get; private init; }

    [Personal]
    public string Purpose { get; private init; } = "";
    public IReadOnlyList<StandbyTask> Tasks { get; private init; } = [];
    public IReadOnlyList<TeamFunction> Functions { get; private init; } = [];
    public IReadOnlyList<ExpertiseArea> Themes { get; private init; } = [];
    public int People { get; private init; }
    public DeploymentMode Mode { get; private init; }
    public DateOnly NeededBy { get; private init; }
    public DateOnly FirstDay { get; private init; }
    public DateOnly LastDay { get; private init; }
    public StandbyState State { get; private set; }
    public SupportPackage Package { get; private set; } = SupportPackage.Empty;

    /// <summary>Until when they have to have departed (R12), UTC.</summary>
    public DateTime DueTime { get; private init; }
    public DateTime? AcknowledgeTime { get; private set; }
    public Author? AcknowledgedBy { get; private set; }

    /// <summary>Since when somebody is known who would go: the first who was planned (R25). Null before.</summary>
    public DateTime? IdentifyTime { get; private set; }

    /// <summary>Since when it stands what it is paid from (R25); null while nothing does.</summary>
    public DateTime? FundTime { get; private set; }
    public DateTime? ApproveTime { get; private set; }
    public Author? ApprovedBy { get; private set; }
    public DateTime? DepartTime { get; private set; }
    public DateTime? CompleteTime { get; private set; }
    public DateTime? DeclineTime { get; private set; }
    public Author? DeclinedBy { get; private set; }

    [Personal]
    public string? DeclineReason { get; private set; }

    /// <summary>Until when the after-action review is due (R133); null before the end.</summary>
    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>Where the review is found; null before it was held.</summary>
    [Personal]
    public string? Review { get; private set; }
    public DateTime? ReviewTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string RecordName => Id.ToString();

    public StandbyEdit Editable => new(Package);

    public static StandbyRequest Ask(StandbyTerms terms, string organization, Caller caller, DateTime due, DateTime now, StandbyRequestId? id = null) => new()
    {
        Id = id ?? StandbyRequestId.New(),
        Organization = organization,
        RequestedBy = Author.Of(caller),
        Requester = terms.Requester,
        Process = terms.Process,
        Classification = terms.Classification,
        Country = terms.Country,
        Place = terms.Place,
        Purpose = terms.Purpose,
        Tasks = terms.Tasks,
        Functions = terms.Functions,
        Themes = terms.Themes,
        People = terms.People,
        Mode = terms.Mode,
        NeededBy = terms.NeededBy,
        FirstDay = terms.FirstDay,
        LastDay = terms.LastDay,
        State = StandbyState.Requested,
        DueTime = due,
        CreateTime = now,
        UpdateTime = now,
    };

    public void Acknowledge(Caller caller, DateTime now)
    {
        Require(StandbyState.Requested);
        (State, AcknowledgeTime, AcknowledgedBy, UpdateTime) = (StandbyState.Acknowledged, now, Author.Of(caller), now);
    }

    public void Edit(StandbyEdit fields, DateTime now)
    {
        Require(StandbyState.Requested, StandbyState.Acknowledged, StandbyState.Approved, StandbyState.Departed);
        (Package, UpdateTime) = ((fields.Package ?? SupportPackage.Empty).Checked(), now);
        FundTime = Package.Funding is null ? null : FundTime ?? now;
    }

    /// <summary>Another person than who asked decides to send the people who are planned; somebody senior among them is not sent without an adviser on gender (R10).</summary>
    /// <param name="sent">Who they are.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="now">Now, UTC.</param>
    public void Approve(IReadOnlyList<Profile> sent, Caller caller, DateTime now)
    {
        Require(StandbyState.Acknowledged);
        RequireAnother(caller);
        RequireAdviser(sent);
        (State, ApproveTime, ApprovedBy, UpdateTime) = (StandbyState.Approved, now, Author.Of(caller), now);
    }

    /// <summary>Refuses who asked, and whoever stands for that person.</summary>
    public void RequireAnother(Caller caller)
    {
        if (caller.IsAnyOf(RequestedBy.Account, RequestedBy.ActsFor))
        {
            throw Fail.Because(RosterReasons.OwnStandbyRequest, RosterReasons.OwnStandbyRequest.Title);
        }
    }

    /// <summary>Nobody senior is sent without an adviser on gender, who is somebody else (R10).</summary>
    public void RequireAdviser(IReadOnlyList<Profile> sent)
    {
        var senior = sent.Where(p => p.SeniorityLevel is SeniorityLevel.SeniorEnvoy or SeniorityLevel.LeadMediator).Select(p => p.Id.ToString()).ToList();
        if (senior.Count > 0 && (Package.GenderAdviser is null || senior.Contains(Package.GenderAdviser)))
        {
            throw Fail.Because(RosterReasons.NoGenderAdviser, RosterReasons.NoGenderAdviser.Title, ("request", Id.ToString()));
        }
    }

    /// <param name="sent">Who departs, as they are now: whoever has become senior since, or lost the adviser, does not (R10).</param>
    /// <param name="now">Now, UTC.</param>
    public void Depart(IReadOnlyList<Profile> sent, DateTime now)
    {
        Require(StandbyState.Approved);
        RequireAdviser(sent);
        (State, DepartTime, UpdateTime) = (StandbyState.Departed, now, now);
    }

    public void Complete(DateOnly reviewDueOn, DateTime now)
    {
        Require(StandbyState.Departed);
        (State, CompleteTime, ReviewDueOn, UpdateTime) = (StandbyState.Completed, now, reviewDueOn, now);
    }

    /// <summary>At any time before the departure.</summary>
    public void Decline(string? reason, Caller caller, DateTime now)
    {
        Require(StandbyState.Requested, StandbyState.Acknowledged, StandbyState.Approved);
        var check = new Violations();
        var said = check.Text(reason, "reason", 1000);
        check.ThrowIfAny();
        (State, DeclineTime, DeclinedBy, DeclineReason, UpdateTime) = (StandbyState.Declined, now, Author.Of(caller), said, now);
    }

    public void RecordReview(string? review, DateTime now)
    {
        Require(StandbyState.Completed);
        var check = new Violations();
        var found = check.Text(review, "review", 500);
        check.ThrowIfAny();
        (Review, ReviewTime, UpdateTime) = (found, now, now);
    }

    /// <summary>While somebody can still be planned, called and sent.</summary>
    public void RequireOpen() => Require(StandbyState.Requested, StandbyState.Acknowledged, StandbyState.Approved);

    public void RequireApproved() => Require(StandbyState.Approved);

    /// <summary>Somebody is planned.</summary>
    public void Identify(DateTime now) => IdentifyTime ??= now;

    /// <summary>Who is planned changes, and so it does: who decides on it has read who they are.</summary>
    public void Replan(DateTime now)
    {
        RequireOpen();
        UpdateTime = Instant.After(UpdateTime, now);
    }

    /// <summary>While it is decided and nobody has left. It changes with it, so that the others do not depart at the same moment without whoever joins.</summary>
    public void Join(DateTime now)
    {
        Require(StandbyState.Approved);
        UpdateTime = Instant.After(UpdateTime, now);
    }

    /// <summary>Whoever is sent is sent within what was asked for: its days, and as many people. For more there is another request.</summary>
    /// <param name="term">Of one of them.</param>
    /// <param name="people">How many different people it is with that one.</param>
    public void RequireCovered(Term term, int people)
    {
        if (term.FirstDay < FirstDay || term.LastDay > LastDay || people > People)
        {
            throw Fail.Because(RosterReasons.BeyondRequest, RosterReasons.BeyondRequest.Title, ("request", Id.ToString()));
        }
    }

    private void Require(params ReadOnlySpan<StandbyState> states)
    {
        if (!states.Contains(State))
        {
            throw Fail.Because(RosterReasons.StandbyWrongState, $"{Id} is {ApiWord.Of(State)}; that is not possible now.", ("request", Id.ToString()), ("state", ApiWord.Of(State)));
        }
    }
}
