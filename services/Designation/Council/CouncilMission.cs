using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Council;

/// <summary>A mission of the Security Council in support of the mediator.</summary>
/// <param name="Objective">What it is to achieve, clearly; 1 to 4000 characters (R42).</param>
/// <param name="Coordination">How and with which office of the Secretariat it is coordinated; 1 to 4000 characters.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Members">Resource names of organs and States that take part, never of persons; 1 to 15.</param>
internal sealed record CouncilMissionTerms(string? Objective, string? Coordination, DateOnly? From, DateOnly? Until, IReadOnlyList<string>? Members)
{
    private const int MostMembers = 15;

    /// <summary>Refuses fields that are missing or not of the expected form, before anybody is asked.</summary>
    public void RequireForm()
    {
        var check = new Violations();
        check.Text(Objective, "objective", 4000);
        check.Text(Coordination, "coordination", 4000);
        var (from, until) = (check.Required(From, "from"), check.Required(Until, "until"));
        check.Check(until >= from, "until", "Not before the first day.");
        var members = Members ?? [];
        check.Check(members.Count is > 0 and <= MostMembers, "members", $"1 to {MostMembers} organs and States.");
        check.Check(members.All(m => ResourceName.IsIn("organizations", m)), "members", "Expected the form organizations/{uuid}.");
        check.Check(members.Distinct().Count() == members.Count, "members", "Name each once.");
        check.ThrowIfAny();
    }
}

/// <summary>A Council mission: with a clear objective, coordinated with the Secretariat, its recommendations followed (R42, ¶56).</summary>
internal sealed class CouncilMission : IVersioned, IListed<CouncilMissionId>
{
    private CouncilMission() { } // EF

    public CouncilMissionId Id { get; private init; }
    public ProcessId Process { get; private init; }

    [Personal]
    public string Objective { get; private init; } = "";

    [Personal]
    public string Coordination { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly Until { get; private init; }
    public IReadOnlyList<string> Members { get; private init; } = [];
    public Signature RecordedBy { get; private init; } = new(null, "");
    public DateTime? WithdrawTime { get; private set; }
    public string? WithdrawReason { get; private set; }
    public Signature? WithdrawnBy { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static CouncilMission Record(Process process, CouncilMissionTerms terms, Caller caller, DateTime now)
    {
        process.RequireOpen();
        terms.RequireForm();
        return new CouncilMission
        {
            Id = CouncilMissionId.New(),
            Process = process.Id,
            Objective = terms.Objective!.Trim(),
            Coordination = terms.Coordination!.Trim(),
            From = terms.From!.Value,
            Until = terms.Until!.Value,
            Members = [.. terms.Members!],
            RecordedBy = Signature.Of(caller),
            CreateTime = now,
        };
    }

    /// <summary>It did not take place, or was entered in error.</summary>
    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireStanding();
        (WithdrawTime, WithdrawReason, WithdrawnBy) = (now, why, Signature.Of(caller));
    }

    public Recommendation Recommend(string? text, Caller caller, DateTime now)
    {
        RequireStanding();
        return Recommendation.Of(this, text, caller, now);
    }

    private void RequireStanding()
    {
        if (WithdrawTime is not null)
        {
            throw Fail.Because(DesignationReasons.CouncilMissionWithdrawn, "The mission has been withdrawn.");
        }
    }
}
