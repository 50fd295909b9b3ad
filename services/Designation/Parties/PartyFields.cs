using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Texts;

namespace Concord.Designation.Parties;

/// <summary>What kind of actor a party is.</summary>
internal enum ProcessPartyKind
{
    Government = 1,
    ArmedGroup,
    PoliticalParty,
    CivilSociety,
    CommunityLeader,
    ReligiousLeader,
    TraditionalLeader,
    NeighbouringState,
    Other,
}

/// <summary>Whether a party takes part in the talks. A fact as its author states it: what follows from it, nobody is told here (R158).</summary>
internal enum TableStanding
{
    AtTable = 1,

    /// <summary>It is kept away from the talks.</summary>
    Excluded,

    /// <summary>It stays away.</summary>
    Absent,
}

/// <summary>Another name of a party.</summary>
/// <param name="Name">In any script; 1 to 200 characters.</param>
/// <param name="Language">Code of the reference data.</param>
internal sealed record PartyAlias([property: Personal] string? Name, string? Language);

/// <summary>A party as it is entered and changed. What it was before stays in its history.</summary>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="DisplayName">In any script; 1 to 200 characters, one letter or digit at least.</param>
/// <param name="Language">Of the name: a code of the reference data; English where absent.</param>
/// <param name="Aliases">Other names, at most 30.</param>
/// <param name="State">ISO 3166-1 alpha-3, where the party is a State or its Government.</param>
/// <param name="Standing">Whether it is at the table; absent where that is not known.</param>
/// <param name="DistinctBecause">Why it is another one than the party that goes by the same name or alias already; asked for only where there is one. 1 to 2000 characters.</param>
/// <param name="Reason">Why it is entered or changed, and on what that rests; 1 to 2000 characters, with every change anew.</param>
internal sealed record PartyFields(
    ProcessPartyKind? Kind, string? DisplayName, string? Language, IReadOnlyList<PartyAlias>? Aliases, string? State, TableStanding? Standing, string? DistinctBecause, string? Reason)
{
    private const int MostAliases = 30;
    private const int LongestName = 200;

    /// <summary>As it is recorded.</summary>
    public PartyFields Checked()
    {
        var check = new Violations();
        var given = Aliases ?? [];
        check.Check(given.Count <= MostAliases, "aliases", $"At most {MostAliases}.");
        var aliases = given.Take(MostAliases).Select((a, i) => new PartyAlias(
            check.Text(a?.Name, $"aliases[{i}].name", LongestName), check.Language(a?.Language, $"aliases[{i}].language"))).ToList();
        check.Check(State is null || ProcessCountry.IsCode(State), "state", "Expected an ISO 3166-1 alpha-3 code.");
        var fields = new PartyFields(
            check.Required(Kind, "kind"), check.Text(DisplayName, "displayName", LongestName), check.Language(Language ?? RecordLanguage.Unsaid, "language"), aliases, State, Standing,
            check.OptionalText(DistinctBecause, "distinctBecause", 2000), check.Text(Reason, "reason", 2000));
        check.ThrowIfAny();
        check.Check(PartyNames.KeyOf(fields.DisplayName!) is not null, "displayName", "Needs at least one letter or digit.");
        check.Check(aliases.All(a => PartyNames.KeyOf(a.Name!) is not null), "aliases", "Each needs at least one letter or digit.");
        check.ThrowIfAny();
        return fields;
    }

    /// <summary>Of the name and each alias, as they are compared.</summary>
    public IReadOnlyList<string> Keys() => [.. ((string[])[DisplayName!, .. (Aliases ?? []).Select(a => a.Name!)]).Select(PartyNames.KeyOf).OfType<string>().Distinct()];
}
