using Concord.Contracts.Access;
using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Concord.Platform.Security.Keys;
using Concord.Platform.Security.News;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Platform.Security;

/// <summary>Token validation and default deny, the same for every service.</summary>
public static class AccessSetup
{
    public static readonly Setting Issuer = new("Identity:Issuer", "Public address of the platform, as tokens and redirects name it; ends with a slash.", Form: SettingForm.HttpDirectory);

    /// <summary>How far clocks may differ: a token is taken for so long after its end.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddConcordAccess(this IServiceCollection services, IEnumerable<Permission> permissions)
    {
        services.NeedsSetting(Issuer).TakesSetting(ServiceAddresses.Http.For("identity")).AddHttpContextAccessor();
        services.AddScoped(p => p.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Caller.From(http.User) : Caller.Nobody);
        services.AddAccessList();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddTokenValidation();
        var known = permissions.ToDictionary(p => p.Name, StringComparer.Ordinal);
        services.AddSingleton<IAuthorizationHandler>(new PermissionHandler(known));
        services.AddAuthorization();
        return services;
    }

    /// <summary>What makes an access token a good one: signed by the identity service for this platform, in time, and not revoked.</summary>
    public static IServiceCollection AddTokenValidation(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new PublishedKeys(p.GetRequiredService<IConfiguration>(), p.GetRequiredService<MeshMember>(), TimeProvider.System));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IConfiguration, PublishedKeys>((jwt, configuration, keys) =>
        {
            jwt.MapInboundClaims = false;
            jwt.ConfigurationManager = keys;
            jwt.TokenValidationParameters.ValidIssuer = Issuer.In(configuration);
            jwt.TokenValidationParameters.ValidAudience = ConcordClaims.Audience;
            jwt.TokenValidationParameters.ValidTypes = ["at+jwt"];
            jwt.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
            jwt.TokenValidationParameters.NameClaimType = ConcordClaims.Name;
            jwt.TokenValidationParameters.RoleClaimType = ConcordClaims.Role;
            jwt.TokenValidationParameters.ClockSkew = ClockSkew;
            AccessListSetup.Apply(jwt);
        });
        return services;
    }

    /// <summary>Where the keys of the tokens are read, inside the platform. Without an identity service no token is accepted.</summary>
    public static string MetadataAddress(IConfiguration configuration) =>
        $"{ServiceAddresses.Of(ServiceAddresses.Http, "identity", configuration).FirstOrDefault(new Uri("http://identity.invalid/")).AbsoluteUri}.well-known/openid-configuration";
}
