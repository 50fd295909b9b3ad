using System.Globalization;
using Concord.Portal.Access;
using Concord.Portal.Components;

namespace Concord.Portal.Frame;

/// <summary>One form for several acts that look alike: the act is in the address, what it asks for is a list, and what was typed goes into the request under the same names.</summary>
public abstract class ActPage : FormPage
{
    /// <summary>What the act asks for.</summary>
    protected abstract IReadOnlyList<Ask> Asks { get; }

    protected IReadOnlyDictionary<string, string> Labels => Asks.ToDictionary(a => a.Name, a => a.Label);

    /// <summary>What was typed, also where that is nothing; before that, what the page offers.</summary>
    protected string? Shown(Ask ask) => Http.Request.HasFormContentType ? Sent(ask.Name) : ask.Initial;

    /// <summary>What was typed, as the request takes it.</summary>
    protected Dictionary<string, object?> Answers() => Asks.ToDictionary(a => a.Name, object? (a) => a.Kind switch
    {
        AskKind.Day => DayIn(a.Name),
        AskKind.Number => int.TryParse(Sent(a.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        AskKind.Flag => Sent(a.Name) is { } answer ? answer == "yes" : null,
        AskKind.Account => AccountIn(Sent(a.Name)),
        AskKind.Accounts => (Sent(a.Name) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(AccountIn).Distinct().ToList(),
        _ => Sent(a.Name),
    });

    protected Ask Words(string name, string label, string kind, IEnumerable<string> values) => new(name, label) { Options = [.. values.Select(v => (v, Say.Word(kind, v)))] };

    protected static Ask Lines(string name, string label, int most, int lines = 3) => new(name, label) { Lines = lines, MaxLength = most };

    // What is no number at all is left to the API, which says what it expects.
    private static string? AccountIn(string? text) => ProcessNumber.In(text) is { } number ? $"accounts/{number}" : text;
}
