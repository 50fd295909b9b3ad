using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Texts;

/// <summary>A single negotiating text begins.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Language">Of the reference data; English where absent.</param>
/// <param name="NothingIsAgreedUntilEverythingIsAgreed">True where absent.</param>
internal sealed record BeginText(long? LeadEpoch, string? Title, string? Language, bool? NothingIsAgreedUntilEverythingIsAgreed);

/// <summary>Who drafts with the mediator and so reads what every party says of the text.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Accounts">Resource names of accounts, at most 20; they replace those named before.</param>
/// <param name="LegalAffairs">Who of the Office of Legal Affairs the drafters work with (R6), in words; at most 200 characters. It replaces what was said before.</param>
/// <param name="HumanRights">Who of the Office of the High Commissioner for Human Rights; the same.</param>
internal sealed record NameDraftingTeam(long? LeadEpoch, IReadOnlyList<string?>? Accounts, string? LegalAffairs = null, string? HumanRights = null);

/// <summary>An office with which whoever drafts is in touch (¶17, R6).</summary>
internal enum LiaisonOffice
{
    LegalAffairs = 1,
    HumanRights,
}

/// <summary>The one text that a mediator puts to all parties and revises by what each of them says of it (R53).</summary>
internal sealed class NegotiatingText : IVersioned, IListed<NegotiatingTextId>
{
    private NegotiatingText() { } // EF

    public NegotiatingTextId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string Title { get; private init; } = "";
    public string Language { get; private init; } = RecordLanguage.Unsaid;
    public bool NothingIsAgreedUntilEverythingIsAgreed { get; private init; }

    /// <summary>Resource names of accounts.</summary>
    public IReadOnlyList<string> Team { get; private set; } = [];

    /// <summary>Who of the Office of Legal Affairs the drafters work with; null while nobody is on record.</summary>
    [Personal]
    public string? LegalAffairs { get; private set; }

    /// <summary>Who of the Office of the High Commissioner for Human Rights.</summary>
    [Personal]
    public string? HumanRights { get; private set; }

    /// <summary>The offices with which liaison is due, since a text is drafted, and of which nobody is on record (R6).</summary>
    public IEnumerable<LiaisonOffice> MissingLiaisons => [.. LegalAffairs is null ? [LiaisonOffice.LegalAffairs] : (LiaisonOffice[])[], .. HumanRights is null ? [LiaisonOffice.HumanRights] : (LiaisonOffice[])[]];

    /// <summary>The epoch of the lead that named the team: a later lead has another one.</summary>
    public long TeamEpoch { get; private set; }

    /// <summary>Of the last version; 0 before the first.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Of the version put to the parties last; null where none was.</summary>
    public int? PresentedNumber { get; private set; }

    /// <summary>Of the version that was agreed as a whole; null while none is.</summary>
    public int? AgreedNumber { get; private set; }
    public DateTime? AgreeTime { get; private set; }
    public Signature BegunBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static NegotiatingText Begin(Process process, BeginText request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var text = new NegotiatingText
        {
            Id = NegotiatingTextId.New(),
            Process = process.Id,
            Title = check.Text(request.Title, "title", 200),
            Language = check.Language(request.Language ?? RecordLanguage.Unsaid, "language"),
            NothingIsAgreedUntilEverythingIsAgreed = request.NothingIsAgreedUntilEverythingIsAgreed ?? true,
            BegunBy = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return text;
    }

    public void NameTeam(NameDraftingTeam request, long epoch)
    {
        var accounts = (request.Accounts ?? []).Distinct().ToList();
        var check = new Violations();
        check.Check(accounts.Count <= 20, "accounts", "At most 20.");
        check.Check(accounts.All(a => ResourceName.IsIn("accounts", a)), "accounts", "Expected the form accounts/{uuid}.");
        var (legalAffairs, humanRights) = (check.OptionalText(request.LegalAffairs, "legalAffairs", 200), check.OptionalText(request.HumanRights, "humanRights", 200));
        check.ThrowIfAny();
        (LegalAffairs, HumanRights) = (legalAffairs, humanRights);
        (Team, TeamEpoch) = ([.. accounts.OfType<string>()], epoch);
    }

    /// <summary>The next version; what it says does not change any more.</summary>
    /// <param name="request">Its articles.</param>
    /// <param name="presented">The version put to the parties last; null where none was.</param>
    /// <param name="caller">Who writes it.</param>
    /// <param name="now">UTC.</param>
    public TextVersion Write(WriteVersion request, TextVersion? presented, Caller caller, DateTime now)
    {
        RequireNotAgreed();
        var version = new TextVersion(this, LastNumber + 1, request, Signature.Of(caller), now);
        if (!NothingIsAgreedUntilEverythingIsAgreed)
        {
            RequireKept(version, presented);
        }

        LastNumber++;
        return version;
    }

    /// <summary>The parties see this version from now on.</summary>
    public void Present(TextVersion version, DateTime now)
    {
        RequireNotAgreed();
        if (PresentedNumber >= version.Number)
        {
            throw Fail.Because(DesignationReasons.VersionOvertaken, "This version, or a later one, was put to the parties already.", ("presented", $"{PresentedNumber}"));
        }

        version.Present(now);
        PresentedNumber = version.Number;
    }

    /// <summary>The mediator marks the whole as agreed: every article of the version that the parties have before them last.</summary>
    public void Agree(TextVersion version, DateTime now)
    {
        RequireNotAgreed();
        if (version.Number != PresentedNumber)
        {
            throw Fail.Because(DesignationReasons.VersionOvertaken, "What is agreed is the version that was put to the parties last.", ("presented", $"{PresentedNumber}"));
        }

        var open = version.Articles.Where(a => a.State == ArticleState.Open).Select(a => a.Number!).ToList();
        if (open.Count > 0)
        {
            throw Fail.Because(DesignationReasons.ArticlesOpen, $"Nothing is agreed until everything is agreed; still open: {string.Join(", ", open)}.", ("articles", string.Join(",", open)));
        }

        (AgreedNumber, AgreeTime) = (version.Number, now);
    }

    /// <summary>What an article's state is worth: provisional while the whole is not agreed, where that is the text's setting.</summary>
    public ArticleState StateOf(TextVersion version, Article article) =>
        article.State == ArticleState.ProvisionallyAgreed && (AgreedNumber == version.Number || !NothingIsAgreedUntilEverythingIsAgreed) ? ArticleState.Agreed : article.State!.Value;

    private static void RequireKept(TextVersion version, TextVersion? presented)
    {
        var changed = (presented?.Articles ?? []).Where(a => a.State == ArticleState.ProvisionallyAgreed)
            .Where(a => !version.Articles.Any(n => n.Key == a.Key && n.Heading == a.Heading && n.Body == a.Body && n.State == a.State)).Select(a => a.Number!).ToList();
        if (changed.Count > 0)
        {
            throw Fail.Because(DesignationReasons.ArticleAgreed, $"Agreed one by one, and changed by this version: {string.Join(", ", changed)}.", ("articles", string.Join(",", changed)));
        }
    }

    private void RequireNotAgreed()
    {
        if (AgreedNumber is not null)
        {
            throw Fail.Because(DesignationReasons.TextAgreed, "The text is agreed as a whole.", ("version", $"{AgreedNumber}"));
        }
    }
}

internal sealed class NegotiatingTextConfiguration : IEntityTypeConfiguration<NegotiatingText>
{
    public void Configure(EntityTypeBuilder<NegotiatingText> builder)
    {
        builder.ToTable("NegotiatingTexts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.Name);
        builder.Ignore(t => t.MissingLiaisons);
        builder.Property(t => t.LegalAffairs).HasMaxLength(200);
        builder.Property(t => t.HumanRights).HasMaxLength(200);
        builder.Property(t => t.Title).HasMaxLength(200);
        builder.Property(t => t.Language).HasMaxLength(10);
        builder.Property(t => t.Team).HasJson(2000);
        builder.Property(t => t.BegunBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(t => t.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.Process, t.CreateTime, t.Id });
    }
}
