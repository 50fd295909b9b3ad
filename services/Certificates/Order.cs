using System.Globalization;
using System.Text.RegularExpressions;

namespace Concord.Certificates;

/// <summary>What the command line asks for.</summary>
/// <param name="Directory">Gets a directory for each service.</param>
/// <param name="Services">Their names, as other services call them.</param>
internal sealed partial record Order(string Directory, IReadOnlyList<string> Services)
{
    /// <summary>Where the keys of the authority are.</summary>
    public string Authority { get; private set; } = Path.Combine(Directory, "authority");

    /// <summary>Names and IP addresses that every certificate has besides its own.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Null where it is done once.</summary>
    public TimeSpan? Every { get; private set; }

    /// <summary>Whether another authority takes the place of the one that is there, at once.</summary>
    public bool Anew { get; set; }

    public string DirectoryOf(string service) => Path.Combine(Directory, service);

    /// <returns>Null where it is not understood.</returns>
    public static Order? Read(string[] words)
    {
        var names = words.TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (names is not [var directory, .. var services] || services.Length == 0 || !services.All(s => Name().IsMatch(s)) || services.Distinct().Count() < services.Length)
        {
            return null;
        }

        List<string> hosts = [];
        var order = new Order(directory, services) { Hosts = hosts };
        for (var i = names.Length; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--anew":
                    order.Anew = true;
                    break;
                case "--authority" when i + 1 < words.Length:
                    order.Authority = words[++i];
                    break;
                case "--host" when i + 1 < words.Length:
                    hosts.Add(words[++i]);
                    break;
                case "--every" when i + 1 < words.Length && double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86400:
                    order.Every = TimeSpan.FromSeconds(seconds);
                    i++;
                    break;
                default:
                    return null;
            }
        }

        // A directory of that name would lie among those of the services.
        return services.Contains(Path.GetFileName(order.Authority)) && Path.GetFullPath(order.Authority) == Path.GetFullPath(order.DirectoryOf(Path.GetFileName(order.Authority))) ? null : order;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Name();
}
