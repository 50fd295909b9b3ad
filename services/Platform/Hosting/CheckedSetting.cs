using Concord.Platform.Mesh;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>A setting that is read at its first use: a process of its own refuses to start where it is wrong, rather than fail at each request.</summary>
internal sealed record CheckedSetting(Setting Setting, bool Needed)
{
    /// <exception cref="SettingException">It is wrong, or needed and absent.</exception>
    public void Check(IConfiguration configuration) => _ = Needed ? Setting.RequiredIn(configuration) : Setting.In(configuration);
}

/// <summary>The same for settings that are good or wrong together, such as those of one thing among several.</summary>
internal sealed record CheckedTogether(Action<IConfiguration> Check);

public static class CheckedSettings
{
    public static IServiceCollection NeedsSetting(this IServiceCollection services, Setting setting) => services.AddSingleton(new CheckedSetting(setting, Needed: true));

    public static IServiceCollection TakesSetting(this IServiceCollection services, Setting setting) => services.AddSingleton(new CheckedSetting(setting, Needed: false));

    /// <param name="services">Of the program that reads them.</param>
    /// <param name="check">Throws a <see cref="SettingException"/> where they are wrong.</param>
    public static IServiceCollection TakesSettings(this IServiceCollection services, Action<IConfiguration> check) => services.AddSingleton(new CheckedTogether(check));

    /// <exception cref="SettingException">The first that is wrong.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var all = services.GetServices<CheckedSetting>().ToList();
        all.ForEach(s => s.Check(configuration));
        foreach (var together in services.GetServices<CheckedTogether>())
        {
            together.Check(configuration);
        }

        services.GetService<MeshMember>()?.Check(all.Select(s => s.Setting));
    }
}
