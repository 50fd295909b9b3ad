using System.Collections.Frozen;
using System.Text;

namespace Concord.Roster.Names;

/// <summary>One way to read a script with vowels: at each letter the longest rule that holds.</summary>
internal sealed class Reading
{
    private readonly FrozenDictionary<char, SoundRule[]> _rules;

    /// <param name="rules">Of several that are as long, the first that holds.</param>
    public Reading(params ReadOnlySpan<string> rules)
    {
        var all = new List<SoundRule>();
        foreach (var some in rules)
        {
            all.AddRange(SoundRule.Read(some));
        }

        _rules = all.GroupBy(r => r.From[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(r => r.From.Length).ToArray());
    }

    public string Read(string word)
    {
        var sound = new StringBuilder(word.Length + 2);
        for (var at = 0; at < word.Length;)
        {
            var rule = RuleAt(word, at);
            sound.Append(rule?.To);
            at += rule?.From.Length ?? 1;
        }

        return sound.ToString();
    }

    private SoundRule? RuleAt(string word, int at)
    {
        if (_rules.TryGetValue(word[at], out var rules))
        {
            foreach (var rule in rules)
            {
                if (rule.Holds(word, at))
                {
                    return rule;
                }
            }
        }

        return null;
    }
}
