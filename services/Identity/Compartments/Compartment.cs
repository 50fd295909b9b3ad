using Concord.Identity.Accounts;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Identity.Compartments;

/// <summary>A person to be named.</summary>
/// <param name="Account">Resource name of the account, <c>accounts/{uuid}</c>; or say the e-mail address.</param>
/// <param name="Email">Sign-in name of the account, in place of its resource name.</param>
/// <param name="Keeper">Whether the person also names others.</param>
/// <param name="Function">What the person does in the process; 1 to 100 characters.</param>
/// <param name="Reason">Why the person needs to know; 1 to 2000 characters.</param>
/// <param name="UntilTime">When it ends by itself, UTC; at most 366 days from now.</param>
internal sealed record NameMember(string? Account, string? Email, bool? Keeper, string? Function, string? Reason, DateTime? UntilTime);

/// <summary>
/// Named people around the Strictly Confidential records of one process (R127, R137). It has keepers, who name others, and none of them leaves it without one. Who names somebody
/// needs a second keeper's agreement as soon as there is one.
/// </summary>
internal sealed class Compartment : IVersioned
{
    public static readonly TimeSpan LongestMembership = TimeSpan.FromDays(366);
    public static readonly TimeSpan LongestBreakGlass = TimeSpan.FromHours(4);
    private readonly List<Membership> _members = [];

    private Compartment() { } // EF

    public CompartmentId Id { get; private init; }
    public IReadOnlyList<Membership> Members => _members;

    /// <summary>Grows with each change of the members: two changes at once cannot both count.</summary>
    public long Changes { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    public static Compartment Found(CompartmentId id, DateTime now) => new() { Id = id, CreateTime = now };

    /// <summary>Who put the process under Strictly Confidential keeps its compartment.</summary>
    /// <param name="account">The person.</param>
    /// <param name="cleared">Until when the person is cleared, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    public void Keep(AccountId account, DateTime cleared, DateTime now)
    {
        if (Current(account, now) is not { Keeper: true })
        {
            Begin(account, MembershipKind.Founder, keeper: true, "Keeper", "Put the process under Strictly Confidential.", account.ToString(), approvedBy: null, now, cleared - now < LongestMembership ? cleared : now + LongestMembership);
        }
    }

    /// <summary>Refuses what could not be carried out, before anybody is asked to agree.</summary>
    public static void Check(NameMember request, DateTime now)
    {
        var check = new Violations();
        var one = (request.Account is null) != (request.Email is null);
        check.Check(one, "account", "Say the account or its e-mail address, and not both.");
        check.Check(!one || request.Account is null || ResourceName.IsIn("accounts", request.Account), "account", "Expected the form accounts/{uuid}.");
        check.Required(request.Keeper, "keeper");
        check.Text(request.Function, "function", 100);
        check.Text(request.Reason, "reason", 2000);
        var until = Instant.Utc(check.Required(request.UntilTime, "untilTime"));
        check.Check(request.UntilTime is null || (until > now && until <= now + LongestMembership), "untilTime", $"Lies in the future, at most {LongestMembership.Days} days from now.");
        check.ThrowIfAny();
    }

    /// <summary>Names a person; where the person was named already, what is said now replaces it.</summary>
    public Membership Name(AccountId account, NameMember request, string by, string? approvedBy, DateTime now)
    {
        Check(request with { Account = account.ToString(), Email = null }, now);
        RequireKeeper(by, now);
        RequireOther(account, by, now);
        var until = Instant.Truncate(Instant.Utc(request.UntilTime!.Value));
        if (Current(account, now) is { Keeper: true } kept && (request.Keeper != true || (account.ToString() == by && until < kept.UntilTime)))
        {
            RequireAnotherKeeper(kept, by, now);
        }

        return Begin(account, MembershipKind.Named, request.Keeper == true, request.Function!.Trim(), request.Reason!.Trim(), by, approvedBy, now, until);
    }

    /// <summary>Lets somebody in who is not named, for hours: at once, with a reason, seen by everybody in it. Where no keeper is left, he keeps it meanwhile, so that he can name one.</summary>
    public Membership BreakGlass(AccountId account, string reason, TimeSpan length, DateTime now) =>
        Current(account, now) is null
            ? Begin(account, MembershipKind.BreakGlass, keeper: !_members.Exists(m => m.Keeper && m.IsCurrent(now)), "Emergency", reason, account.ToString(), approvedBy: null, now, now + length)
            : throw Fail.Because(IdentityReasons.AlreadyNamed, IdentityReasons.AlreadyNamed.Title);

    /// <summary>Ends a membership: a keeper anybody's, and each person their own.</summary>
    public void End(Membership membership, string reason, Caller caller, DateTime now)
    {
        if (!membership.IsCurrent(now))
        {
            throw Fail.Because(IdentityReasons.MembershipEnded, IdentityReasons.MembershipEnded.Title);
        }

        var own = membership.Account.ToString() == caller.Subject;
        if (!own)
        {
            RequireKeeper(caller.Subject, now);
        }

        if (!own && IsKeptInEmergencyBy(caller.Subject, now) && membership.NamedBy != caller.Subject)
        {
            throw Fail.Because(IdentityReasons.NotAKeeper, "Who keeps it in an emergency only ends what he named himself, and his own.");
        }

        if (membership.Keeper)
        {
            RequireAnotherKeeper(membership, caller.Subject, now);
        }

        membership.End(caller.Subject, reason, now, putOut: !own);
        Changes++;
    }

    /// <summary>Ends what came of an emergency, because one of those who were told of it does not agree: also where no keeper is left by that, as there was none before.</summary>
    public void Undo(Membership membership, string reason, string by, DateTime now)
    {
        if (membership.IsCurrent(now))
        {
            membership.End(by, reason, now);
            Changes++;
        }
    }

    /// <summary>The account was closed or has lost its clearance: whatever it was here is over, also where it was the last keeper.</summary>
    public void Leave(AccountId account, string by, DateTime now)
    {
        foreach (var membership in _members.Where(m => m.Account == account && m.IsCurrent(now)))
        {
            membership.End(by, "The account was closed, or is not cleared any more.", now);
            Changes++;
        }
    }

    /// <summary>The person is cleared until then, and named no longer.</summary>
    public void KeepWithin(AccountId account, DateTime cleared, DateTime now)
    {
        foreach (var membership in _members.Where(m => m.Account == account && m.IsCurrent(now) && m.UntilTime > cleared))
        {
            membership.Shorten(cleared);
            Changes++;
        }
    }

    public Membership? Current(AccountId account, DateTime now) => _members.Find(m => m.Account == account && m.IsCurrent(now));

    /// <summary>
    /// Whether this person has to ask another keeper before naming somebody. One whom a keeper has put out as long ago as an act waits still counts: otherwise one of two who puts the other out
    /// could at once name alone. Not where he came in an emergency after that: no keeper was left then.
    /// </summary>
    public bool AsksAnotherKeeper(string subject, DateTime now)
    {
        var came = _members.Find(m => m.Kind == MembershipKind.BreakGlass && m.IsCurrent(now) && m.Account.ToString() == subject)?.CreateTime ?? default;
        return HasKeeperBeside(subject, now) || _members.Exists(m => m.Keeper && m.PutOut && m.EndTime >= came && m.EndTime > now - ProposedAct.Lifetime && m.Account.ToString() != subject);
    }

    /// <summary>Whether somebody beside this person keeps it.</summary>
    public bool HasKeeperBeside(string subject, DateTime now) => _members.Exists(m => m.Keeper && m.IsCurrent(now) && m.Account.ToString() != subject);

    /// <summary>Whether this person keeps it by an emergency only, and was named by nobody.</summary>
    public bool IsKeptInEmergencyBy(string subject, DateTime now) => _members.Exists(m => m.Keeper && m.IsEmergency && m.IsCurrent(now) && m.Account.ToString() == subject);

    /// <summary>Who keeps it in an emergency only names others: a minute of his would otherwise be a year.</summary>
    /// <param name="account">Who would be named.</param>
    /// <param name="by">Who names, or agrees to it.</param>
    /// <param name="now">Now, UTC.</param>
    public void RequireOther(AccountId account, string by, DateTime now)
    {
        if (account.ToString() == by && IsKeptInEmergencyBy(by, now))
        {
            throw Fail.Because(IdentityReasons.NotForOneself, IdentityReasons.NotForOneself.Title);
        }
    }

    public bool IsKeptBy(string subject, DateTime now) => _members.Exists(m => m.Keeper && m.IsCurrent(now) && m.Account.ToString() == subject);

    public void RequireKeeper(string subject, DateTime now)
    {
        if (!IsKeptBy(subject, now))
        {
            throw Fail.Because(IdentityReasons.NotAKeeper, IdentityReasons.NotAKeeper.Title);
        }
    }

    // Who leaves by his own will leaves it to one who stays as long as he would have: it would otherwise be without a keeper a moment later. Whoever was taken over is put out by whoever there is.
    private void RequireAnotherKeeper(Membership than, string by, DateTime now)
    {
        var own = than.Account.ToString() == by;
        if (!_members.Exists(m => m.Keeper && m.IsCurrent(now) && m.Account != than.Account && (!own || m.UntilTime >= than.UntilTime)))
        {
            throw Fail.Because(IdentityReasons.LastKeeper, IdentityReasons.LastKeeper.Title);
        }
    }

    private Membership Begin(AccountId account, MembershipKind kind, bool keeper, string function, string reason, string by, string? approvedBy, DateTime now, DateTime until)
    {
        // Also one that has run out: only one row of a person is open.
        foreach (var before in _members.Where(m => m.Account == account && m.EndTime is null))
        {
            before.End(by, before.IsCurrent(now) ? "Named anew." : "Its time was over.", before.IsCurrent(now) ? now : before.UntilTime);
        }

        var membership = Membership.Begin(Id, account, kind, keeper, function, reason, by, approvedBy, now, until);
        _members.Add(membership);
        Changes++;
        return membership;
    }
}
