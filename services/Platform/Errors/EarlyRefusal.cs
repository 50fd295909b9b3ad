using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Errors;

/// <summary>A call that is refused before it reaches its method: one block of headers with the status in it.</summary>
internal static class EarlyRefusal
{
    public static void Write(HttpContext context, StatusCode status, string message)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)status).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = message;
    }
}
