using Concord.Platform.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Concord.Identity.Providers;

internal static class ProviderSetup
{
    public static IHostApplicationBuilder AddProviders(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TakesSettings(configuration => _ = ProviderSettings.All(configuration));
        services.AddSingleton<ProviderRegister>().AddTransient<ProviderHandler>();
        services.AddScoped<ProviderQuestion>().AddScoped<ProviderDoor>().AddScoped<ProviderLinking>().AddScoped<LinksOfAccount>().AddScoped<OtherWays>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<OpenIdConnectOptions>, ProviderOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<AuthenticationOptions>().Configure<ProviderRegister>((authentication, register) =>
        {
            foreach (var provider in register.All)
            {
                authentication.AddScheme(provider.Scheme, scheme => scheme.HandlerType = typeof(ProviderHandler));
            }
        });

        // It writes down what came from elsewhere; what failed is said by ProviderDoor and ProviderQuestion.
        builder.Logging.AddFilter(typeof(ProviderHandler).FullName, LogLevel.None);
        return builder;
    }
}
