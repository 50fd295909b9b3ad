namespace Concord.Identity.Providers;

/// <summary>The identity providers of this installation. They come from its settings alone: whoever could add one could sign in as anybody.</summary>
internal sealed class ProviderRegister
{
    public ProviderRegister(IConfiguration configuration) => All = ProviderSettings.All(configuration);

    public IReadOnlyList<Provider> All { get; }

    public Provider? Find(string? name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>Which one a link is to; null where it is set no more, or under another issuer.</summary>
    public Provider? Of(AccountLink link) => All.FirstOrDefault(p => p.Issuer.OriginalString == link.Issuer);

    public IReadOnlyList<Provider> For(string organization) => [.. All.Where(p => p.SpeaksFor(organization))];
}
