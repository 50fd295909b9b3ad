using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>Of what kind a stake is.</summary>
internal enum InterestKind
{
    Family = 1,

    /// <summary>Property, trade, a debt.</summary>
    Financial,

    /// <summary>Work for somebody who has a stake, now or before.</summary>
    Professional,
    Political,
    Other,
}

/// <summary>A stake in a country or a party, as the person declares it (R16): said by nobody else, and inferred from nothing.</summary>
/// <param name="Kind">Of what kind.</param>
/// <param name="Country">Where: ISO 3166-1 alpha-3. One of country and party is needed.</param>
/// <param name="Party">In whom, in words; at most 200 characters.</param>
/// <param name="Note">At most 500 characters.</param>
/// <param name="Day">When it was declared.</param>
internal sealed record DeclaredInterest(InterestKind Kind, string? Country, string? Party, string? Note, DateOnly Day);

/// <summary>A stake in a country or a party.</summary>
/// <param name="Kind">Of what kind.</param>
/// <param name="Country">Where: ISO 3166-1 alpha-3. One of country and party is needed.</param>
/// <param name="Party">In whom, in words; at most 200 characters.</param>
/// <param name="Note">At most 500 characters.</param>
internal sealed record DeclareInterest(InterestKind? Kind, string? Country, string? Party, string? Note)
{
    public const int Most = 50;

    public static DeclareInterest Of(DeclaredInterest declared) => new(declared.Kind, declared.Country, declared.Party, declared.Note);

    public DeclareInterest Checked(string field, Atlas atlas, Violations check)
    {
        check.Required(Kind, $"{field}.kind");
        check.Check(Country is null || atlas.IsCountry(Country), $"{field}.country", "No such country; ISO 3166-1 alpha-3 is expected.");
        var kept = this with { Party = check.OptionalText(Party, $"{field}.party", 200), Note = check.OptionalText(Note, $"{field}.note", 500) };
        check.Check(Country is not null || kept.Party is not null, $"{field}.country", "Name a country or a party.");
        return kept;
    }
}
