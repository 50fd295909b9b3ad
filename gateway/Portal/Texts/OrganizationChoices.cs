using Concord.Platform.Texts;

namespace Concord.Portal.Texts;

/// <summary>Organizations to choose from, in the order of the reader's alphabet.</summary>
/// <param name="Options">Resource names, and what to call them.</param>
/// <param name="InEnglish">Those of them whose names there are only as their records have them.</param>
public sealed record OrganizationChoices(IReadOnlyList<(string Value, string Text)> Options, IReadOnlyCollection<string> InEnglish)
{
    public static OrganizationChoices None { get; } = new([], []);

    /// <param name="say">The reader's language.</param>
    /// <param name="organizations">Resource name, and name in the record.</param>
    /// <param name="unchosen">What stands there before one is chosen; the first organization where null.</param>
    public static OrganizationChoices Of(Speech say, IEnumerable<(string Name, string DisplayName)> organizations, string? unchosen = null)
    {
        var called = organizations.Select(o => (o.Name, Text: say.Organization(o.Name, o.DisplayName), o.DisplayName)).OrderBy(o => o.Text, say.Alphabet).ToList();
        return new(
            [.. unchosen is null ? [] : ((string, string)[])[("", unchosen)], .. called.Select(o => (o.Name, o.Text))],
            [.. called.Where(o => o.Text == o.DisplayName).Select(o => o.Name)]);
    }
}
