using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Objections;

/// <summary>Somebody who did not agree, and why.</summary>
/// <param name="Organization">Resource name; absent where a party disagreed.</param>
/// <param name="Party">Which party, 1 to 200 characters; absent where an organization disagreed.</param>
/// <param name="Why">1 to 2000 characters.</param>
internal sealed record Disagreement(string? Organization, string? Party, string? Why)
{
    public const int Most = 30;

    public static IReadOnlyList<Disagreement> Check(IReadOnlyList<Disagreement?>? given, Violations check)
    {
        given ??= [];
        check.Check(given.Count is > 0 and <= Most, "disagreed", $"1 to {Most}.");
        return [.. given.Take(Most).Select((d, i) => Checked(d, $"disagreed[{i}].", check))];
    }

    private static Disagreement Checked(Disagreement? given, string prefix, Violations check)
    {
        var party = check.OptionalText(given?.Party, $"{prefix}party", 200);
        check.Check((given?.Organization is null) != (party is null), $"{prefix}organization", "Name an organization or a party.");
        check.Check(given?.Organization is null || ResourceName.IsIn("organizations", given.Organization), $"{prefix}organization", "Expected the form organizations/{uuid}.");
        return new Disagreement(given?.Organization, party, check.Text(given?.Why, $"{prefix}why", 2000));
    }
}

/// <summary>Records that no lead was agreed.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="DecidedOn">When; today or before.</param>
/// <param name="Disagreed">Who did not agree, and why; 1 to 30.</param>
/// <param name="Reason">Why the appointing authority designates nobody now; 1 to 4000 characters.</param>
/// <param name="Next">What is done next; 1 to 4000 characters.</param>
internal sealed record RecordNoLead(long? LeadEpoch, DateOnly? DecidedOn, IReadOnlyList<Disagreement>? Disagreed, string? Reason, string? Next);

/// <summary>The appointing authority decided that no lead is agreed: with the objections, and what is done next. Nobody is made a supporter by it; a later designation refers to it (R28).</summary>
internal sealed class NoLeadDecision : IListed<NoLeadDecisionId>
{
    private NoLeadDecision() { } // EF

    public NoLeadDecisionId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>At which nobody led.</summary>
    public long LeadEpoch { get; private init; }
    public DateOnly DecidedOn { get; private init; }

    [Personal]
    public IReadOnlyList<Disagreement> Disagreed { get; private init; } = [];
    public string Reason { get; private init; } = "";
    public string Next { get; private init; } = "";
    public Signature RecordedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public string Name => $"{Process}/{Id}";

    public static NoLeadDecision Record(Process process, RecordNoLead request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var decision = new NoLeadDecision
        {
            Id = NoLeadDecisionId.New(),
            Process = process.Id,
            LeadEpoch = process.LeadEpoch,
            DecidedOn = check.Required(request.DecidedOn, "decidedOn"),
            Disagreed = Disagreement.Check(request.Disagreed, check),
            Reason = check.Text(request.Reason, "reason", 4000),
            Next = check.Text(request.Next, "next", 4000),
            RecordedBy = by,
            CreateTime = now,
        };
        check.Check(decision.DecidedOn <= DateOnly.FromDateTime(now), "decidedOn", "Lies in the future.");
        check.ThrowIfAny();
        return process.Lead is null ? decision : throw Fail.Because(DesignationReasons.LeadAlreadyHeld, "The process has a lead; propose to end it first.");
    }
}
