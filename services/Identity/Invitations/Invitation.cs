using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Identity.Invitations;

internal readonly record struct InvitationId(Guid Value) : IStrongId<InvitationId>
{
    public static string Collection => "invitations";
    public static InvitationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out InvitationId id) => StrongId.TryParse(segment, out id);
    public static InvitationId New() => new(Guid.CreateVersion7());
    public static bool operator >(InvitationId left, InvitationId right) => left.Value > right.Value;
    public static bool operator <(InvitationId left, InvitationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

internal enum InvitationState
{
    Waiting = 1,

    /// <summary>The person has chosen a password, and the account is there.</summary>
    Accepted,
    Revoked,

    /// <summary>Nobody accepted in time; never stored, told by the clock.</summary>
    Expired,
}

/// <summary>A person to be invited; what the account will be.</summary>
/// <param name="Email">The sign-in name, and where the invitation goes.</param>
/// <param name="DisplayName">As shown to others in histories; 1 to 200 characters.</param>
/// <param name="Organization">Resource name of the organization the person will act for.</param>
/// <param name="Roles">Roles in that organization.</param>
/// <param name="Clearance">Highest classification the person may see.</param>
/// <param name="Language">The language of the mail: ar, zh, en, fr, ru or es; English where absent.</param>
/// <param name="Days">For how long the link is good; 1 to 30, 7 where absent.</param>
internal sealed record InvitePerson(string? Email, string? DisplayName, string? Organization, IReadOnlyList<string>? Roles, Classification? Clearance, string? Language, int? Days);

/// <summary>An account that a person opens by a link that is good once, for some days.</summary>
internal sealed class Invitation : IVersioned, IListed<InvitationId>
{
    public const int DefaultDays = 7;
    public const int MostDays = 30;

    /// <summary>How long one that is over can be looked up: it names a person who may have no account.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private Invitation() { } // EF

    public InvitationId Id { get; private init; }

    [Personal]
    public string Email { get; private init; } = "";

    [Personal]
    public string DisplayName { get; private init; } = "";
    public string Organization { get; private init; } = "";
    public IReadOnlyList<string> Roles { get; private init; } = [];
    public Classification Clearance { get; private init; }

    /// <summary>Of the mail; a tag of <see cref="Platform.Texts.Language"/>.</summary>
    public string Language { get; private init; } = "";

    /// <summary>Of the last link that was given out.</summary>
    [Personal]
    public string TokenHash { get; private set; } = "";

    /// <summary>The address without case while it waits, and the number afterwards: unique, so that an address has one invitation that waits.</summary>
    [Personal]
    public string OpenKey { get; private set; } = "";
    public InvitationState State { get; private set; }

    /// <summary>Who answers for it, <c>accounts/{uuid}</c>.</summary>
    public string InvitedBy { get; private set; } = "";

    [Personal]
    public string InvitedByName { get; private set; } = "";

    /// <summary>The account that was opened by it.</summary>
    public string? Account { get; private set; }
    public DateTime ExpireTime { get; private set; }

    /// <summary>When it was accepted or revoked.</summary>
    public DateTime? CloseTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    public static Invitation Make(InvitePerson request, string token, Caller by, DateTime now)
    {
        var check = new Violations();
        var account = Accounts.Account.Sketch(AccountId.New(), request.Email, request.DisplayName, request.Organization, request.Roles, request.Clearance, now, check);
        var language = request.Language is null ? Platform.Texts.Language.English : Platform.Texts.Language.All.FirstOrDefault(l => l.Tag == request.Language);
        check.Check(language is not null, "language", $"One of {string.Join(", ", Platform.Texts.Language.All.Select(l => l.Tag))}.");
        var days = Days(request.Days, check);
        check.ThrowIfAny();
        return new Invitation
        {
            Id = InvitationId.New(),
            Email = account.Email,
            DisplayName = account.DisplayName,
            Organization = account.Organization,
            Roles = account.Roles,
            Clearance = account.Clearance,
            Language = language!.Tag,
            TokenHash = InvitationToken.Hash(token),
            OpenKey = account.EmailKey,
            State = InvitationState.Waiting,
            InvitedBy = by.Subject,
            InvitedByName = by.DisplayName,
            ExpireTime = now.AddDays(days),
            CreateTime = now,
        };
    }

    public InvitationState StateAt(DateTime now) => State == InvitationState.Waiting && now >= ExpireTime ? InvitationState.Expired : State;

    /// <summary>Another link, for so many days from now; the one before is dead.</summary>
    public void Renew(int? days, string token, DateTime now)
    {
        var check = new Violations();
        var length = Days(days, check);
        check.ThrowIfAny();
        RequireOpen();
        (TokenHash, ExpireTime) = (InvitationToken.Hash(token), now.AddDays(length));
    }

    public void Revoke(DateTime now)
    {
        RequireOpen();
        Close(InvitationState.Revoked, now);
    }

    /// <summary>The person has opened the account.</summary>
    public void Accept(AccountId account, DateTime now)
    {
        RequireOpen();
        Account = account.ToString();
        Close(InvitationState.Accepted, now);
    }

    /// <summary>Another administrator answers for it from now on.</summary>
    public void HandOver(string account, string displayName) => (InvitedBy, InvitedByName) = (account, displayName);

    private void Close(InvitationState state, DateTime now) => (State, CloseTime, OpenKey) = (state, now, Id.Value.ToString());

    private void RequireOpen()
    {
        if (State != InvitationState.Waiting)
        {
            throw Fail.Because(IdentityReasons.InvitationClosed, IdentityReasons.InvitationClosed.Title);
        }
    }

    private static int Days(int? days, Violations check)
    {
        check.Check(days is null or (>= 1 and <= MostDays), "days", $"1 to {MostDays}.");
        return Math.Clamp(days ?? DefaultDays, 1, MostDays);
    }
}
