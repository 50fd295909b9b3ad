using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Delegations;

/// <summary>What a person does for himself and an administrator for others.</summary>
internal sealed class DelegationDesk(IdentityDb db, Caller caller, TimeProvider time, IHttpContextAccessor accessor)
{
    private HttpContext Http => accessor.HttpContext!;

    public async Task<Ok<Page<DelegationAnswer>>> ListAsync(IQueryable<Delegation> which, PageRequest page, string context, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var found = await which.PageAsync<Delegation, DelegationId, Delegation>(page, context, d => d, cancellationToken);
        var names = await db.NamesAsync([.. found.Items], cancellationToken);
        return TypedResults.Ok(new Page<DelegationAnswer>([.. found.Items.Select(d => DelegationAnswers.ToAnswer(d, names, now))], found.NextPageToken));
    }

    public async Task<Created<DelegationAnswer>> NameAsync(Account person, NameDelegate request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        Delegation.Check(request, now);
        var key = Account.KeyOf(request.Email ?? "");
        var colleague = ResourceName.TryParse<AccountId>(request.Delegate, out var id)
            ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
            : await db.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key, cancellationToken);
        if (colleague?.Id.ToString() == caller.Subject && person.Id != colleague.Id)
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Ask another administrator to name you.");
        }

        var delegation = Delegation.Begin(person, colleague, request, caller.Subject, now);
        await RequireNoEqualAsync(delegation, now, cancellationToken);
        db.Add(delegation);
        db.RelyOn(person); // whoever closes one of the two in this moment ends what is open, and would not see this one; of two equal ones named in one moment one counts
        db.RelyOn(colleague!);
        await db.SaveChangesAsync(cancellationToken);
        var answer = await AnswerAsync(delegation, now, cancellationToken);
        return TypedResults.Created((string?)null, Http.Response.Tagged(delegation, answer));
    }

    public async Task<Ok<DelegationAnswer>> WithdrawAsync(Delegation delegation, string? reason, CancellationToken cancellationToken)
    {
        var now = time.Now();
        Http.Request.CheckMatch(delegation);
        delegation.Withdraw(reason, caller.Subject, now);
        (await db.Accounts.SingleAsync(a => a.Id == delegation.Delegate, cancellationToken)).ChangeAccess();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Http.Response.Tagged(delegation, await AnswerAsync(delegation, now, cancellationToken)));
    }

    private async Task RequireNoEqualAsync(Delegation wished, DateTime now, CancellationToken cancellationToken)
    {
        var (person, colleague, from, until, byThePerson) = (wished.Person, wished.Delegate, wished.FromTime, wished.UntilTime, wished.IsByThePerson);
        var open = await db.OpenDelegations(now).AsNoTracking().Where(d => d.Person == person && d.Delegate == colleague && d.FromTime <= from && d.UntilTime >= until).ToListAsync(cancellationToken);
        if (open.Find(d => d.IsByThePerson || !byThePerson) is { } equal) // the person gives more than an administrator does
        {
            throw Fail.Because(IdentityReasons.AlreadyDelegated, IdentityReasons.AlreadyDelegated.Title, ("delegation", DelegationAnswers.NameOf(equal)));
        }
    }

    private async Task<DelegationAnswer> AnswerAsync(Delegation delegation, DateTime now, CancellationToken cancellationToken) =>
        DelegationAnswers.ToAnswer(delegation, await db.NamesAsync([delegation], cancellationToken), now);
}
