using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Slates;

/// <summary>A possible conflict of interest (R16): for those who choose to weigh, and no judgement. Nothing is inferred: it is what the person has stated or declared.</summary>
/// <param name="Ground">On what it rests.</param>
/// <param name="Country">Where; absent where the interest is in a party alone.</param>
/// <param name="Party">In whom; absent where it is in a country alone.</param>
/// <param name="Interest">Of what kind a declared interest is.</param>
internal sealed record CandidateConflict(ConflictGround Ground, string? Country, string? Party, InterestKind? Interest)
{
    /// <param name="slate">With the countries and parties.</param>
    /// <param name="nationalities">As the person states them.</param>
    /// <param name="interests">As the person declared them; empty where they are not for the caller.</param>
    public static IReadOnlyList<CandidateConflict> Of(Slate slate, IReadOnlyList<string> nationalities, IEnumerable<DeclareInterest> interests) =>
    [
        .. nationalities.Where(slate.ConflictCountries.Contains).Select(n => new CandidateConflict(ConflictGround.Nationality, n, null, null)),
        .. interests.Where(i => (i.Country is not null && slate.ConflictCountries.Contains(i.Country)) || (i.Party is not null && slate.ConflictParties.Contains(i.Party, StringComparer.OrdinalIgnoreCase)))
            .Select(i => new CandidateConflict(ConflictGround.DeclaredInterest, i.Country, i.Party, i.Kind)),
    ];
}
