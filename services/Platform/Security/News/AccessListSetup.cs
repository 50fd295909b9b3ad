using Concord.Platform.Security.Keys;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Security.News;

/// <summary>Makes the news of people's access count: within a second of it no service takes a token that was revoked, and a person is seen as named where they are named.</summary>
public static class AccessListSetup
{
    /// <summary>Keeps the news in this process.</summary>
    public static IServiceCollection AddAccessList(this IServiceCollection services) => services.AddSingleton(_ => new AccessList(AccessList.LongestSilence)).AddHostedService<AccessFeed>();

    internal static void Apply(JwtBearerOptions jwt) => jwt.Events = new JwtBearerEvents
    {
        OnMessageReceived = async context =>
        {
            if (context.Request.Headers.Authorization.Count > 0 && context.Options.ConfigurationManager is PublishedKeys keys && !await keys.AreKnownAsync(context.HttpContext.RequestAborted))
            {
                context.HttpContext.Features.Set(new TokenUnchecked());
                context.NoResult();
            }
        },
        OnTokenValidated = context =>
        {
            var list = context.HttpContext.RequestServices.GetRequiredService<AccessList>();
            context.Principal!.AddIdentity(SigningKey.As(context.SecurityToken.SigningKey.KeyId));
            if (list.Includes(context.Principal))
            {
                context.Fail("The token was revoked.");
            }
            else
            {
                context.Principal.AddIdentity(Compartments.Of(list.NamedIn(context.Principal)));
            }

            return Task.CompletedTask;
        },
    };
}
