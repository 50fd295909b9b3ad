using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concord.Platform.Alerts;

/// <summary>Alerts about the records of a service, once for each kind of record. Its store takes <see cref="AlertConfiguration{TSubject, TRecord}"/>.</summary>
public static class AlertSetup
{
    public static IServiceCollection AddAlerts<TSubject, TRecords>(this IServiceCollection services) where TSubject : struct, IStrongId<TSubject> where TRecords : class, IAlertedRecords<TSubject>
    {
        services.TakesSetting(AlertPace.Interval);
        services.AddScoped<IAlertedRecords<TSubject>, TRecords>().AddScoped<IAlertDesk, AlertDesk<TSubject>>().AddScoped<AlertKeeping<TSubject>>();
        services.TryAddScoped<AlertDesks>();
        services.AddSingleton<AlertWatch<TSubject>>().AddSingleton<ICommitListener>(p => p.GetRequiredService<AlertWatch<TSubject>>());
        return services.AddHostedService(p => p.GetRequiredService<AlertWatch<TSubject>>());
    }

    /// <summary>One more kind, with the rule that finds it.</summary>
    public static IServiceCollection AddAlertRule<TSubject, TRule>(this IServiceCollection services) where TSubject : struct, IStrongId<TSubject> where TRule : class, IAlertRule<TSubject> =>
        services.AddScoped<IAlertRule<TSubject>, TRule>();
}
