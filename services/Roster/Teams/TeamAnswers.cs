using Concord.Contracts.Access;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Teams;

/// <summary>Somebody who is proposed, as much as a choice needs to be talked about.</summary>
/// <param name="Name">A profile, or an insider-reconciler whom the wish names (R17).</param>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Synthetic">A made-up person of a demonstration.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="SeniorityLevel">Absent of an insider-reconciler, who stands outside the levels of mediators.</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3; none are kept of an insider-reconciler.</param>
/// <param name="Classification">Of the record.</param>
internal sealed record ProposedPerson(
    string Name, string DisplayName, bool Synthetic, Gender Gender, SeniorityLevel? SeniorityLevel, IReadOnlyList<string> Nationalities, Classification Classification)
{
    public static ProposedPerson Of(RosterEntry e) => new(e.Id.ToString(), e.DisplayName, e.Synthetic, e.Gender, e.SeniorityLevel, e.Nationalities, e.Classification);
}

/// <summary>A member, and why.</summary>
/// <param name="Person">Who.</param>
/// <param name="Covers">Parts of the wish that the member fulfils or counts for; empty where the member is there for size or balance.</param>
/// <param name="AloneCovers">Those that the team would not fulfil without the member.</param>
/// <param name="Pinned">Named by whoever asked.</param>
/// <param name="SharedNationalities">Of an insider: nationalities of the countries in conflict (R16, R17).</param>
/// <param name="StandIns">Others who contribute the same, at most ten, drawn and in no order of merit (R157).</param>
internal sealed record TeamMemberAnswer(
    ProposedPerson Person, IReadOnlyList<WishPart> Covers, IReadOnlyList<WishPart> AloneCovers, bool Pinned, IReadOnlyList<string> SharedNationalities, IReadOnlyList<ProposedPerson> StandIns);

/// <summary>A team that fulfils the wish.</summary>
/// <param name="Proven">No team is preferred to it; false where the time was over before that was sure.</param>
/// <param name="Members">By resource name.</param>
/// <param name="Coverage">Each requirement, who covers it, and what is weak about that.</param>
/// <param name="Quality">What it is preferred for, fact beside fact.</param>
/// <param name="Balance">Women and men (R8).</param>
/// <param name="GenderReach">In which fields of substance somebody practises both the field and gender (R11); told of every team, whether it was asked for or not.</param>
internal sealed record TeamAnswer(
    bool Proven, IReadOnlyList<TeamMemberAnswer> Members, IReadOnlyList<CoveredPart> Coverage, TeamQuality Quality, TeamBalance Balance, IReadOnlyList<GenderReach> GenderReach);

/// <summary>How many people could not be considered, and why.</summary>
internal sealed record LeftOutAnswer(Ineligibility Reason, int Count);

/// <summary>The answer to a wish. It proposes; people decide.</summary>
/// <param name="Outcome">COMPOSED has teams, IMPOSSIBLE a way out.</param>
/// <param name="Best">The team that is preferred.</param>
/// <param name="Alternatives">Up to two that are clearly different.</param>
/// <param name="WayOut">The smallest changes that make the wish possible.</param>
/// <param name="LeftOut">Of those whom the caller may find.</param>
internal sealed record CompositionAnswer(CompositionOutcome Outcome, TeamAnswer? Best, IReadOnlyList<TeamAnswer> Alternatives, WayOut? WayOut, IReadOnlyList<LeftOutAnswer> LeftOut)
{
    /// <param name="composed">By names.</param>
    /// <param name="person">Whoever was a candidate, by name.</param>
    public static CompositionAnswer Of(Composition composed, Func<string, ProposedPerson> person)
    {
        return new CompositionAnswer(
            composed.Outcome, composed.Best is { } best ? Team(best) : null, [.. composed.Alternatives.Select(Team)], composed.WayOut, [.. composed.LeftOut.OrderBy(l => l.Key).Select(l => new LeftOutAnswer(l.Key, l.Value))]);

        TeamAnswer Team(ComposedTeam team) => new(team.Proven, [.. team.Members.Select(Member)], team.Coverage, team.Quality, team.Balance, team.GenderReach);

        TeamMemberAnswer Member(TeamMember member) => new(
            person(member.Name), member.Covers, member.AloneCovers, member.Pinned, member.SharedNationalities, [.. member.StandIns.Select(person)]);
    }

    /// <summary>Everybody whom it shows.</summary>
    public IEnumerable<ProposedPerson> Shown() =>
        Alternatives.Prepend(Best).OfType<TeamAnswer>().SelectMany(t => t.Members).SelectMany(m => m.StandIns.Prepend(m.Person)).DistinctBy(p => p.Name);
}
