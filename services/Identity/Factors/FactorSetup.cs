using Concord.Identity.Accounts;
using Concord.Identity.Tokens;
using Concord.Platform.Sealing;
using Microsoft.AspNetCore.Identity;

namespace Concord.Identity.Factors;

internal static class FactorSetup
{
    private const string Required = "required";

    public static IHostApplicationBuilder AddFactors(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSealing().AddScoped<SecretSeal>().AddScoped<FactorCheck>().AddScoped<PasskeyCeremony>();
        builder.Services.AddIdentityCore<Account>(); // the framework's handler asks its user manager, and that our store
        builder.Services.AddScoped<IUserStore<Account>, PasskeyStore>().AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((passkeys, configuration) =>
        {
            var issuer = TokenServer.Issuer(configuration);
            passkeys.ServerDomain = issuer.Host;
            passkeys.UserVerificationRequirement = Required; // finger, face or PIN: what the device asks for is what makes it two factors
            passkeys.ResidentKeyRequirement = Required; // found without a name
            passkeys.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && Uri.TryCreate(origin.Origin, UriKind.Absolute, out var from) && from.GetLeftPart(UriPartial.Authority) == issuer.GetLeftPart(UriPartial.Authority));
        });
        return builder;
    }
}
