using System.Security.Cryptography;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Identity.Accounts;

internal readonly record struct AccountId(Guid Value) : IStrongId<AccountId>
{
    public static string Collection => "accounts";
    public static AccountId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AccountId id) => StrongId.TryParse(segment, out id);
    public static AccountId New() => new(Guid.CreateVersion7());
    public static bool operator >(AccountId left, AccountId right) => left.Value > right.Value;
    public static bool operator <(AccountId left, AccountId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>The fields of an account that an administrator may change.</summary>
internal sealed record AccountEdit(string? DisplayName, IReadOnlyList<string>? Roles, Classification? Clearance, bool? Active);

/// <summary>A person who acts for one organization, in the roles held there (R137).</summary>
internal sealed class Account : IVersioned, IListed<AccountId>
{
    public const int MinPasswordLength = 12;
    public const int MaxPasswordLength = 128; // hashing a longer one would only cost the server

    /// <summary>How long a password that an administrator hands on can be used, once.</summary>
    public static readonly TimeSpan OneTimePasswordLife = TimeSpan.FromDays(7);

    private Account() { } // EF

    public AccountId Id { get; private init; }

    /// <summary>Sign-in name, as the person writes it.</summary>
    [Personal]
    public string Email { get; private init; } = "";

    /// <summary>The e-mail without case: unique.</summary>
    [Personal]
    public string EmailKey { get; private init; } = "";

    [Personal]
    public string DisplayName { get; private set; } = "";

    /// <summary>Resource name of the organization the person acts for; never changes: who moves gets another account.</summary>
    public string Organization { get; private init; } = "";
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public Classification Clearance { get; private set; }
    public bool Active { get; private set; } = true;

    /// <summary>Empty where the person comes in by a provider only.</summary>
    [Personal]
    public string PasswordHash { get; private set; } = "";

    public bool HasPassword => PasswordHash.Length > 0;

    /// <summary>Whether there is one that the person chose, and not only one that was given.</summary>
    public bool HasOwnPassword => HasPassword && !PasswordIsTemporary;

    /// <summary>The password was given by an administrator; the person chooses another before signing in.</summary>
    public bool PasswordIsTemporary { get; private set; }

    /// <summary>Until when a password that was given is good, UTC; null where the person chose it, and for the first administrator, whom nobody could give another one.</summary>
    public DateTime? PasswordUntilTime { get; private set; }

    /// <summary>Changes with the password and the state: sessions and refresh tokens made before it end.</summary>
    [Personal]
    public string SecurityStamp { get; private set; } = NewStamp();

    /// <summary>Counts the changes of what the person may do: tokens of an earlier one are good no more.</summary>
    public long AccessEpoch { get; private set; }

    /// <summary>When it stopped being an active administrator, UTC; null while it is one, and where it never was. For a while it still counts as one whom others have to ask.</summary>
    public DateTime? AdministratorUntilTime { get; private set; }

    /// <summary>When it stopped having any high right, UTC; null while it has one, and where it never had. For a while it is still one whose password takes two: otherwise whoever takes the right away could do that alone and then be that person.</summary>
    public DateTime? HighRightsUntilTime { get; private set; }

    /// <summary>Resource name of the account that took over what was open in this one's name; null where none did.</summary>
    public string? HandedOverTo { get; private set; }
    public DateTime? HandOverTime { get; private set; }

    /// <summary>In which language mails to the person are written, a tag of <see cref="Platform.Texts.Language"/>; null where nobody has said.</summary>
    public string? Language { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    public static string KeyOf(string email) => email.Trim().ToUpperInvariant();

    public static Account Open(AccountId id, string? email, string? displayName, string? organization, IReadOnlyList<string>? roles, Classification? clearance, DateTime now)
    {
        var check = new Violations();
        var account = Sketch(id, email, displayName, organization, roles, clearance, now, check);
        check.ThrowIfAny();
        return account;
    }

    /// <summary>An account as it would be opened; what is wrong with it is collected and not refused yet.</summary>
    public static Account Sketch(AccountId id, string? email, string? displayName, string? organization, IReadOnlyList<string>? roles, Classification? clearance, DateTime now, Violations check)
    {
        var address = check.Text(email, "email", 200);
        check.Check(address.Length == 0 || IsEmail(address), "email", "Not an e-mail address.");
        check.Check(ResourceName.IsIn("organizations", organization), "organization", "Expected the form organizations/{uuid}.");
        var account = new Account
        {
            Id = id,
            Email = address,
            EmailKey = KeyOf(address),
            Organization = organization ?? "",
            CreateTime = now,
        };
        account.Describe(displayName, roles, clearance, check);
        return account;
    }

    /// <summary>What two administrators agree on before anybody has it: to keep accounts, to read the audit chains, to decide who leads, and to see what is Strictly Confidential.</summary>
    public IReadOnlySet<string> HighRights => HighRightsOf(new AccountEdit(DisplayName, Roles, Clearance, Active));

    /// <summary>Whether it has a high right, or had one after this instant.</summary>
    public bool HadHighRights(DateTime since) => HighRights.Count > 0 || HighRightsUntilTime > since;

    public static IReadOnlySet<string> HighRightsOf(AccountEdit account)
    {
        HashSet<string> rights = [.. (account.Roles ?? []).Intersect(Contracts.Access.Roles.GivenByTwo)];
        if (account.Clearance == Classification.StrictlyConfidential)
        {
            rights.Add(nameof(Classification.StrictlyConfidential));
        }

        return account.Active == true ? rights : new HashSet<string>();
    }

    /// <param name="edit">The account as it is to be.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="now">Now, UTC.</param>
    public void Edit(AccountEdit edit, Caller by, DateTime now)
    {
        var check = new Violations();
        var active = check.Required(edit.Active, "active");
        var (wasAdministrator, had) = (Roles.Contains(Contracts.Access.Roles.Administrator), (KeepsThePlatform, HighRights.Count > 0));
        var before = (Roles, Clearance, Active);
        Describe(edit.DisplayName, edit.Roles, edit.Clearance, check);
        check.ThrowIfAny();
        if (by.Subject == Id.ToString() && (!active || (wasAdministrator && !Roles.Contains(Contracts.Access.Roles.Administrator))))
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Ask another administrator to take your access away.");
        }

        if (Active != active)
        {
            Active = active;
            SecurityStamp = NewStamp();
        }

        NoteLoss(had, now);
        if (before.Active != Active || before.Clearance != Clearance || !before.Roles.SequenceEqual(Roles))
        {
            AccessEpoch++;
        }
    }

    /// <summary>Everything open in its name goes to another person of the organization.</summary>
    public AccountHandedOver HandOver(Account? successor, DateTime now)
    {
        if (successor is not { Active: true } || successor.Id == Id || successor.Organization != Organization)
        {
            throw Fail.Because(IdentityReasons.NotASuccessor, IdentityReasons.NotASuccessor.Title);
        }

        (HandedOverTo, HandOverTime) = (successor.Id.ToString(), now);
        return new AccountHandedOver(Id.ToString(), successor.Id.ToString(), Version + 1, now);
    }

    /// <summary>Nobody signs in with it, and every token is good no more.</summary>
    public void Close(DateTime now)
    {
        if (Active)
        {
            var had = (KeepsThePlatform, HighRights.Count > 0);
            Active = false;
            NoteLoss(had, now);
            SecurityStamp = NewStamp();
            AccessEpoch++;
        }
    }

    /// <summary>Mails to the person are written in this language.</summary>
    public void Read(string language) => Language = language;

    /// <summary>Closed from its beginning: a second administrator opens it.</summary>
    public void WaitForApproval() => Active = false;

    /// <summary>Another password: every session and refresh token ends.</summary>
    /// <param name="hash">Of the password.</param>
    /// <param name="temporary">Whether the person replaces it before anything else.</param>
    /// <param name="until">Until when it is good, UTC; without end where null.</param>
    public void SetPassword(string hash, bool temporary, DateTime? until = null)
    {
        PasswordHash = hash;
        (PasswordIsTemporary, PasswordUntilTime) = (temporary, until);
        EndSessions();
    }

    public bool PasswordIsGood(DateTime now) => PasswordUntilTime is null || PasswordUntilTime > now;

    /// <summary>
    /// Whether the password is one that an administrator gave: whoever that was could be the person, with whatever two agree to give. An account that has waited since it was opened is another matter:
    /// its first password is handed on once it is active.
    /// </summary>
    public bool IsOpenToAnother => PasswordIsTemporary && (Active || Version > 1);

    /// <summary>Refuses a high right while that is so.</summary>
    public void RequireOwnPassword()
    {
        if (IsOpenToAnother)
        {
            throw Fail.Because(IdentityReasons.PasswordNotChosen, IdentityReasons.PasswordNotChosen.Title);
        }
    }

    /// <summary>Whether a password that was given still waits to be replaced; until then nothing else lets the person in. One that is good no more keeps nobody out.</summary>
    public bool AwaitsNewPassword(DateTime now) => PasswordIsTemporary && PasswordIsGood(now);

    /// <summary>The password that the person chose opens nothing any more; one that was given stays as it is.</summary>
    public void DropOwnPassword()
    {
        if (HasOwnPassword)
        {
            PasswordHash = "";
        }
    }

    /// <summary>What it may do has changed beside the account itself: the next token says it.</summary>
    public void ChangeAccess() => AccessEpoch++;

    /// <summary>Every session, refresh token and access token ends.</summary>
    public void EndSessions()
    {
        SecurityStamp = NewStamp();
        AccessEpoch++;
    }

    /// <summary>The same password, hashed in today's way: sessions go on.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    /// <summary>Whether it is an active administrator, and for good.</summary>
    public bool KeepsThePlatform => Active && Roles.Contains(Contracts.Access.Roles.Administrator);

    private void NoteLoss((bool Kept, bool High) before, DateTime now)
    {
        AdministratorUntilTime = KeepsThePlatform ? null : before.Kept ? now : AdministratorUntilTime;
        HighRightsUntilTime = HighRights.Count > 0 ? null : before.High ? now : HighRightsUntilTime;
    }

    private void Describe(string? displayName, IReadOnlyList<string>? roles, Classification? clearance, Violations check)
    {
        DisplayName = check.Text(displayName, "displayName", 200);
        Clearance = check.Required(clearance, "clearance");
        Roles = [.. (roles ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        check.Check(Roles.Count > 0, "roles", "At least one role.");
        foreach (var unknown in Roles.Except(Contracts.Access.Roles.OfPeople, StringComparer.Ordinal))
        {
            check.Add("roles", $"There is no role '{unknown}' for people.");
        }
    }

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}
