using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Friends;

/// <summary>A function for the time a Friend has it; ended, never taken away.</summary>
internal sealed class FriendFunctionTerm
{
    private FriendFunctionTerm() { } // EF

    internal FriendFunctionTerm(int number, FriendFunction function, Signature by, DateTime now) => (Number, Function, GivenBy, StartTime) = (number, function, by, now);

    /// <summary>Counts the functions that this Friend was ever given.</summary>
    public int Number { get; private init; }
    public FriendFunction Function { get; private init; }
    public Signature GivenBy { get; private init; } = new(null, "");
    public DateTime StartTime { get; private init; }
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }
    public Signature? EndedBy { get; private set; }

    internal void End(string reason, Signature by, DateTime now) => (EndTime, EndReason, EndedBy) = (now, reason, by);
}

/// <summary>An organization in the group of Friends that the mediator chose (R37), from its admission until it is rotated out or leaves. A later admission is a record of its own.</summary>
internal sealed class Friend : IVersioned, IListed<FriendId>
{
    private const int MostFunctionTerms = 60;
    private readonly List<FriendFunctionTerm> _functions = [];

    private Friend() { } // EF

    public FriendId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Counts the admissions of the process; each number is given once.</summary>
    public int Number { get; private init; }

    /// <summary>Resource name.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";

    /// <summary>Of the lead in whose name it was chosen.</summary>
    public long LeadEpoch { get; private init; }
    public Signature ChosenBy { get; private init; } = new(null, "");

    /// <summary>Why it was admitted above the limit; null below it.</summary>
    public string? ExceptionReason { get; private init; }
    public IReadOnlyList<FriendFunctionTerm> Functions => _functions;

    /// <summary>When it was admitted.</summary>
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }

    /// <summary>First instant at which it is a Friend no more; null while it is one.</summary>
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }
    public Signature? EndedBy { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static (Friend, IReadOnlyList<FriendNote>) Choose(
        Process process, LeadDesignation lead, FriendsGroup group, AskedOrganization organization, ChooseFriend request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        request.RequireForm();
        if (lead.Organizations.Contains(organization.Name))
        {
            throw Fail.Because(DesignationReasons.FriendLeads, $"{organization.DisplayName} leads the process; a Friend supports whoever leads.");
        }

        var exception = new Violations().OptionalText(request.ExceptionReason, "exceptionReason", 2000);
        group.RequireRoom(organization.Name, exception);
        var friend = new Friend
        {
            Id = FriendId.New(),
            Process = process.Id,
            Number = group.NextNumber,
            Organization = organization.Name,
            LeadEpoch = lead.Epoch,
            ChosenBy = Signature.Of(caller),
            ExceptionReason = exception,
            CreateTime = now,
            UpdateTime = now,
        };
        friend._functions.AddRange((request.Functions ?? []).Select((f, i) => new FriendFunctionTerm(i + 1, f, friend.ChosenBy, now)));
        return (friend, [.. (request.Criteria ?? []).Select(c => FriendNote.Write(friend, lead, new WriteFriendNote(lead.Epoch, c.Criterion, c.Text), caller, now))]);
    }

    public void GiveFunction(FriendFunction? function, Caller caller, DateTime now)
    {
        RequireFriend();
        var check = new Violations();
        var given = check.Required(function, "function");
        check.Check(_functions.All(f => f.Function != given || f.EndTime is not null), "function", "It has this function already.");
        check.Check(_functions.Count < MostFunctionTerms, "function", $"At most {MostFunctionTerms} in the history of a Friend.");
        check.ThrowIfAny();
        _functions.Add(new FriendFunctionTerm(_functions.Count + 1, given, Signature.Of(caller), now));
        UpdateTime = now; // a changed list alone would not mark the row as changed, and its version would stay
    }

    public void EndFunction(FriendFunction? function, string? reason, Caller caller, DateTime now)
    {
        RequireFriend();
        var check = new Violations();
        var ended = check.Required(function, "function");
        var why = check.Text(reason, "reason", 2000);
        var term = _functions.SingleOrDefault(f => f.Function == ended && f.EndTime is null);
        check.Check(term is not null || function is null, "function", "It does not have this function.");
        check.ThrowIfAny();
        term!.End(why, Signature.Of(caller), now);
        UpdateTime = now;
    }

    /// <summary>It is a Friend no more: the mediator rotates it out, or it leaves by itself.</summary>
    public void End(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireFriend();
        (EndTime, EndReason, EndedBy, UpdateTime) = (now, why, Signature.Of(caller), now);
    }

    /// <summary>Nobody stays a Friend against its will: its own officer takes it out of the group.</summary>
    public void Leave(string? reason, Caller caller, DateTime now)
    {
        RequireOwn(caller);
        End(reason, caller, now);
    }

    public void RequireOwn(Caller caller)
    {
        if (caller.Organization != Organization)
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "Only an officer of the Friend's own organization does this.");
        }
    }

    private void RequireFriend()
    {
        if (EndTime is not null)
        {
            throw Fail.Because(DesignationReasons.FriendEnded, "The organization is a Friend no more.");
        }
    }
}
