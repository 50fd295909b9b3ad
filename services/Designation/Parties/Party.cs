using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Parties;

/// <summary>A party to the conflict, or another actor that matters to the talks.</summary>
internal sealed class Party : IVersioned, IListed<PartyId>
{
    private Party() { } // EF

    public PartyId Id { get; private init; }
    public ProcessId Process { get; private init; }

    [Personal]
    public PartyFields Fields { get; private set; } = null!;

    /// <summary>Of the name, as it is compared; with the own id where somebody said why it is another one than its namesake, or where it was merged.</summary>
    [Personal]
    public string NameKey { get; private set; } = "";

    /// <summary>Who entered it as it is now: what it is said to be is that person's statement (R158).</summary>
    public Signature By { get; private set; } = new(null, "");

    /// <summary>The party it turned out to be; null where it stands for itself.</summary>
    public PartyId? MergedInto { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => NameOf(Process, Id);

    public static string NameOf(ProcessId process, PartyId party) => $"{process}/{party}";

    /// <param name="process">That it is a party to.</param>
    /// <param name="fields">As they were <see cref="PartyFields.Checked"/>.</param>
    /// <param name="others">Every party of the process.</param>
    /// <param name="caller">Who enters it.</param>
    /// <param name="now">UTC.</param>
    public static (Party, PartyVersion) Record(Process process, PartyFields fields, IEnumerable<Party> others, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var party = new Party { Id = PartyId.New(), Process = process.Id, CreateTime = now };
        return (party, party.Set(fields, others, caller, now));
    }

    public PartyVersion Revise(PartyFields fields, IEnumerable<Party> others, Caller caller, DateTime now)
    {
        RequireNotMerged();
        return Set(fields, others, caller, now);
    }

    /// <summary>The two are one: this entry stays as it was and points there, and its names are found there.</summary>
    public IReadOnlyList<PartyVersion> MergeInto(Party other, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.Check(other.Id != Id, "into", "Another party than this one.");
        check.ThrowIfAny();
        RequireNotMerged();
        other.RequireNotMerged();
        var added = ((PartyAlias[])[new PartyAlias(Fields.DisplayName, Fields.Language), .. Fields.Aliases!])
            .Where(a => !other.Fields.Keys().Contains(PartyNames.KeyOf(a.Name!)!)).DistinctBy(a => PartyNames.KeyOf(a.Name!));
        // Checked: thirty aliases stay thirty, and what does not fit is told before anything changes.
        var joined = (other.Fields with { Aliases = [.. other.Fields.Aliases!, .. added], Reason = why }).Checked();
        var by = Signature.Of(caller);
        (MergedInto, NameKey, UpdateTime, Fields, By) = (other.Id, KeyApart(), now, Fields with { Reason = why }, by);
        (other.Fields, other.UpdateTime, other.By) = (joined, now, by);
        return [PartyVersion.Of(this), PartyVersion.Of(other)];
    }

    private PartyVersion Set(PartyFields fields, IEnumerable<Party> others, Caller caller, DateTime now)
    {
        var keys = fields.Keys();
        var namesake = others.FirstOrDefault(p => p.Id != Id && p.MergedInto is null && p.Fields.Keys().Any(keys.Contains));
        if (namesake is not null && fields.DistinctBecause is null)
        {
            throw Fail.Because(DesignationReasons.PartyAlreadyNamed, $"{namesake.Fields.DisplayName} goes by this name or alias already; say why it is another one.", ("party", namesake.Name));
        }

        (Fields, UpdateTime, By, NameKey) = (fields, now, Signature.Of(caller), namesake is null ? keys[0] : KeyApart(keys[0]));
        return PartyVersion.Of(this);
    }

    private string KeyApart(string? key = null) => $"{key ?? NameKey.Split('#')[0]}#{Id.Value:N}";

    private void RequireNotMerged()
    {
        if (MergedInto is { } into)
        {
            throw Fail.Because(DesignationReasons.PartyMerged, DesignationReasons.PartyMerged.Title, ("party", NameOf(Process, into)));
        }
    }
}
