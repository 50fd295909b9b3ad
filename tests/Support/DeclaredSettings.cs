using System.Reflection;
using Concord.Platform.Hosting;

namespace Concord.Support;

/// <summary>A setting and the program part that declares it: <c>Platform</c> for what every program reads.</summary>
public sealed record DeclaredSetting(string Part, Setting Setting)
{
    /// <summary>As an environment variable.</summary>
    public string Variable => Setting.Key.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>Every <see cref="Setting"/> that the product declares, found in its assemblies. The test project that asks must reference them all.</summary>
public static class DeclaredSettings
{
    public static IReadOnlyList<DeclaredSetting> All { get; } =
        [.. Repository.Services.Append("Gateway").Append("Platform").SelectMany(part => Assembly.Load($"Concord.{part}").GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(Setting)))
            .Select(f => new DeclaredSetting(part, (Setting)f.GetValue(null)!)))];
}
