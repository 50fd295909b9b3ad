using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concord.Platform.Security;

/// <summary>
/// Refuses an endpoint that names neither a permission nor <see cref="OpenToAll"/>, whoever asks; an architecture test finds it before a caller does.
/// Not a fallback policy: that would answer 403 for addresses that do not exist.
/// </summary>
internal sealed class DenyByDefault(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<NeedsAttribute>() is null && endpoint.Metadata.GetMetadata<OpenToAll>() is null)
        {
            context.Response.StatusCode = context.User.Identity?.IsAuthenticated == true ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
