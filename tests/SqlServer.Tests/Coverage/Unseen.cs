namespace Concord.SqlServer.Tests.Coverage;

/// <summary>Lines that send something and that no test reaches on the recording store, each with its reason; by what the line says, because numbers move.</summary>
internal static class Unseen
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };

    public static string LineOf(string site)
    {
        var at = site.LastIndexOf(':');
        return File.ReadLines(Concord.Support.Repository.PathOf(site[..at])).ElementAt(int.Parse(site[(at + 1)..]) - 1).Trim();
    }
}
