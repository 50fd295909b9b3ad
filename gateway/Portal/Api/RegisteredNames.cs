using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Api;

/// <summary>Names of organizations that the product does not ship with.</summary>
internal static class RegisteredNames
{
    /// <summary>As the register has them now, by resource name; those that the reference data names in the reader's language are left out, and so is what is registered no more.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(this PlatformApi api, IEnumerable<string?> organizations, Language reader)
    {
        var unknown = organizations.OfType<string>().Distinct().Where(o => Organizations.NameOf(o, reader.Tag) is null);
        var found = await Task.WhenAll(unknown.Select(async o => (Name: o, Known: await api.FindAsync<Registered>(o))));
        return found.Where(f => f.Known is not null).ToDictionary(f => f.Name, f => f.Known!.DisplayName, StringComparer.Ordinal);
    }

    private sealed record Registered(string DisplayName);
}
