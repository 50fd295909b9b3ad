using Concord.Monitoring.Agreements;
using Concord.Monitoring.Provisions;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Monitoring.Assessments;

internal readonly record struct AssessmentId(Guid Value) : IStrongId<AssessmentId>
{
    public static string Collection => "assessments";
    public static AssessmentId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AssessmentId id) => StrongId.TryParse(segment, out id);
    public static AssessmentId New() => new(Guid.CreateVersion7());
    public static bool operator >(AssessmentId left, AssessmentId right) => left.Value > right.Value;
    public static bool operator <(AssessmentId left, AssessmentId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What an assessment says, and on which evidence.</summary>
internal sealed record NewAssessment
{
    /// <summary>Resource name of the provision it speaks of.</summary>
    public string? Provision { get; init; }

    /// <summary>The day for which it holds; not the day on which it is recorded.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>0 none, 1 minimum, 2 intermediate, 3 full (R91).</summary>
    public int? Level { get; init; }

    /// <summary>Whether anything was begun.</summary>
    public bool? Initiated { get; init; }

    /// <summary>Whether something once reached was undone.</summary>
    public bool Reversal { get; init; }

    /// <summary>Identifies the report that shows it.</summary>
    public string? Report { get; init; }
    public string? ReportTitle { get; init; }
    public DateOnly? ReportDate { get; init; }

    /// <summary>Segment of the report.</summary>
    public int? Segment { get; init; }
    public string? Note { get; init; }
}

/// <summary>How far a provision is kept as of a day: appended with evidence, source and assessor, never rewritten (R91).</summary>
internal sealed class Assessment : IVersioned, IListed<AssessmentId>
{
    public const int FullLevel = 3;

    private Assessment() { } // EF

    public AssessmentId Id { get; private init; }
    public AgreementId Agreement { get; private init; }
    public ProvisionId Provision { get; private init; }
    public DateOnly AsOf { get; private init; }
    public int Level { get; private init; }
    public bool Initiated { get; private init; }
    public bool Reversal { get; private init; }
    public string Report { get; private init; } = "";
    public string? ReportTitle { get; private init; }
    public DateOnly? ReportDate { get; private init; }
    public int Segment { get; private init; }
    public string? Note { get; private init; }
    public string Assessor { get; private init; } = "";

    [Personal]
    public string AssessorName { get; private init; } = "";

    public string? AssessorOrganization { get; private init; }

    /// <summary>When it became known here, whatever day it speaks of.</summary>
    public DateTime CreateTime { get; private init; }
    public DateTime? RetractTime { get; private set; }
    public string? RetractReason { get; private set; }
    public string? RetractedBy { get; private set; }
    public long Version { get; set; }

    public string Name => $"{Agreement}/{Id}";

    /// <param name="agreement">The agreement.</param>
    /// <param name="provision">The provision it speaks of.</param>
    /// <param name="id">Its id.</param>
    /// <param name="made">What it says.</param>
    /// <param name="by">The assessor.</param>
    /// <param name="isMonitor">Whether the assessor acts for the monitoring body; only it records level 3 (R95).</param>
    /// <param name="now">When it is recorded.</param>
    public static Assessment Of(Agreement agreement, Provision provision, AssessmentId id, NewAssessment made, Person by, bool isMonitor, DateTime now)
    {
        var check = new Violations();
        var assessment = new Assessment
        {
            Id = id,
            Agreement = agreement.Id,
            Provision = provision.Id,
            AsOf = check.Day(made.AsOf, "asOf"),
            Level = check.Required(made.Level, "level"),
            Initiated = check.Required(made.Initiated, "initiated"),
            Reversal = made.Reversal,
            Report = check.Text(made.Report, "report", 200),
            ReportTitle = check.OptionalText(made.ReportTitle, "reportTitle", 300),
            ReportDate = made.ReportDate,
            Segment = check.Required(made.Segment, "segment"),
            Note = check.OptionalText(made.Note, "note", 1000),
            Assessor = by.Subject,
            AssessorName = by.DisplayName,
            AssessorOrganization = by.Organization,
            CreateTime = now,
        };
        check.Check(made.AsOf is null || made.AsOf <= DateOnly.FromDateTime(now), "asOf", "Lies in the future.");
        check.Check(made.AsOf is null || made.AsOf >= agreement.SignedOn, "asOf", "Lies before the signature.");
        check.Check(assessment.Level is >= 0 and <= FullLevel, "level", "0 none, 1 minimum, 2 intermediate, 3 full.");
        check.Check(made.Initiated != false || assessment.Level == 0, "initiated", "A level above 0 means that something was begun.");
        check.Check(made.Segment is null or >= 0, "segment", "Must not be negative.");
        check.ThrowIfAny();
        assessment.RequireMonitorForFull(agreement, provision, by, isMonitor);
        return assessment;
    }

    /// <summary>Withdraws an entry made in error; it stays in the history with the reason.</summary>
    public void Retract(string? reason, Person by, bool isKeeper, DateTime now)
    {
        if (!isKeeper && by.Subject != Assessor)
        {
            throw Fail.Because(MonitoringReasons.NotAuthor, "Only its author or the keeper of the agreement retracts an entry.", ("assessment", Name));
        }

        if (RetractTime is not null)
        {
            throw Fail.Because(MonitoringReasons.AlreadyRetracted, $"{Name} was retracted already.", ("assessment", Name));
        }

        var check = new Violations();
        RetractReason = check.Text(reason, "reason", 500);
        check.ThrowIfAny();
        (RetractTime, RetractedBy) = (now, by.DisplayName);
    }

    private void RequireMonitorForFull(Agreement agreement, Provision provision, Person by, bool isMonitor)
    {
        if (Level < FullLevel)
        {
            return;
        }

        if (!isMonitor)
        {
            throw Fail.Because(MonitoringReasons.FullNeedsMonitor, "A claim alone never makes a provision fully implemented; the monitor records level 3.", ("provision", provision.Name));
        }

        if (agreement.Speaks(by.Organization, provision.ObligatedKeys))
        {
            throw Fail.Because(MonitoringReasons.NotIndependent, "Your organization is obligated by this provision; another monitor confirms it.", ("provision", provision.Name));
        }
    }
}
