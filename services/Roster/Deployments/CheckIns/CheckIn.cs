using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;

namespace Concord.Roster.Deployments.CheckIns;

/// <summary>What came of the offer to talk (R23).</summary>
internal enum CheckInKind
{
    Offered = 1,
    Held,

    /// <summary>The person did not want to. Nobody has to say why.</summary>
    NotWanted,

    /// <summary>The person was told where professional help is found.</summary>
    Referred,
}

/// <summary>That somebody who is sent was asked how the person is (R23). Few see it, no search looks into it, and what was said is sealed with the person's key.</summary>
internal sealed class CheckIn : IListed<CheckInId>, IClassifiedRecord
{
    /// <summary>Of every check-in, beside that of the request, which has to be seen first.</summary>
    public const Classification Label = Classification.Confidential;

    private CheckIn() { } // EF

    public CheckIn(CheckInId id, Deployment deployment, CheckedCheckIn terms, Sealed? note, Author by, DateTime now) =>
        (Id, Deployment, Profile, On, Kind, Note, RecordedBy, CreateTime) = (id, deployment.Id, deployment.Profile, terms.On, terms.Kind, note, by, now);

    public CheckInId Id { get; private init; }
    public DeploymentId Deployment { get; private init; }
    public ProfileId Profile { get; private init; }

    [Personal]
    public DateOnly On { get; private init; }

    [Personal]
    public CheckInKind Kind { get; private init; }

    /// <summary>Null where nothing was noted.</summary>
    public Sealed? Note { get; private init; }
    public Author RecordedBy { get; private init; } = null!;
    public DateTime CreateTime { get; private init; }
    public string Name => $"{Deployment}/{Id}";
    public string RecordName => Id.ToString();
    public Classification Classification => Label;
}

/// <summary>Records a check-in.</summary>
/// <param name="On">The day; none to come.</param>
/// <param name="Kind">What came of it.</param>
/// <param name="Note">What the person wants to be remembered; at most 2,000 characters. The person reads it.</param>
internal sealed record RecordCheckIn(DateOnly? On, CheckInKind? Kind, string? Note)
{
    public CheckedCheckIn Checked(DateTime now)
    {
        var check = new Violations();
        check.Check(On is null || On <= DateOnly.FromDateTime(now), "on", "Lies in the future.");
        var kept = new CheckedCheckIn(check.Required(On, "on"), check.Required(Kind, "kind"), check.OptionalText(Note, "note", 2000));
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>A check-in in which everything is as it must be.</summary>
internal sealed record CheckedCheckIn(DateOnly On, CheckInKind Kind, string? Note);
