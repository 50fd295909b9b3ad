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
/// <param name="Form">What a value must look like; null where any text may be one.</param>
/// <param name="Secret">It may stand in a file instead, whose path <c>{Key}File</c> names: so that it is in no environment, which a dump of the process or of its container shows.</param>
public sealed record Setting(string Key, string Meaning, string? Default = null, SettingForm? Form = null, bool Secret = false)
{
    public Setting For(string service) => With("service", service);

    /// <summary>The same of one thing among several that are set alike.</summary>
    /// <param name="gap">What stands in braces in the key.</param>
    /// <param name="name">Of the thing.</param>
    public Setting With(string gap, string name) => this with { Key = Key.Replace($"{{{gap}}}", name, StringComparison.Ordinal) };

    /// <summary>The words that are set one step below this key, as they were written: names of things that are set alike.</summary>
    public static IReadOnlyList<string> NamesBelow(string key, IConfiguration configuration) => [.. configuration.GetSection(key).GetChildren().Select(c => c.Key)];

    /// <exception cref="SettingException">It does not have its form.</exception>
    public string? In(IConfiguration configuration)
    {
        var value = configuration[Key] is { Length: > 0 } set ? set : Secret && configuration[$"{Key}File"] is { Length: > 0 } path ? Read(path) : Default;
        return value is null || Form is null || Form.Fits(value) ? value : throw Refused(Form.Description);
    }

    /// <exception cref="SettingException">It is absent and has no default, or does not have its form.</exception>
    public string RequiredIn(IConfiguration configuration) => In(configuration) ?? throw new SettingException($"Set {Key}: {Meaning}");

    /// <exception cref="SettingException">It is absent and has no default, or does not read as <typeparamref name="T"/>.</exception>
    public T RequiredIn<T>(IConfiguration configuration) where T : IParsable<T> =>
        T.TryParse(RequiredIn(configuration), CultureInfo.InvariantCulture, out var value) ? value : throw Refused(typeof(T).Name);

    private string Read(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n') is { Length: > 0 } text ? text : throw new SettingException($"{Key}File names a file that is empty: {Meaning}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{Key}File names a file that cannot be read: {Meaning}");
        }
    }

    // Without the value: an address may hold a password.
    private SettingException Refused(string form) => new($"{Key} must be {form}: {Meaning}");
}

/// <summary>A setting is missing or wrong: for whoever set it, who is told in a line and not by a stack.</summary>
public sealed class SettingException(string message) : Exception(message);
