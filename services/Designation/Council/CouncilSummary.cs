using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Designation.Council;

internal enum SummaryState
{
    /// <summary>A person edits it; only those who keep summaries see it.</summary>
    Draft = 1,

    /// <summary>As it went to the Council; never changed again.</summary>
    Issued,
}

/// <summary>What a summary report speaks of, each in a section of its own.</summary>
internal enum SummarySection
{
    Progress = 1,
    Lead,
    AgreementsReached,
    NextSteps,

    /// <summary>What the Council may do in support.</summary>
    SupportOfTheCouncil,
}

/// <summary>A section with its text.</summary>
/// <param name="Section">What it speaks of; each once.</param>
/// <param name="Text">Up to 4000 characters; empty in a draft that nobody has written yet.</param>
internal sealed record SummaryText(SummarySection? Section, string? Text);

/// <summary>Begins a summary report; its draft is composed.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of it.</param>
/// <param name="Classification">Of the report; never above that of the process.</param>
/// <param name="Corrects">Resource name of the issued report that it is to take the place of; absent where of none.</param>
internal sealed record DraftSummary(DateOnly? From, DateOnly? Until, Classification? Classification, string? Corrects = null);

/// <summary>The part of a draft that a person changes.</summary>
/// <param name="Sections">Each once.</param>
internal sealed record SummaryEdit(IReadOnlyList<SummaryText>? Sections);

/// <summary>A periodic summary that keeps the Security Council abreast of overall progress without breaching confidence (R41, ¶54).</summary>
internal sealed class CouncilSummary : IVersioned, IListed<CouncilSummaryId>, IClassifiedRecord
{
    private const int LongestText = 4000;
    private const int MostWriters = 100;

    private CouncilSummary() { } // EF

    public CouncilSummaryId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly Until { get; private init; }
    public Classification Classification { get; private init; }

    /// <summary>The issued report that this one takes the place of.</summary>
    public CouncilSummaryId? Corrects { get; private init; }

    [Personal]
    public IReadOnlyList<SummaryText> Sections { get; private set; } = [];
    public SummaryState State { get; private set; }
    public Signature DraftedBy { get; private init; } = new(null, "");
    public Signature EditedBy { get; private set; } = new(null, "");

    /// <summary>Resource names of all accounts that drafted or edited it, or in whose name that was done: none of them is a second person.</summary>
    public IReadOnlyList<string> Writers { get; private set; } = [];
    public Signature? IssuedBy { get; private set; }
    public DateTime? IssueTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";
    public string RecordName => Name;

    public static void Require(DraftSummary request, Process process, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var (from, until) = (check.Required(request.From, "from"), check.Required(request.Until, "until"));
        check.Check(until >= from, "until", "Not before the first day.");
        check.Check(until <= DateOnly.FromDateTime(now), "until", "Lies in the future.");
        var label = check.Required(request.Classification, "classification");
        check.Check(label <= process.Classification, "classification", "Above that of the process.");
        check.Check(caller.IsClearedFor(label), "classification", "Above your own clearance.");
        check.ThrowIfAny();
    }

    public static CouncilSummary Draft(Process process, DraftSummary request, CouncilSummary? corrects, IReadOnlyList<SummaryText> composed, Caller caller, DateTime now)
    {
        Require(request, process, caller, now);
        if (corrects?.State == SummaryState.Draft)
        {
            throw Fail.Invalid("corrects", "A draft is edited; only what was issued is corrected.");
        }

        var by = Signature.Of(caller);
        return new CouncilSummary
        {
            Id = CouncilSummaryId.New(),
            Process = process.Id,
            From = request.From!.Value,
            Until = request.Until!.Value,
            Classification = request.Classification!.Value,
            Corrects = corrects?.Id,
            Sections = composed,
            State = SummaryState.Draft,
            DraftedBy = by,
            EditedBy = by,
            Writers = With([], by),
            CreateTime = now,
            UpdateTime = now,
        };
    }

    public SummaryEdit Fields() => new(Sections);

    public void Edit(SummaryEdit edit, Caller caller, DateTime now)
    {
        RequireDraft();
        var check = new Violations();
        var given = edit.Sections ?? [];
        check.Check(given.Select(s => s?.Section).Distinct().Count() == given.Count, "sections", "Each section once.");
        var texts = given.Select((s, i) => new SummaryText(check.Required(s?.Section, $"sections[{i}].section"), check.OptionalText(s?.Text, $"sections[{i}].text", LongestText) ?? "")).ToList();
        var by = Signature.Of(caller);
        var writers = With(Writers, by);
        check.Check(writers.Count <= MostWriters, "sections", $"More than {MostWriters} persons have written it: draft another one.");
        check.ThrowIfAny();
        (Sections, EditedBy, Writers, UpdateTime) = ([.. texts.OrderBy(s => s.Section)], by, writers, now);
    }

    /// <summary>It goes to the Council. What is issued under a lower classification than that of the process is released by a second person.</summary>
    public void Issue(Process process, Caller caller, DateTime now)
    {
        RequireDraft();
        var check = new Violations();
        check.Check(Sections.Any(s => s.Text!.Length > 0), "sections", "There is nothing to read in it yet.");
        check.Check(Classification <= process.Classification, "classification", "Above that of the process.");
        check.ThrowIfAny();
        if (Classification < process.Classification && caller.IsAnyOf([.. Writers]))
        {
            throw Fail.Because(PlatformReasons.FourEyesRequired, "It is released under a lower classification than that of the process: another person than who wrote it issues it.");
        }

        (State, IssuedBy, IssueTime, UpdateTime) = (SummaryState.Issued, Signature.Of(caller), now, now);
    }

    private static IReadOnlyList<string> With(IReadOnlyList<string> writers, Signature by) => [.. writers.Union(new[] { by.Account, by.ActsFor }.OfType<string>())];

    private void RequireDraft()
    {
        if (State != SummaryState.Draft)
        {
            throw Fail.Because(DesignationReasons.SummaryIssued, "The summary was issued; it is corrected by a new one.");
        }
    }
}
