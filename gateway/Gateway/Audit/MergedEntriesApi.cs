using Concord.Gateway.Browsers;

namespace Concord.Gateway.Audit;

/// <summary>The one list of the API that the gateway answers itself.</summary>
internal static class MergedEntriesApi
{
    public static void MapMergedEntries(this IEndpointRouteBuilder routes) => routes.MapGet(MergedEntries.Path, AnswerAsync).WithMetadata(new ActsForThePerson());

    private static async Task AnswerAsync(HttpContext http, MergedEntries entries)
    {
        try
        {
            using var answer = await entries.ReadAsync(http, http.Request.QueryString, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.WWWAuthenticate = answer.Headers.WwwAuthenticate.Select(w => w.ToString()).ToArray();
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; // told as any service that is away
        }
    }
}
