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

public static class CheckedSettings
{
    public static IServiceCollection NeedsSetting(this IServiceCollection services, Setting setting) => services.AddSingleton(new CheckedSetting(setting, Needed: true));

    public static IServiceCollection TakesSetting(this IServiceCollection services, Setting setting) => services.AddSingleton(new CheckedSetting(setting, Needed: false));

    /// <exception cref="SettingException">The first that is wrong.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var all = services.GetServices<CheckedSetting>().ToList();
        all.ForEach(s => s.Check(configuration));
        services.GetService<MeshMember>()?.Check(all.Select(s => s.Setting));
    }
}
