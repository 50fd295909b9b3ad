using Concord.Identity.Clients;
using Concord.Identity.Sessions;
using Concord.Identity.Tokens;
using Concord.Identity.Tokens.Keys;
using Concord.Platform.Browsers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Concord.Identity.SignIn;

internal static class SignInSetup
{
    private const string FormCookie = "concord.form";

    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<SignedIn>();
        builder.Services.AddScoped<SecondStep>();
        builder.Services.AddScoped<PasswordCheck>();
        builder.Services.AddSingleton<ProgramConsent>();
        builder.Services.AddSingleton<SignInThrottle>();
        builder.Services.AddSingleton<RefusedClients>();
        builder.Services.AddSingleton<SignInMetrics>();
        builder.Services.AddTransient<IStartupFilter, PublicAddress>();
        builder.Services.AddTransient<IStartupFilter, ReadableForms>();
        builder.Services.AddAuthentication().AddCookie(SignedIn.Scheme, cookie =>
        {
            cookie.Cookie.Path = "/";
            cookie.Cookie.SameSite = SameSiteMode.Lax; // the way back from a client is a cross-site navigation
            cookie.ExpireTimeSpan = TokenServer.SessionLifetime;
            cookie.SlidingExpiration = false;
        }).AddCookie(SecondStep.Scheme, cookie =>
        {
            cookie.Cookie.Path = SecondStep.Path;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = SecondStep.Lifetime;
            cookie.SlidingExpiration = false;
        });
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Path = "/account"; // no other request needs to carry it
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // the public address decides, see below
            o.FormFieldName = "form";
            o.SuppressXFrameOptionsHeader = true; // frame-ancestors of our own policy says it
        });
        builder.Services.AddOptions<CookieAuthenticationOptions>(SignedIn.Scheme).Configure<IConfiguration>((o, configuration) => o.Cookie.Name = CookieNames.Of(SignedIn.Cookie, configuration));
        builder.Services.AddOptions<CookieAuthenticationOptions>(SecondStep.Scheme).Configure<IConfiguration>((o, configuration) => o.Cookie.Name = CookieNames.Of(SecondStep.Cookie, configuration, ofOnePath: true));
        builder.Services.AddOptions<AntiforgeryOptions>().Configure<IConfiguration>((o, configuration) => o.Cookie.Name = CookieNames.Of(FormCookie, configuration, ofOnePath: true));
        builder.Services.AddDataProtection().SetApplicationName("concord-identity");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyFiles, ILoggerFactory>((o, keys, logging) => o.XmlRepository = new FileSystemXmlRepository(keys.CookieKeys(), logging));

        // It warns at every start that the key files are not encrypted; they are protected by their directory's mode.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        return builder;
    }

    /// <summary>
    /// Pages and redirects for browsers speak of the public address, which is configuration: no header that a caller could forge decides it.
    /// What services ask stays at the address they asked at; who asks at the public one is told of no other, however the last step of the way is secured.
    /// </summary>
    private sealed class PublicAddress(IConfiguration configuration) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                var issuer = TokenServer.Issuer(configuration);
                if (context.Request.Path.StartsWithSegments("/account") || context.Request.Path.StartsWithSegments("/connect/authorize") || context.Request.Path.StartsWithSegments("/connect/logout")
                    || context.Request.Host.Value == issuer.Authority)
                {
                    context.Request.Scheme = issuer.Scheme;
                    context.Request.Host = new HostString(issuer.Authority);
                }

                return following(context);
            });
            next(app);
        };
    }
}
