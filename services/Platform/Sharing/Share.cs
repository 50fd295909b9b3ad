using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Platform.Sharing;

public readonly record struct ShareId(Guid Value) : IStrongId<ShareId>
{
    public static string Collection => "shares";
    public static ShareId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ShareId id) => StrongId.TryParse(segment, out id);
    public static ShareId New() => new(Guid.CreateVersion7());
    public static bool operator >(ShareId left, ShareId right) => left.Value > right.Value;
    public static bool operator <(ShareId left, ShareId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What the other organization may do with the record.</summary>
public enum ShareScope
{
    /// <summary>See the record, and whatever belongs to it.</summary>
    Read = 1,
}

/// <summary>
/// A record is open to another organization, for a purpose, by somebody's consent and until a day (R20). Rows end and are never rewritten: to whom it was open on a day can always be told.
/// Where the record is erased, what was said of it is emptied.
/// </summary>
public sealed class Share : IVersioned, IListed<ShareId>
{
    /// <summary>A purpose that lasts longer is asked for again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Share() { } // EF

    public ShareId Id { get; private init; }

    /// <summary>Resource name.</summary>
    [Concerns]
    public string Record { get; private init; } = "";

    /// <summary>Resource name of the organization that shares it.</summary>
    [Concerns]
    public string Owner { get; private init; } = "";

    /// <summary>Resource name of the organization it is shared with.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";

    /// <summary>What that organization was called when it was shared.</summary>
    public string OrganizationName { get; private init; } = "";
    public ShareScope Scope { get; private init; }

    [Personal]
    public string Purpose { get; private set; } = "";

    /// <summary>Whose consent it rests on.</summary>
    [Personal]
    public string ConsentBy { get; private set; } = "";
    public DateOnly ConsentDate { get; private init; }
    public ConsentForm ConsentForm { get; private init; }

    /// <summary>Where the consent can be found again.</summary>
    [Personal]
    public string ConsentEvidence { get; private set; } = "";

    /// <summary>Who may be exposed to reprisals by it, as it was answered before (R156).</summary>
    [Personal]
    public string ExposedToReprisals { get; private set; } = "";

    /// <summary>From when it counts.</summary>
    public DateTime FromTime { get; private init; }

    /// <summary>First instant at which it counts no more.</summary>
    public DateTime UntilTime { get; private init; }

    /// <summary>The organization as long as it may count: of those the database takes one for each record. Null once it has ended, and once a later one was given.</summary>
    public string? LastingWith { get; private set; }

    /// <summary><c>accounts/{uuid}</c>.</summary>
    public string GivenBy { get; private init; } = "";

    [Personal]
    public string GivenByName { get; private init; } = "";
    public DateTime? EndTime { get; private set; }
    public string? EndedBy { get; private set; }

    [Personal]
    public string? EndedByName { get; private set; }

    [Personal]
    public string? EndReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Record}/{Id}";

    /// <param name="record">What is shared, found for the one who shares.</param>
    /// <param name="request">The terms.</param>
    /// <param name="organizationName">What the other organization is called.</param>
    /// <param name="by">Who shares: a person, who can answer for it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Share Give(SharedRecord record, GiveShare request, string organizationName, Caller by, DateTime now)
    {
        Require(record, request, by, now);
        return new()
        {
            Id = ShareId.New(),
            Record = record.Name,
            Owner = record.Owner,
            Organization = request.Organization!,
            OrganizationName = organizationName,
            Scope = request.Scope!.Value,
            Purpose = request.Purpose!.Trim(),
            ConsentBy = request.Consent!.By!.Trim(),
            ConsentDate = request.Consent.Date!.Value,
            ConsentForm = request.Consent.Form!.Value,
            ConsentEvidence = request.Consent.Evidence!.Trim(),
            ExposedToReprisals = request.ExposedToReprisals!.Trim(),
            FromTime = FromOf(request, now),
            UntilTime = Instant.Truncate(request.UntilTime!.Value.UtcDateTime),
            LastingWith = request.Organization,
            GivenBy = by.Subject,
            GivenByName = by.DisplayName,
            CreateTime = now,
        };
    }

    /// <summary>Refuses what no share can be made of.</summary>
    internal static void Require(SharedRecord record, GiveShare request, Caller by, DateTime now)
    {
        var check = new Violations();
        // In the one spelling that tokens have: another one would be a share with nobody.
        check.Check(ResourceName.IsIn("organizations", request.Organization) && !request.Organization!.Any(char.IsAsciiLetterUpper), "organization", "Expected the form organizations/{uuid}.");
        check.Check(request.Organization != record.Owner, "organization", "Your own organization has it already.");
        check.Required(request.Scope, "scope");
        check.Text(request.Purpose, "purpose", 2000);
        check.Text(request.ExposedToReprisals, "exposedToReprisals", 2000);
        request.Consent?.Check(check, now);
        var from = FromOf(request, now);
        check.Check(from >= now, "fromTime", "Lies in the past.");
        check.Required(request.UntilTime, "untilTime");
        check.Check(request.UntilTime is not { } until || (until.UtcDateTime > from && until.UtcDateTime - from <= Longest), "untilTime", $"After its beginning, and {Longest.Days} days later at most.");
        check.ThrowIfAny();
        if (request.Consent is null)
        {
            throw Fail.Because(PlatformReasons.ConsentRequired, PlatformReasons.ConsentRequired.Title);
        }

        if (!record.Consented)
        {
            throw Fail.Because(PlatformReasons.ConsentRequired, "The person whom it is about has not consented to that, or does no more.");
        }

        if (!ResourceName.IsIn("accounts", by.Subject))
        {
            throw Fail.Because(PlatformReasons.PermissionDenied, "A person answers for a share; a machine gives none.");
        }

        if (record.Label == Classification.StrictlyConfidential)
        {
            throw Fail.Because(PlatformReasons.NotForSharing, PlatformReasons.NotForSharing.Title);
        }
    }

    public bool IsOpen(DateTime now) => EndTime is null && FromTime <= now && UntilTime > now;

    internal void End(string? reason, Caller by, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (EndTime is not null || UntilTime <= now)
        {
            throw Fail.Because(PlatformReasons.ShareEnded, PlatformReasons.ShareEnded.Title);
        }

        (EndTime, EndReason, EndedBy, EndedByName, LastingWith) = (now, why, by.Subject, by.DisplayName, null);
    }

    /// <summary>Another one takes its place, as its time is over.</summary>
    internal void GiveWay() => LastingWith = null;

    /// <summary>The record was erased: that it was shared, by whom and with whom stays.</summary>
    internal void Forget(DateTime now)
    {
        (Purpose, ConsentBy, ConsentEvidence, ExposedToReprisals, EndReason) = ("", "", "", "", null);
        EndTime ??= UntilTime <= now ? null : now;
        LastingWith = null;
    }

    private static DateTime FromOf(GiveShare request, DateTime now) => request.FromTime is { } from ? Instant.Truncate(from.UtcDateTime) : now;
}
