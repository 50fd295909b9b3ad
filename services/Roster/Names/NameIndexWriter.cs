namespace Concord.Roster.Names;

/// <summary>Makes each next state of the index of names out of the last. One writer at a time.</summary>
internal sealed class NameIndexWriter
{
    private Dictionary<string, SlotChange> _words = new(StringComparer.Ordinal);
    private Dictionary<string, SlotChange> _sounds = new(StringComparer.Ordinal);

    /// <summary>Of words that came up since the last state: when all are read at the start, most have been heard before.</summary>
    private Dictionary<string, string[]> _heard = new(StringComparer.Ordinal);
    private NameIndex _last = NameIndex.Empty;

    /// <summary>Somebody may be found by another name from now on.</summary>
    /// <param name="slot">Of whom.</param>
    /// <param name="before">The name until now; null where the person could not be found.</param>
    /// <param name="after">The name from now on; null where the person can no longer be found.</param>
    public void Rename(int slot, string? before, string? after)
    {
        if (before == after)
        {
            return;
        }

        foreach (var (changes, key) in before is null ? [] : KeysOf(before))
        {
            ChangeOf(changes, key).Remove(slot);
        }

        foreach (var (changes, key) in after is null ? [] : KeysOf(after))
        {
            ChangeOf(changes, key).Add(slot);
        }
    }

    /// <summary>The state to publish; what is changed later does not change it.</summary>
    public NameIndex Build()
    {
        _last = new NameIndex(_last.Words.With(_words), _last.Sounds.With(_sounds));
        (_words, _sounds, _heard) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        return _last;
    }

    private HashSet<(Dictionary<string, SlotChange> Changes, string Key)> KeysOf(string name)
    {
        var words = NameWord.In(name);
        HashSet<(Dictionary<string, SlotChange>, string)> keys = [.. words.Select(w => (_words, w.Plain))];
        keys.UnionWith(words.Select(w => w.Written).Concat(Particles.Join(words, everyTwo: false).Select(j => j.Written)).SelectMany(SoundKeys).Select(key => (_sounds, key)));
        return keys;
    }

    private string[] SoundKeys(string written)
    {
        if (!_heard.TryGetValue(written, out var keys))
        {
            _heard[written] = keys = [.. Spelling.Of(written).Select(NameIndex.KeyOf)];
        }

        return keys;
    }

    private static SlotChange ChangeOf(Dictionary<string, SlotChange> changes, string key)
    {
        if (!changes.TryGetValue(key, out var change))
        {
            changes[key] = change = new SlotChange();
        }

        return change;
    }
}
