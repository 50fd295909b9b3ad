using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Missions;

/// <summary>A process or an agreement for the time a mission serves it.</summary>
internal sealed class ServedRecord : IVersioned, IListed<ServedRecordId>
{
    private const string Agreements = "agreements";

    private ServedRecord() { } // EF

    public ServedRecordId Id { get; private init; }
    public MissionId Mission { get; private init; }

    /// <summary>Resource name of a process, or of an agreement that monitoring keeps.</summary>
    [Concerns]
    public string Record { get; private init; } = "";
    public Signature AddedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }
    public Signature? EndedBy { get; private set; }
    public long Version { get; set; }

    public static bool IsAgreement(string? name) => ResourceName.IsIn(Agreements, name);

    /// <summary>Refuses a name that is none of a process or an agreement.</summary>
    public static string Require(string? record) => ResourceName.TryParse<ProcessId>(record, out _) || IsAgreement(record)
        ? record! : throw Fail.Invalid("record", "Expected the form processes/{uuid} or agreements/{uuid}.");

    public static ServedRecord Of(Mission mission, string record, Caller caller, DateTime now)
    {
        mission.RequireOpen();
        mission.Touch(now);
        return new ServedRecord { Id = ServedRecordId.New(), Mission = mission.Id, Record = record, AddedBy = Signature.Of(caller), CreateTime = now };
    }

    public void End(Mission mission, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        (EndTime, EndReason, EndedBy) = (now, why, Signature.Of(caller));
        mission.Touch(now);
    }
}
