using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Texts;

/// <summary>A version of a negotiating text.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Note">What is new, for the drafting team; at most 2000 characters. No party sees it.</param>
/// <param name="Articles">All of them, in their order; 1 to 200.</param>
internal sealed record WriteVersion(long? LeadEpoch, string? Note, IReadOnlyList<Article?>? Articles);

/// <summary>One version of a negotiating text: it is never changed, only put to the parties.</summary>
internal sealed class TextVersion : IVersioned, IListed<TextVersionId>
{
    private TextVersion() { } // EF

    public TextVersion(NegotiatingText text, int number, WriteVersion request, Signature by, DateTime now)
    {
        var check = new Violations();
        (Id, Process, Text, Number, WrittenBy, CreateTime) = (TextVersionId.New(), text.Process, text.Id, number, by, now);
        Note = check.OptionalText(request.Note, "note", 2000);
        Articles = Article.Checked(request.Articles, check);
        check.ThrowIfAny();
    }

    public TextVersionId Id { get; private init; }

    [Concerns]
    public ProcessId Process { get; private init; }
    public NegotiatingTextId Text { get; private init; }
    public int Number { get; private init; }

    [Personal]
    public string? Note { get; private init; }

    [Personal]
    public IReadOnlyList<Article> Articles { get; private init; } = [];
    public Signature WrittenBy { get; private init; } = new(null, "");

    /// <summary>Since when the parties see it, UTC; null where they do not.</summary>
    public DateTime? PresentTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Text}/{Id}";

    internal void Present(DateTime now) => PresentTime = now;
}

internal sealed class TextVersionConfiguration : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.ToTable("TextVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Ignore(v => v.Name);
        builder.Property(v => v.Note).HasMaxLength(2000);
        // All bodies, and two hundred headings, as JSON escapes them.
        builder.Property(v => v.Articles).HasJson(1_700_000);
        builder.Property(v => v.WrittenBy).HasJson(600);
        builder.HasOne<NegotiatingText>().WithMany().HasForeignKey(v => v.Text).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.Text, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.Text, v.CreateTime, v.Id });
    }
}
