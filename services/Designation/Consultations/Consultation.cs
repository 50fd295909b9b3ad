using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Consultations;

internal enum ConsultationState
{
    Open = 1,

    /// <summary>Its deadline has passed, or the appointing authority closed it before.</summary>
    Closed,
}

/// <summary>Asks organizations who should lead.</summary>
/// <param name="Question">1 to 4000 characters.</param>
/// <param name="Organizations">Resource names of whom to ask, at most 30; those that claim to lead where absent.</param>
/// <param name="DeadlineTime">Until when they answer; in the future, at most 366 days from now.</param>
internal sealed record OpenConsultation(string? Question, IReadOnlyList<string>? Organizations, DateTime? DeadlineTime);

/// <summary>Closes a round, or sums it up after its deadline.</summary>
/// <param name="Summary">What came out of it; 1 to 8000 characters. Read by the appointing authority and mediation support.</param>
internal sealed record CloseConsultation(string? Summary);

/// <summary>An organization that is asked.</summary>
internal sealed record InvitedOrganization(string Organization);

/// <summary>A round in which the appointing authority asks organizations who should lead (R48): each answers once, and may think better of it until the deadline.</summary>
internal sealed class Consultation : IVersioned, IListed<ConsultationId>
{
    public const int MostInvited = 30;
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private readonly List<InvitedOrganization> _invited = [];

    private Consultation() { } // EF

    public ConsultationId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string Question { get; private init; } = "";
    public IReadOnlyList<InvitedOrganization> Invited => _invited;

    /// <summary>First instant at which nobody answers any more, UTC.</summary>
    public DateTime DeadlineTime { get; private init; }
    public Signature OpenedBy { get; private init; } = new(null, "");

    /// <summary>When it was closed or summed up; null while neither was done.</summary>
    public DateTime? CloseTime { get; private set; }

    [Personal]
    public string? Summary { get; private set; }
    public Signature? ClosedBy { get; private set; }

    /// <summary>Of the last answer: one that comes while another person closes meets the version.</summary>
    public DateTime? AnswerTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    /// <param name="process">That it is about.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="invited">Those named, or those that claim.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">UTC.</param>
    public static Consultation Open(Process process, OpenConsultation request, IReadOnlyList<string> invited, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var deadline = Instant.Utc(check.Required(request.DeadlineTime, "deadlineTime"));
        var consultation = new Consultation
        {
            Id = ConsultationId.New(),
            Process = process.Id,
            Question = check.Text(request.Question, "question", 4000),
            DeadlineTime = Instant.Truncate(deadline),
            OpenedBy = by,
            CreateTime = now,
        };
        check.Check(request.DeadlineTime is null || (deadline > now && deadline <= now + Longest), "deadlineTime", $"Lies in the future, at most {Longest.Days} days from now.");
        check.Check(invited.Count > 0, "organizations", "Nobody claims to lead; name whom to ask.");
        check.Check(invited.Count <= MostInvited, "organizations", $"At most {MostInvited} organizations.");
        check.Check(invited.All(o => ResourceName.IsIn("organizations", o)), "organizations", "Expected the form organizations/{uuid}.");
        check.ThrowIfAny();
        consultation._invited.AddRange(invited.Distinct().Select(o => new InvitedOrganization(o)));
        return consultation;
    }

    public ConsultationState StateAt(DateTime now) => CloseTime is not null || now >= DeadlineTime ? ConsultationState.Closed : ConsultationState.Open;

    public bool Invites(string? organization) => _invited.Any(i => i.Organization == organization);

    /// <summary>Before the deadline this ends the round; after it, it only sums up.</summary>
    public void Close(string? summary, Signature by, DateTime now)
    {
        var check = new Violations();
        var text = check.Text(summary, "summary", 8000);
        check.ThrowIfAny();
        if (CloseTime is not null)
        {
            throw Closed();
        }

        (Summary, ClosedBy, CloseTime) = (text, by, now);
    }

    /// <summary>An organization's position, or the next version of it.</summary>
    /// <param name="organization">Resource name; invited.</param>
    /// <param name="before">Its position so far; null where it has none.</param>
    /// <param name="request">What it says.</param>
    /// <param name="by">Its officer.</param>
    /// <param name="now">UTC.</param>
    public ConsultationPosition Answer(string organization, ConsultationPosition? before, GivePosition request, Signature by, DateTime now)
    {
        if (StateAt(now) == ConsultationState.Closed)
        {
            throw Closed();
        }

        var position = ConsultationPosition.Give(this, organization, (before?.Revision ?? 0) + 1, request, by, now);
        before?.Supersede(now);
        AnswerTime = AnswerTime is { } last ? Instant.After(last, now) : now;
        return position;
    }

    private DomainException Closed() => Fail.Because(
        DesignationReasons.ConsultationClosed, CloseTime is { } closed && closed < DeadlineTime ? $"The consultation was closed at {closed:O}." : $"The deadline was {DeadlineTime:O}.",
        ("deadlineTime", DeadlineTime.ToString("O")));
}
