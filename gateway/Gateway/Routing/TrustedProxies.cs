using Concord.Platform.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace Concord.Gateway.Routing;

/// <summary>
/// Behind an ingress every caller would have its address, and one who guesses passwords would slow down all. What a proxy says of its caller is
/// believed only where the proxy is one that was named.
/// </summary>
internal static class TrustedProxies
{
    public static readonly Setting Networks = new(
        "Gateway:TrustedProxies", "Networks of the proxies in front of the gateway, such as 10.0.0.0/8, with a comma between them; their X-Forwarded-For names the caller. Nobody's is believed without it.",
        Form: SettingForm.Networks);

    public static WebApplicationBuilder AddTrustedProxies(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((forwarded, configuration) =>
        {
            // The address alone: scheme and host are what Identity:Issuer says.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in SettingForm.Parts(Networks.In(configuration) ?? ""))
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
        return builder;
    }

    public static WebApplication UseTrustedProxies(this WebApplication app)
    {
        if (Networks.In(app.Configuration) is not null)
        {
            app.UseForwardedHeaders();
        }

        return app;
    }
}
