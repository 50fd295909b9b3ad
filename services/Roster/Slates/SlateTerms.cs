using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>The appointment, and what it asks for: settled before anybody is named (R19).</summary>
/// <param name="Kind">What the appointment is to.</param>
/// <param name="Title">What the post is called, as it may be published; 1 to 200 characters.</param>
/// <param name="Authority">Resource name of the organization that appoints.</param>
/// <param name="Process">Resource name of the process or situation, where there is one.</param>
/// <param name="Criteria">1 to 30, one of them mandatory at least. Before submission they ask for knowledge of the history, the risk factors and the populations at risk too (R18).</param>
/// <param name="ConflictCountries">Of the parties and their neighbours: whoever has a nationality or a declared interest there is marked, not left out (R16). ISO 3166-1 alpha-3; at most 50.</param>
/// <param name="ConflictParties">The parties, as declared interests may name them (R16): 1 to 200 characters each; at most 30.</param>
internal sealed record SlateTerms(
    AppointmentKind? Kind, string? Title, string? Authority, string? Process, IReadOnlyList<SlateCriterion>? Criteria, IReadOnlyList<string>? ConflictCountries, IReadOnlyList<string>? ConflictParties)
{
    private const int MostCountries = 50;
    private const int MostParties = 30;

    /// <summary>As they are kept, or what is wrong with them.</summary>
    public SlateTerms Checked(Atlas atlas)
    {
        var check = new Violations();
        check.Required(Kind, "kind");
        check.Check(ResourceName.IsIn("organizations", Authority), "authority", "Expected the form organizations/{uuid}.");
        check.Check(Process is null || ResourceName.IsIn("processes", Process) || ResourceName.IsIn("situations", Process), "process", "Expected the form processes/{uuid} or situations/{uuid}.");
        check.Check(Criteria is { Count: > 0 }, "criteria", "Required.");
        check.Check(Criteria is null or { Count: 0 } || Criteria.Any(c => c?.Mandatory == true), "criteria", "One of them is mandatory at least.");
        check.Codes(ConflictCountries, "conflictCountries", MostCountries, atlas.IsCountry, "No such country; ISO 3166-1 alpha-3 is expected.");
        check.Check(ConflictParties is null or { Count: <= MostParties }, "conflictParties", $"At most {MostParties}.");
        var terms = this with
        {
            Title = check.Text(Title, "title", 200),
            Authority = ResourceName.Spelled(Authority),
            Process = ResourceName.Spelled(Process),
            Criteria = check.Items(Criteria, "criteria", SlateCriterion.Most, (c, field) => c.Checked(field, atlas, check)),
            ConflictCountries = ConflictCountries ?? [],
            ConflictParties = [.. (ConflictParties ?? []).Take(MostParties).Select((p, i) => check.Text(p, $"conflictParties[{i}]", 200))],
        };
        check.ThrowIfAny();
        return terms;
    }
}

/// <summary>Begins a slate for one appointment, in the name of the caller's organization.</summary>
/// <param name="Kind">What the appointment is to.</param>
/// <param name="Title">What the post is called, as it may be published; 1 to 200 characters.</param>
/// <param name="Authority">Resource name of the organization that appoints.</param>
/// <param name="Process">Resource name of the process or situation, where there is one.</param>
/// <param name="Criteria">1 to 30, one of them mandatory at least.</param>
/// <param name="ConflictCountries">Of the parties and their neighbours (R16): ISO 3166-1 alpha-3; at most 50.</param>
/// <param name="ConflictParties">The parties, as declared interests may name them (R16); at most 30.</param>
/// <param name="Classification">Who may see the slate at all, and up to which profiles may stand on it: CONFIDENTIAL where absent, at least. It stays as it is.</param>
internal sealed record CreateSlate(
    AppointmentKind? Kind, string? Title, string? Authority, string? Process, IReadOnlyList<SlateCriterion>? Criteria, IReadOnlyList<string>? ConflictCountries, IReadOnlyList<string>? ConflictParties,
    Classification? Classification)
{
    public SlateTerms ToTerms() => new(Kind, Title, Authority, Process, Criteria, ConflictCountries, ConflictParties);
}
