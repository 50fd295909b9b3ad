using Concord.Platform.Errors;
using Concord.Platform.Grpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Security.News;

/// <summary>Serves nobody with a token while it is not known which tokens are good, or which of them are revoked.</summary>
internal sealed class CertainAccess(RequestDelegate next, AccessList list)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null || await IsKnownAsync(context))
        {
            await next(context);
            return;
        }

        if (!context.IsRpc())
        {
            throw Fail.Because(PlatformReasons.AccessUncertain, PlatformReasons.AccessUncertain.Title);
        }

        EarlyRefusal.Write(context, StatusCode.Unavailable, PlatformReasons.AccessUncertain.Title);
    }

    private async Task<bool> IsKnownAsync(HttpContext context) => context.User.Identity?.IsAuthenticated == true
        ? await list.IsCertainSoonAsync(Patience, context.RequestAborted)
        : context.Features.Get<TokenUnchecked>() is null;
}
