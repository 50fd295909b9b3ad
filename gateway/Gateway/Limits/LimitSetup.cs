using Concord.Platform.Hosting;
using Concord.Platform.Security;

namespace Concord.Gateway.Limits;

internal static class LimitSetup
{
    public static WebApplicationBuilder AddRequestLimits(this WebApplicationBuilder builder)
    {
        foreach (var setting in (Setting[])[Allowance.Reads, Allowance.Writes, Allowance.Costly, Allowance.Addresses])
        {
            builder.Services.TakesSetting(setting);
        }

        // Only to know whom a request is counted for: whether a token is good for what it asks is each service's own question.
        builder.Services.AddAuthentication().AddJwtBearer();
        builder.Services.AddTokenValidation().AddSingleton<LimitMetrics>();
        return builder;
    }
}
