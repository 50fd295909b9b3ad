namespace Concord.Roster.Reading;

/// <summary>Whom one reader was shown, as far as it has been counted: what the chain tells is read once.</summary>
internal sealed class SeenPeople
{
    private readonly Dictionary<string, DateTime> _times = new(StringComparer.Ordinal);

    /// <summary>The last entry of the chain that was counted; absent where none was.</summary>
    public long? CountedUpTo { get; private set; }

    /// <summary>When each was shown last.</summary>
    public IReadOnlyDictionary<string, DateTime> Times => _times;

    public void Add(string person, DateTime time, long sequence)
    {
        _times[person] = _times.TryGetValue(person, out var before) && before > time ? before : time;
        CountedUpTo = Math.Max(CountedUpTo ?? 0, sequence);
    }

    /// <summary>Leaves those who were shown later.</summary>
    public void Forget(DateTime upTo)
    {
        foreach (var (person, time) in _times)
        {
            if (time <= upTo)
            {
                _times.Remove(person);
            }
        }
    }
}
