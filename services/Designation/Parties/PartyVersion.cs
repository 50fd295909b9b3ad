using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Paging;

namespace Concord.Designation.Parties;

/// <summary>A party as somebody entered or changed it; appended, never rewritten.</summary>
internal sealed class PartyVersion : IListed<PartyVersionId>
{
    private PartyVersion() { } // EF

    public PartyVersionId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public PartyId Party { get; private init; }

    [Personal]
    public PartyFields Fields { get; private init; } = null!;
    public PartyId? MergedInto { get; private init; }
    public Signature By { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    public static PartyVersion Of(Party party) => new()
    {
        Id = PartyVersionId.New(),
        Process = party.Process,
        Party = party.Id,
        Fields = party.Fields,
        MergedInto = party.MergedInto,
        By = party.By,
        CreateTime = party.UpdateTime,
    };
}
