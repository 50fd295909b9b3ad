using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Roster.Consents;

namespace Concord.Roster.Mediators;

/// <summary>What the person has consented to (R20).</summary>
internal sealed partial class Profile
{
    /// <summary>The last word to each scope.</summary>
    [Personal]
    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    /// <summary>
    /// Last day on which the person may be found; null where that was never allowed, or is no more. So a profile from before consent was asked is found again once it is recorded:
    /// that nobody objected is no consent.
    /// </summary>
    [Personal]
    public DateOnly? SearchUntil { get; private set; }

    /// <summary>Last day on which shares show the profile; null as above.</summary>
    [Personal]
    public DateOnly? SharingUntil { get; private set; }

    /// <summary>As who keeps the profile was told.</summary>
    /// <param name="told">At most one for each scope.</param>
    /// <param name="prefix">Of the fields that are wrong: empty, or the name of the list, which then is numbered.</param>
    /// <param name="now">Now, UTC.</param>
    public void Record(IReadOnlyList<ConsentTold?> told, string prefix, DateTime now)
    {
        RefuseIfRetired();
        var check = new Violations();
        check.Check(told.Count <= Enum.GetValues<ConsentScope>().Length && told.Select(t => t?.Scope).Distinct().Count() == told.Count, prefix, "One for each scope.");
        check.ThrowIfAny();
        var kept = told.Select((t, i) => (t ?? new ConsentTold(null, null, null, null)).Checked(prefix.Length == 0 ? "" : $"{prefix}[{i}].", now, check)).ToList();
        check.ThrowIfAny();
        if (Person is not null && kept.Find(k => Consents.Any(c => c.Scope == k.Scope && c.ByThePerson)) is { } own)
        {
            throw Fail.Because(RosterReasons.ConsentOfThePerson, $"What {Id} has said to {ApiWord.Of(own.Scope)} only the person changes.", ("profile", Id.ToString()));
        }

        kept.ForEach(Put);
        Touch(now);
    }

    /// <summary>By the person, from today on.</summary>
    public void Consent(ConsentScope scope, DateOnly? until, DateTime now)
    {
        RefuseIfRetired();
        var today = DateOnly.FromDateTime(now);
        var check = new Violations();
        check.Check(!(until < today), "until", "Lies in the past.");
        check.ThrowIfAny();
        Put(new Consent(scope, today, until, null, ByThePerson: true, null));
        Touch(now);
    }

    /// <summary>In every state, and also where nothing was given: then it is a no.</summary>
    public void Withdraw(ConsentScope scope, bool byThePerson, DateTime now)
    {
        var held = Consents.FirstOrDefault(c => c.Scope == scope);
        Put(new Consent(scope, held?.GivenDay, held?.Until, held?.Evidence, byThePerson, held?.WithdrawTime ?? now));
        Touch(now);
    }

    /// <summary>Whether it counts on that day.</summary>
    public bool AllowsSharing(DateOnly today) => SharingUntil >= today;

    private void RequireConsent(DateTime now)
    {
        if (!(SearchUntil >= DateOnly.FromDateTime(now)))
        {
            throw Fail.Because(PlatformReasons.ConsentRequired, $"{Id} is activated once the person's consent to SEARCH is recorded and counts.", ("profile", Id.ToString()));
        }
    }

    private void ForgetConsents() => (Consents, SearchUntil, SharingUntil) = ([], null, null);

    private void Put(Consent consent)
    {
        Consents = [.. Consents.Where(c => c.Scope != consent.Scope).Append(consent).OrderBy(c => c.Scope)];
        (SearchUntil, SharingUntil) = (LastDayOf(ConsentScope.Search), LastDayOf(ConsentScope.Sharing));
    }

    private DateOnly? LastDayOf(ConsentScope scope) => Consents.FirstOrDefault(c => c.Scope == scope)?.LastDay;
}
