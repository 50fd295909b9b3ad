using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.ParallelTracks;

/// <summary>Where a finding stands.</summary>
internal enum FindingState
{
    Open = 1,

    /// <summary>Somebody who answers for the process has seen it.</summary>
    Acknowledged,

    /// <summary>Somebody who answers for the process has said what came of it.</summary>
    Resolved,

    /// <summary>The contacts no longer show it.</summary>
    Lapsed,
}

/// <summary>
/// Two disjoint tracks of a party, or a change of forum (R48): a fact about contacts, with those that make it. It is never called forum shopping here; whoever means that writes it, with a name under it (R158).
/// </summary>
internal sealed class TrackFinding : IVersioned, IListed<TrackFindingId>, IClassifiedRecord
{
    private TrackFinding() { } // EF

    public TrackFindingId Id { get; private init; }

    /// <summary>Of the contact that it was found with.</summary>
    public ProcessId Process { get; private init; }
    public string Situation { get; private init; } = "";
    public FindingKind Kind { get; private init; }

    /// <summary>By what the party is known to be the same.</summary>
    [Personal]
    public string PartyKey { get; private set; } = "";

    [Personal]
    public string PartyLabel { get; private set; } = "";
    public FindingState State { get; private set; }

    [Personal]
    public FindingEvidence Evidence { get; private set; } = null!;

    /// <summary>That of the strictest contact it rests on.</summary>
    public Classification Classification { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";
    public string RecordName => Id.ToString();

    /// <summary>It is about the same party as before, which is known by another name now: what somebody has said to it stays.</summary>
    public void Follow(string party, string label) => (PartyKey, PartyLabel) = (party, label);

    public static (TrackFinding, FindingChange, ParallelTrackFound) Find(
        ProcessId process, string situation, FindingKind kind, string party, string label, FindingEvidence evidence, Classification classification, DateTime now)
    {
        var finding = new TrackFinding
        {
            Id = TrackFindingId.New(),
            Process = process,
            Situation = situation,
            Kind = kind,
            PartyKey = party,
            PartyLabel = label,
            State = FindingState.Open,
            Evidence = evidence,
            Classification = classification,
            CreateTime = now,
            UpdateTime = now,
        };
        return (finding, new FindingChange(finding, FindingStep.Found, [.. evidence.Contacts], [], classification, now), finding.Fact(now));
    }

    /// <summary>The contacts show it as it is now. Whatever is new opens it again, and is said; what only has gone does not.</summary>
    /// <param name="evidence">What it rests on now.</param>
    /// <param name="classification">That of the strictest contact among it.</param>
    /// <param name="corrections">Contacts that say better what another one said: they are nothing new.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null where nothing has changed; the fact where it is told anew.</returns>
    public (FindingChange Change, ParallelTrackFound? Fact)? Show(FindingEvidence evidence, Classification classification, IReadOnlySet<Guid> corrections, DateTime now)
    {
        if (State != FindingState.Lapsed && Same(Evidence, evidence) && Classification == classification)
        {
            return null;
        }

        Guid[] added = [.. evidence.Contacts.Except(Evidence.Contacts)], gone = [.. Evidence.Contacts.Except(evidence.Contacts)];
        var isNews = added.Except(corrections).Any();
        var reopens = State == FindingState.Lapsed || (State != FindingState.Open && isNews);
        var strictest = classification > Classification ? classification : Classification;
        (Evidence, Classification, UpdateTime) = (evidence, classification, now);
        State = reopens ? FindingState.Open : State;
        return (new FindingChange(this, reopens ? FindingStep.Reopened : FindingStep.Changed, added, gone, strictest, now), reopens || isNews ? Fact(now) : null);
    }

    /// <summary>The contacts no longer show it. What somebody has resolved stays so.</summary>
    public FindingChange? Lapse(DateTime now)
    {
        if (State is FindingState.Resolved or FindingState.Lapsed)
        {
            return null;
        }

        (State, UpdateTime) = (FindingState.Lapsed, now);
        return new FindingChange(this, FindingStep.Lapsed, [], [.. Evidence.Contacts], Classification, now);
    }

    public FindingChange Acknowledge(string? reason, Caller caller, long leadEpoch, DateTime now) => Close(FindingState.Acknowledged, FindingStep.Acknowledged, reason, caller, leadEpoch, now);

    public FindingChange Resolve(string? reason, Caller caller, long leadEpoch, DateTime now) => Close(FindingState.Resolved, FindingStep.Resolved, reason, caller, leadEpoch, now);

    private FindingChange Close(FindingState to, FindingStep step, string? reason, Caller caller, long leadEpoch, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (State != FindingState.Open && !(to == FindingState.Resolved && State == FindingState.Acknowledged))
        {
            throw Fail.Because(DesignationReasons.FindingNotOpen, "The finding is not open.", ("state", ProcessAnswers.Text(State)));
        }

        (State, UpdateTime) = (to, now);
        return new FindingChange(this, step, why, Signature.Of(caller), leadEpoch, now);
    }

    private ParallelTrackFound Fact(DateTime now) => new(Process.ToString(), Name, Version + 1, now);

    private static bool Same(FindingEvidence a, FindingEvidence b) => JsonSerializer.Serialize(a, ConcordJson.Options) == JsonSerializer.Serialize(b, ConcordJson.Options);
}

internal sealed class TrackFindingConfiguration : IEntityTypeConfiguration<TrackFinding>
{
    public void Configure(EntityTypeBuilder<TrackFinding> builder)
    {
        builder.ToTable("TrackFindings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Name);
        builder.Ignore(f => f.RecordName);
        builder.Property(f => f.Situation).HasMaxLength(60);
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(f => f.PartyKey).HasMaxLength(Contacts.ActorKey.Longest);
        builder.Property(f => f.PartyLabel).HasMaxLength(200);
        builder.Property(f => f.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(f => f.Evidence).HasJson(FindingEvidence.Longest);
        builder.Property(f => f.Classification).HasConversion<string>().HasMaxLength(40);
        builder.HasOne<Process>().WithMany().HasForeignKey(f => f.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.Process, f.CreateTime, f.Id });
        builder.HasIndex(f => new { f.Situation, f.PartyKey });
    }
}
