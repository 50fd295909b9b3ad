using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.ParallelTracks;

internal readonly record struct FindingChangeId(Guid Value) : IStrongId<FindingChangeId>
{
    public static string Collection => "trackHistory";
    public static FindingChangeId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out FindingChangeId id) => StrongId.TryParse(segment, out id);
    public static FindingChangeId New() => new(Guid.CreateVersion7());
    public static bool operator >(FindingChangeId left, FindingChangeId right) => left.Value > right.Value;
    public static bool operator <(FindingChangeId left, FindingChangeId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What happened to a finding.</summary>
internal enum FindingStep
{
    Found = 1,

    /// <summary>It rests on something else than before.</summary>
    Changed,

    /// <summary>It was acknowledged, resolved or gone, and there is something new.</summary>
    Reopened,
    Acknowledged,
    Resolved,

    /// <summary>The contacts no longer show it.</summary>
    Lapsed,
}

/// <summary>One step in the life of a finding, with all that it rested on then; appended, never rewritten.</summary>
internal sealed class FindingChange : IListed<FindingChangeId>
{
    private FindingChange() { } // EF

    public FindingChange(TrackFinding finding, FindingStep step, IReadOnlyList<Guid> added, IReadOnlyList<Guid> gone, Classification classification, DateTime now)
    {
        (Id, Finding, FindingVersion, Step, Evidence) = (FindingChangeId.New(), finding.Id, finding.Version + 1, step, finding.Evidence);
        (AddedContacts, GoneContacts, Classification, CreateTime) = (added, gone, classification, now);
    }

    public FindingChange(TrackFinding finding, FindingStep step, string reason, Signature by, long leadEpoch, DateTime now) : this(finding, step, [], [], finding.Classification, now) =>
        (Reason, By, LeadEpoch) = (reason, by, leadEpoch);

    public FindingChangeId Id { get; private init; }
    public TrackFindingId Finding { get; private init; }

    /// <summary>Of the finding with this step.</summary>
    public long FindingVersion { get; private init; }
    public FindingStep Step { get; private init; }

    [Personal]
    public FindingEvidence Evidence { get; private init; } = null!;

    /// <summary>Contacts that it did not rest on before.</summary>
    public IReadOnlyList<Guid> AddedContacts { get; private init; } = [];

    /// <summary>Contacts that it no longer rests on.</summary>
    public IReadOnlyList<Guid> GoneContacts { get; private init; } = [];

    /// <summary>That of the strictest contact that it rested on before or after: whoever may see the finding now does not see by that what it was made of once.</summary>
    public Classification Classification { get; private init; }

    /// <summary>Why a person took the step; null where contacts did.</summary>
    [Personal]
    public string? Reason { get; private init; }
    public Signature? By { get; private init; }

    /// <summary>Of the lead in whose time, and name where there was one, a person took the step.</summary>
    public long? LeadEpoch { get; private init; }
    public DateTime CreateTime { get; private init; }
}

internal sealed class FindingChangeConfiguration : IEntityTypeConfiguration<FindingChange>
{
    public void Configure(EntityTypeBuilder<FindingChange> builder)
    {
        builder.ToTable("TrackFindingChanges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Step).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Evidence).HasJson(FindingEvidence.Longest);
        builder.Property(c => c.AddedContacts).HasJson(FindingEvidence.Longest);
        builder.Property(c => c.GoneContacts).HasJson(FindingEvidence.Longest);
        builder.Property(c => c.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Reason).HasMaxLength(2000);
        builder.Property(c => c.By!).HasJson(600);
        builder.HasOne<TrackFinding>().WithMany().HasForeignKey(c => c.Finding).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Finding, c.CreateTime, c.Id });
    }
}
