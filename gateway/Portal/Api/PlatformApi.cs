using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Api;

/// <summary>The platform's API as the person sees it who opens a page: the same lists, the same refusals as any other program gets.</summary>
public sealed class PlatformApi(IPlatformCalls calls, IHttpContextAccessor accessor)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private const int LargestPage = 500;
    private static readonly MediaTypeHeaderValue MergePatch = new("application/merge-patch+json");
    private readonly HttpContext _http = accessor.HttpContext ?? throw new InvalidOperationException("Pages are made for a request.");

    /// <exception cref="ProblemException">It refuses, or does not answer.</exception>
    public async Task<T> GetAsync<T>(string path) => await TryAsync<T>(HttpMethod.Get, path) switch
    {
        { Problem: { } problem } => throw new ProblemException(problem),
        var answer => answer.Value!,
    };

    /// <summary>What is read for a purpose that the person states; the API may refuse it, which the form tells.</summary>
    public Task<Answer<T>> ReadAsync<T>(string path) => TryAsync<T>(HttpMethod.Get, path);

    /// <summary>Null where there is none, or none that the person may see.</summary>
    public async Task<T?> FindAsync<T>(string path) where T : class => await TryAsync<T>(HttpMethod.Get, path) switch
    {
        { Problem.Status: StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden } => null,
        { Problem: { } problem } => throw new ProblemException(problem),
        var answer => answer.Value,
    };

    /// <summary>Every page of a list.</summary>
    public async Task<List<T>> ListAsync<T>(string path)
    {
        List<T> all = [];
        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? token = null; ;)
        {
            var page = await GetAsync<Page<T>>($"{path}{mark}pageSize={LargestPage}{(token is null ? "" : $"&pageToken={Uri.EscapeDataString(token)}")}");
            all.AddRange(page.Items);
            if ((token = page.NextPageToken) is null)
            {
                return all;
            }
        }
    }

    /// <summary>Asks by POST, changes nothing.</summary>
    public async Task<T> AskAsync<T>(string path, object question) => await TryAsync<T>(HttpMethod.Post, path, question) switch
    {
        { Problem: { } problem } => throw new ProblemException(problem),
        var answer => answer.Value!,
    };

    /// <summary>Changes something, once however often the same form is sent.</summary>
    /// <param name="path">Under <c>/api/v1/</c>.</param>
    /// <param name="change">The body; content that is no JSON goes as it is.</param>
    /// <param name="key">Made with the form that asks for it.</param>
    /// <param name="etag">As the form showed the record; null where it does not depend on that.</param>
    /// <returns>What the API answered, or why it did not do it.</returns>
    public Task<Answer<T>> ChangeAsync<T>(string path, object change, string key, string? etag = null) => TryAsync<T>(HttpMethod.Post, path, change, key, etag);

    /// <summary>Changes fields of a record, where it still is as it was read.</summary>
    /// <param name="path">Under <c>/api/v1/</c>.</param>
    /// <param name="change">The fields to change; what is null stays.</param>
    /// <param name="etag">As it was read.</param>
    public Task<Answer<T>> EditAsync<T>(string path, object change, string etag) => TryAsync<T>(HttpMethod.Patch, path, change, etag: etag);

    /// <summary>Removes a record, where it still is as it was read.</summary>
    public Task<Answer<T>> RemoveAsync<T>(string path, string? etag) => TryAsync<T>(HttpMethod.Delete, path, etag: etag);

    /// <summary>Asks an address outside <c>/api/v1</c> that is open to whoever holds a secret: that stands in the body, and in no address.</summary>
    /// <param name="path">From the root, without the slash before it.</param>
    /// <param name="body">With the secret.</param>
    public Task<Answer<T>> ShowSecretAsync<T>(string path, object body) => SendAsync<T>(HttpMethod.Post, $"/{path}", body);

    private Task<Answer<T>> TryAsync<T>(HttpMethod method, string path, object? body = null, string? key = null, string? etag = null) => SendAsync<T>(method, $"/api/v1/{path}", body, key, etag);

    private async Task<Answer<T>> SendAsync<T>(HttpMethod method, string address, object? body = null, string? key = null, string? etag = null)
    {
        var type = method == HttpMethod.Patch ? MergePatch : null;
        var content = body switch { null => null, HttpContent written => written, _ => JsonContent.Create(body, type, Json) };
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag); // it came back from a browser; the API judges it
        }

        using var response = await SendAsync(request);
        if (response is null)
        {
            return new Answer<T>(default, Problem.Away);
        }

        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return new Answer<T>(default, null);
        }

        if (response.IsSuccessStatusCode)
        {
            return new Answer<T>(await response.Content.ReadFromJsonAsync<T>(Json, _http.RequestAborted), null);
        }

        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<Problem>(Json, _http.RequestAborted)
            : null;
        return new Answer<T>(default, (problem ?? Problem.Unreadable((int)response.StatusCode)) with { RetryAfter = response.Headers.RetryAfter?.Delta });
    }

    private async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request)
    {
        try
        {
            return await calls.SendAsync(_http, request, _http.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !_http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }
}

/// <summary>One of the two is there.</summary>
public readonly record struct Answer<T>(T? Value, Problem? Problem);

/// <summary>One page of a list.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPageToken, int? Total = null);
