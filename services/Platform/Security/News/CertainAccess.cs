using System.Globalization;
using Concord.Platform.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Security.News;

/// <summary>Serves nobody with a token while it is not known which tokens are revoked.</summary>
internal sealed class CertainAccess(RequestDelegate next, AccessList list)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true || context.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null || await list.IsCertainSoonAsync(Patience, context.RequestAborted))
        {
            await next(context);
            return;
        }

        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            throw Fail.Because(PlatformReasons.AccessUncertain, PlatformReasons.AccessUncertain.Title);
        }

        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)StatusCode.Unavailable).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = PlatformReasons.AccessUncertain.Title;
    }
}
