using Concord.Platform.Texts;
using Concord.Portal.Access;
using Concord.Portal.Api;
using Concord.Portal.Frame;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Roster;

/// <summary>People to choose from in a form: whom the address names, or who is found by the name that was looked for.</summary>
internal static class PeopleToChoose
{
    /// <summary>Keys in the address.</summary>
    public const string Named = "person";
    public const string Sought = "who";
    private const int Most = 25;

    /// <summary>Resource names and what to call them; none before anybody was looked for.</summary>
    /// <param name="api">In the name of the reader.</param>
    /// <param name="request">Of the page.</param>
    /// <param name="me">The reader: whoever may not search finds among the people whom the own organization keeps.</param>
    /// <param name="say">In whose alphabet they stand.</param>
    public static async Task<List<(string Value, string Text)>> PeopleToChooseAsync(this PlatformApi api, HttpRequest request, Me me, Speech say)
    {
        if (ProcessNumber.In(request.Asked(Named) ?? request.Asked(Sought)) is { } id)
        {
            return await api.FindAsync<Profile>($"profiles/{id}") is { } one ? [(one.Name, one.DisplayName)] : [];
        }

        if (request.Asked(Sought) is not { } text)
        {
            return [];
        }

        IEnumerable<(string Name, string Text)> found = me.SeeksPeople
            ? (await api.AskAsync<Found>("profiles:search", new { text = text.Length > 200 ? text[..200] : text, pageSize = Most })).Items.Select(h => (h.Name, h.DisplayName))
            : (await api.ListAsync<Profile>("profiles?state=ACTIVE")).Where(p => p.Owner == me.Organization && p.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(Most).Select(p => (p.Name, p.DisplayName));
        return [.. found.OrderBy(p => p.Text, say.Alphabet)];
    }

    /// <summary>Names of people by their resource names; who is not there for the reader is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOfPeopleAsync(this PlatformApi api, IEnumerable<string> profiles)
    {
        var found = await Task.WhenAll(profiles.Distinct().Select(api.FindAsync<Profile>));
        return found.OfType<Profile>().ToDictionary(p => p.Name, p => p.DisplayName);
    }
}
