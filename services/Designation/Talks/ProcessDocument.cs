using System.Text.Json;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Talks;

/// <summary>A document of which each process has exactly one.</summary>
internal enum DocumentKind
{
    FrameworkAgreement = 1,
    Strategy,
    InclusionPlan,
    CommunicationsPlan,
}

/// <summary>How a kind of document begins and is answered.</summary>
internal interface IProcessDocument<TSelf, TContent, TAnswer> where TSelf : ProcessDocument<TContent> where TContent : class, IContent<TContent>
{
    static abstract DocumentKind Kind { get; }

    /// <summary>As it is before anybody has written: revision 0, with nothing in it. It is stored with its first revision.</summary>
    static abstract TSelf Begin(ProcessId process);

    TAnswer ToAnswer(Process process, DateTime now);
}

/// <summary>A document of a process: written anew as often as needed, each time as a revision that stays readable.</summary>
internal abstract class ProcessDocument<TContent> : IVersioned where TContent : class, IContent<TContent>
{
    public ProcessId Process { get; protected init; }
    public DocumentKind Document { get; protected init; }

    /// <summary>Grows by one each time it is written; 0 before the first time.</summary>
    public int Revision { get; private set; }

    [Personal]
    public TContent Content { get; protected set; } = null!;
    public DateTime? UpdateTime { get; private set; }
    public long Version { get; set; }

    /// <returns>What the history keeps of it.</returns>
    public DocumentRevision Revise(Process process, TContent content, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var wished = content.Checked(check);
        CheckAgainst(process, wished, check);
        check.ThrowIfAny();
        (Content, UpdateTime) = (wished, now);
        Revision++;
        return new DocumentRevision(Process, Document, Revision, DocumentAct.Written, JsonSerializer.Serialize(wished, ConcordJson.Options), null, Signature.Of(caller), now);
    }

    /// <summary>What a content has to fit beside itself.</summary>
    protected virtual void CheckAgainst(Process process, TContent content, Violations check)
    {
    }

    /// <summary>What happened to this revision of it, for the history.</summary>
    protected DocumentRevision Step(DocumentAct act, DocumentStep step, Caller caller, DateTime now)
    {
        UpdateTime = now;
        return new DocumentRevision(Process, Document, Revision, act, null, step, Signature.Of(caller), now);
    }

    /// <summary>Refuses an act on a document that says nothing yet.</summary>
    protected void RequireWritten()
    {
        if (Revision == 0)
        {
            throw Fail.Because(DesignationReasons.DocumentNotWritten, "Nobody has written it yet.");
        }
    }
}

internal abstract class ProcessDocumentConfiguration<TDocument, TContent>(int contentLength) : IEntityTypeConfiguration<TDocument>
    where TDocument : ProcessDocument<TContent> where TContent : class, IContent<TContent>
{
    public virtual void Configure(EntityTypeBuilder<TDocument> builder)
    {
        builder.HasKey(d => new { d.Process, d.Document });
        builder.Property(d => d.Document).HasConversion<string>().HasMaxLength(40);
        builder.Property(d => d.Content).HasJson(contentLength);
        builder.HasOne<Process>().WithMany().HasForeignKey(d => d.Process).OnDelete(DeleteBehavior.Restrict);
    }
}
