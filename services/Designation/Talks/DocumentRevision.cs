using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Talks;

/// <summary>What happened to a document of a process.</summary>
internal enum DocumentAct
{
    Written = 1,
    Initialled,
    Signed,
    Approved,
}

/// <summary>Who signed, for whom.</summary>
/// <param name="Party">Of the talks, or an organization; 1 to 200 characters.</param>
/// <param name="Person">Name and function; 1 to 300 characters.</param>
internal sealed record Signatory(string? Party, string? Person);

/// <summary>The particulars of an act.</summary>
/// <param name="On">Day it took place; absent for an approval, which has its time.</param>
/// <param name="Place">Where; absent where it was not said.</param>
/// <param name="Signatories">Who initialled or signed.</param>
/// <param name="OpenItems">What was still open, and why it was signed all the same.</param>
internal sealed record DocumentStep(DateOnly? On, string? Place, IReadOnlyList<Signatory>? Signatories, IReadOnlyDictionary<string, string>? OpenItems);

/// <summary>One step in the history of a document; appended, never rewritten.</summary>
internal sealed class DocumentRevision : IListed<DocumentRevisionId>
{
    private DocumentRevision() { } // EF

    public DocumentRevision(ProcessId process, DocumentKind document, int number, DocumentAct act, string? content, DocumentStep? step, Signature by, DateTime now) =>
        (Id, Process, Document, Number, Act, Content, Step, By, CreateTime) = (DocumentRevisionId.New(), process, document, number, act, content, step, by, now);

    public DocumentRevisionId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public DocumentKind Document { get; private init; }

    /// <summary>Of the revision that was written, or that the act was about.</summary>
    public int Number { get; private init; }
    public DocumentAct Act { get; private init; }

    /// <summary>As it was written, in JSON; null for any other act.</summary>
    [Personal]
    public string? Content { get; private init; }

    [Personal]
    public DocumentStep? Step { get; private init; }
    public Signature By { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
}

internal sealed class DocumentRevisionConfiguration : IEntityTypeConfiguration<DocumentRevision>
{
    public void Configure(EntityTypeBuilder<DocumentRevision> builder)
    {
        builder.ToTable("DocumentRevisions");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Document).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.Act).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.Content).HasMaxLength(800_000);
        builder.Property(r => r.Step!).HasJson(300_000);
        builder.Property(r => r.By).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(r => r.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Process, r.Document, r.CreateTime, r.Id });
    }
}
