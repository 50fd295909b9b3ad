using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Situations;

/// <summary>How two conflicts belong together (R50; S/2009/189 ¶10, 48).</summary>
internal enum RegionalLinkKind
{
    /// <summary>Worked on one after the other: where the first is resolved, the second gains momentum.</summary>
    ConflictByConflict = 1,

    /// <summary>The problems of a subregion are taken on together.</summary>
    SubregionalApproach,

    /// <summary>The first spreads to the second: weapons, fighters, flight.</summary>
    SpillOver,
}

/// <summary>Links two processes or situations.</summary>
/// <param name="From">Resource name of a process or a situation: where it comes from, or what is resolved first.</param>
/// <param name="To">Resource name of another one: where it goes to, or what follows. Of a subregional approach either order is the same.</param>
/// <param name="Kind">How they belong together.</param>
/// <param name="Reason">On what that rests; 1 to 2000 characters.</param>
internal sealed record LinkRegionally(string? From, string? To, RegionalLinkKind? Kind, string? Reason);

/// <summary>That two processes or situations belong together, and who says so (R50). Ended, never deleted.</summary>
internal sealed class RegionalLink : IVersioned, IListed<RegionalLinkId>
{
    private RegionalLink() { } // EF

    public RegionalLinkId Id { get; private init; }

    /// <summary>One of the two is there, of each end.</summary>
    public ProcessId? FromProcess { get; private init; }
    public SituationId? FromSituation { get; private init; }
    public ProcessId? ToProcess { get; private init; }
    public SituationId? ToSituation { get; private init; }
    public RegionalLinkKind Kind { get; private init; }

    [Personal]
    public string Reason { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");
    public Closing? End { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string From => FromProcess?.ToString() ?? FromSituation!.Value.ToString();
    public string To => ToProcess?.ToString() ?? ToSituation!.Value.ToString();

    public static RegionalLink Of(LinkRegionally request, Caller caller, DateTime now)
    {
        var check = new Violations();
        var link = new RegionalLink
        {
            Id = RegionalLinkId.New(),
            FromProcess = Parse<ProcessId>(request.From),
            FromSituation = Parse<SituationId>(request.From),
            ToProcess = Parse<ProcessId>(request.To),
            ToSituation = Parse<SituationId>(request.To),
            Kind = check.Required(request.Kind, "kind"),
            Reason = check.Text(request.Reason, "reason", 2000),
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.Check(link.FromProcess is not null || link.FromSituation is not null, "from", NotThere);
        check.Check(link.ToProcess is not null || link.ToSituation is not null, "to", NotThere);
        check.Check(request.From is null || request.From != request.To, "to", "Another one than the first.");
        check.ThrowIfAny();
        return link;
    }

    /// <summary>The same whether it is malformed, unknown or hidden.</summary>
    public const string NotThere = "No such process or situation.";

    public void Close(string? reason, Caller caller, DateTime now) => End = Closing.Of(End, reason, caller, now);

    private static TId? Parse<TId>(string? name) where TId : struct, IStrongId<TId> => ResourceName.TryParse<TId>(name, out var id) ? id : null;
}
