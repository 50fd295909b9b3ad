using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>On what a possible conflict of interest rests.</summary>
internal enum ConflictGround
{
    Nationality = 1,
    DeclaredInterest,
}

/// <summary>A possible conflict of interest (R16): for those who choose to weigh, and no judgement.</summary>
/// <param name="Ground">On what it rests: what the person has stated or declared, nothing else.</param>
/// <param name="Country">Where.</param>
/// <param name="Interest">Of what kind a declared interest is.</param>
internal sealed record ConflictFlag(ConflictGround Ground, string Country, InterestKind? Interest = null)
{
    public static List<ConflictFlag> Of(SearchQuery query, RosterEntry entry) =>
    [
        .. query.FlaggedCountries.Where(entry.Nationalities.Contains).Select(c => new ConflictFlag(ConflictGround.Nationality, c)),
        .. query.FlaggedCountries.SelectMany(c => entry.Interests.Where(i => i.Country == c).Select(i => new ConflictFlag(ConflictGround.DeclaredInterest, c, i.Kind))),
    ];
}
