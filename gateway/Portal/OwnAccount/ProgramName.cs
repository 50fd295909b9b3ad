namespace Concord.Portal.OwnAccount;

/// <summary>What a person would call the program of a session: a browser and a system, guessed from what the browser says it is.</summary>
internal static class ProgramName
{
    private const int Longest = 60;

    // In this order: most say that they are others too.
    private static readonly (string Mark, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Null where it says nothing.</returns>
    public static string? Of(string said)
    {
        if (said.Length == 0)
        {
            return null;
        }

        var (browser, system) = (NameIn(said, Browsers), NameIn(said, Systems));
        return (browser, system) switch
        {
            (null, null) => said[..Math.Min(said.Length, Longest)],
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser}, {system}",
        };
    }

    private static string? NameIn(string said, (string Mark, string Name)[] known) => known.Where(k => said.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
