using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Concord.Support;

/// <summary>What came back: status, headers that matter, and the body as JSON.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, JsonNode? Body, string? ETag, Uri? Location, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    /// <summary>A member of the body by dotted path; fails the test where it is absent.</summary>
    public JsonNode this[string path] => Find(path) ?? throw new Xunit.Sdk.XunitException($"No '{path}' in {(int)Status} {Text}");

    public JsonNode? Find(string path) => path.Split('.').Aggregate(Body, (node, part) => node is JsonArray array && int.TryParse(part, out var i) ? (i < array.Count ? array[i] : null) : (node as JsonObject)?[part]);

    public string TextOf(string path) => this[path].GetValue<string>();

    public ApiAnswer Is(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"Expected {(int)expected}, got {(int)Status}: {Text}");
        return this;
    }

    /// <summary>Asserts a complete RFC 9457 problem with this status and reason.</summary>
    public ApiAnswer IsProblem(HttpStatusCode expected, string reason)
    {
        Is(expected);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(reason, TextOf("reason"));
        Assert.Equal((int)expected, this["status"].GetValue<int>());
        foreach (var member in (string[])["type", "title", "detail", "instance", "traceId"])
        {
            Assert.NotEqual("", TextOf(member));
        }

        return this;
    }
}

/// <summary>Calls the REST API as a program would.</summary>
public static class ApiClient
{
    public static Task<ApiAnswer> ReadAsync(this HttpClient client, string path) => client.SendAsync(HttpMethod.Get, path, null);

    /// <summary>Every item of a list, page by page.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ReadAllAsync(this HttpClient client, string path)
    {
        List<JsonObject> all = [];
        var token = "";
        do
        {
            var page = (await client.ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageToken={token}")).Is(HttpStatusCode.OK);
            all.AddRange(page["items"].AsArray().Select(i => i!.AsObject()));
            token = (string?)page.Find("nextPageToken") ?? "";
        }
        while (token.Length > 0);
        return all;
    }

    /// <param name="client">Acts as its caller.</param>
    /// <param name="path">Under <c>/api/v1</c>.</param>
    /// <param name="body">Serialized as it is; a string is sent as raw JSON.</param>
    /// <param name="key">Idempotency-Key; a fresh one where null, none where empty.</param>
    /// <param name="ifMatch">If-Match.</param>
    public static Task<ApiAnswer> PostAsync(this HttpClient client, string path, object? body, string? key = null, string? ifMatch = null) =>
        client.SendAsync(HttpMethod.Post, path, body, key ?? Guid.NewGuid().ToString(), ifMatch);

    /// <summary>Decides on a record as it stands.</summary>
    public static async Task<ApiAnswer> DecideAsync(this HttpClient client, string path, string verb, object? body = null) =>
        await client.PostAsync($"{path}:{verb}", body ?? new { }, ifMatch: (await client.ReadAsync(path)).ETag);

    public static Task<ApiAnswer> PatchAsync(this HttpClient client, string path, object body, string? ifMatch) =>
        client.SendAsync(HttpMethod.Patch, path, body, null, ifMatch, "application/merge-patch+json");

    public static async Task<ApiAnswer> SendAsync(
        this HttpClient client, HttpMethod method, string path, object? body, string? key = null, string? ifMatch = null,
        string mediaType = "application/json", CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body is byte[] bytes ? new ByteArrayContent(bytes) { Headers = { ContentType = new(mediaType) } } : new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, mediaType);
        }

        if (!string.IsNullOrEmpty(key))
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var json = response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true && text.Length > 0 ? JsonNode.Parse(text) : null;
        return new ApiAnswer(response.StatusCode, json, response.Headers.ETag?.Tag, response.Headers.Location, response.Headers, response.Content.Headers.ContentType?.MediaType, text);
    }
}
