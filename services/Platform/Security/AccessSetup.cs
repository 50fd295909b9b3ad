using Concord.Contracts.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Security;

/// <summary>Token validation and default deny, the same for every service.</summary>
public static class AccessSetup
{
    /// <summary>Address of the identity service inside the platform.</summary>
    public const string IdentityAddressKey = "Services:identity:Http";

    /// <summary>Issuer named in tokens: the public address of the platform.</summary>
    public const string IssuerKey = "Identity:Issuer";

    public static IServiceCollection AddConcordAccess(this IServiceCollection services, IEnumerable<Permission> permissions)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(p => p.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Caller.From(http.User) : Caller.Nobody);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IConfiguration>((jwt, configuration) =>
        {
            jwt.MapInboundClaims = false;
            jwt.RequireHttpsMetadata = false; // inside the cluster the transport is mutual TLS or loopback; the token is signed either way
            jwt.MetadataAddress = $"{configuration[IdentityAddressKey]?.TrimEnd('/')}/.well-known/openid-configuration";
            jwt.TokenValidationParameters.ValidIssuer = configuration[IssuerKey];
            jwt.TokenValidationParameters.ValidAudience = ConcordClaims.Audience;
            jwt.TokenValidationParameters.ValidTypes = ["at+jwt"];
            jwt.TokenValidationParameters.NameClaimType = ConcordClaims.Name;
            jwt.TokenValidationParameters.RoleClaimType = ConcordClaims.Role;
            jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        });

        var known = permissions.ToDictionary(p => p.Name, StringComparer.Ordinal);
        services.AddSingleton<IAuthorizationHandler>(new PermissionHandler(known));
        services.AddAuthorization();
        return services;
    }
}
