namespace Concord.Roster.Synthetic;

/// <summary>
/// SplitMix64 (public domain, S. Vigna): the same numbers on every machine and every .NET, which <see cref="System.Random"/> does not promise.
/// Whole numbers only, so that no rounding differs either.
/// </summary>
internal struct Dice
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>One person's own dice: any person can be made without the others.</summary>
    public Dice(ulong seed, int person)
    {
        _state = seed;
        _state = Next() ^ ((ulong)person * Step);
        Next();
    }

    public ulong Next()
    {
        var z = _state += Step;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 up to and without <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Math.BigMul(Next(), (ulong)limit, out _));

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T One<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>Index of a weight, as often as the weights say.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var roll = Below(sum);
        for (var i = 0; ; i++)
        {
            if ((roll -= weights[i]) < 0)
            {
                return i;
            }
        }
    }
}
