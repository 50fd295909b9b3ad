using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.SupportRequests;

/// <summary>A request to the desk for support to a mediation (R147). Each step is stamped, so that the time to an answer is known (R25).</summary>
internal sealed class SupportRequest : IVersioned, IListed<SupportRequestId>, IClassifiedRecord
{
    private SupportRequest() { } // EF

    public SupportRequestId Id { get; private init; }

    /// <summary>Resource name of the organization that asks.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";
    public Author AskedBy { get; private init; } = null!;

    public SupportRequester Requester { get; private init; }

    [Personal]
    public string Title { get; private init; } = "";

    [Personal]
    public string Purpose { get; private init; } = "";

    /// <summary>A country, ISO 3166-1 alpha-3, or a region, M49.</summary>
    public string Place { get; private init; } = "";
    public IReadOnlyList<ExpertiseArea> Expertise { get; private init; } = [];
    public IReadOnlyList<string> Languages { get; private init; } = [];
    public DateOnly? StartDate { get; private init; }
    public int? Days { get; private init; }

    [Concerns]
    public string? Process { get; private init; }
    public FocalPointSystem? FocalPoints { get; private init; }
    public Classification Classification { get; private init; }
    public SupportRequestState State { get; private set; }

    /// <summary>As it was asked, and from triage on as the desk sees it.</summary>
    public SupportUrgency Urgency { get; private set; }

    /// <summary>Null before triage.</summary>
    public SupportRequestKind? Kind { get; private set; }

    /// <summary>Until when it is answered, UTC.</summary>
    public DateTime DueTime { get; private set; }
    public Author? TriagedBy { get; private set; }

    /// <summary>When it was first triaged, UTC.</summary>
    public DateTime? TriageTime { get; private set; }

    /// <summary>Account of who of the desk has it; null before.</summary>
    public string? Assignee { get; private set; }

    [Personal]
    public string? AssigneeName { get; private set; }

    /// <summary>When somebody of the desk first had it, UTC.</summary>
    public DateTime? AssignTime { get; private set; }
    public SupportOutcome? Outcome { get; private set; }

    [Personal]
    public string? AnswerText { get; private set; }

    [Personal]
    public IReadOnlyList<string> Provided { get; private set; } = [];

    [Concerns]
    public string? RedirectedTo { get; private set; }
    public Author? AnsweredBy { get; private set; }
    public DateTime? AnswerTime { get; private set; }
    public SupportUsefulness? Usefulness { get; private set; }

    [Personal]
    public string? Feedback { get; private set; }
    public Author? ClosedBy { get; private set; }
    public DateTime? CloseTime { get; private set; }

    /// <summary>When it reached the desk, UTC.</summary>
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string RecordName => Id.ToString();

    /// <param name="organization">Resource name of who asks.</param>
    /// <param name="asked">As it was checked.</param>
    /// <param name="caller">Its officer.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="id">A new one where absent.</param>
    public static SupportRequest Receive(string organization, AskSupport asked, Caller caller, DateTime now, SupportRequestId? id = null) => new()
    {
        Id = id ?? SupportRequestId.New(),
        Organization = organization,
        AskedBy = Author.Of(caller),
        Requester = asked.Requester!.Value,
        Title = asked.Title!,
        Purpose = asked.Purpose!,
        Place = asked.Place!,
        Expertise = asked.Expertise!,
        Languages = asked.Languages!,
        StartDate = asked.StartDate,
        Days = asked.Days,
        Process = asked.Process,
        FocalPoints = asked.FocalPoints,
        Classification = asked.Classification ?? Classification.Confidential,
        State = SupportRequestState.Received,
        Urgency = asked.Urgency!.Value,
        DueTime = now + TimeFor(asked.Urgency.Value),
        CreateTime = now,
        UpdateTime = now,
    };

    /// <summary>Until somebody has it, it can be triaged anew.</summary>
    public void Triage(TriageSupport triage, Caller caller, DateTime now)
    {
        Require(SupportRequestState.Received, SupportRequestState.Triaged);
        var check = new Violations();
        var kind = check.Required(triage.Kind, "kind");
        check.Check(triage.DueTime is null || (triage.DueTime > now && triage.DueTime <= now.AddYears(1)), "dueTime", "After now, and within a year.");
        check.ThrowIfAny();
        var urgency = triage.Urgency ?? Urgency;
        (Kind, Urgency, DueTime) = (kind, urgency, triage.DueTime ?? CreateTime + TimeFor(urgency));
        (TriagedBy, TriageTime) = (Author.Of(caller), TriageTime ?? now);
        Enter(SupportRequestState.Triaged, now);
    }

    /// <summary>Gives it to somebody of the desk, or from one to another.</summary>
    public void Assign(ActPerson assignee, DateTime now)
    {
        Require(SupportRequestState.Triaged, SupportRequestState.Assigned);
        (Assignee, AssigneeName, AssignTime) = (assignee.Name, assignee.DisplayName, AssignTime ?? now);
        Enter(SupportRequestState.Assigned, now);
    }

    /// <summary>By whom it is assigned to, or by who acts for that person.</summary>
    public void Answer(AnswerSupport answer, Caller caller, DateTime now)
    {
        Require(SupportRequestState.Assigned);
        if (!caller.IsAnyOf(Assignee))
        {
            throw Fail.Because(RosterReasons.SupportRequestOfAnother, RosterReasons.SupportRequestOfAnother.Title, ("supportRequest", Id.ToString()));
        }

        (Outcome, AnswerText, Provided, RedirectedTo) = (answer.Outcome, answer.Text, answer.Provided!, answer.RedirectedTo);
        (AnsweredBy, AnswerTime) = (Author.Of(caller), now);
        Enter(SupportRequestState.Answered, now);
    }

    /// <summary>By the organization that asked, and not by the desk, which answered: whether it helped is the asker's word.</summary>
    public void Close(CloseSupport said, Caller caller, DateTime now)
    {
        if (caller.Organization != Organization)
        {
            throw Fail.Because(RosterReasons.SupportRequestOfAsker, RosterReasons.SupportRequestOfAsker.Title, ("supportRequest", Id.ToString()));
        }

        Require(SupportRequestState.Answered);
        (Usefulness, Feedback, ClosedBy, CloseTime) = (said.Usefulness, said.Text, Author.Of(caller), now);
        Enter(SupportRequestState.Closed, now);
    }

    private static TimeSpan TimeFor(SupportUrgency urgency) => TimeSpan.FromDays(urgency switch
    {
        SupportUrgency.Immediate => 1,
        SupportUrgency.Urgent => 3,
        _ => 10,
    });

    private void Enter(SupportRequestState state, DateTime now) => (State, UpdateTime) = (state, now);

    private void Require(params ReadOnlySpan<SupportRequestState> states)
    {
        if (!states.Contains(State))
        {
            throw Fail.Because(RosterReasons.SupportRequestWrongState, $"{Id} is {ApiWord.Of(State)}.", ("supportRequest", Id.ToString()), ("state", ApiWord.Of(State)));
        }
    }
}
