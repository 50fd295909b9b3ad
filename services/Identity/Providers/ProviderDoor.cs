using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Identity.SignIn;
using Concord.Identity.Tokens;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>
/// What a provider's answer opens. It says who somebody is there and nothing more: whether that person comes in is for the link and the account, and then every door of a password is gone through as well.
/// </summary>
internal sealed partial class ProviderDoor(IdentityDb db, SecondStep step, SignedIn signedIn, ProviderLinking linking, SignInMetrics metrics, TimeProvider time, ILogger<ProviderDoor> logger)
{
    /// <returns>The page, and whether somebody came through.</returns>
    public async Task<(IResult Result, bool Good)> OpenAsync(HttpContext http, Provider provider, ProviderAnswer answer, ProviderPages pages)
    {
        var intent = answer.Intent;
        if (answer.Outcome == ProviderOutcome.Away)
        {
            LogUnable(provider.Name, answer.Because);
            return (pages.Away(provider, "/"), false);
        }

        var person = answer is { Outcome: ProviderOutcome.Told, Told: { } told } ? ProviderPerson.Of(told, provider, time.Now()) : null;
        if (answer.Outcome == ProviderOutcome.Refused)
        {
            return await RefuseAsync(http, "PROVIDER_SAID_NO", null, pages.Refused(provider, "/"));
        }

        if (person is null || intent is null || IsTooOld(person, intent))
        {
            LogNotGood(provider.Name, answer.Outcome == ProviderOutcome.Told ? "claims" : answer.Because);
            return await RefuseAsync(http, "PROVIDER_ANSWER_NOT_GOOD", null, pages.NotGood(provider, intent?.ReturnUrl ?? "/"));
        }

        var (result, reason, account) = intent.Purpose switch
        {
            ProviderPurpose.SignIn => await SignInAsync(http, provider, person, intent),
            ProviderPurpose.StepUp => await StepUpAsync(http, provider, person, intent),
            ProviderPurpose.Link => await linking.LinkAsync(http, provider, person, intent, pages.Say),
            _ => await linking.AcceptAsync(http, provider, person, intent),
        };
        return result is not null ? (result, true) : await RefuseAsync(http, reason, account, pages.Refused(provider, intent.ReturnUrl));
    }

    // The provider was asked for nothing older; where it does not say, it counts for nothing that has to be recent.
    private static bool IsTooOld(ProviderPerson person, ProviderIntent intent) => person.Time is not null && !person.IsSince(intent.Fresh ? intent.AskTime : intent.AskTime - TokenServer.SessionLifetime);

    private async Task<Entrance> SignInAsync(HttpContext http, Provider provider, ProviderPerson person, ProviderIntent intent)
    {
        var (account, link) = await FindAsync(provider, person, http.RequestAborted);
        if (account is null || link is null)
        {
            return Entrance.Closed("UNKNOWN_SUBJECT", null);
        }

        if (!account.Active || !provider.SpeaksFor(account.Organization) || await db.HasLeftAsync(account.Organization, http.RequestAborted))
        {
            return Entrance.Closed("ACCOUNT_NOT_OPEN", account);
        }

        if (account.AwaitsNewPassword(time.Now()))
        {
            return Entrance.To(await step.ReplaceFirstAsync(http, account, intent.ReturnUrl));
        }

        var first = FirstStep.Provider(link.Id, person.Time);
        return Entrance.To(person is { SecondFactor: true, Time: { } shown } && time.Now() - shown < StepUp.Window
            ? await step.FinishAsync(http, account, intent.ReturnUrl, first, new(FactorKind.Provider, shown))
            : await step.GoOnAsync(http, account, intent.ReturnUrl, first));
    }

    private async Task<Entrance> StepUpAsync(HttpContext http, Provider provider, ProviderPerson person, ProviderIntent intent)
    {
        if (await signedIn.FindAsync(http) is not var (account, session) || session.Id != intent.Session)
        {
            return Entrance.Closed("PROVIDER_ANSWER_NOT_GOOD", null);
        }

        http.ActAs(account.Id.ToString(), account.Organization);
        var (linked, _) = await FindAsync(provider, person, http.RequestAborted);
        if (linked?.Id != account.Id || !provider.SpeaksFor(account.Organization) || !person.SecondFactor || !person.IsSince(intent.AskTime))
        {
            return Entrance.Closed("WRONG_SECOND_FACTOR", account);
        }

        await signedIn.ShowAsync(http, account, session, new(FactorKind.Provider, person.Time!.Value));
        return Entrance.To(Results.Redirect(intent.ReturnUrl));
    }

    private async Task<(Account? Account, AccountLink? Link)> FindAsync(Provider provider, ProviderPerson person, CancellationToken cancellationToken)
    {
        var key = provider.KeyOf(person.Subject);
        var found = await db.Links.Where(l => l.Key == key).Join(db.Accounts, l => l.Account, a => a.Id, (l, a) => new { Link = l, Account = a }).SingleOrDefaultAsync(cancellationToken);
        return (found?.Account, found?.Link);
    }

    private async Task<(IResult, bool)> RefuseAsync(HttpContext http, string reason, Account? account, IResult page)
    {
        metrics.Wrong();
        await db.RecordAsync(AuditOutcome.Refused, reason, account is null ? [] : [account.Id.ToString()], http.RequestAborted);
        return (page, false);
    }

    [LoggerMessage(LogLevel.Error, "The identity provider {Provider} cannot be asked: {Failure}.")]
    private partial void LogUnable(string provider, string failure);

    [LoggerMessage(LogLevel.Warning, "An answer of the identity provider {Provider} was not good: {Failure}.")]
    private partial void LogNotGood(string provider, string failure);
}

/// <summary>Where a person goes on, or why not: the reason is for the chain, the page is the same for all.</summary>
internal readonly record struct Entrance(IResult? Result, string Reason, Account? Account)
{
    public static Entrance To(IResult result) => new(result, "", null);

    public static Entrance Closed(string reason, Account? account) => new(null, reason, account);
}
