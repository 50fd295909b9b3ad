using System.Collections;

namespace Concord.Support.LeadHistories;

/// <summary>
/// Whether a history is linearizable: whether its calls can be put in one order, each at an instant between its invocation and its return, in which every outcome is what one register would have answered.
/// The search of Wing and Gong with Lowe's memory of what was tried: a set of calls already placed and the state they leave is looked at once.
/// </summary>
public static class HistoryCheck
{
    /// <returns>Null where it is; otherwise how far the best order came and what could not follow.</returns>
    public static string? Violation(IReadOnlyList<Operation> history)
    {
        var calls = history.OrderBy(o => o.Invoked).ToArray();
        var definite = calls.Count(o => o.Outcome is not Outcome.Unknown);
        var tried = new HashSet<Placed>();
        var best = new Placed(new BitArray(calls.Length), LeadState.Initial);
        var bestCount = -1;
        var open = new Stack<(Placed At, int Count)>();
        open.Push((best, 0));
        tried.Add(best);
        while (open.TryPop(out var next))
        {
            var (at, count) = next;
            if (count == definite)
            {
                return null;
            }

            (best, bestCount) = count > bestCount ? (at, count) : (best, bestCount);
            foreach (var (index, after) in Following(calls, at))
            {
                var placed = new Placed(new BitArray(at.Calls) { [index] = true }, after);
                if (tried.Add(placed))
                {
                    open.Push((placed, count + (calls[index].Outcome is Outcome.Unknown ? 0 : 1)));
                }
            }
        }

        var left = Following(calls, best).Select(f => f.Index).ToHashSet();
        var stuck = calls.Where((o, i) => !best.Calls[i] && !left.Contains(i)).Take(10);
        return $"{bestCount} of {definite} calls can be placed, which leaves {best.State}; then none of these fits:{Environment.NewLine}{string.Join(Environment.NewLine, stuck)}";
    }

    /// <summary>The calls that may come next: invoked before anything that is not placed yet had returned, with an outcome that fits.</summary>
    private static IEnumerable<(int Index, LeadState After)> Following(Operation[] calls, Placed at)
    {
        var firstReturn = long.MaxValue;
        for (var i = 0; i < calls.Length && calls[i].Invoked < firstReturn; i++)
        {
            if (!at.Calls[i] && calls[i].Outcome is not Outcome.Unknown)
            {
                firstReturn = Math.Min(firstReturn, calls[i].Returned);
            }
        }

        for (var i = 0; i < calls.Length && calls[i].Invoked < firstReturn; i++)
        {
            if (!at.Calls[i] && at.State.After(calls[i].Call, calls[i].Outcome) is { } after)
            {
                yield return (i, after);
            }
        }
    }

    private sealed class Placed(BitArray calls, LeadState state) : IEquatable<Placed>
    {
        private readonly int[] _words = Words(calls);

        public BitArray Calls => calls;

        public LeadState State => state;

        public bool Equals(Placed? other) => other is not null && State == other.State && _words.AsSpan().SequenceEqual(other._words);

        public override bool Equals(object? obj) => Equals(obj as Placed);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(State);
            foreach (var word in _words)
            {
                hash.Add(word);
            }

            return hash.ToHashCode();
        }

        private static int[] Words(BitArray calls)
        {
            var words = new int[(calls.Length + 31) / 32];
            calls.CopyTo(words, 0);
            return words;
        }
    }
}
