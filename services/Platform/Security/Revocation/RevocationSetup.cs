using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Security.Revocation;

/// <summary>Makes a revocation count: within a second of it no service takes a token that it concerns.</summary>
public static class RevocationSetup
{
    /// <summary>Keeps the list of revoked tokens in this process.</summary>
    public static IServiceCollection AddRevocationList(this IServiceCollection services) => services.AddSingleton(_ => new RevocationList(RevocationList.LongestSilence)).AddHostedService<RevocationFeed>();

    internal static void Refuse(JwtBearerOptions jwt) => jwt.Events = new JwtBearerEvents
    {
        OnTokenValidated = context =>
        {
            if (context.HttpContext.RequestServices.GetRequiredService<RevocationList>().Includes(context.Principal!))
            {
                context.Fail("The token was revoked.");
            }

            return Task.CompletedTask;
        },
    };
}
