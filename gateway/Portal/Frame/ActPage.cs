using System.Globalization;
using Concord.Portal.Access;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>One form for several acts that look alike: the act is in the address, what it asks for is a list, and what was typed goes into the request under the same names.</summary>
public abstract class ActPage : FormPage
{
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);

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
        AskKind.Accounts => LinesIn(a.Name).Select(AccountIn).Distinct().ToList(),
        _ => Sent(a.Name),
    });

    /// <summary>Sends what was typed, with the accounts of the people whose e-mail addresses were. Where an address is nobody's, that is told at its field and nothing is sent.</summary>
    protected async Task WithAccountsAsync(Func<Dictionary<string, object?>, Task> sendAsync)
    {
        foreach (var ask in Asks.Where(a => a.Kind is AskKind.Account or AskKind.Accounts))
        {
            foreach (var email in LinesIn(ask.Name).Where(line => line.Contains('@', StringComparison.Ordinal)))
            {
                var answer = await Api.FindAccountAsync(email);
                if (answer.Problem is { } problem)
                {
                    await (problem.Status == StatusCodes.Status400BadRequest ? RefuseAsync(ask.Name, "fault.noPerson") : throw new ProblemException(problem));
                    return;
                }

                _accounts[email] = answer.Value!.Name;
            }
        }

        await sendAsync(Answers());
    }

    protected Ask Words(string name, string label, string kind, IEnumerable<string> values) => new(name, label) { Options = [.. values.Select(v => (v, Say.Word(kind, v)))] };

    /// <summary>Nothing is chosen for whoever has not chosen.</summary>
    protected Ask Unchosen(Ask choice) => choice with { Options = [("", Say["form.choose"]), .. choice.Options] };

    protected static Ask Lines(string name, string label, int most, int lines = 3) => new(name, label) { Lines = lines, MaxLength = most };

    // What is neither is left to the API, which says what it expects.
    private string? AccountIn(string? text) => text is not null && _accounts.TryGetValue(text, out var found) ? found : ProcessNumber.In(text) is { } number ? $"accounts/{number}" : text;

    private string[] LinesIn(string field) => (Sent(field) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
