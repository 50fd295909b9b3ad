using System.Globalization;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Designation.Objections;

/// <summary>Objects to a designation: for the caller's own organization, or for a party where mediation support records it.</summary>
/// <param name="LeadEpoch">The epoch of the designation that it is against.</param>
/// <param name="Text">1 to 4000 characters.</param>
/// <param name="Party">Which party objects; 1 to 200 characters. Absent where the caller's organization does.</param>
internal sealed record RaiseObjection(long? LeadEpoch, string? Text, string? Party = null);

/// <summary>What the appointing authority says to it.</summary>
/// <param name="Text">1 to 4000 characters.</param>
internal sealed record AnswerObjection(string? Text);

/// <summary>Whoever objected does no more.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawObjection(string? Reason);

/// <summary>An objection to who was designated: it is answered or withdrawn, and stays (R48).</summary>
internal sealed class Objection : IVersioned, IListed<ObjectionId>
{
    private Objection() { } // EF

    public ObjectionId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Of the designation that it is against.</summary>
    public long LeadEpoch { get; private init; }

    /// <summary>Who objects; null where a party does.</summary>
    public string? Organization { get; private init; }

    [Personal]
    public string? Party { get; private init; }

    [Personal]
    public string Text { get; private init; } = "";
    public Signature RaisedBy { get; private init; } = new(null, "");

    [Personal]
    public string? AnswerText { get; private set; }
    public Signature? AnsweredBy { get; private set; }
    public DateTime? AnswerTime { get; private set; }
    public string? WithdrawReason { get; private set; }
    public Signature? WithdrawnBy { get; private set; }
    public DateTime? WithdrawTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static Objection Raise(Process process, LeadDesignation? against, RaiseObjection request, Caller caller, DateTime now)
    {
        var check = new Violations();
        var (epoch, text, party) = (check.Required(request.LeadEpoch, "leadEpoch"), check.Text(request.Text, "text", 4000), check.OptionalText(request.Party, "party", 200));
        check.ThrowIfAny();
        if (against is null)
        {
            throw Fail.Because(DesignationReasons.NoLead, "No designation of this process began with this epoch.", ("leadEpoch", epoch.ToString(CultureInfo.InvariantCulture)));
        }

        RequireMaySpeak(party, caller);
        return new Objection
        {
            Id = ObjectionId.New(),
            Process = process.Id,
            LeadEpoch = epoch,
            Organization = party is null ? OrganizationDirectory.OwnOf(caller) : null,
            Party = party,
            Text = text,
            RaisedBy = Signature.Of(caller),
            CreateTime = now,
        };
    }

    public void Answer(string? text, Signature by, DateTime now)
    {
        var check = new Violations();
        var answer = check.Text(text, "text", 4000);
        check.ThrowIfAny();
        RequireStanding();
        if (AnswerTime is not null)
        {
            throw Fail.Because(DesignationReasons.ObjectionAnswered, "The objection is answered already.");
        }

        (AnswerText, AnsweredBy, AnswerTime) = (answer, by, now);
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (Organization is null ? !caller.Holds(DesignationPermissions.KeepProcesses) : caller.Organization != Organization || !caller.Holds(DesignationPermissions.KeepClaims))
        {
            throw Fail.Because(DesignationReasons.NotTheAuthor, "Only an officer of the organization that objects withdraws it, and what was recorded for a party mediation support.");
        }

        RequireStanding();
        (WithdrawReason, WithdrawnBy, WithdrawTime) = (why, Signature.Of(caller), now);
    }

    // An officer speaks for the own organization and for nobody else; for a party whoever keeps the process does.
    private static void RequireMaySpeak(string? party, Caller caller)
    {
        if (!caller.Holds(party is null ? DesignationPermissions.KeepClaims : DesignationPermissions.KeepProcesses))
        {
            throw party is null
                ? Fail.Invalid("party", "Say which party objects: for an organization its own officer does.")
                : Fail.Because(DesignationReasons.NotYourOrganization, "Mediation support records what a party objects; leave the party out to object for your organization.");
        }
    }

    private void RequireStanding()
    {
        if (WithdrawTime is not null)
        {
            throw Fail.Because(DesignationReasons.AlreadyWithdrawn, "The objection was withdrawn.");
        }
    }
}
