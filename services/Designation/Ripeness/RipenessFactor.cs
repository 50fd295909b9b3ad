using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Ripeness;

/// <summary>What may lead parties to talks. None of it is waited for: a hurting stalemate is one factor among others, and never a condition (R51; S/2009/189 ¶11).</summary>
internal enum RipenessKind
{
    HurtingStalemate = 1,
    LeadershipChange,
    RegionalOrGeopoliticalChange,

    /// <summary>Third parties bring ideas, skills, resources and creativity.</summary>
    ThirdPartyCultivation,
    Other,
}

/// <summary>Where a factor moves the parties, in the judgement of its author.</summary>
internal enum RipenessDirection
{
    TowardsTalks = 1,
    AwayFromTalks,
    Unclear,
}

/// <summary>A judgement about when to begin or to go on.</summary>
/// <param name="Kind">Which factor.</param>
/// <param name="Direction">Where it moves the parties.</param>
/// <param name="Statement">1 to 2000 characters.</param>
/// <param name="AsOf">The day for which it is said.</param>
/// <param name="Source">On what it rests; 1 to 1000 characters.</param>
internal sealed record RecordRipeness(RipenessKind? Kind, RipenessDirection? Direction, string? Statement, DateOnly? AsOf, string? Source);

/// <summary>One author's judgement of one factor; nothing is computed of several (R157).</summary>
internal sealed class RipenessFactor : IVersioned, IListed<RipenessFactorId>
{
    private RipenessFactor() { } // EF

    public RipenessFactorId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public RipenessKind Kind { get; private init; }
    public RipenessDirection Direction { get; private init; }

    [Personal]
    public string Statement { get; private init; } = "";
    public DateOnly AsOf { get; private init; }

    [Personal]
    public string Source { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");
    public Closing? Retraction { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static RipenessFactor Record(Process process, RecordRipeness request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var factor = new RipenessFactor
        {
            Id = RipenessFactorId.New(),
            Process = process.Id,
            Kind = check.Required(request.Kind, "kind"),
            Direction = check.Required(request.Direction, "direction"),
            Statement = check.Text(request.Statement, "statement", 2000),
            AsOf = check.PastDay(request.AsOf, "asOf", now),
            Source = check.Text(request.Source, "source", 1000),
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return factor;
    }

    public void Retract(string? reason, Caller caller, DateTime now) => Retraction = Closing.Of(Retraction, reason, caller, now);
}
