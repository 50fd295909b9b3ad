using Concord.Designation.Processes;
using Concord.Platform.Audit;

namespace Concord.Designation.Engagements;

/// <summary>An account that an engagement names: only such ones learn that there is one (R127). Rows end and are never removed, so that who was named on a day can be told.</summary>
internal sealed class CircleMember
{
    private CircleMember() { } // EF

    internal CircleMember(string account, string why, Signature by, DateTime now) => (Id, Account, Why, NamedBy, NameTime) = (Guid.CreateVersion7(), account, why, by, now);

    public Guid Id { get; private init; }

    /// <summary>Resource name of the account.</summary>
    [Personal]
    public string Account { get; private init; } = "";

    [Personal]
    public string Why { get; private init; } = "";
    public Signature NamedBy { get; private init; } = new(null, "");
    public DateTime NameTime { get; private init; }
    public Signature? EndedBy { get; private set; }

    [Personal]
    public string? EndReason { get; private set; }
    public DateTime? EndTime { get; private set; }

    internal void End(string reason, Signature by, DateTime now) => (EndReason, EndedBy, EndTime) = (reason, by, now);
}
