using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Security;

namespace Concord.Designation.Inclusion;

/// <summary>A document that counts once somebody has approved it as it is written; whoever writes it anew asks for another approval.</summary>
internal abstract class ApprovedDocument<TContent> : ProcessDocument<TContent> where TContent : class, IContent<TContent>
{
    /// <summary>The revision that was approved last; null where none was. It counts while a later one is drafted.</summary>
    public int? ApprovedRevision { get; private set; }
    public DateTime? ApproveTime { get; private set; }

    protected DocumentRevision Approve(Process process, Caller caller, DateTime now)
    {
        process.RequireOpen();
        (ApprovedRevision, ApproveTime) = (Revision, now);
        return Step(DocumentAct.Approved, new DocumentStep(null, null, null, null), caller, now);
    }
}
