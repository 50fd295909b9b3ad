using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Identity.Compartments;

/// <summary>Who is to be named; the reason is the act's own.</summary>
/// <param name="Account">Resource name of the account.</param>
/// <param name="DisplayName">The person's name, for whoever decides.</param>
/// <param name="Keeper">Whether the person is to name others.</param>
/// <param name="Function">What the person does in the process.</param>
/// <param name="UntilTime">When it would end by itself, UTC.</param>
/// <param name="Succeeds">Whom the person follows, where an administrator handed over; absent where a keeper wishes it.</param>
internal sealed record ProposedMember(string Account, string DisplayName, bool Keeper, string Function, DateTime UntilTime, string? Succeeds = null);

/// <summary>Naming a person, agreed to by a second keeper.</summary>
internal sealed class NameInCompartment(IdentityDb db, EmergencyNaming emergency, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "compartments.name";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var wished = act.Read<ProposedMember>();
        var found = await CompartmentApi.LoadAsync(db, Named(act), cancellationToken);
        var person = ResourceName.TryParse<AccountId>(wished.Account, out var account) ? await db.Accounts.FindAsync([account], cancellationToken) : null;
        var (now, keeper) = (time.Now(), wished.Succeeds is null ? act.ProposedBy : approver.Subject);
        if (!found.IsKeptBy(keeper, now) || person is not { Active: true } || wished.UntilTime <= now || await db.ClearedUntilAsync(person, now, cancellationToken) is not { } cleared || wished.UntilTime > cleared)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        await emergency.RequireOtherAsync(found, account, keeper, now, cancellationToken);
        await emergency.RequireOtherAsync(found, account, approver.Subject, now, cancellationToken);
        if (wished.Succeeds is not null && found.AsksAnotherKeeper(keeper, now))
        {
            // An administrator is no keeper: the one who agreed is the first, and a second one is asked.
            db.Propose(ActName, act.Record, wished with { Succeeds = null }, act.Audience, act.Reason, approver, now);
            return;
        }

        var named = found.Name(account, new NameMember(wished.Account, null, wished.Keeper, wished.Function, act.Reason, wished.UntilTime), keeper, wished.Succeeds is null ? approver.Subject : null, now);
        await emergency.TellNamedAsync(found, named, person.DisplayName, approver, now, cancellationToken);
    }

    internal static CompartmentId Named(ProposedAct act) => ResourceName.TryParse<CompartmentId>(act.Record, out var id) ? id : throw new InvalidOperationException($"{act.Id} is of no compartment.");
}
