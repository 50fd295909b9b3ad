using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Criteria;

/// <summary>How a party takes an organization as mediator.</summary>
internal enum PartyPosition
{
    Accepts = 1,
    Objects,

    /// <summary>It was asked and has not said.</summary>
    Silent,
}

/// <summary>Records how a party takes an organization as mediator.</summary>
/// <param name="Organization">Resource name.</param>
/// <param name="Party">Which party; 1 to 200 characters.</param>
/// <param name="Position">Accepts, objects, or is silent.</param>
/// <param name="On">When it said so.</param>
/// <param name="Source">How it is known; 1 to 2000 characters.</param>
internal sealed record RecordAcceptance(string? Organization, string? Party, PartyPosition? Position, DateOnly? On, string? Source);

/// <summary>How a party takes an organization as mediator, as somebody has heard it. Another entry follows where the party changes its mind; the last one that stands counts.</summary>
internal sealed class PartyAcceptance : IVersioned, IListed<PartyAcceptanceId>
{
    /// <summary>On one organization in one process that stand.</summary>
    public const int MostOfOne = 100;

    private PartyAcceptance() { } // EF

    public PartyAcceptanceId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string Organization { get; private init; } = "";

    [Personal]
    public string Party { get; private init; } = "";

    [Personal]
    public PartyPosition Position { get; private init; }
    public DateOnly On { get; private init; }

    [Personal]
    public string Source { get; private init; } = "";
    public Signature RecordedBy { get; private init; } = new(null, "");
    public DateTime? WithdrawTime { get; private set; }
    public string? WithdrawReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/comparison/{Id}";

    public static PartyAcceptance Record(Process process, RecordAcceptance request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var recorded = new PartyAcceptance
        {
            Id = PartyAcceptanceId.New(),
            Process = process.Id,
            Organization = request.Organization ?? "",
            Party = check.Text(request.Party, "party", 200),
            Position = check.Required(request.Position, "position"),
            On = check.Required(request.On, "on"),
            Source = check.Text(request.Source, "source", 2000),
            RecordedBy = by,
            CreateTime = now,
        };
        check.Check(ResourceName.IsIn("organizations", request.Organization), "organization", "Expected the form organizations/{uuid}.");
        check.Check(recorded.On <= DateOnly.FromDateTime(now), "on", "Lies in the future.");
        check.ThrowIfAny();
        return recorded;
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var why = Withdrawal.Check(reason, RecordedBy, WithdrawTime, caller);
        (WithdrawTime, WithdrawReason) = (now, why);
    }
}
