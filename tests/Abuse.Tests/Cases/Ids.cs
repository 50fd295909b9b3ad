namespace Concord.Abuse.Tests.Cases;

/// <summary>Other ids in the places of a path.</summary>
internal static class Ids
{
    /// <summary>Places of a path that hold a word or a number of something everybody may know.</summary>
    private static readonly string[] s_words = ["language", "alpha3", "code", "sequence", "size"];

    /// <summary>Collections that hide nothing from whoever may read them.</summary>
    private static readonly string[] s_open = ["organization", "account", "client", "invitation", "link", "situation"];

    /// <summary>From that place on what is there and hidden; null where nothing of that kind can be hidden.</summary>
    public static IReadOnlyList<string>? HiddenOf(Attempt attempt, int from) =>
        attempt.Operation.PathNames.Skip(from).Any(s_open.Contains) ? null : Replaced(attempt, from, name => Hidden(attempt, name));

    /// <summary>From that place on ids that were never given.</summary>
    public static IReadOnlyList<string> NeverGiven(Attempt attempt, int from) => Replaced(attempt, from, _ => Guid.NewGuid().ToString())!;

    private static string? Hidden(Attempt attempt, string name)
    {
        var hidden = attempt.Wire.World.Hidden;
        return attempt.Operation.Template.Split('/').Select(word => hidden.GetValueOrDefault($"{name}@{word}")).FirstOrDefault(id => id is not null) ?? hidden.GetValueOrDefault(name);
    }

    private static List<string>? Replaced(Attempt attempt, int from, Func<string, string?> id)
    {
        var (ids, replaced) = (attempt.Reach.Ids.ToList(), false);
        for (var i = from; i < ids.Count; i++)
        {
            if (s_words.Contains(attempt.Operation.PathNames[i], StringComparer.Ordinal))
            {
                continue;
            }

            if (id(attempt.Operation.PathNames[i]) is not { } other)
            {
                throw new InvalidOperationException($"Nothing hidden stands for '{attempt.Operation.PathNames[i]}': plant it in World.Hidden.");
            }

            (ids[i], replaced) = (other, true);
        }

        return replaced ? ids : null;
    }
}
