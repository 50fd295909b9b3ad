using Concord.Platform.Errors;
using Concord.Platform.Persistence;

namespace Concord.Monitoring.Agreements;

/// <summary>What a party or body named in an agreement is.</summary>
internal enum PartyKind
{
    Government = 1,
    ArmedMovement,
    PoliticalParty,
    Coalition,
    Institution,
    InternationalOrganization,
    CivilSociety,
}

/// <summary>A party or body to name in a new agreement.</summary>
/// <param name="Key">Short key, unique in the agreement; provisions and milestones point at it.</param>
/// <param name="Name">As the agreement calls it; 1 to 200 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Organization">Resource name of the registered organization whose callers speak for it; absent where there is none.</param>
internal sealed record NewParty(string? Key, string? Name, PartyKind? Kind, string? Organization = null);

/// <summary>A signatory, or a body that the agreement gives duties to.</summary>
internal sealed class Party
{
    private Party() { } // EF

    public AgreementId Agreement { get; private init; }
    public string Key { get; private init; } = "";
    public int Ordinal { get; private init; }
    public string Name { get; private init; } = "";
    public PartyKind Kind { get; private init; }
    public string? Organization { get; private init; }

    public static Party Of(AgreementId agreement, NewParty party, int ordinal, Violations check)
    {
        var field = $"parties[{ordinal}]";
        check.Check(party.Organization is null || ResourceName.IsIn("organizations", party.Organization), $"{field}.organization", "Expected the form organizations/{uuid}.");
        return new Party
        {
            Agreement = agreement,
            Ordinal = ordinal,
            Key = check.Key(party.Key, $"{field}.key"),
            Name = check.Text(party.Name, $"{field}.name", 200),
            Kind = check.Required(party.Kind, $"{field}.kind"),
            Organization = party.Organization,
        };
    }
}

/// <summary>A chapter to name in a new agreement.</summary>
/// <param name="Number">As numbered in the agreement.</param>
/// <param name="Title">1 to 200 characters.</param>
internal sealed record NewChapter(int? Number, string? Title);

internal sealed class Chapter
{
    private Chapter() { } // EF

    public AgreementId Agreement { get; private init; }
    public int Number { get; private init; }
    public string Title { get; private init; } = "";

    public static Chapter Of(AgreementId agreement, NewChapter chapter, int ordinal, Violations check)
    {
        check.Check(chapter.Number is null or (>= 0 and <= 1000), $"chapters[{ordinal}].number", "0 to 1000.");
        return new Chapter
        {
            Agreement = agreement,
            Number = check.Required(chapter.Number, $"chapters[{ordinal}].number"),
            Title = check.Text(chapter.Title, $"chapters[{ordinal}].title", 200),
        };
    }
}
