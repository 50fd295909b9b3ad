using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Missions;

internal enum MissionPost
{
    HeadOfMission = 1,
    Deputy,
}

/// <summary>A person's time in a post of a mission. Appended, and ended once: "who was head of mission on that day?" always has an answer.</summary>
internal sealed class MissionTerm : IVersioned, IListed<MissionTermId>
{
    private MissionTerm() { } // EF

    internal MissionTerm(MissionId mission, MissionPost post, string account, string reason, Signature? by, DateTime start, DateTime now) =>
        (Id, Mission, Post, Account, Reason, AppointedBy, StartTime, CreateTime) = (MissionTermId.New(), mission, post, account, reason, by, start, now);

    public MissionTermId Id { get; private init; }
    public MissionId Mission { get; private init; }
    public MissionPost Post { get; private init; }

    /// <summary>Resource name.</summary>
    public string Account { get; private init; } = "";
    public string Reason { get; private init; } = "";

    /// <summary>Null where the account was handed over.</summary>
    public Signature? AppointedBy { get; private init; }
    public DateTime StartTime { get; private init; }

    /// <summary>First instant after it; null while it lasts. Of a succession it is the successor's first.</summary>
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }

    /// <summary>Null while it lasts, and where the account was handed over.</summary>
    public Signature? EndedBy { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    internal void End(DateTime at, string reason, Signature? by) => (EndTime, EndReason, EndedBy) = (at, reason, by);
}

/// <summary>The posts of one mission and who holds them now, together: one head, and deputies each once.</summary>
internal sealed class MissionPosts(Mission mission, IReadOnlyList<MissionTerm> open)
{
    private const int MostDeputies = 10;

    public MissionTerm? Head => open.SingleOrDefault(t => t.Post == MissionPost.HeadOfMission);

    /// <summary>A new head follows the one before at the same instant; a deputy comes beside the others.</summary>
    public MissionTerm Appoint(MissionPost? post, string? account, string? reason, Caller caller, DateTime now)
    {
        mission.RequireOpen();
        var check = new Violations();
        var wanted = check.Required(post, "post");
        var why = check.Text(reason, "reason", 2000);
        check.Check(ResourceName.IsIn("accounts", account), "account", "Expected the form accounts/{uuid}.");
        check.Check(open.All(t => t.Post != wanted || t.Account != account), "account", "Holds this post already.");
        check.Check(wanted != MissionPost.Deputy || open.Count(t => t.Post == MissionPost.Deputy) < MostDeputies, "post", $"At most {MostDeputies} deputies.");
        check.ThrowIfAny();
        // A clock that was set back must not make the history overlap.
        var start = wanted == MissionPost.HeadOfMission && Head is { } head && head.StartTime > now ? head.StartTime : now;
        if (wanted == MissionPost.HeadOfMission)
        {
            Head?.End(start, why, Signature.Of(caller));
        }

        mission.Touch(now);
        return new MissionTerm(mission.Id, wanted, account!, why, Signature.Of(caller), start, now);
    }

    public void Relieve(MissionPost? post, string? account, string? reason, Caller caller, DateTime now)
    {
        mission.RequireOpen();
        var check = new Violations();
        var left = check.Required(post, "post");
        var why = check.Text(reason, "reason", 2000);
        var term = open.SingleOrDefault(t => t.Post == left && t.Account == account);
        check.Check(term is not null || post is null, "account", "Does not hold this post.");
        check.ThrowIfAny();
        term!.End(term.StartTime > now ? term.StartTime : now, why, Signature.Of(caller));
        mission.Touch(now);
    }

    /// <summary>The account was handed over: the successor holds every post that the predecessor held, and one that both held once.</summary>
    public IReadOnlyList<MissionTerm> HandOver(string from, string to, DateTime now)
    {
        const string Why = "The account was handed over to a successor.";
        List<MissionTerm> begun = [];
        foreach (var term in open.Where(t => t.Account == from))
        {
            var at = term.StartTime > now ? term.StartTime : now;
            term.End(at, Why, null);
            if (!open.Any(t => t.Post == term.Post && t.Account == to))
            {
                begun.Add(new MissionTerm(mission.Id, term.Post, to, Why, null, at, now));
            }
        }

        mission.Touch(now);
        return begun;
    }

    /// <summary>Nobody holds a post of a mission that is closed.</summary>
    public void EndAll(string reason, Caller caller, DateTime now)
    {
        foreach (var term in open)
        {
            term.End(term.StartTime > now ? term.StartTime : now, reason, Signature.Of(caller));
        }
    }
}
