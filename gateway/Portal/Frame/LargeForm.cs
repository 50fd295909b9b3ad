using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Concord.Portal.Frame;

/// <summary>A form with a file that is larger than anything that is read: its page is shown again, and says so.</summary>
public sealed class LargeForm
{
    private const long MostPassed = 8 * 1024 * 1024;

    public static bool Is(HttpRequest request) => HttpMethods.IsPost(request.Method) && ProblemPage.IsFor(request) && request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Makes of the form the request for its page; nothing of what was sent is kept.</summary>
    public static async Task TurnAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.ContentLength <= MostPassed)
        {
            await PassAsync(http);
        }

        (request.Method, request.ContentType, request.ContentLength, request.Body) = (HttpMethods.Get, null, null, Stream.Null);
        http.Features.Set(new LargeForm());
    }

    // A browser that is answered while it still sends tells of a broken connection, and shows no page.
    private static async Task PassAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostPassed;
        }

        var passed = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await http.Request.Body.ReadAsync(passed, http.RequestAborted) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(passed);
        }
    }
}
