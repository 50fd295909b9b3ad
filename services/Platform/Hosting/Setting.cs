using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Hosting;

/// <summary>
/// One thing that whoever runs the platform may set. Declared as a static field beside its use, and read only through it: so the list in
/// docs/settings.md, and what docker-compose.yml and k8s/ set, can be compared with what the code reads.
/// </summary>
/// <param name="Key">Configuration key; as an environment variable every <c>:</c> is <c>__</c>. <c>{service}</c> stands for the name of a service.</param>
/// <param name="Meaning">What it decides, with its unit.</param>
/// <param name="Default">Used where it is absent or empty; null where there is none.</param>
public sealed record Setting(string Key, string Meaning, string? Default = null)
{
    public Setting For(string service) => this with { Key = Key.Replace("{service}", service, StringComparison.Ordinal) };

    public string? In(IConfiguration configuration) => configuration[Key] is { Length: > 0 } value ? value : Default;

    /// <exception cref="InvalidOperationException">It is absent and has no default.</exception>
    public string RequiredIn(IConfiguration configuration) => In(configuration) ?? throw new InvalidOperationException($"Set {Key}: {Meaning}");

    /// <exception cref="InvalidOperationException">It is absent and has no default, or does not read as <typeparamref name="T"/>.</exception>
    public T RequiredIn<T>(IConfiguration configuration) where T : IParsable<T> =>
        T.TryParse(RequiredIn(configuration), CultureInfo.InvariantCulture, out var value) ? value : throw new InvalidOperationException($"{Key} is '{In(configuration)}', which is no {typeof(T).Name}: {Meaning}");
}
