using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Texts;

/// <summary>What a party says of an article.</summary>
/// <param name="Version">Number of the version it speaks of.</param>
/// <param name="Article">Key of the article in it.</param>
/// <param name="Body">1 to 8000 characters.</param>
internal sealed record MakeComment(int? Version, string? Article, string? Body);

/// <summary>What one party says of an article: for its own members and the mediator, and nobody else learns that it is there (R53).</summary>
internal sealed class TextComment : IVersioned, IListed<TextCommentId>
{
    private TextComment() { } // EF

    public TextCommentId Id { get; private init; }

    [Concerns]
    public ProcessId Process { get; private init; }
    public NegotiatingTextId Text { get; private init; }
    public DelegationId Delegation { get; private init; }
    public int TextVersion { get; private init; }
    public string Article { get; private init; } = "";

    [Personal]
    public string Body { get; private init; } = "";
    public Signature MadeBy { get; private init; } = new(null, "");
    public DateTime? WithdrawTime { get; private set; }

    [Personal]
    public string? WithdrawReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Text}/{Id}";

    /// <param name="text">That the party has before it.</param>
    /// <param name="version">The version spoken of; null where the party has none of that number before it.</param>
    /// <param name="delegation">The caller's own.</param>
    /// <param name="request">What is said.</param>
    /// <param name="caller">Who says it.</param>
    /// <param name="now">UTC.</param>
    public static TextComment Make(NegotiatingText text, TextVersion? version, DelegationId delegation, MakeComment request, Caller caller, DateTime now)
    {
        var check = new Violations();
        check.Required(request.Version, "version");
        check.Check(request.Version is null || version is not null, "version", "No version of that number was put to you.");
        var key = check.Text(request.Article, "article", 40);
        check.Check(version is null || version.Articles.Any(a => a.Key == key), "article", "No article of that version.");
        var body = check.Text(request.Body, "body", 8000);
        check.ThrowIfAny();
        return new TextComment
        {
            Id = TextCommentId.New(),
            Process = text.Process,
            Text = text.Id,
            Delegation = delegation,
            TextVersion = version!.Number,
            Article = key,
            Body = body,
            MadeBy = Signature.Of(caller),
            CreateTime = now,
        };
    }

    public void Withdraw(string? reason, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (WithdrawTime is not null)
        {
            throw Fail.Because(DesignationReasons.RecordWithdrawn, "It was withdrawn already.");
        }

        (WithdrawTime, WithdrawReason) = (now, why);
    }
}

internal sealed class TextCommentConfiguration : IEntityTypeConfiguration<TextComment>
{
    public void Configure(EntityTypeBuilder<TextComment> builder)
    {
        builder.ToTable("TextComments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Property(c => c.Article).HasMaxLength(40);
        builder.Property(c => c.Body).HasMaxLength(8000);
        builder.Property(c => c.WithdrawReason).HasMaxLength(2000);
        builder.Property(c => c.MadeBy).HasJson(600);
        builder.HasOne<NegotiatingText>().WithMany().HasForeignKey(c => c.Text).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegation>().WithMany().HasForeignKey(c => c.Delegation).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Text, c.CreateTime, c.Id });
    }
}
