namespace Concord.Roster.Teams;

/// <summary>Everybody who can be considered for a wish, grouped, and why the others cannot.</summary>
internal sealed class CandidatePool
{
    private readonly Dictionary<Ineligibility, int> _leftOut = [];

    public CandidatePool(TeamWish wish, IEnumerable<Candidate> candidates)
    {
        Requirements = new Requirements(wish);
        var eligibility = new Eligibility(wish);
        var (pinned, banned) = (wish.Pinned.ToHashSet(StringComparer.Ordinal), wish.Banned.ToHashSet(StringComparer.Ordinal));
        var open = new Dictionary<Contribution, List<Candidate>>();
        List<CandidateGroup> named = [];
        foreach (var person in candidates)
        {
            if (eligibility.Why(person) is { } reason)
            {
                _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
                if (pinned.Contains(person.Name))
                {
                    PinnedInVain[person.Name] = reason;
                }

                continue;
            }

            var contribution = Contribution.Of(person, Requirements, insidersMatter: wish.Insiders > 0);
            if (pinned.Remove(person.Name))
            {
                named.Add(new CandidateGroup(contribution, [person], Standing.Pinned));
            }
            else if (banned.Contains(person.Name))
            {
                named.Add(new CandidateGroup(contribution, [person], Standing.Banned));
            }
            else if (open.TryGetValue(contribution, out var people))
            {
                people.Add(person);
            }
            else
            {
                open.Add(contribution, [person]);
            }
        }

        foreach (var name in pinned.Where(n => !PinnedInVain.ContainsKey(n)))
        {
            PinnedInVain[name] = null;
        }

        // By name first: the order in which candidates come must not show in the answer.
        Groups = [.. named.OrderBy(g => g.People[0].Name, StringComparer.Ordinal), .. open.OrderByDescending(g => Rank(g.Key)).ThenBy(g => g.Key.Bits).Select(g => new CandidateGroup(g.Key, g.Value, Standing.Open))];
    }

    public Requirements Requirements { get; }

    /// <summary>Pinned and banned people, then the others; whoever includes another (<see cref="Contribution.Includes"/>) stands before them.</summary>
    public IReadOnlyList<CandidateGroup> Groups { get; }

    /// <summary>How many are left out, by reason.</summary>
    public IReadOnlyDictionary<Ineligibility, int> LeftOut => _leftOut;

    /// <summary>Pinned people who cannot be considered, and why; null where the name is nobody's. No team has them.</summary>
    public SortedDictionary<string, Ineligibility?> PinnedInVain { get; } = new(StringComparer.Ordinal);

    // Whoever includes another has more bits, or as many and the standing of an insider.
    private static int Rank(Contribution contribution) => ((((int)UInt128.PopCount(contribution.Bits) * 2) + (contribution.Insider ? 1 : 0)) << 3) + contribution.Class;
}
