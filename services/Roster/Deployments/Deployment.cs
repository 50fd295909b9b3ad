using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Concord.Roster.Standby;

namespace Concord.Roster.Deployments;

/// <summary>One person who is sent for a request (R12, R15, R21). From the confirmation on the person's own record holds the days.</summary>
internal sealed class Deployment : IVersioned, IListed<DeploymentId>, IClassifiedRecord
{
    private const int MostBriefings = 20;

    private Deployment() { } // EF

    public DeploymentId Id { get; private init; }
    public StandbyRequestId Request { get; private init; }
    public ProfileId Profile { get; private init; }

    /// <summary>Of the request.</summary>
    public Classification Classification { get; private init; }
    public TeamFunction? Function { get; private set; }
    public DeploymentMode Mode { get; private set; }

    [Personal]
    public DateOnly FirstDay { get; private set; }

    [Personal]
    public DateOnly LastDay { get; private set; }

    /// <summary>Null before the lead of the process agreed, after that was taken back, and after the work became more than was agreed to.</summary>
    [Personal]
    public LeadAgreement? LeadAgreement { get; private set; }

    [Personal]
    public string? Tasks { get; private set; }

    [Personal]
    public string? ReportsTo { get; private set; }

    [Personal]
    public Clearance Security { get; private set; } = Clearance.None;

    [Personal]
    public Clearance Travel { get; private set; } = Clearance.None;

    [Personal]
    public IReadOnlyList<Briefing> Briefings { get; private set; } = [];
    public DeploymentState State { get; private set; }
    public DateTime? ConfirmTime { get; private set; }
    public DateTime? DepartTime { get; private set; }
    public DateTime? ReturnTime { get; private set; }
    public DateTime? CancelTime { get; private set; }

    [Personal]
    public string? CancelReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string RecordName => Id.ToString();

    public bool IsHeld => State is DeploymentState.Confirmed or DeploymentState.Departed;

    public DeploymentEdit Editable => new(Function, Mode, FirstDay, LastDay, Tasks, ReportsTo, Security, Travel);

    public Duty Duty => new(Id.ToString(), FirstDay, LastDay, Mode, LeadAgreement is not null);

    public static Deployment Plan(StandbyRequest request, ProfileId profile, PlanDeployment plan, DateTime now, DeploymentId? id = null)
    {
        request.RequireOpen();
        var check = new Violations();
        var term = Term.Checked(plan.FirstDay ?? request.FirstDay, plan.LastDay ?? request.LastDay, check, DateOnly.FromDateTime(now));
        check.ThrowIfAny();
        request.Identify(now);
        return new Deployment
        {
            Id = id ?? DeploymentId.New(),
            Request = request.Id,
            Profile = profile,
            Classification = request.Classification,
            Function = plan.Function,
            Mode = plan.Mode ?? request.Mode,
            FirstDay = term.FirstDay,
            LastDay = term.LastDay,
            State = DeploymentState.Planned,
            CreateTime = now,
            UpdateTime = now,
        };
    }

    public void Edit(DeploymentEdit fields, DateTime now)
    {
        Require(DeploymentState.Planned, DeploymentState.Confirmed, DeploymentState.Departed);
        var kept = fields.Checked();
        if (State != DeploymentState.Planned && ((kept.Function, kept.Mode, kept.FirstDay) != (Function, Mode, FirstDay) || kept.LastDay > LastDay))
        {
            throw Fail.Because(RosterReasons.DeploymentApproved, RosterReasons.DeploymentApproved.Title, ("deployment", Id.ToString()));
        }

        if (kept.Mode != Mode || kept.FirstDay < FirstDay || kept.LastDay > LastDay)
        {
            LeadAgreement = null; // nobody has agreed to that
        }

        (Function, Mode, FirstDay, LastDay) = (kept.Function, kept.Mode!.Value, kept.FirstDay!.Value, kept.LastDay!.Value);
        (Tasks, ReportsTo, Security, Travel, UpdateTime) = (kept.Tasks, kept.ReportsTo, kept.Security!, kept.Travel!, now);
    }

    /// <summary>The person is taken with it: one commit holds both.</summary>
    public void Confirm(Profile person, DateTime now)
    {
        Require(DeploymentState.Planned);
        person.TakeOn(Duty, now);
        (State, ConfirmTime, UpdateTime) = (DeploymentState.Confirmed, now, now);
    }

    /// <param name="agreement">Null where it is taken back.</param>
    /// <param name="now">Now, UTC.</param>
    public void KeepAgreement(LeadAgreement? agreement, DateTime now)
    {
        Require(DeploymentState.Planned, DeploymentState.Confirmed, DeploymentState.Departed);
        (LeadAgreement, UpdateTime) = (agreement, now);
    }

    public void Brief(Briefing briefing, DateTime now)
    {
        Require(DeploymentState.Planned, DeploymentState.Confirmed, DeploymentState.Departed);
        if (Briefings.Count >= MostBriefings)
        {
            throw Fail.Because(RosterReasons.TooManyBriefings, RosterReasons.TooManyBriefings.Title, ("deployment", Id.ToString()));
        }

        (Briefings, UpdateTime) = ([.. Briefings, briefing], now);
    }

    /// <summary>Refuses who works in person and has no security clearance for today. Without a briefing the person departs, and an alert says so (R21).</summary>
    public void Depart(DateTime now)
    {
        Require(DeploymentState.Confirmed);
        if (Mode == DeploymentMode.InPerson && !Security.CountsOn(DateOnly.FromDateTime(now)))
        {
            throw Fail.Because(RosterReasons.NotCleared, $"{Id} has no security clearance that counts today.", ("deployment", Id.ToString()));
        }

        (State, DepartTime, UpdateTime) = (DeploymentState.Departed, now, now);
    }

    public void Return(DateOnly lastDay, DateTime now)
    {
        Require(DeploymentState.Departed);
        (State, ReturnTime, UpdateTime) = (DeploymentState.Returned, now, now);
        LastDay = lastDay < FirstDay ? FirstDay : lastDay < LastDay ? lastDay : LastDay;
    }

    public void Cancel(string reason, DateTime now)
    {
        Require(DeploymentState.Planned, DeploymentState.Confirmed);
        (State, CancelTime, CancelReason, UpdateTime) = (DeploymentState.Cancelled, now, reason, now);
    }

    public void Require(params ReadOnlySpan<DeploymentState> states)
    {
        if (!states.Contains(State))
        {
            throw Fail.Because(RosterReasons.DeploymentWrongState, $"{Id} is {ApiWord.Of(State)}; that is not possible now.", ("deployment", Id.ToString()), ("state", ApiWord.Of(State)));
        }
    }
}
