using Concord.Contracts.Access;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.SharingAgreements;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Slates;

/// <summary>Puts what slates say of people under seal and takes it out, for whoever may be shown it; the only place that does.</summary>
internal sealed class SlateKeeper(RosterDb db, Sealer sealer, Atlas atlas, TimeProvider time)
{
    public Task<Sealed> SealAsync(SlateCandidate candidate, Classification label, CandidateText text, CancellationToken cancellationToken) =>
        sealer.SealAsync(PlaceOf(candidate, label), text, cancellationToken);

    /// <summary>Everybody on the slate, in the order of listing (R157), as the caller may see them: a profile that is not for the caller, and a person who is not there any more, without a name.</summary>
    public async Task<IReadOnlyList<SeenCandidate>> SeeAsync(Slate slate, Caller caller, CancellationToken cancellationToken)
    {
        var candidates = await db.SlateCandidates.Where(c => c.Slate == slate.Id).OrderBy(c => c.CreateTime).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var ids = candidates.Select(c => c.Profile).OfType<ProfileId>().ToList();
        var seen = await db.Profiles.IgnoreAutoIncludes().AsNoTracking().SeenBy(caller).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var seeing = new List<SeenCandidate>();
        foreach (var candidate in candidates)
        {
            seeing.Add(await SeeAsync(slate, candidate, candidate.Profile is { } id ? seen.GetValueOrDefault(id) : null, caller, cancellationToken));
        }

        return seeing;
    }

    /// <returns>What is kept of a person who is there.</returns>
    public Task<CandidateText> OpenAsync(SlateCandidate candidate, Classification label, CancellationToken cancellationToken) =>
        sealer.OpenAsync<CandidateText>(PlaceOf(candidate, label), candidate.Text!, cancellationToken);

    /// <summary>A person of the roster is erased: what slates say of the person goes, and that somebody stood there stays.</summary>
    public async Task ForgetAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        foreach (var candidate in await db.SlateCandidates.Where(c => c.Profile == profile).ToListAsync(cancellationToken))
        {
            await ForgetAsync(candidate, cancellationToken);
        }
    }

    public async Task ForgetAsync(SlateCandidate candidate, CancellationToken cancellationToken)
    {
        candidate.Forget(time.Now());
        await sealer.DestroyAsync(candidate.Subject, cancellationToken);
        (await db.Slates.SingleAsync(s => s.Id == candidate.Slate, cancellationToken)).Forget(candidate.Id, time.Now());
    }

    private async Task<SeenCandidate> SeeAsync(Slate slate, SlateCandidate candidate, Profile? profile, Caller caller, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.Now());
        var standing = StandingOf(candidate, profile, today);
        if (standing != CandidateStanding.Available)
        {
            return SeenCandidate.Gone(candidate, standing);
        }

        var text = await OpenAsync(candidate, slate.Classification, cancellationToken);
        var shown = profile is null ? ShownFields.All : caller.ShownOf(profile);
        var person = profile is null
            ? new CandidatePerson(text.Outside!.DisplayName, text.Outside.Gender, text.Outside.Nationalities, text.Outside.Background, Synthetic: false)
            : new CandidatePerson(profile.DisplayName, profile.Gender, shown.Contains(SharedFields.Nationalities) ? profile.Nationalities : [], null, profile.Synthetic, ConflictsUnknown: !shown.Contains(SharedFields.Nationalities) || !caller.SeesInterests(profile));
        var interests = profile is null ? text.Outside!.Interests : caller.SeesInterests(profile) ? profile.Interests.Select(DeclareInterest.Of) : [];
        var findings = text.Findings ?? CriterionFinding.Of(slate, text, profile, atlas, today, shown);
        var qualified = findings.All(f => f.Result == CriterionResult.Met || slate.Criteria[f.Criterion - 1].Mandatory == false);
        return new SeenCandidate(candidate, standing, person, text, findings, qualified, CandidateConflict.Of(slate, person.Nationalities, interests), profile?.Person);
    }

    private static CandidateStanding StandingOf(SlateCandidate candidate, Profile? profile, DateOnly today) =>
        candidate.Text is null ? CandidateStanding.Erased
        : candidate.Profile is null ? CandidateStanding.Available
        : profile is null ? CandidateStanding.Withheld
        : profile.State == ProfileState.Suspended ? CandidateStanding.Suspended
        : profile.State != ProfileState.Active ? CandidateStanding.Retired
        : profile.SearchUntil >= today ? CandidateStanding.Available
        : CandidateStanding.ConsentEnded;

    private static SealedPlace PlaceOf(SlateCandidate candidate, Classification label) => new(candidate.Subject, nameof(RosterDb.SlateCandidates), candidate.Id.ToString(), nameof(SlateCandidate.Text), label);
}
