namespace Concord.Gateway.Errors;

/// <summary>HEAD is what GET would answer, without the body (RFC 9110 §9.3.2), which the server leaves out by itself. A service of the API answers for itself.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api"))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
