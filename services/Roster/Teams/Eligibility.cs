using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Teams;

/// <summary>Why somebody is not considered.</summary>
internal enum Ineligibility
{
    /// <summary>A nationality or a declared interest that the wish excludes (R16).</summary>
    ConflictOfInterest = 1,

    /// <summary>Works elsewhere on the days (R15).</summary>
    Deployed,

    /// <summary>Cannot work on every day in the mode, or when the person can is withheld from whoever asks (R20).</summary>
    NotAvailable,
}

/// <summary>Who can be considered at all. None of this is a matter of preference, so no way out touches it.</summary>
internal sealed class Eligibility(TeamWish wish)
{
    private readonly HashSet<string> _nationalities = new(wish.ExcludedNationalities, StringComparer.Ordinal);
    private readonly HashSet<string> _interests = new(wish.ExcludedInterests, StringComparer.Ordinal);

    /// <summary>The gravest reason; null where the person can be considered.</summary>
    public Ineligibility? Why(Candidate person) =>
        Holds(_interests, person.Interests) || (!person.Insider && Holds(_nationalities, person.Nationalities)) ? Ineligibility.ConflictOfInterest
        : !MayWork(person.Commitment) ? Ineligibility.Deployed
        : !IsFree(wish.Mode == DeploymentMode.InPerson ? person.InPerson : person.AnyMode) ? Ineligibility.NotAvailable
        : null;

    /// <summary>Excluded nationalities that an insider holds, who is considered nevertheless (R17): whoever decides should know.</summary>
    public IReadOnlyList<string> Shared(Candidate insider) => [.. insider.Nationalities.Where(_nationalities.Contains)];

    private bool MayWork(Commitment commitment) => commitment == Commitment.Free || (commitment == Commitment.DeployedWithConsent && wish.Mode == DeploymentMode.Remote);

    // Loops by number: a wish looks at everybody, and an enumerator for each would be most of the time.
    private bool IsFree(IReadOnlyList<DaySpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Covers(wish.Days.First, wish.Days.Last))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(HashSet<string> excluded, IReadOnlyList<string> own)
    {
        for (var i = 0; excluded.Count > 0 && i < own.Count; i++)
        {
            if (excluded.Contains(own[i]))
            {
                return true;
            }
        }

        return false;
    }
}
