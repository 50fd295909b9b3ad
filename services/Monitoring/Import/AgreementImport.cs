using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Provisions;
using Concord.Monitoring.Translations;

namespace Concord.Monitoring.Import;

/// <summary>What a file becomes: records made by the same methods that serve people, so that no rule is passed by.</summary>
internal sealed record ImportedAgreement(Agreement Agreement, IReadOnlyList<Provision> Provisions, IReadOnlyList<Milestone> Milestones, IReadOnlyList<Assessment> Assessments)
{
    public AgreementTranslation Translate(NewTranslation made, DateTime now) =>
        AgreementTranslation.Of(made, new Translatable(Agreement, [.. Provisions.Select(p => p.Clause)], [.. Milestones.Select(m => m.Key)]), now);
}

internal sealed class AgreementImport(EncodedAgreement file, DateTime now)
{
    // Reports tell what parties said and what the monitor found; the history names these sources, since no account of this platform acted.
    private static readonly Person PartyAsReported = new("reported/party", "Responsible party, as reported", null);
    private static readonly Person MonitorAsReported = new("reported/monitor", "Monitoring body, as reported", null);
    private static readonly Person Coder = new("coded/project", "Coded by the project from the cited reports", null);
    private int _made;

    /// <param name="process">Resource name of the process that led to it.</param>
    /// <param name="classification">Of the agreement and of its process.</param>
    public ImportedAgreement Build(string process, Classification classification)
    {
        var agreement = Agreement.Record(IdOf<AgreementId>("agreement", ""), new NewAgreement
        {
            Title = file.Agreement.Title,
            ShortTitle = file.Agreement.ShortTitle,
            SignedOn = file.Agreement.SignedOn,
            Place = file.Agreement.Place,
            Process = process,
            PaxId = file.Agreement.PaxId,
            Classification = classification,
            Notice = file.Notice,
            Source = file.Agreement.Source,
            Parties = file.Parties,
            Chapters = file.Agreement.Chapters,
            Anchors = [.. file.Anchors.Select(a => new NewAnchor(a.Key, a.Title, a.PlannedOn))],
        }, classification, Classification.StrictlyConfidential, now);
        foreach (var anchor in file.Anchors)
        {
            Move(agreement, anchor);
        }

        var provisions = file.Provisions.Select(p => Provision.Add(agreement, IdOf<ProvisionId>("provision", p.Clause!), p, Next())).ToDictionary(p => p.Clause);
        return new ImportedAgreement(agreement, [.. provisions.Values], Milestones(agreement, provisions), Assessments(agreement, provisions));
    }

    private void Move(Agreement agreement, EncodedAnchor anchor)
    {
        foreach (var change in anchor.Changes)
        {
            agreement.MoveAnchor(anchor.Key, change.NewDate, change.DecidedOn, change.Reason, change.Report, change.Segment, Coder, now);
        }

        if (anchor.OccurredOn is { } occurred)
        {
            agreement.RecordAnchor(anchor.Key, occurred, null, null, now);
        }
    }

    private List<Milestone> Milestones(Agreement agreement, Dictionary<string, Provision> provisions)
    {
        Dictionary<string, Milestone> byKey = [];
        foreach (var m in file.Milestones)
        {
            byKey.Add(m.Key, Milestone.Add(agreement, provisions[m.Provision], byKey.Values, IdOf<MilestoneId>("milestone", m.Key), new NewMilestone
            {
                Key = m.Key,
                Title = m.Title,
                Responsible = m.Responsible,
                DurationDays = m.DurationDays,
                KeyMilestone = m.KeyMilestone,
                Deadline = m.Deadline,
            }, Next()));
        }

        // Linked afterwards: a file may name a predecessor that comes later in it.
        foreach (var (m, link) in file.Milestones.SelectMany(m => m.Predecessors.Select(link => (m, link))))
        {
            byKey[m.Key].AddPredecessor(link with { Milestone = byKey[link.Milestone!].Name }, agreement, byKey.Values);
        }

        foreach (var entry in file.MilestoneEntries)
        {
            Happen(byKey[entry.Milestone], entry, agreement);
        }

        return [.. byKey.Values];
    }

    private void Happen(Milestone milestone, EncodedEntry entry, Agreement agreement)
    {
        var what = new Happening { On = entry.On, Report = entry.Report, Segment = entry.Segment, Note = entry.Note };
        switch (entry.Event)
        {
            case MilestoneEvent.Started: milestone.Start(what, agreement, PartyAsReported, isOverseer: true, now); break;
            case MilestoneEvent.Claimed: milestone.Claim(what, agreement, PartyAsReported, isOverseer: true, now); break;
            case MilestoneEvent.Verified: milestone.Verify(what, agreement, MonitorAsReported, now); break;
            case MilestoneEvent.Contested: milestone.Contest(what, agreement, MonitorAsReported, isOverseer: true, now); break;
            default: throw new InvalidOperationException($"A file does not carry {entry.Event} entries.");
        }
    }

    private List<Assessment> Assessments(Agreement agreement, Dictionary<string, Provision> provisions) =>
    [
        .. file.StatusEntries.Select(s => Assessment.Of(
            agreement, provisions[s.Provision], IdOf<AssessmentId>("assessment", $"{s.Provision}/{AsOf.Text(s.AsOf)}/{s.Report}"),
            new NewAssessment
            {
                AsOf = s.AsOf,
                Level = s.Level,
                Initiated = s.Initiated,
                Reversal = s.Reversal,
                Report = s.Report,
                ReportTitle = s.ReportTitle,
                ReportDate = s.ReportDate,
                Segment = s.Segment,
                Note = s.Note,
            }, Coder, isMonitor: true, Next())),
    ];

    private TId IdOf<TId>(string kind, string key) where TId : struct, Platform.Persistence.IStrongId<TId> =>
        TId.From(WellKnown.Id(kind, key.Length == 0 ? file.Agreement.Key : $"{file.Agreement.Key}/{key}"));

    // Records of one import list in the order of the file, and of one day the later in the file is the later recorded.
    private DateTime Next() => now.AddMicroseconds(_made++ - 100_000);
}
